"""How much room there is on a mounted file system, and whether it can be written."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.errors import DriveError
from kiosk.storage import problems

LEAST: Final = 64 * 1024
"""Bytes. With less than this free, not even a short resume fits in its four files."""


@dataclass(frozen=True, slots=True)
class Space:
    """`size` and `free` in bytes. A few drivers in user space do not know them and say 0 for both."""

    size: int
    free: int
    read_only: bool


def space(folder: Path | int) -> Space:
    """Ask the file system of this folder or open descriptor; raises OSError."""
    told = os.statvfs(folder)
    return Space(
        size=told.f_blocks * told.f_frsize,
        free=told.f_bavail * told.f_frsize,
        read_only=bool(told.f_flag & os.ST_RDONLY),
    )


def lacking(there: Space, place: str, needed: int = LEAST) -> DriveError | None:
    """Return what keeps this many bytes from being written there."""
    if there.read_only:
        return problems.read_only(place)
    if there.size and there.free < needed:
        return problems.full(place)
    return None
