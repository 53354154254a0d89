"""What WeasyPrint 70.0 leaves out of a tagged PDF: languages within the page, and letters behind glyphs.

A PDF says for each glyph which letters it stands for, once. That is not enough where letters join, change
places or stand on each other, as in Hindi and Thai: machines then read other words. There the line says in
plain letters what it is (ISO 32000-1, 14.9.4, ActualText). Poppler and PDFium take such a text for one that
reads from the left, so it is not said for Arabic and Hebrew; there the fonts see to it (`typefaces.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Final

from weasyprint.formatting_structure.boxes import LineBox, TextBox

from kiosk.render import scripts

_SPAN: Final = "span"
_CODE: Final = re.compile("[A-Za-z0-9-]+")
_JOINING: Final = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0900-\u109f\u1780-\u17ff\u1900-\u1aff\u1b00-\u1c7f\u1dc0-\u1dff\u200c\u200d"
    "\u20d0-\u20ff\u302a-\u302f\u3099\u309a\ua800-\ua82f\ua880-\ua8ff\ua930-\uaadf\uabc0-\uabff\ufe00-\ufe0f"
    "\ufe20-\ufe2f\U00011000-\U000117ff\U000e0100-\U000e01ef]"
)
"""Letters that join or change places with others, and signs that stand on other letters."""


def complete(page_boxes: Sequence[Any], language: str, pdf: Any) -> None:
    """Add to the tags of a PDF, a `pydyf.PDF` with all its objects, before it is written.

    WeasyPrint makes its tags in the order of the boxes: one for each span, and one for each text that is not
    straight in a link.
    """
    tags = [it for it in pdf.objects if isinstance(it, dict) and it.get("S") == "/Span"]
    boxes = [box for page in page_boxes for box in _tagged(page)]
    if len(tags) != len(boxes):
        raise AssertionError("WeasyPrint makes other tags than it did")
    contents = _Contents(pdf)
    for tag, box in zip(tags, boxes, strict=True):
        own = box.style["lang"] or language
        if own != language and _CODE.fullmatch(own):
            tag["Lang"] = f"({own})"
        if isinstance(box, TextBox) and is_ambiguous(box.text):
            contents.says(tag["Pg"], tag["K"][0], box.text)


def is_ambiguous(text: str) -> bool:
    """Whether the glyphs of a text do not tell machines which letters they are."""
    return bool(_JOINING.search(text)) and not scripts.reads_from_right(text)


class _Contents:
    """What is drawn on the pages of a PDF, by the numbers of its marked parts."""

    def __init__(self, pdf: Any) -> None:
        self._pdf = pdf
        self._parts = cache(self._read)

    def says(self, page: bytes, number: int, text: str) -> None:
        """Say which letters a part of a page stands for."""
        letters = text.encode("utf-16-be").hex()
        self._parts(page)[number]["ActualText"] = f"<FEFF{letters}>"

    def _read(self, page: bytes) -> dict[int, Any]:
        stream = self._object(self._object(page)["Contents"]).stream
        return {item["MCID"]: item for item in stream if isinstance(item, dict) and "MCID" in item}

    def _object(self, reference: bytes) -> Any:
        return self._pdf.objects[int(reference.split()[0])]


def _tagged(box: Any) -> Iterator[Any]:
    """Yield the boxes within a box, and itself, that WeasyPrint tags as spans."""
    if box.element_tag == _SPAN:
        yield box
    in_link = str(box.element_tag).partition(":")[0] == "a"
    for child in getattr(box, "children", ()):
        for inner in child.children if isinstance(child, LineBox) else (child,):
            if isinstance(inner, TextBox):
                if not in_link:
                    yield inner
            else:
                yield from _tagged(inner)
