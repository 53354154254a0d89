"""Calls of Linux that Python has no function for, and syncing a folder.

renameat2(2) and syncfs(2) are taken from the C library that the process has loaded already.
"""

from __future__ import annotations

import ctypes
import errno
import os
from typing import Final

_libc: Final = ctypes.CDLL(None, use_errno=True)
_RENAME_NOREPLACE: Final = 1
_RENAME_EXCHANGE: Final = 2
_NOT_SUPPORTED: Final = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP})


def rename_no_replace(folder: int, old: str, new: str) -> None:
    """Rename inside one open folder; raises FileExistsError instead of replacing anything.

    Drivers in user space (exFAT, NTFS through FUSE) do not know the flag. There the name is looked up
    first, which leaves a gap of microseconds that only another program writing the same name could hit.
    """
    if _libc.renameat2(folder, os.fsencode(old), folder, os.fsencode(new), _RENAME_NOREPLACE) == 0:
        return
    code = ctypes.get_errno()
    if code not in _NOT_SUPPORTED:
        raise OSError(code, os.strerror(code), new)
    if exists(folder, new):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), new)
    os.rename(old, new, src_dir_fd=folder, dst_dir_fd=folder)


def exchange(folder: int, one: str, other: str) -> bool:
    """Let two files of one open folder change names at once; False where the driver cannot."""
    flags = _RENAME_EXCHANGE
    if _libc.renameat2(folder, os.fsencode(one), folder, os.fsencode(other), flags) == 0:
        return True
    code = ctypes.get_errno()
    if code not in _NOT_SUPPORTED:
        raise OSError(code, os.strerror(code), other)
    return False


def exists(folder: int, name: str) -> bool:
    """Whether the open folder has an entry of this name, a dangling link included."""
    try:
        os.stat(name, dir_fd=folder, follow_symlinks=False)
    except FileNotFoundError:
        return False
    return True


def sync_folder(folder: int) -> None:
    """Write the folder's own entries out. Where the driver has no such thing, `sync_file_system` does it."""
    try:
        os.fsync(folder)
    except OSError as error:
        if error.errno not in _NOT_SUPPORTED:
            raise


def sync_file_system(folder: int) -> None:
    """Write out all that is still in memory of the file system on which the open folder is."""
    if _libc.syncfs(folder) != 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
