"""Writing the files of one save: all under their final names, synced, or none.

All files are written under temporary names and synced before the first gets its final name, so that a full
or broken drive leaves nothing half-done. FAT has no journal: after the renames the folder and then the whole
file system are written out. What each step protects from was tried on real and on broken drives.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from typing import Final

from kiosk.storage import names, problems
from kiosk.storage.drive import Drive
from kiosk.storage.place import Identity, Place, free_number, identity, open_place, open_root, temporary_name
from kiosk.storage.space import lacking, space
from kiosk.storage.syscalls import rename_no_replace, sync_file_system, sync_folder

SPARE: Final = 64 * 1024
"""Bytes that must stay free beside the files, for the folder and the drive's own tables."""

_CREATE: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
_AT_ONCE: Final = 1024 * 1024


@dataclass(frozen=True, slots=True, repr=False)
class FileToSave:
    """One file: its ending without the dot (one of names.ENDINGS) and all its bytes."""

    ending: str
    content: bytes


@dataclass(frozen=True, slots=True, repr=False)
class WrittenFile:
    """A file under its final name: `size` in bytes, `sha256` of what was to be written, in hex."""

    name: str
    ending: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, repr=False)
class WrittenSet:
    """The files of one save in `folder` of the drive's top, in the order in which they were given.

    `made` is True when this save made the folder.
    """

    folder: str
    made: bool
    number: int
    files: tuple[WrittenFile, ...]


@dataclass(slots=True, repr=False)
class _Ours:
    """A file on its way, under the name it has now; open, so that its identity cannot change under us."""

    ending: str
    name: str
    descriptor: int
    identity: Identity
    size: int
    sha256: str
    closed: bool = False

    def close(self) -> None:
        """Close it once; a driver in user space may report only now that it could not write."""
        if not self.closed:
            self.closed = True
            os.close(self.descriptor)


def write_set(
    drive: Drive,
    name: str,
    files: Sequence[FileToSave],
    *,
    writing: Callable[[], None],
    syncing: Callable[[], None],
    go_on: Callable[[], None],
) -> WrittenSet:
    """Put the files into the folder `name` of the drive, all or none, and write everything out.

    `writing` and `syncing` are called as these begin; `go_on` whenever there is still time to turn back, by
    raising. Raises DriveError and OSError; then what was written is removed again, and nothing else.
    """
    with ExitStack() as stack:
        root = stack.enter_context(open_root(drive))
        place = stack.enter_context(open_place(root, name, drive, go_on))
        _check_room(place.folder, drive, files)
        ours: list[_Ours] = []
        try:
            writing()
            for file in files:
                go_on()
                _write_temporary(place.folder, file, ours)
            syncing()
            for written in ours:
                os.fsync(written.descriptor)
            go_on()
            number = _give_names(place.folder, name, ours)
            _write_out(place, drive, ours)
        except BaseException:
            _remove(place.folder, ours)
            raise
        saved = tuple(WrittenFile(it.name, it.ending, it.size, it.sha256) for it in ours)
        return WrittenSet(place.name, place.made, number, saved)


def _check_room(folder: int, drive: Drive, files: Sequence[FileToSave]) -> None:
    """Say that a drive is full before a file is written; leftovers of a broken save are cleared by now."""
    block = max(os.fstatvfs(folder).f_frsize, 1)
    needed = SPARE + sum(-(-len(file.content) // block) * block for file in files)
    problem = lacking(space(folder), drive.place, needed)
    if problem is not None:
        raise problem


def _write_temporary(folder: int, file: FileToSave, ours: list[_Ours]) -> None:
    """Write one file under a temporary name, and put it into `ours` as soon as it exists."""
    name = temporary_name()
    digest = hashlib.sha256(file.content).hexdigest()
    descriptor = os.open(name, _CREATE, 0o666, dir_fd=folder)
    ours.append(
        _Ours(file.ending, name, descriptor, identity(os.fstat(descriptor)), len(file.content), digest)
    )
    rest = memoryview(file.content)
    while rest:
        rest = rest[os.write(descriptor, rest[:_AT_ONCE]) :]


def _give_names(folder: int, name: str, ours: Sequence[_Ours]) -> int:
    """Give all files their final names with one free number; a name taken meanwhile means another number."""
    while True:
        number = free_number(folder, name)
        try:
            for written in ours:
                _rename(folder, written, names.file_name(name, written.ending, number))
        except FileExistsError:
            for written in ours:
                _rename(folder, written, temporary_name())
        else:
            return number


def _rename(folder: int, written: _Ours, name: str) -> None:
    rename_no_replace(folder, written.name, name)
    written.name = name


def _write_out(place: Place, drive: Drive, ours: Sequence[_Ours]) -> None:
    """Write out the names, then the whole file system, and make sure that this still is the drive."""
    for written in ours:
        written.close()
    sync_folder(place.folder)
    sync_folder(place.root)
    sync_file_system(place.root)
    if drive.mount is None or identity(drive.mount.stat()) != identity(os.fstat(place.root)):
        raise problems.gone(drive.place)


def _remove(folder: int, ours: Sequence[_Ours]) -> None:
    """Remove what this save made, and only that.

    The drive may be gone: then nothing can be removed, and the first problem is the one to tell.
    """
    mine = [written.name for written in ours if _is(folder, written)]
    for written in ours:
        with suppress(OSError):
            written.close()
    for name in mine:
        with suppress(OSError):
            os.unlink(name, dir_fd=folder)
    with suppress(OSError):
        sync_folder(folder)


def _is(folder: int, written: _Ours) -> bool:
    with suppress(OSError):
        return identity(os.stat(written.name, dir_fd=folder, follow_symlinks=False)) == written.identity
    return False
