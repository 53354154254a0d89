"""The laid-out page as paragraphs with styles: words from the HTML, looks and distances from the layout.

Words are taken from the elements and not from the boxes, because boxes hold them as drawn: in capitals, cut
into lines, with spaces dropped where a line ends. Everything else comes from the boxes (`survey.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from xml.etree.ElementTree import Element

from kiosk.render import looks, roles, vietnamese
from kiosk.render.blocks import Block, BlockStyle, PageGeometry, Run, StyledText
from kiosk.render.metrics import LineHeights, natural_height
from kiosk.render.neighbours import Paragraph, placed, slack
from kiosk.render.runs import RunReader, Within
from kiosk.render.survey import Box, Piece, Survey, first_line, is_inline, is_row, points, survey, texts


def read(page_boxes: Sequence[Any], root: Element, *, title: str, author: str, created: str) -> StyledText:
    """Return the paragraphs of a laid-out document, in the order of the HTML."""
    found = survey(page_boxes)
    page = page_boxes[0]
    language = root.get("lang") or "en"
    reader = _Reader(found, page, language)
    body = next(root.iter("body"))
    reader.visit(body, ())
    top = page.content_box_y()
    blocks = tuple(placed(reader.paragraphs, found, top))
    return StyledText(
        geometry=_geometry(page),
        blocks=blocks,
        slack=points(slack(reader.paragraphs, top, top + page.height)),
        body=looks.run_style(found.first[body].style),
        language=language,
        right_to_left=found.first[root].style["direction"] == "rtl",
        title=title,
        author=author,
        created=created,
    )


def _geometry(page: Any) -> PageGeometry:
    return PageGeometry(
        width=points(page.margin_width()),
        height=points(page.margin_height()),
        top=points(page.margin_top),
        right=points(page.margin_right),
        bottom=points(page.margin_bottom),
        left=points(page.margin_left),
    )


class _Reader:
    """Goes through the elements once, in order, and collects paragraphs."""

    def __init__(self, found: Survey, page: Box, language: str) -> None:
        self._found = found
        self._left = page.content_box_x()
        self._right = page.content_box_x() + page.width
        self._heights: LineHeights = {}
        self._few_are_vietnamese = not vietnamese.is_code_of(language)
        self._words = RunReader(found, language)
        self.paragraphs: list[Paragraph] = []

    def visit(self, element: Element, path: tuple[Element, ...]) -> None:
        """Read the paragraphs of an element that stands as a block. What is not shown has no box."""
        box = self._found.first.get(element)
        if box is None:
            return
        path = (*path, element)
        if is_row(box) and self._is_line(element):
            self._end(path, self._words.columns(element, box))
            return
        start = len(self.paragraphs)
        within = Within(box.style)
        marker = self._marker(element)
        runs = [] if marker else list(self._words.generated(element, "before", within))
        runs.extend(self._words.text(element.text, within))
        for child in element:
            if self._is_block(child):
                marker = "" if self._end(path, runs, marker) else marker
                runs = []
                self.visit(child, path)
            else:
                runs.extend(self._words.inline(child, within))
            runs.extend(self._words.text(child.tail, within))
        runs.extend(self._words.generated(element, "after", within))
        self._end(path, runs, marker)
        self._frame(element, self.paragraphs[start:])

    def _is_block(self, element: Element) -> bool:
        box = self._found.first.get(element)
        return box is not None and not is_inline(box)

    def _is_line(self, row: Element) -> bool:
        """Whether the parts of a row hold words alone, and no blocks."""
        return not any(self._is_block(child) for part in row for child in part)

    def _frame(self, element: Element, group: Sequence[Paragraph]) -> None:
        """Give the lines above and below a group of paragraphs to the first and the last of them."""
        pages = self._found.pages[element]
        if not group or group[0].path[-1] is element or pages[0] != pages[1]:
            return
        box, first, last = self._found.first[element], group[0], group[-1]
        top, bottom = looks.border(box, "top"), looks.border(box, "bottom")
        if top and not first.block.style.border_top:
            first.above = first.pieces[0].top - box.border_box_y()
            first.restyle(border_top=replace(top, space=points(first.above) - top.width))
        if bottom and not last.block.style.border_bottom:
            last.below = box.border_box_y() + box.border_height() - last.pieces[-1].bottom
            last.restyle(border_bottom=replace(bottom, space=points(last.below) - bottom.width))

    # Paragraphs

    def _end(self, path: tuple[Element, ...], runs: Sequence[Run], marker: str = "") -> bool:
        """Make a paragraph of the runs read so far; say whether there was more than space in them."""
        runs = looks.collapsed(runs)
        if not runs:
            return False
        element = path[-1]
        pieces = self._pieces(element)
        style = self._block_style(self._found.first[element], pieces)
        if marker:
            style = replace(style, hanging=self._hanging(element))
        block = Block(roles.of_paragraph(path, marker), style, tuple(runs), marker, pieces[0].page)
        self.paragraphs.append(Paragraph(path, pieces, block))
        return True

    def _pieces(self, element: Element) -> Sequence[Piece]:
        """Return where the paragraph stands.

        Text between blocks has boxes of its own: one for each paragraph.
        """
        own = self._found.first[element]
        pieces = self._found.pieces.get(element) or [Piece(self._found.pages[element][0], own)]
        if pieces[0].box is own or len(pieces) == 1:
            return pieces
        return [pieces.pop(0)]

    def _marker_box(self, element: Element) -> Box | None:
        generated = self._found.generated
        return generated.get((element, "before")) or generated.get((element, "marker"))

    def _marker(self, element: Element) -> str:
        """Return what stands before an item of a list, "" when that is not a bullet or a number."""
        box = self._marker_box(element) if element.tag == "li" else None
        text = looks.drawn(box).strip() if box else ""
        return text if roles.is_marker(text) else ""

    def _hanging(self, element: Element) -> float:
        """Return how far before its text an item's marker stands, in points."""
        box, marker = self._found.first[element], self._marker_box(element)
        assert marker is not None  # noqa: S101 - there is no hanging without a marker
        start = box.content_box_x()
        if box.style["direction"] == "rtl":
            return max(0.0, points(marker.content_box_x() + marker.width - start - box.width))
        return max(0.0, points(start - marker.content_box_x()))

    def _block_style(self, box: Box, pieces: Sequence[Piece]) -> BlockStyle:
        style, own = box.style, pieces[0].box
        start = own.content_box_x() - self._left
        end = self._right - own.content_box_x() - own.width
        rtl = style["direction"] == "rtl"
        line_height, single_height = self._heights_of(pieces[0])
        return BlockStyle(
            align=looks.align(style),
            line_height=line_height,
            single_height=single_height,
            indent_start=points(end if rtl else start),
            indent_end=points(start if rtl else end),
            keep_with_next=style["break_after"] == "avoid",
            keep_together=style["break_inside"] == "avoid",
            border_top=looks.border(box, "top"),
            border_bottom=looks.border(box, "bottom"),
            right_to_left=rtl,
            right_tab=points(self._right - self._left - end) if is_row(box) else None,
        )

    def _heights_of(self, piece: Piece) -> tuple[float, float]:
        """Return how high the first line is, and what its fonts ask for, in points.

        An address that is longer than a line has lines of its own, within one that holds them all.
        """
        for outer in piece.lines:
            line = first_line(outer)
            single = max((natural_height(text, self._heights) for text in texts(line)), default=0.0)
            wanted = looks.line_height(line.style) if self._has_names_of_others(line) else 0.0
            if single:
                return points(wanted or line.height), points(min(single, wanted or single))
        return 0.0, 0.0

    def _has_names_of_others(self, line: Box) -> bool:
        """Whether a line has Vietnamese words on a page in another language.

        Their font may ask for a little more than the line has, and gets it in Word, too. So the paragraph has
        the height of its like, and its words no line that is set by hand.
        """
        return self._few_are_vietnamese and any(
            vietnamese.is_code_of(text.style["lang"] or "") for text in texts(line)
        )
