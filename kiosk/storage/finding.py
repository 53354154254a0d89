"""The names of files on a drive: at its top and one folder down. Nothing is opened, followed or trusted."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from kiosk.storage.drive import Drive

MOST_NAMES: Final = 2000
"""Names in one folder. A drive full of pictures must not keep a person waiting."""
MOST_FOLDERS: Final = 200


@dataclass(frozen=True, slots=True, repr=False)
class FileThere:
    """A plain file: its drive as it is mounted, its size in bytes, its last change in seconds since 1970."""

    path: Path
    drive: Drive
    size: int
    changed: float


def files(drive: Drive, endings: Collection[str]) -> Iterator[FileThere]:
    """Give the plain files of these endings (`.pdf`, small letters). Hidden ones are somebody's program's."""
    if drive.mount is None:
        return
    folders = 0
    for entry in _entries(drive.mount):
        with suppress(OSError):
            if not entry.is_dir(follow_symlinks=False):
                yield from _file(entry, drive, endings)
            elif folders < MOST_FOLDERS:
                folders += 1
                for inner in _entries(Path(entry.path)):
                    yield from _file(inner, drive, endings)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with suppress(OSError), os.scandir(folder) as entries:
        return [entry for entry in islice(entries, MOST_NAMES) if not entry.name.startswith(".")]
    return []


def _file(entry: os.DirEntry[str], drive: Drive, endings: Collection[str]) -> Iterator[FileThere]:
    with suppress(OSError):
        if Path(entry.name).suffix.lower() in endings and entry.is_file(follow_symlinks=False):
            found = entry.stat(follow_symlinks=False)
            yield FileThere(Path(entry.path), drive, found.st_size, found.st_mtime)
