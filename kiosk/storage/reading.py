"""Reading one file of a drive: through open folders, never through a link, and plain files only."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from kiosk.storage import problems
from kiosk.storage.drive import Drive, DriveSource
from kiosk.storage.place import OPEN_FOLDER, open_root

_FILE: Final = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_CHUNK: Final = 1 << 20


def read_file(source: DriveSource, drive: Drive, path: Path, most: int) -> bytes:
    """Return what a file of a drive holds. `path` is where it is or was while the drive was mounted.

    Raises DriveError when it is not there, no plain file, larger than `most` bytes, or cannot be read.
    """
    now = source.mount(drive)
    tops = [it.mount for it in (drive, now) if it.mount is not None and it.mount in path.parents]
    with problems.in_plain_words(drive.place), open_root(now) as root:
        if not tops:
            raise _no_file(path)
        return _read(root, path.relative_to(tops[0]).parts, most)


def _read(root: int, parts: Sequence[str], most: int) -> bytes:
    folder = os.dup(root)
    try:
        for name in parts[:-1]:
            inner = os.open(name, OPEN_FOLDER | os.O_NOFOLLOW, dir_fd=folder)
            os.close(folder)
            folder = inner
        handle = os.open(parts[-1], _FILE, dir_fd=folder)
    finally:
        os.close(folder)
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode) or found.st_size > most:
            raise _no_file(Path(parts[-1]))
        data = bytearray()
        while len(data) <= most and (chunk := os.read(handle, _CHUNK)):
            data += chunk
    finally:
        os.close(handle)
    return bytes(data)


def _no_file(path: Path) -> OSError:
    return OSError(errno.ENOENT, os.strerror(errno.ENOENT), path.name)
