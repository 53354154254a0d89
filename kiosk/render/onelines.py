"""An address that is a little longer than its line gets smaller letters, so that it stays whole.

Broken at its hyphen it would be another address: several machines take a hyphen at the end of a line away.
Word and the PDF would break it at different letters, too. Letters never get smaller than a page's smallest;
what is longer still is broken, as it must be.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Final
from xml.etree.ElementTree import Element

from kiosk.render.spacing import LEAST_SIZE
from kiosk.render.survey import Box, points, survey, texts

CLASS: Final = "long-address"
STYLE: Final = "Long Address"
"""The name of the class as a style, as `roles.py` makes it."""


def wanted(page_boxes: Iterable[Box]) -> Mapping[Element, float]:
    """Return the links that were broken and need not be, with the size of their letters in points."""
    found: dict[Element, float] = {}
    for element, box in survey(page_boxes).first.items():
        if element.tag == "a" and len(box.children) > 1 and not _has_blanks(element):
            size = _fitting(box)
            if size >= LEAST_SIZE:
                found[element] = size
    return found


def shrink(sizes: Mapping[Element, float]) -> None:
    """Write sizes into the page, as a span with a class within each link: a look may say more of it."""
    for element, size in sizes.items():
        span = Element("span", {"class": CLASS, "style": f"font-size: {size:g}pt"})
        span.text = element.text
        span[:] = list(element)
        element.text = None
        element[:] = [span]


def _has_blanks(element: Element) -> bool:
    return any(letter.isspace() for letter in "".join(element.itertext()).strip())


def _fitting(box: Box) -> float:
    """Return the size, in half points, at which all lines of a box are one."""
    whole = sum(_width(line) for line in box.children)
    return math.floor(2 * points(box.style["font_size"]) * box.width / whole) / 2 if whole else 0.0


def _width(line: Box) -> float:
    words: Sequence[Box] = list(texts(line))
    return sum(word.width for word in words)
