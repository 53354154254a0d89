"""Fonts of a PDF: embedded, known, only the letters that are used, and a letter for every sign shown."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, Final

import pypdf
from fontTools.ttLib import TTFont
from pypdf.generic import ContentStream

from kiosk.render.word.names import SAME_MEASURE

from .readers import quiet

_SUBSET: Final = re.compile(r"/[A-Z]{6}\+([\w-]+)")
_KNOWN: Final = ("Noto", *(name.replace(" ", "-") for name in SAME_MEASURE))
"""How the names of our fonts begin: what else there is on a computer must not creep in."""


def faults(pdf: bytes) -> list[str]:
    """Return what is wrong with the fonts of a PDF."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    fonts: dict[str, Any] = {}
    shown: dict[str, set[int]] = {}
    for page in reader.pages:
        resources: Any = page["/Resources"]
        names = {name: font.get_object() for name, font in resources.get("/Font", {}).items()}
        for name, codes in _shown(page, reader).items():
            base = names[name]["/BaseFont"]
            fonts[base] = names[name]
            shown.setdefault(base, set()).update(codes)
    with quiet("fontTools"):
        return [fault for base, codes in shown.items() for fault in _of_font(base, fonts[base], codes)]


def _shown(page: Any, reader: pypdf.PdfReader) -> dict[str, set[int]]:
    """Return the glyphs that a page shows, by the name of their font; WeasyPrint writes two bytes each."""
    shown: dict[str, set[int]] = {}
    font = ""
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator == b"Tf":
            font = operands[0]
        elif operator in (b"Tj", b"TJ"):
            for part in operands[0] if operator == b"TJ" else operands:
                shown.setdefault(font, set()).update(_codes(part))
    return shown


def _codes(part: Any) -> Iterator[int]:
    if isinstance(part, int | float):
        return
    data = part if isinstance(part, bytes) else part.original_bytes
    yield from (int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data), 2))


def _of_font(name: str, font: Any, codes: set[int]) -> Iterator[str]:
    descriptor = font["/DescendantFonts"][0]["/FontDescriptor"] if "/DescendantFonts" in font else {}
    files = [descriptor[key] for key in ("/FontFile2", "/FontFile3") if key in descriptor]
    if not files:
        yield f"{name} is not embedded"
        return
    part = _SUBSET.fullmatch(name)
    if not (part and part[1].startswith(_KNOWN)):
        yield f"{name} is no part of a font that we know"
    with TTFont(io.BytesIO(files[0].get_data())) as letters:
        count = len(letters.getGlyphOrder())
        drawn = _drawn(letters)
    # WeasyPrint gives a sign that no font has the number of a glyph that is not there.
    if 0 in codes or max(codes) >= count:
        yield f"{name} shows a box instead of a letter"
    # Accents, ligatures and the like come along with the letters that are shown.
    if drawn > 2 * len(codes) + 50:
        yield f"{name} has {drawn} letters for the {len(codes)} that are shown"


def _drawn(letters: TTFont) -> int:
    """Return how many glyphs have an outline: a subset keeps the numbers and empties the rest."""
    if "glyf" not in letters:
        return 0
    return sum(letters["glyf"][name].numberOfContours != 0 for name in letters.getGlyphOrder())
