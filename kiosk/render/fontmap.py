"""The fonts that WeasyPrint lays out with: those of this computer, by the rules of `typefaces.py`.

And their sizes: Word has letters in half points and none between. So the page has none either, whatever a
look's style sheet multiplies; else a long name that just fits on a line here would not there.

Pango asks two fontconfigs: that of the process which fonts may stand in for others, that of WeasyPrint's
FontConfiguration how a font draws. So the rules go to both, through WeasyPrint's own bindings (70.0).
"""

from __future__ import annotations

from typing import Any

from weasyprint.css.computed_values import COMPUTER_FUNCTIONS
from weasyprint.text.ffi import ffi, fontconfig
from weasyprint.text.fonts import FontConfiguration

from kiosk.render import typefaces

_COMPLAIN = 1
_HALF_POINT = 2 / 3
"""In CSS pixels."""
_computed_size = COMPUTER_FUNCTIONS["font_size"]


def _in_half_points(style: Any, name: str, value: Any) -> float:
    pixels: float = _computed_size(style, name, value)
    return round(pixels / _HALF_POINT) * _HALF_POINT


COMPUTER_FUNCTIONS["font_size"] = _in_half_points

ffi.cdef("FcConfig * FcConfigGetCurrent (void);")
fontconfig.FcConfigParseAndLoadFromMemory(fontconfig.FcConfigGetCurrent(), typefaces.choice(), _COMPLAIN)


def configuration() -> FontConfiguration:
    """Return a new set of fonts, to which a style sheet may add its own."""
    fonts = FontConfiguration()
    config = fonts._config  # noqa: SLF001 - has no public name
    fontconfig.FcConfigParseAndLoadFromMemory(config, typefaces.drawing(), _COMPLAIN)
    return fonts
