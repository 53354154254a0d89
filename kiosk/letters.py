"""Which letters of a text no font of this computer has: asked while a person types, so it has to be quick.

The page itself is the judge (`render/glyphs.py`), and this says the same before there is a page. Whoever
shows it reads the fonts once, in the background, with `Letters.here()`; asking then costs microseconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kiosk import fonts

_UNSEEN: Final = (
    (0x00, 0x20),
    (0x7F, 0xA0),
    (0xAD, 0xAD),
    (0x34F, 0x34F),
    (0x61C, 0x61C),
    (0x115F, 0x1160),
    (0x1680, 0x1680),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x2000, 0x200F),
    (0x2028, 0x202F),
    (0x205F, 0x206F),
    (0x3000, 0x3000),
    (0x3164, 0x3164),
    (0xD800, 0xDFFF),
    (0xFDD0, 0xFDEF),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFF8),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF),
    *((plane + 0xFFFE, plane + 0xFFFF) for plane in range(0, 0x110000, 0x10000)),
)
"""What leaves no ink and needs no font: blanks, and what Unicode calls default ignorable (its file
DerivedCoreProperties); with what is no character, and dropped from every text (`resume/clean.py`)."""

_PRIVATE: Final = ((0xE000, 0xF8FF), (0xF0000, 0xFFFFD), (0x100000, 0x10FFFD))
"""Characters that mean something else in every font, so none is the right one."""

PRIVATE: Final = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")


_ALL: Final = 0x110000


@dataclass(frozen=True, slots=True, repr=False)
class Letters:
    """Which characters can be drawn on this computer: a byte for each that there may be, 1 for yes."""

    _drawn: bytes

    @classmethod
    def here(cls) -> Letters:
        """Read which letters this computer's fonts have: a tenth of a second, so not while someone waits."""
        return cls.of(fonts.covered())

    @classmethod
    def of(cls, covered: Iterable[tuple[int, int]]) -> Letters:
        """Return what fonts have that hold some ranges of characters. Without any font nothing is said."""
        drawn = bytearray(_ALL)
        for first, last in covered:
            drawn[first : last + 1] = b"\1" * (last + 1 - first)
        if not any(drawn):
            return cls(b"\1" * _ALL)
        for ranges, yes in ((_PRIVATE, b"\0"), (_UNSEEN, b"\1")):
            for first, last in ranges:
                drawn[first : last + 1] = yes * (last + 1 - first)
        return cls(bytes(drawn))

    def missing(self, text: str) -> tuple[str, ...]:
        """Return the letters of a text that would be left out of the page, each once, in their order."""
        if text.isascii():
            return ()
        drawn = self._drawn
        return tuple(char for char in dict.fromkeys(text) if not drawn[ord(char)])
