"""Addresses that are longer than a line: how small they must be written to stay whole.

A machine that reads an address in two lines may take away the hyphen at the end of the first, and then it is
another address. So what fits on a line with letters that can still be read is written that small.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from kiosk.render.survey import Box, lines_of, points, survey, texts

LEAST: Final = 9.0
"""Points. What needs smaller letters is broken instead, at the size of its like."""

_LINES: Final = frozenset({"contact", "web"})
_MAY_BE: Final = 40
"""Letters: shorter addresses fit on a line in any size, so that nobody has to look."""
_SPARE: Final = 0.99
"""How much of a line is filled: Word rounds the size of letters, and LibreOffice their widths."""


@dataclass(frozen=True, slots=True, repr=False)
class Overlong:
    """Addresses that are written smaller, and their size in points."""

    addresses: frozenset[str] = frozenset()
    size: float = LEAST


def found(sheets: Sequence[Box], root: Element) -> Overlong:
    """Return the addresses of a laid-out page that are broken and need not be, in the size of the longest."""
    links = [link for line in root.iter("p") if _has_address(line) for link in line.iter("a")]
    links = [link for link in links if len(_text(link)) > _MAY_BE]
    if not links:
        return Overlong()
    boxes, width = survey(sheets).first, sheets[0].width
    sizes = {_text(link): _size(boxes[link], width) for link in links if link in boxes}
    small = {address: size for address, size in sizes.items() if size >= LEAST}
    return Overlong(frozenset(small), min(small.values())) if small else Overlong()


def _has_address(line: Element) -> bool:
    """Whether a line is one of those that `assets/page` writes smaller."""
    return not _LINES.isdisjoint((line.get("class") or "").split())


def _size(link: Box, width: float) -> float:
    """Return the size of letters, in points, at which a broken link fits on a line; 0 for a whole one."""
    lines = lines_of(link)
    if len(lines) < 2:
        return 0.0
    natural = float(sum(text.width for line in lines for text in texts(line)))
    return math.floor(2 * _SPARE * points(link.style["font_size"]) * width / natural) / 2


def _text(element: Element) -> str:
    return "".join(element.itertext())
