"""Where everything stands: WeasyPrint's boxes, found again by the element of the page that made them.

WeasyPrint's boxes are not a public interface; what is read of them is listed in `Box`, and the version is
exact (pyproject.toml). Lengths are CSS pixels here; `styled.py` makes points of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Protocol
from xml.etree.ElementTree import Element

from weasyprint.formatting_structure import boxes

_PIXEL: Final = 0.75
"""One CSS pixel in points."""


def points(pixels: float) -> float:
    """Return a length in points.

    What is finer than a thousandth comes of adding up, not of the style sheet.
    """
    return round(pixels * _PIXEL, 3)


class Box(Protocol):
    """What is read of a box. Positions are of its margin's corner, from the corner of the sheet."""

    element_tag: str
    element: Element | None
    style: Any
    children: Sequence[Any]
    position_x: float
    position_y: float
    width: float
    height: float

    def border_box_y(self) -> float:
        """Return where the border begins."""
        ...

    def border_height(self) -> float:
        """Return the height with borders."""
        ...

    def content_box_x(self) -> float:
        """Return where the text begins."""
        ...


@dataclass(frozen=True, slots=True, repr=False)
class Piece:
    """The part of a paragraph that stands on one page; the first page is 0."""

    page: int
    box: Box

    @property
    def top(self) -> float:
        """The upper edge, border included."""
        return self.box.border_box_y()

    @property
    def bottom(self) -> float:
        """The lower edge, border included."""
        return self.box.border_box_y() + self.box.border_height()

    @property
    def lines(self) -> Sequence[Box]:
        """The lines of text; in a row, those of its first part."""
        return _lines(self.box)


@dataclass(slots=True, repr=False)
class Survey:
    """All boxes of a document.

    `first` holds the first box of each element, `generated` those of `::before`, `::after` and `::marker`,
    `pieces` the parts of what holds lines of text, `pages` the first and the last page of an element.
    """

    first: dict[Element, Box] = field(default_factory=dict)
    generated: dict[tuple[Element, str], Box] = field(default_factory=dict)
    pieces: dict[Element, list[Piece]] = field(default_factory=dict)
    pages: dict[Element, tuple[int, int]] = field(default_factory=dict)


def survey(page_boxes: Iterable[Box]) -> Survey:
    """Walk over the boxes of all pages. What stands in a page's margins is no part of the text."""
    found = Survey()
    for number, page in enumerate(page_boxes):
        for child in page.children:
            if not isinstance(child, boxes.MarginBox):
                _walk(child, number, found)
    return found


def is_inline(box: Box) -> bool:
    """Whether a box stands in a line of text."""
    return isinstance(box, boxes.InlineLevelBox)


def is_row(box: Box) -> bool:
    """Whether a box sets its parts side by side, as a line with its date at the right margin does (flex)."""
    return isinstance(box, boxes.FlexContainerBox) and box.style["flex_direction"].startswith("row")


def texts(box: Box, *, generated: bool = False) -> Iterable[Any]:
    """Yield the texts within a box; with `generated`, also what `::before` and its like add."""
    for child in box.children:
        if isinstance(child, boxes.TextBox):
            yield child
        elif generated or "::" not in child.element_tag:
            yield from texts(child, generated=generated)


def first_line(line: Box) -> Box:
    """Return a line, or the first of those within it where a link holds several."""
    within = next((inner for child in line.children if (inner := _lines_within(child))), None)
    return within[0] if within and len(within) > 1 else line


def _lines_within(box: Box) -> Sequence[Box]:
    return () if isinstance(box, boxes.TextBox) else _lines(box)


def _walk(box: Box, page: int, found: Survey) -> None:
    element = box.element
    if element is not None:
        _tag, _colons, kind = box.element_tag.partition("::")
        if kind:
            found.generated.setdefault((element, kind), box)
            return
        found.first.setdefault(element, box)
        found.pages[element] = (found.pages.get(element, (page,))[0], page)
        if is_row(box) or (lines_of(box) and not is_inline(box)):
            found.pieces.setdefault(element, []).append(Piece(page, box))
    for child in box.children:
        if not isinstance(child, boxes.TextBox):
            _walk(child, page, found)


def lines_of(box: Box) -> list[Box]:
    """Return the lines of text that stand in a box itself."""
    return [child for child in box.children if isinstance(child, boxes.LineBox)]


def _lines(box: Box) -> Sequence[Box]:
    own = lines_of(box)
    if own:
        return own
    return next((lines for child in box.children if (lines := _lines(child))), [])
