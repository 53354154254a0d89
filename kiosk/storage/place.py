"""The open folder into which one save goes: found or made, never through a link, held for this save alone.

Everything is done through open folders (descriptors), so that a drive which is pulled out, or a link which
is planted while we work, cannot send a file anywhere else.
"""

from __future__ import annotations

import errno
import fcntl
import os
import re
import secrets
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from typing import Final

from kiosk.storage import names, problems
from kiosk.storage.drive import Drive

OPEN_FOLDER: Final = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
TEMPORARY: Final = re.compile(r"~resume-kiosk-[0-9a-f]{16}\.tmp")
TOP: Final = "."
"""The name of the drive's top as a folder."""

PATIENCE: Final = 10.0
"""Seconds to wait for another save into the same folder."""

_A_LITTLE: Final = 0.05
_OF_OURS: Final = re.compile(r".+ Resume( \(\d+\))?", re.IGNORECASE)
_MOST: Final = 20
"""Folders of ours that are looked into for leftovers: a drive has few, and a person waits."""
_NO_LOCKS: Final = frozenset({errno.EBADF, errno.EINVAL, errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP})

Identity = tuple[int, int]
"""Device and inode number: the same file as long as it is open."""


@dataclass(frozen=True, slots=True, repr=False)
class Place:
    """The open folder `name` in the open `root` of the drive. `made` is True when this save made it."""

    root: int
    folder: int
    name: str
    made: bool


def identity(found: os.stat_result) -> Identity:
    """Return what tells this file from all others."""
    return found.st_dev, found.st_ino


@contextmanager
def open_root(drive: Drive) -> Iterator[int]:
    """Open the top of a mounted drive, making sure that it is the drive and not the empty mount point."""
    if drive.mount is None:
        raise problems.not_there_now(drive.place)
    root = os.open(drive.mount, OPEN_FOLDER)
    try:
        on_the_computer = os.stat("..", dir_fd=root).st_dev == os.fstat(root).st_dev
        if on_the_computer and not drive.is_folder:
            raise problems.not_there_now(drive.place)
        yield root
    finally:
        os.close(root)


@contextmanager
def open_place(root: int, name: str, drive: Drive, go_on: Callable[[], None]) -> Iterator[Place]:
    """Open the person's folder for this save alone; one that this save made and left empty goes again.

    `go_on` is called while we wait for another save and may raise to give up.
    """
    place, locked = _held(drive, go_on, lambda: _found_or_made(root, name))
    try:
        if locked:
            _clear_leftovers(place.folder)
        _clear_elsewhere(root, place.name)
        yield place
    finally:
        _let_go(place)


@contextmanager
def open_spot(root: int, name: str, drive: Drive, go_on: Callable[[], None]) -> Iterator[Place | None]:
    """Open a folder that should be there, TOP for the drive's top, for this save alone; None if it is not."""
    try:
        place, locked = _held(drive, go_on, lambda: _found(root, name))
    except FileNotFoundError:
        yield None
        return
    try:
        if locked:
            _clear_leftovers(place.folder)
        _clear_elsewhere(root, place.name)
        yield place
    finally:
        _let_go(place)


def temporary_name() -> str:
    """Return a name that TEMPORARY knows again and that nothing else has."""
    return f"~resume-kiosk-{secrets.token_hex(8)}.tmp"


def _held(drive: Drive, go_on: Callable[[], None], find: Callable[[], Place]) -> tuple[Place, bool]:
    """Open the folder and lock it; anew when the save that we waited for removed the folder."""
    while True:
        place = find()
        try:
            locked = _lock(place.folder, drive, go_on)
            if _is_still_there(place):
                return place, locked
        except BaseException:
            _let_go(place)
            raise
        os.close(place.folder)


def _let_go(place: Place) -> None:
    """Close the folder. A folder with files in it cannot be removed, so nothing is lost by trying."""
    if place.made:
        with suppress(OSError):
            os.rmdir(place.name, dir_fd=place.root)
    os.close(place.folder)


def _is_still_there(place: Place) -> bool:
    try:
        entry = os.stat(place.name, dir_fd=place.root, follow_symlinks=False)
    except FileNotFoundError:
        return False
    return identity(entry) == identity(os.fstat(place.folder))


def _found_or_made(root: int, name: str) -> Place:
    """Take the first of `NAME`, `NAME (2)`, ... that is free or a real folder of this drive.

    A link or a file in the folder's place is neither followed nor touched: the person still gets a folder.
    """
    there = {names.same_name(entry): entry for entry in os.listdir(root)}
    for number in count(1):
        wanted = names.folder_name(name, number)
        entry = there.get(names.same_name(wanted))
        made = entry is None and _make(root, wanted)
        folder = _open_real_folder(root, entry or wanted)
        if folder is not None:
            return Place(root, folder, entry or wanted, made)
    raise AssertionError("count() has no end")


def _found(root: int, name: str) -> Place:
    """Open a folder that is there; raises FileNotFoundError for what is none."""
    folder = _open_real_folder(root, name)
    if folder is None:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), name)
    return Place(root, folder, name, made=False)


def _make(root: int, name: str) -> bool:
    """Make the folder; False when another save was quicker."""
    try:
        os.mkdir(name, dir_fd=root)
    except FileExistsError:
        return False
    return True


def _open_real_folder(root: int, name: str) -> int | None:
    """Open a folder of this very file system; None for a link, a file, or what is mounted there."""
    try:
        folder = os.open(name, OPEN_FOLDER | os.O_NOFOLLOW, dir_fd=root)
    except OSError as error:
        if error.errno in (errno.ENOTDIR, errno.ELOOP):
            return None
        raise
    if os.fstat(folder).st_dev != os.fstat(root).st_dev:
        os.close(folder)
        return None
    return folder


def _lock(folder: int, drive: Drive, go_on: Callable[[], None]) -> bool:
    """Wait for another save into this folder to end; False where the file system knows no locks."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            go_on()
            if time.monotonic() > deadline:
                raise problems.busy(drive.place) from None
            time.sleep(_A_LITTLE)
        except OSError as error:
            if error.errno in _NO_LOCKS:
                return False
            raise
        else:
            return True


def _clear_leftovers(folder: int) -> None:
    """Remove the temporary files of a save that was cut short. Nobody writes them now: we hold the lock."""
    for entry in os.listdir(folder):
        if TEMPORARY.fullmatch(entry):
            found = os.stat(entry, dir_fd=folder, follow_symlinks=False)
            if stat.S_ISREG(found.st_mode):
                os.unlink(entry, dir_fd=folder)


def _clear_elsewhere(root: int, but: str) -> None:
    """Clear the drive's top and the other folders of resumes, where a person was called something else.

    Nobody waits for that and nothing depends on it: what cannot be cleared now is left to the next save.
    """
    entries = [entry for entry in os.listdir(root) if _OF_OURS.fullmatch(entry) and entry != but]
    for name in (TOP, *entries[:_MOST]):
        with suppress(OSError), _opened(root, name) as folder:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
            _clear_leftovers(folder)


@contextmanager
def _opened(root: int, name: str) -> Iterator[int]:
    place = _found(root, name)
    try:
        yield place.folder
    finally:
        os.close(place.folder)
