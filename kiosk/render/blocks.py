"""A laid-out page as plain data: paragraphs with their styles, in reading order. Lengths are points.

`layout.py` makes it from WeasyPrint's boxes; `docx.py` and `text.py` know nothing but this.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RunStyle:
    """How letters look. `families` is the CSS list, as named on our machine (Carlito, not Calibri)."""

    families: tuple[str, ...]
    size: float
    bold: bool
    italic: bool
    color: str
    caps: bool = False
    underline: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Run:
    """Letters of one style. `name` is the class of the element they stand in, "" for the paragraph's own."""

    text: str
    style: RunStyle
    name: str = ""
    href: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Border:
    """A line above or below a paragraph, `space` away from its text."""

    width: float
    color: str
    space: float


@dataclass(frozen=True, slots=True)
class BlockStyle:
    """How a paragraph stands on the page. `before` is the distance to the one above it, as laid out."""

    align: str = "left"
    before: float = 0.0
    line_height: float = 0.0
    indent_left: float = 0.0
    indent_right: float = 0.0
    hanging: float = 0.0
    keep_with_next: bool = False
    keep_together: bool = False
    page_break_before: bool = False
    border_top: Border | None = None
    border_bottom: Border | None = None
    right_to_left: bool = False
    right_tab: float | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Block:
    """A paragraph. `role` is a Word style name: Title, Heading 1, List Bullet, or the class of the element."""

    role: str
    style: BlockStyle
    runs: tuple[Run, ...]
    marker: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True, repr=False)
class PageGeometry:
    """The sheet and its margins."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float


@dataclass(frozen=True, slots=True, repr=False)
class StyledText:
    """Everything a word processor needs to show the page."""

    geometry: PageGeometry
    blocks: tuple[Block, ...]
    body: RunStyle
    language: str
    title: str
    author: str
