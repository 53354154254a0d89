"""Which fonts the looks ask for and which this computer has.

Fonts come as packages. Without any the layout cannot work at all; without one of them a page falls back to
another and breaks its lines elsewhere.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from kiosk import paths

_FAMILIES = re.compile(r"font-family\s*:\s*([^;}]+)")
_GENERIC = frozenset(
    {"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "inherit", "initial"}
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PATIENCE = 10.0
"""Seconds; fontconfig may have to build its list first."""


def here() -> frozenset[str]:
    """Return the names of all font families of this computer (fc-list(1)), none without fontconfig."""
    try:
        listed = subprocess.run(  # noqa: S603 - nothing of a person's is in it
            ["fc-list", "--format", "%{family}\n"],  # noqa: S607 - where the system has it
            capture_output=True,
            check=True,
            timeout=_PATIENCE,
        )
    except (OSError, subprocess.SubprocessError):
        return frozenset()
    lines = listed.stdout.decode("utf-8", "replace").splitlines()
    return frozenset(name.replace("\\", "").strip() for line in lines for name in line.split(",") if name)


def needed(templates: Path = paths.TEMPLATES) -> tuple[str, ...]:
    """Return the names of the families that the looks in a folder ask for, in their order."""
    found: dict[str, None] = {}
    for stylesheet in sorted(templates.glob("*/style.css")):
        for names in _FAMILIES.findall(_COMMENT.sub("", stylesheet.read_text("utf-8"))):
            found |= dict.fromkeys(name.strip(" \t\n\"'") for name in names.split(","))
    return tuple(name for name in found if name and name not in _GENERIC)


def missing() -> tuple[str, ...]:
    """Return the names of the families that the looks ask for and this computer does not have."""
    known = {_same(name) for name in here()}
    return tuple(name for name in needed() if _same(name) not in known)


def _same(name: str) -> str:
    """Return a name as fontconfig compares it: without blanks and case."""
    return name.replace(" ", "").casefold()
