"""A laid-out page as plain data: paragraphs with their styles, in reading order. Lengths are points.

`styled.py` makes it from WeasyPrint's boxes; `docx.py` and `text.py` know nothing but this.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Align(StrEnum):
    """Where the lines of a paragraph stand.

    Start is the left, or the right where one reads from the right.
    """

    START = "start"
    END = "end"
    CENTER = "center"
    JUSTIFY = "justify"


class Apart(StrEnum):
    """The direction of letters that are kept apart from those around them; the values are HTML's."""

    LEFT_TO_RIGHT = "ltr"
    RIGHT_TO_LEFT = "rtl"


@dataclass(frozen=True, slots=True)
class RunStyle:
    """How letters look. `families` is the CSS list, as named on our machine (Carlito, not Calibri).

    `size` is in points, `color` six hexadecimal digits. `caps` shows capitals; the text stays as typed.
    """

    families: tuple[str, ...]
    size: float
    bold: bool
    italic: bool
    color: str
    caps: bool = False
    underline: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Run:
    """Letters of one style.

    `name` is the style's name, from the class of their element; "" for the paragraph's own. "\\n" is a line
    break, "\\t" leads to the paragraph's right tab. `lang` is "" where it is the page's language. `apart` is
    how letters read that keep their own direction among others, as a phone number on a page in Arabic.
    """

    text: str
    style: RunStyle
    name: str = ""
    href: str = ""
    lang: str = ""
    apart: Apart | None = None


@dataclass(frozen=True, slots=True)
class Border:
    """A line above or below a paragraph, `space` away from its text."""

    width: float
    color: str
    space: float


@dataclass(frozen=True, slots=True)
class BlockStyle:
    """How a paragraph stands on the page.

    `before` is the distance to the one above it; where a page begins, what it would be elsewhere.
    `line_height` is the distance from line to line, `single_height` what the fonts themselves ask for, which
    word processors call single spacing; 0 is unknown. `indent_start` is where the text stands, `hanging` how
    far before it the marker of a list begins. `right_tab` is the end of the line, where words after a tab
    end.
    """

    align: Align = Align.START
    before: float = 0.0
    line_height: float = 0.0
    single_height: float = 0.0
    indent_start: float = 0.0
    indent_end: float = 0.0
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
    """A paragraph. `role` is a Word style name: Title, Heading 1, List Bullet, or the class of the element.

    `marker` is what stands before an item of a list: a bullet, or a number with its dot. `page` counts from
    0.
    """

    role: str
    style: BlockStyle
    runs: tuple[Run, ...]
    marker: str = ""
    page: int = 0

    @property
    def text(self) -> str:
        """The words of the paragraph, without its marker."""
        return "".join(run.text for run in self.runs)


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
    """Everything a word processor needs to show the page.

    `slack` is how much lower pages could end before a line of the next page would come up to the one before
    it, infinite for a single page. `created` is a W3C date (2026-11-22), "" when the page does not say.
    """

    geometry: PageGeometry
    blocks: tuple[Block, ...]
    body: RunStyle
    slack: float
    language: str
    right_to_left: bool
    title: str
    author: str
    created: str = ""
