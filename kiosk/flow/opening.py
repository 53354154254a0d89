"""Finding the editable files on a drive and opening one of them. Runs off the wizard's thread.

The bytes are read here; they are understood in the worker, because a drive may hold anything.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from kiosk.errors import DriveError
from kiosk.resume import files
from kiosk.resume.jsonresume import Loaded
from kiosk.storage.drive import DriveSource
from kiosk.worker import Worker

READ = "kiosk.resume.jsonresume:loads"
READ_SECONDS = 5.0
MARK = " - open me in the resume kiosk"
"""What the names of our editable files hold (storage.names); a number may follow."""

MOST_LOOKED_AT = 2000
"""Names in one folder. A drive full of pictures must not keep a person waiting."""


@dataclass(frozen=True, slots=True, repr=False)
class Found:
    """An editable file: what to call it, on which drive, when it was last changed (seconds since 1970)."""

    path: Path
    name: str
    drive: str
    changed: float


def find(source: DriveSource) -> tuple[Found, ...]:
    """Return the editable files on all drives, the newest first: those at the top and one folder down."""
    found: list[Found] = []
    for drive in source.drives():
        # A drive that cannot be read holds nothing that we could open; the others may.
        with suppress(DriveError):
            if (drive.mounted or drive.usable) and (mount := source.mount(drive).mount) is not None:
                found.extend(_look(mount, drive.label))
    return tuple(sorted(found, key=lambda file: file.changed, reverse=True))


def load(worker: Worker, found: Found) -> Loaded:
    """Read one file; raises ResumeFileError, or RenderError when reading it took too much."""
    data = files.read(found.path)
    loaded: Loaded = worker.submit(READ, data, found.path.name, timeout=READ_SECONDS).result()
    return loaded


def _look(mount: Path, drive: str) -> Iterator[Found]:
    for entry in _entries(mount):
        if entry.is_dir(follow_symlinks=False):
            for inner in _entries(Path(entry.path)):
                yield from _resume(inner, drive)
        else:
            yield from _resume(entry, drive)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with suppress(OSError), os.scandir(folder) as entries:
        return list(islice(entries, MOST_LOOKED_AT))
    return []


def _resume(entry: os.DirEntry[str], drive: str) -> Iterator[Found]:
    stem, mark, number = entry.name.removesuffix(".json").partition(MARK)
    with suppress(OSError):
        if mark and entry.name.endswith(".json") and entry.is_file(follow_symlinks=False):
            changed = entry.stat(follow_symlinks=False).st_mtime
            yield Found(Path(entry.path), stem + number, drive, changed)
