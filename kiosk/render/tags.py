"""What WeasyPrint 70.0 leaves out of a tagged PDF: the letters behind glyphs.

A PDF says for each glyph which letters it stands for, once. That is not enough where letters join, change
places or stand on each other, as in Hindi and Thai: machines then read other words. There the line says in
plain letters what it is (ISO 32000-1, 14.9.4, ActualText). Poppler and PDFium take such a text for one that
reads from the left, so it is not said for Arabic and Hebrew; there the fonts see to it (`typefaces.py`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from kiosk.render import scripts

_JOINING: Final = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0900-\u109f\u1780-\u17ff\u1900-\u1aff\u1b00-\u1c7f\u1dc0-\u1dff\u200c\u200d"
    "\u20d0-\u20ff\u302a-\u302f\u3099\u309a\ua800-\ua82f\ua880-\ua8ff\ua930-\uaadf\uabc0-\uabff\ufe00-\ufe0f"
    "\ufe20-\ufe2f\U00011000-\U000117ff\U000e0100-\U000e01ef]"
)
"""Letters that join or change places with others, and signs that stand on other letters."""


def put_letters(pdf: Any, pages: Sequence[Mapping[int, str]]) -> None:
    """Say which letters parts of a page stand for: for each page, the text by the number of its part.

    `pdf` is a `pydyf.PDF` with all its objects, before it is written.
    """
    for page, texts in zip(pdf.page_references, pages, strict=True):
        if texts:
            parts = _parts(pdf, page)
            for number, text in texts.items():
                parts[number]["ActualText"] = f"<FEFF{text.encode('utf-16-be').hex()}>"


def is_ambiguous(text: str) -> bool:
    """Whether the glyphs of a text do not tell machines which letters they are."""
    return bool(_JOINING.search(text)) and not scripts.reads_from_right(text)


def _parts(pdf: Any, page: bytes) -> dict[int, Any]:
    """Return what is drawn on a page, by the numbers of its marked parts."""
    stream = _object(pdf, _object(pdf, page)["Contents"]).stream
    return {item["MCID"]: item for item in stream if isinstance(item, dict) and "MCID" in item}


def _object(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]
