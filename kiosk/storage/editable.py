"""The editable file that this sitting made or opened: how it is known, and how it is replaced.

It is known by what is in it. Names say too little (another sitting, another stick), and FAT gives a file
another inode number each time it is mounted. Whatever holds other bytes than this sitting wrote or opened is
somebody else's and is never touched.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from typing import Final

from kiosk.storage import names
from kiosk.storage.syscalls import exchange, exists, sync_folder
from kiosk.storage.temporary import create

Own = frozenset[str]
"""SHA-256, in hex, of everything that the editable files of this sitting held."""

NOTHING: Final[Own] = frozenset()
LARGEST: Final = 16 * 1024 * 1024
"""Bytes. No editable file of ours is larger; what is larger is not read."""

_READ: Final = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_NO_FILE: Final = frozenset({errno.ENOENT, errno.ELOOP, errno.ENXIO, errno.ENOTDIR})


def digest(content: bytes) -> str:
    """Return how a content is known."""
    return hashlib.sha256(content).hexdigest()


def held(folder: int, name: str, own: Own) -> bytes | None:
    """Return what the file holds if that is this sitting's; None for another's, a link, a folder, nothing."""
    content = _content(folder, name)
    return content if content is not None and digest(content) in own else None


def replaceable(folder: int, name: str, own: Own) -> bytes | None:
    """Return what this sitting's file holds; None too where its backup's name is taken by no plain file."""
    with suppress(FileNotFoundError):
        backup = os.stat(names.backup_name(name), dir_fd=folder, follow_symlinks=False)
        if not stat.S_ISREG(backup.st_mode):
            return None
    return held(folder, name, own)


def is_taken(folder: int, name: str) -> bool:
    """Whether anything has the name of this editable file, or of its backup."""
    return exists(folder, name) or exists(folder, names.backup_name(name))


def free_number(folder: int, name: str, own: Own = NOTHING) -> int:
    """Return the first number that none of the four files has in this folder, upper or lower case.

    All four count, also when fewer are saved, so that files with one number are always of one save. A backup
    counts, because it may be all that is left of somebody's work. Only an editable file of this sitting does
    not, when it stands alone.
    """
    taken = {names.same_name(entry): entry for entry in os.listdir(folder)}
    return next(number for number in count(1) if _is_free(folder, taken, name, number, own))


def _is_free(folder: int, taken: dict[str, str], name: str, number: int, own: Own) -> bool:
    editable = names.file_name(name, "json", number)
    pair = {names.same_name(editable), names.same_name(names.backup_name(editable))}
    in_the_way = (pair | {names.same_name(it) for it in names.file_names(name, number)}) & taken.keys()
    if not in_the_way:
        return True
    alone = in_the_way <= pair and taken.get(names.same_name(editable)) == editable
    return alone and replaceable(folder, editable, own) is not None


def keep_backup(folder: int, name: str, before: bytes, opened: Own, go_on: Callable[[], None]) -> None:
    """Put what the file holds into its one backup, on the medium, before the file itself is touched.

    The backup is one step older, but what the sitting opened stays in it until the sitting ends: a
    person who changed too much finds last year's resume there.
    """
    backup = names.backup_name(name)
    if held(folder, backup, opened) is None and held(folder, backup, frozenset({digest(before)})) is None:
        put(folder, backup, before, go_on)
        sync_folder(folder)


def put(folder: int, name: str, content: bytes, go_on: Callable[[], None]) -> None:
    """Write a whole synced file and let it take the place of the plain file `name`, or of nothing."""
    temporary = create(folder)
    try:
        temporary.write(content, go_on)
        temporary.sync()
        temporary.close()
        os.rename(temporary.name, name, src_dir_fd=folder, dst_dir_fd=folder)
    except BaseException:
        temporary.remove(folder)
        raise


def replace(folder: int, temporary: str, name: str, before: bytes) -> None:
    """Let the synced file `temporary` take the place of `name`, which holds `before`.

    Raises FileExistsError when another program changed it meanwhile, and leaves it so. Where the file
    system can exchange two files nothing can come between looking and replacing.
    """
    mine = frozenset({digest(before)})
    if held(folder, name, mine) is None:
        raise _changed(name)
    if exchange(folder, temporary, name):
        if held(folder, temporary, mine) is None:
            exchange(folder, temporary, name)
            raise _changed(name)
        with suppress(OSError):  # else the next save clears it
            os.unlink(temporary, dir_fd=folder)
    else:
        os.rename(temporary, name, src_dir_fd=folder, dst_dir_fd=folder)


def remove(folder: int, name: str, own: Own) -> None:
    """Remove a file of this sitting and its backup; anything else of these names stays.

    Where the file is not what this sitting wrote (another program, a bad drive), the backup is the last good
    copy and stays too.
    """
    if held(folder, name, own) is None:
        return
    os.unlink(name, dir_fd=folder)
    if held(folder, names.backup_name(name), own) is not None:
        os.unlink(names.backup_name(name), dir_fd=folder)


def _changed(name: str) -> FileExistsError:
    return FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), name)


def _content(folder: int, name: str) -> bytes | None:
    """Read a plain file that is not too large; None for all else."""
    try:
        descriptor = os.open(name, _READ, dir_fd=folder)
    except OSError as error:
        if error.errno in _NO_FILE:
            return None
        raise
    try:
        found = os.fstat(descriptor)
        fits = stat.S_ISREG(found.st_mode) and found.st_size <= LARGEST
        return _all(descriptor) if fits else None
    finally:
        os.close(descriptor)


def _all(descriptor: int) -> bytes:
    parts = []
    while part := os.read(descriptor, 1024 * 1024):
        parts.append(part)
    return b"".join(parts)
