"""What the kernel says about mounted file systems and disks: /proc/self/mountinfo and /sys/class/block.

Formats: proc_pid_mountinfo(5) and the kernel's Documentation/ABI/stable/sysfs-block.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

MOUNTINFO: Final = Path("/proc/self/mountinfo")
_OCTAL: Final = re.compile(r"\\([0-7]{3})")


@dataclass(frozen=True, slots=True)
class Mount:
    """One mounted file system. `device` is the number that `os.stat(...).st_dev` gives for its files."""

    device: int
    root: str
    point: Path
    kind: str
    source: str
    read_only: bool


def mounts(table: Path = MOUNTINFO) -> tuple[Mount, ...]:
    """Return what is mounted now, oldest first; nothing where there is no such table."""
    try:
        text = table.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ()
    return tuple(_parsed(line) for line in text.splitlines())


def kind_of(device: int) -> str:
    """Return the file system type of the files with this `st_dev`, empty when it is not known."""
    return next((mount.kind for mount in mounts() if mount.device == device), "")


def _parsed(line: str) -> Mount:
    """Fields 1 to 6, any number of optional ones, a hyphen, then type, source, and options."""
    before, _, after = line.partition(" - ")
    _id, _parent, numbers, root, point, options, *_optional = before.split(" ")
    kind, source, fs_options = after.split(" ", 2)
    major, minor = numbers.split(":")
    return Mount(
        device=os.makedev(int(major), int(minor)),
        root=_unescaped(root),
        point=Path(_unescaped(point)),
        kind=kind,
        source=_unescaped(source),
        read_only="ro" in options.split(",") or "ro" in fs_options.split(","),
    )


def _unescaped(field: str) -> str:
    """Space, tab, newline and backslash are written as octal numbers."""
    return _OCTAL.sub(lambda found: chr(int(found[1], 8)), field)
