"""How high a line of a font is by itself: what word processors call single line spacing.

WeasyPrint does not say it, so it is read from the font that Pango chose for the text, through WeasyPrint's
own bindings (weasyprint.text, version 70.0). Offsets in the tables: OpenType 1.9, chapters OS/2, hhea and
head.
"""

from __future__ import annotations

import struct
from typing import Any, Final

from weasyprint.text.ffi import ffi, harfbuzz
from weasyprint.text.fonts import get_pango_font_hb_face

_USE_TYPO_METRICS: Final = 1 << 7

LineHeights = dict[tuple[object, ...], float]
"""What was measured before, in ems; made afresh for each page: templates may bring their own fonts."""


def natural_height(text_box: Any, known: LineHeights) -> float:
    """Return the height that the fonts of a laid-out text ask for, in CSS pixels."""
    style = text_box.style
    key = (style["font_family"], style["font_weight"], style["font_style"], _alphabets(text_box.text))
    if key not in known:
        known[key] = max((_ems(font) for font in _fonts(text_box)), default=1.2)
    return known[key] * float(style["font_size"])


def _alphabets(text: str) -> frozenset[int]:
    """Return a rough key for the fonts a text needs: its 256-character rows, those of Chinese as one."""
    if text.isascii():
        return frozenset()
    return frozenset(0x2E if 0x2E80 <= ord(letter) < 0xFB00 else ord(letter) >> 8 for letter in text)


def _fonts(text_box: Any) -> list[Any]:
    """Return the Pango fonts of a text's only line."""
    text_box.pango_layout.reactivate(text_box.style)
    line, _ = text_box.pango_layout.get_first_line()
    run, fonts = line.runs[0], []
    while run != ffi.NULL:
        fonts.append(run.data.item.analysis.font)
        run = run.next
    return fonts


def _ems(font: Any) -> float:
    """Return ascent, descent and gap as Word and LibreOffice add them up, as a part of the font size."""
    face = get_pango_font_hb_face(font)
    head, hhea, os2 = (_table(face, tag) for tag in (b"head", b"hhea", b"OS/2"))
    if len(head) < 54 or len(hhea) < 36:
        return 1.2
    (units,) = struct.unpack_from(">H", head, 18)
    ascent, descent, gap = struct.unpack_from(">hhh", hhea, 4)
    height: int = ascent - descent + gap
    if len(os2) >= 78:
        (selection,) = struct.unpack_from(">H", os2, 62)
        typo_ascent, typo_descent, typo_gap, win_ascent, win_descent = struct.unpack_from(">hhhHH", os2, 68)
        if selection & _USE_TYPO_METRICS:
            height = typo_ascent - typo_descent + typo_gap
        else:
            height = max(height, win_ascent + win_descent)
    return float(height / units)


def _table(face: Any, tag: bytes) -> bytes:
    blob = harfbuzz.hb_face_reference_table(face, harfbuzz.hb_tag_from_string(tag, -1))
    with ffi.new("unsigned int *") as length:
        data = harfbuzz.hb_blob_get_data(blob, length)
        content = b"" if data == ffi.NULL else bytes(ffi.unpack(data, int(length[0])))
        harfbuzz.hb_blob_destroy(blob)
    return content
