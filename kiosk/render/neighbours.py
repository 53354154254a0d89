"""What only neighbours tell about paragraphs: the distance between them, and where pages may end."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final
from xml.etree.ElementTree import Element

from kiosk.render.blocks import Block
from kiosk.render.looks import px
from kiosk.render.survey import Piece, Survey, points

_FORCED: Final = frozenset({"page", "always", "left", "right", "recto", "verso"})


@dataclass(slots=True, repr=False)
class Paragraph:
    """A paragraph, its elements from the outermost to its own, and its places on the pages.

    `above` and `below` are how far, in pixels, the lines reach that a group around it draws.
    """

    path: tuple[Element, ...]
    pieces: Sequence[Piece]
    block: Block
    above: float = 0.0
    below: float = 0.0

    @property
    def page(self) -> int:
        """The page it begins on; the first is 0."""
        return self.pieces[0].page

    def restyle(self, **changes: Any) -> None:
        """Change attributes of the block's style."""
        self.block = replace(self.block, style=replace(self.block.style, **changes))


def placed(paragraphs: Sequence[Paragraph], found: Survey, page_top: float) -> Iterator[Block]:
    """Yield the blocks, complete. `page_top` is where the text of a page begins, in pixels."""
    glued = _glued(paragraphs, found)
    above: Paragraph | None = None
    for index, paragraph in enumerate(paragraphs):
        paragraph.restyle(
            before=max(0.0, points(_distance(above, paragraph, found, page_top))),
            page_break_before=above is not None and _is_forced(above, paragraph, found),
            keep_with_next=paragraph.block.style.keep_with_next or index in glued,
        )
        yield paragraph.block
        above = paragraph


def _distance(above: Paragraph | None, below: Paragraph, found: Survey, page_top: float) -> float:
    """Return the pixels between two paragraphs.

    Across pages these are the margins, of which the larger one counts.
    """
    top = below.pieces[0].top - below.above
    if above is None or _is_forced(above, below, found):
        return top - page_top
    if above.pieces[-1].page == below.page:
        return top - above.pieces[-1].bottom - above.below
    ended, begun = _turns(above, below)
    margins = [px(found.first[each].style["margin_bottom"]) for each in ended]
    margins += [px(found.first[each].style["margin_top"]) for each in begun]
    return max(margins, default=0.0)


def _is_forced(above: Paragraph, below: Paragraph, found: Survey) -> bool:
    """Whether the style sheet asks for a new page between two paragraphs."""
    ended, begun = _turns(above, below)
    return any(found.first[each].style["break_after"] in _FORCED for each in ended) or any(
        found.first[each].style["break_before"] in _FORCED for each in begun
    )


def _turns(above: Paragraph, below: Paragraph) -> tuple[list[Element], list[Element]]:
    """Return the elements that end, and those that begin, between two paragraphs."""
    before, after = set(above.path), set(below.path)
    return [each for each in above.path if each not in after], [
        each for each in below.path if each not in before
    ]


def _glued(paragraphs: Sequence[Paragraph], found: Survey) -> set[int]:
    """Return the places of paragraphs that must stay with the next, or pages would end elsewhere.

    CSS keeps groups whole (break-inside: avoid), Word only knows a paragraph and the next. Gluing every group
    would put direct formatting on most paragraphs; so only groups are glued that were moved to a new page.
    """
    glued: set[int] = set()
    for index in range(1, len(paragraphs)):
        if paragraphs[index].page != paragraphs[index - 1].pieces[-1].page:
            glued.update(_moved(paragraphs, index, found))
    return glued


def _moved(paragraphs: Sequence[Paragraph], index: int, found: Survey) -> Iterator[int]:
    """Yield the paragraphs, but for the last, of the group that begins a page, and of headings before it."""
    page = paragraphs[index].page
    for place in range(index, len(paragraphs) - 1):
        _ended, begun = _turns(paragraphs[place - 1], paragraphs[place])
        groups = [each for each in begun if each is not paragraphs[place].path[-1]]
        whole = [each for each in groups if _is_whole(each, page, found)]
        if whole:
            yield from _members(paragraphs, place, whole[0])
            return
        if not paragraphs[place].block.style.keep_with_next:
            return


def _is_whole(element: Element, page: int, found: Survey) -> bool:
    return found.first[element].style["break_inside"] == "avoid" and found.pages[element] == (page, page)


def _members(paragraphs: Sequence[Paragraph], start: int, group: Element) -> Iterator[int]:
    for place in range(start, len(paragraphs) - 1):
        if group not in paragraphs[place + 1].path:
            return
        yield place


def slack(paragraphs: Sequence[Paragraph], page_top: float, page_bottom: float) -> float:
    """Return how many pixels lower all pages could end before anything of a next page would come up.

    Infinite when there is one page. `paragraphs` must have been placed.
    """
    found = math.inf
    for paragraph in paragraphs:
        for piece, following in zip(paragraph.pieces, paragraph.pieces[1:], strict=False):
            found = min(found, _line_end(following, 0) - page_top - (page_bottom - _line_end(piece, -1)))
    for index, (above, below) in enumerate(zip(paragraphs, paragraphs[1:], strict=False), 1):
        if above.pieces[-1].page != below.page and not below.block.style.page_break_before:
            needed = _unit_end(paragraphs, index) - page_top + below.block.style.before / points(1)
            found = min(found, needed - (page_bottom - above.pieces[-1].bottom))
    return max(0.0, found)


def _unit_end(paragraphs: Sequence[Paragraph], index: int) -> float:
    """Return where the first thing of a page ends that cannot be cut: a line, or what must stay together."""
    page = paragraphs[index].page
    while (
        paragraphs[index].block.style.keep_with_next
        and index + 1 < len(paragraphs)
        and paragraphs[index + 1].page == page
    ):
        index += 1
    piece = paragraphs[index].pieces[0]
    return piece.bottom if paragraphs[index].block.style.keep_together else _line_end(piece, 0)


def _line_end(piece: Piece, place: int) -> float:
    """Return where a line ends. A box that goes on over the page ends with the page, its lines end before."""
    lines = piece.lines
    return lines[place].position_y + lines[place].height if lines else piece.bottom
