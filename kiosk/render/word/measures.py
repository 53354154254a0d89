"""Word's measures: twentieths of a point, eighths of a point, and line spacing."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from kiosk.render.blocks import Block, Border
from kiosk.render.word import names

_TWIPS: Final = 20
_SINGLE: Final = 240
_MAX_BORDER_SPACE: Final = 31


@dataclass(frozen=True, slots=True)
class Line:
    """Line spacing: 240ths of single spacing by the rule `auto`, twips by `atLeast` and `exact`."""

    amount: int
    rule: str


SINGLE: Final = Line(_SINGLE, "auto")


def spacing(block: Block) -> Line:
    """Return the line spacing that gives the height of the page.

    LibreOffice cuts a multiple to whole percents, half a line over a page. So lines that are higher than
    their fonts ask for get that height as the least. Lower ones get a multiple when Word's font has the
    measure of ours, the nearest in whole percents, which is half of one too high or too low at most; and else
    exactly their height: some fonts for other alphabets ask for half as much again.
    """
    style = block.style
    if not style.line_height:
        return SINGLE
    if style.right_to_left:
        return Line(twips(style.line_height), "exact")
    if style.line_height >= style.single_height:
        return Line(twips(style.line_height), "atLeast")
    if names.has_same_measure(block.runs[0].style.families, block.text):
        percents = round(100 * style.line_height / style.single_height)
        return Line(math.ceil(percents * _SINGLE / 100), "auto")
    return Line(twips(style.line_height), "exact")


def twips(points: float) -> int:
    """Return a length in twentieths of a point."""
    return round(points * _TWIPS)


def border(line: Border | None) -> tuple[int, str, int] | None:
    """Return width in eighths of a point, colour, and distance in points, which Word wants whole."""
    if line is None:
        return None
    return max(2, round(line.width * 8)), line.color, min(_MAX_BORDER_SPACE, round(line.space))
