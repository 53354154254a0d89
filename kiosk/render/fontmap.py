"""The fonts that WeasyPrint lays out with: those of this computer, by the rules of `typefaces.py`.

Pango asks two fontconfigs: that of the process which fonts may stand in for others, that of WeasyPrint's
FontConfiguration how a font draws. So the rules go to both, through WeasyPrint's own bindings (70.0).
"""

from __future__ import annotations

from weasyprint.text.ffi import ffi, fontconfig
from weasyprint.text.fonts import FontConfiguration

from kiosk.render import typefaces

_COMPLAIN = 1

ffi.cdef("FcConfig * FcConfigGetCurrent (void);")
fontconfig.FcConfigParseAndLoadFromMemory(fontconfig.FcConfigGetCurrent(), typefaces.choice(), _COMPLAIN)


def configuration() -> FontConfiguration:
    """Return a new set of fonts, to which a style sheet may add its own."""
    fonts = FontConfiguration()
    config = fonts._config  # noqa: SLF001 - has no public name
    fontconfig.FcConfigParseAndLoadFromMemory(config, typefaces.drawing(), _COMPLAIN)
    return fonts
