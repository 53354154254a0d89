"""Finding the resumes on the drives and opening one of them. Runs off the wizard's thread.

Our editable files are known by their names. Whether another file holds a resume is known only when it has
been looked into, which happens in the worker, because a drive may hold anything: a few of the newest, for a
while.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from kiosk import logs
from kiosk.errors import DriveError, KioskError, ResumeFileError
from kiosk.i18n import _
from kiosk.resume import files, limits
from kiosk.resume.jsonresume import Loaded
from kiosk.resume.texts import is_blank
from kiosk.storage import finding, names
from kiosk.storage.drive import Drive, DriveSource
from kiosk.storage.finding import FileThere
from kiosk.storage.reading import read_file
from kiosk.worker import Worker, WorkerBug

READ = "kiosk.resume.jsonresume:loads"
READ_INSIDE = "kiosk.render.attached:loads"
READ_SECONDS = 5.0

MOST_LOOKED_INTO = 40
LOOKING_SECONDS = 20.0
"""After so many files, or so long, the ones that are left are not looked into."""

LARGEST = 4 * limits.MAX_BYTES
"""Bytes of a PDF or Word file that is looked into."""

_ENDINGS = frozenset({".json", ".pdf", ".docx", names.BACKUP})


class Kind(IntEnum):
    """What a file is, the most useful first."""

    OURS = 0
    EARLIER = 1
    """The earlier copy beside one of ours."""
    PDF = 2
    WORD = 3
    JSON = 4


_KIND_OF = {".json": Kind.JSON, ".pdf": Kind.PDF, ".docx": Kind.WORD}


@dataclass(frozen=True, slots=True, repr=False)
class Found:
    """A file with a resume; `earlier` is its earlier copy, where there is one."""

    file: FileThere
    kind: Kind
    earlier: FileThere | None = None

    @property
    def name(self) -> str:
        """What to call it."""
        return files.shown(names.bare_name(self.file.path.name))

    @property
    def drive(self) -> Drive:
        """The drive that it is on."""
        return self.file.drive


@dataclass(frozen=True, slots=True, repr=False)
class Search:
    """What is known to be a resume, and what may be one; the newest first."""

    found: tuple[Found, ...]
    unsure: tuple[Found, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Opened:
    """A resume as it was read from a file, and the bytes of that file."""

    loaded: Loaded
    content: bytes


def find(source: DriveSource, drives: Sequence[Drive]) -> Search:
    """Look for files on the drives by their names and times alone."""
    there: list[FileThere] = []
    for drive in drives:
        # A drive that cannot be read holds nothing that we could open; the others may.
        with suppress(DriveError):
            if drive.mounted or drive.usable:
                there.extend(finding.files(source.mount(drive) if drive.usable else drive, _ENDINGS))
    by_path = {file.path: file for file in there}
    found = [it for file in there if (it := _as_found(file, by_path)) is not None]
    return Search(
        newest_first(it for it in found if it.kind in (Kind.OURS, Kind.EARLIER)),
        _likely_first(it for it in found if it.kind not in (Kind.OURS, Kind.EARLIER)),
    )


def look_into(
    worker: Worker, source: DriveSource, unsure: Sequence[Found], stopped: Callable[[], bool]
) -> tuple[Found, ...]:
    """Return those of the files that hold a resume."""
    end = time.monotonic() + LOOKING_SECONDS
    sure = []
    for it in unsure[:MOST_LOOKED_INTO]:
        if stopped() or time.monotonic() > end:
            break
        try:
            load(worker, source, it)
        except (KioskError, WorkerBug) as why:
            if isinstance(why, WorkerBug):
                logs.bug(why)
        else:
            sure.append(it)
    return newest_first(sure)


def load(worker: Worker, source: DriveSource, found: Found) -> Opened:
    """Read one file; raises ResumeFileError, DriveError, or RenderError when reading it took too much."""
    file, inside = found.file, found.kind in (Kind.PDF, Kind.WORD)
    shown = files.shown(file.path.name)
    most = LARGEST if inside else limits.MAX_BYTES
    if file.size > most:
        raise limits.too_large(shown)
    content = read_file(source, file.drive, file.path, most)
    job = READ_INSIDE if inside else READ
    loaded: Loaded | None = worker.submit(job, content, shown, timeout=READ_SECONDS).result()
    if loaded is None or is_blank(loaded.resume):
        raise ResumeFileError(
            _("There is no resume in {file}.").format(file=shown), _("Choose another file.")
        )
    return Opened(loaded, content)


def earlier_copy(found: Found) -> Found | None:
    """Return the earlier copy of one of our files, to open in its place."""
    return None if found.earlier is None else Found(found.earlier, Kind.EARLIER)


def newest_first(found: Iterable[Found]) -> tuple[Found, ...]:
    """Put the newest first; of one save the most useful."""
    return tuple(sorted(found, key=lambda it: (-it.file.changed, it.kind)))


def _likely_first(found: Iterable[Found]) -> tuple[Found, ...]:
    """What is called as we call our files comes before what is only newer."""
    by_time = newest_first(found)
    return tuple(sorted(by_time, key=lambda it: not names.is_called_like_ours(it.file.path.name)))


def _as_found(file: FileThere, there: Mapping[Path, FileThere]) -> Found | None:
    name = file.path.name
    if names.is_editable(name):
        return Found(file, Kind.OURS, there.get(file.path.with_name(names.backup_name(name))))
    if name.endswith(names.BACKUP):
        whole = file.path.with_name(name.removesuffix(names.BACKUP))
        alone = names.is_editable(whole.name) and whole not in there
        return Found(file, Kind.EARLIER) if alone else None
    return Found(file, _KIND_OF[file.path.suffix.lower()])
