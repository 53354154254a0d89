"""Writing the files of one save: all under their final names, synced, or none.

All files are written under temporary names and synced before the first gets its final name, so that a full
or broken drive leaves nothing half-done. FAT has no journal: after the renames the folder and then the whole
file system are written out. What each step protects from was tried on real and on broken drives.

Nothing is replaced but one thing: where the editable file of this sitting stands alone, because autosave made
it, the editable file of the save takes its place.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from typing import Final

from kiosk.storage import names, problems
from kiosk.storage.drive import Drive
from kiosk.storage.editable import NOTHING, Own, digest, free_number, keep_backup, put, replace, replaceable
from kiosk.storage.place import Place, identity, open_place, open_root, temporary_name
from kiosk.storage.space import lacking, space
from kiosk.storage.syscalls import sync_file_system, sync_folder
from kiosk.storage.temporary import Temporary, create

SPARE: Final = 64 * 1024
"""Bytes that must stay free beside the files, for the folder and the drive's own tables."""


@dataclass(frozen=True, slots=True, repr=False)
class FileToSave:
    """One file: its ending without the dot (one of names.ENDINGS) and all its bytes."""

    ending: str
    content: bytes


@dataclass(frozen=True, slots=True, repr=False)
class WrittenFile:
    """A file under its final name: `size` in bytes, `sha256` of what was to be written, in hex.

    `before` is what this sitting's own file of that name held; None where there was none.
    """

    name: str
    ending: str
    size: int
    sha256: str
    before: bytes | None = None


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
    """A file on its way; `before` is what its final name held, from the moment that it has taken it."""

    file: FileToSave
    temporary: Temporary
    before: bytes | None = None

    def written(self) -> WrittenFile:
        content = self.file.content
        return WrittenFile(self.temporary.name, self.file.ending, len(content), digest(content), self.before)


@dataclass(frozen=True, slots=True, repr=False)
class Mine:
    """What is this sitting's: all that its editable files ever held, and what they held when opened."""

    own: Own = NOTHING
    opened: Own = NOTHING


NOBODY: Final = Mine()
"""Nothing on the drive is this sitting's."""


def write_set(
    drive: Drive,
    name: str,
    files: Sequence[FileToSave],
    *,
    writing: Callable[[], None],
    syncing: Callable[[], None],
    go_on: Callable[[], None],
    mine: Mine = NOBODY,
) -> WrittenSet:
    """Put the files into the folder `name` of the drive, all or none, and write everything out.

    `writing` and `syncing` are called as these begin; `go_on` whenever there is still time to turn back, by
    raising. Raises DriveError and OSError; then what was written is removed again, and nothing else.
    """
    with ExitStack() as stack:
        root = stack.enter_context(open_root(drive))
        place = stack.enter_context(open_place(root, name, drive, go_on))
        check_room(place.folder, drive, [len(file.content) for file in files])
        ours: list[_Ours] = []
        try:
            writing()
            for file in files:
                ours.append(_Ours(file, create(place.folder)))
                ours[-1].temporary.write(file.content, go_on)
            syncing()
            for it in ours:
                go_on()
                it.temporary.sync()
            go_on()
            number = _give_names(place.folder, name, ours, mine)
            for it in ours:
                it.temporary.close()
            write_out(place, drive)
        except BaseException:
            _undo(place.folder, ours)
            raise
        return WrittenSet(place.name, place.made, number, tuple(it.written() for it in ours))


def check_room(folder: int, drive: Drive, sizes: Sequence[int]) -> None:
    """Say that a drive is full before a file is written; leftovers of a broken save are cleared by now."""
    block = max(os.fstatvfs(folder).f_frsize, 1)
    needed = SPARE + sum(-(-size // block) * block for size in sizes)
    problem = lacking(space(folder), drive.place, needed)
    if problem is not None:
        raise problem


def write_out(place: Place, drive: Drive) -> None:
    """Write out the names, then the whole file system, and make sure that this still is the drive.

    Where a driver in user space has died, syncing the file system and looking at the mount point still
    succeed, from what the kernel remembers; asking for the room that is left does not.
    """
    sync_folder(place.folder)
    sync_folder(place.root)
    sync_file_system(place.root)
    os.fstatvfs(place.root)
    if drive.mount is None or identity(drive.mount.stat()) != identity(os.fstat(place.root)):
        raise problems.gone(drive.place)


def put_back(folder: int, name: str, before: bytes) -> None:
    """Give a file of this sitting back what it held, as far as the drive still obeys.

    If the drive does not, the file holds what was to be saved, or its backup what it held.
    """
    with suppress(OSError):
        put(folder, name, before, _no_turning_back)


def _give_names(folder: int, name: str, ours: Sequence[_Ours], mine: Mine) -> int:
    """Give all files their final names with one free number; a name taken meanwhile means another number."""
    while True:
        number = free_number(folder, name, mine.own)
        editable = names.file_name(name, "json", number)
        before = replaceable(folder, editable, mine.own)
        try:
            # What replaces comes last: until then everything can be taken back by names alone.
            for it in sorted(ours, key=lambda it: it.file.ending == "json"):
                if it.file.ending == "json" and before is not None:
                    _replace(folder, it, editable, before, mine)
                else:
                    it.temporary.rename(folder, names.file_name(name, it.file.ending, number))
        except FileExistsError:
            _take_back(folder, ours)
        else:
            return number


def _replace(folder: int, it: _Ours, editable: str, before: bytes, mine: Mine) -> None:
    keep_backup(folder, editable, before, mine.opened, _no_turning_back)
    replace(folder, it.temporary.name, editable, before)
    it.temporary.name, it.before = editable, before


def _take_back(folder: int, ours: Sequence[_Ours]) -> None:
    """Give those that have their final name already a temporary one again."""
    for it in ours:
        it.temporary.rename(folder, temporary_name())


def _undo(folder: int, ours: Sequence[_Ours]) -> None:
    """Remove what this save made, and only that; the first problem is the one to tell."""
    for it in ours:
        replaced = it.before is not None and it.temporary.is_in(folder)
        if replaced and it.before is not None:
            with suppress(OSError):
                it.temporary.close()
            put_back(folder, it.temporary.name, it.before)
        else:
            it.temporary.remove(folder)
    with suppress(OSError):
        sync_folder(folder)


def _no_turning_back() -> None:
    """From here on a save cannot be cancelled."""
