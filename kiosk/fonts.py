"""Which fonts the looks ask for and which this computer has.

Fonts come as packages. Without any the layout cannot work at all; without one of them a page falls back to
another and breaks its lines elsewhere. A look names the font of its text; those for the letters that it does
not have are listed here once for all looks (`render/typefaces.py` tells the layout).
"""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path
from typing import Final

from kiosk import paths

SERIFS: Final = ("Caladea", "Liberation Serif", "Noto Serif", "Gelasio", "serif")
"""The fonts with serifs; all others get companions without."""

ARABIC: Final = "Noto Naskh Arabic"
"""The letters of books and newspapers, beside every look.

Without its ligatures, which are few and change little, it draws lam and alef, and the name of God, as
letters of their own: of what other fonts draw machines read the letters in a wrong order.
"""

SANS: Final = (
    ("Noto Sans", ARABIC, "Noto Sans Hebrew", "Noto Sans Devanagari", "Noto Sans Thai")
    + ("Noto Sans Ethiopic", "Noto Sans Armenian", "Noto Sans Georgian", "Noto Sans Bengali")
    + ("Noto Sans Gujarati", "Noto Sans Gurmukhi", "Noto Sans Tamil", "Noto Sans Telugu", "Noto Sans Kannada")
    + ("Noto Sans Malayalam", "Noto Sans Sinhala", "Noto Sans Khmer", "Noto Sans Lao", "Noto Sans Myanmar")
    + ("Noto Serif Tibetan",)
)
SERIF: Final = (
    ("Noto Serif", ARABIC, "Noto Serif Hebrew", "Noto Serif Devanagari", "Noto Serif Thai")
    + ("Noto Serif Ethiopic", "Noto Serif Armenian", "Noto Serif Georgian", "Noto Serif Bengali")
    + ("Noto Serif Gujarati", "Noto Serif Gurmukhi", "Noto Serif Tamil", "Noto Serif Telugu")
    + ("Noto Serif Kannada", "Noto Serif Malayalam", "Noto Serif Sinhala", "Noto Serif Khmer")
    + ("Noto Serif Lao", "Noto Serif Myanmar", "Noto Serif Tibetan")
)
SIGNS: Final = ("Noto Sans Symbols", "Noto Sans Symbols2", "Noto Sans Math", "Noto Music")
"""Arrows, ticks, stars and notes."""

REGIONS: Final = ("SC", "TC", "HK", "JP", "KR")
"""The ways of writing Chinese characters, in the order for words of no such language."""

_FAMILIES = re.compile(r"font-family\s*:\s*([^;}]+)")
_GENERIC = frozenset(
    {"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "inherit", "initial"}
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PATIENCE = 10.0
"""Seconds; fontconfig may have to build its list first."""


def here() -> frozenset[str]:
    """Return the names of all font families of this computer (fc-list(1)), none without fontconfig."""
    lines = _listed("family")
    return frozenset(name.replace("\\", "").strip() for line in lines for name in line.split(",") if name)


def covered() -> frozenset[tuple[int, int]]:
    """Return the characters that some font of this computer has, as ranges with both their ends."""
    parts = {part for line in _listed("charset") for part in line.split()}
    ends = (part.split("-") for part in parts)
    return frozenset((int(pair[0], 16), int(pair[-1], 16)) for pair in ends)


def _listed(what: str) -> list[str]:
    try:
        listed = subprocess.run(  # noqa: S603 - nothing of a person's is in it
            ["fc-list", "--format", f"%{{{what}}}\n"],  # noqa: S607 - where the system has it
            capture_output=True,
            check=True,
            timeout=_PATIENCE,
        )
    except (OSError, subprocess.SubprocessError):
        return []
    return listed.stdout.decode("utf-8", "replace").splitlines()


def needed(templates: Path = paths.TEMPLATES) -> tuple[str, ...]:
    """Return the names of the families that the looks in a folder ask for, and of those that stand behind."""
    found: dict[str, None] = {}
    for about in sorted(templates.glob("*/template.toml")):
        found |= dict.fromkeys(filter(None, [_font(about)]))
    for stylesheet in sorted(templates.glob("*/style.css")):
        for names in _FAMILIES.findall(_COMMENT.sub("", stylesheet.read_text("utf-8"))):
            found |= dict.fromkeys(name.strip(" \t\n\"'") for name in names.split(","))
    cjk = (f"Noto {kind} CJK {region}" for kind in ("Sans", "Serif") for region in REGIONS)
    found |= dict.fromkeys((*SANS, *SERIF, *cjk, *SIGNS))
    return tuple(name for name in found if name and name not in _GENERIC and "(" not in name)


def _font(about: Path) -> str:
    """Return the font that a look's description names, "" where it is not to be read."""
    try:
        return str(tomllib.loads(about.read_text("utf-8")).get("font", ""))
    except (OSError, ValueError, RecursionError):
        return ""  # whoever loads the look says what is wrong with it


def missing() -> tuple[str, ...]:
    """Return the names of the families that the looks ask for and this computer does not have."""
    known = {_same(name) for name in here()}
    return tuple(name for name in needed() if _same(name) not in known)


def _same(name: str) -> str:
    """Return a name as fontconfig compares it: without blanks and case."""
    return name.replace(" ", "").casefold()
