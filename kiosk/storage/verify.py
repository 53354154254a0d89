"""Reading back what was written, from the medium itself where that can be had, and comparing.

An ordinary read gives what the computer still has in memory and proves nothing about the drive. Measured:
drivers in user space (exFAT and NTFS through FUSE) accept O_DIRECT and give stale data all the same; only
unmounting and mounting again helps there. Drivers in the kernel that are listed here honour O_DIRECT.
"""

from __future__ import annotations

import errno
import hashlib
import mmap
import os
import stat
from contextlib import suppress
from enum import Enum
from typing import Final

from kiosk.errors import NotVerified
from kiosk.i18n import N_, _
from kiosk.storage import mounts, problems
from kiosk.storage.drive import Drive
from kiosk.storage.place import OPEN_FOLDER, open_root
from kiosk.storage.safewrite import WrittenFile, WrittenSet, put_back
from kiosk.storage.syscalls import sync_folder

HONOURS_O_DIRECT: Final = frozenset({"ext2", "ext3", "ext4", "vfat", "msdos", "exfat", "xfs"})
"""Not NTFS: its driver keeps small files in a table of its own and reads that through the memory."""

_BUFFER: Final = 1024 * 1024
_ALIGNMENT: Final = 4096


class Verification(Enum):
    """How a save was checked; the value says it to the person (translate when shown: `sentence`)."""

    MEDIUM = N_("Checked: your files were read back from the drive itself and compared.")
    REREAD = N_(
        "Your files were saved, then read again and compared. This computer cannot look past its own memory."
    )

    @property
    def sentence(self) -> str:
        """One plain sentence in the language of the screen."""
        return _(self.value)


def verify(drive: Drive, written: WrittenSet, *, remounted: bool) -> Verification:
    """Read the files back and compare; raises NotVerified or OSError, and then none of them is left.

    After `remounted` every read comes from the medium.
    """
    with open_root(drive) as root:
        place = os.open(written.folder, OPEN_FOLDER | os.O_NOFOLLOW, dir_fd=root)
        try:
            direct = not remounted and mounts.kind_of(os.fstat(place).st_dev) in HONOURS_O_DIRECT
            past_memory = [_check(place, file, drive, direct=direct) or remounted for file in written.files]
        except (NotVerified, OSError):
            _remove(root, place, written)
            raise
        finally:
            os.close(place)
    return Verification.MEDIUM if all(past_memory) else Verification.REREAD


def _check(folder: int, file: WrittenFile, drive: Drive, *, direct: bool) -> bool:
    """Compare one file; returns whether it was read past the memory of the computer."""
    try:
        found, past_memory = _read(folder, file.name, direct=direct)
    except FileNotFoundError:
        raise problems.not_verified(drive.place, file.name) from None
    if found != (file.sha256, file.size):
        raise problems.not_verified(drive.place, file.name)
    return past_memory


def _read(folder: int, name: str, *, direct: bool) -> tuple[tuple[str, int], bool]:
    """Return SHA-256 and size of a file, read past the memory if asked and possible."""
    if direct:
        try:
            return _digest(folder, name, os.O_DIRECT), True
        except OSError as error:
            if error.errno not in (errno.EINVAL, errno.ENOTSUP):
                raise
    return _digest(folder, name, 0), False


def _digest(folder: int, name: str, how: int) -> tuple[str, int]:
    """Read a whole file. O_DIRECT wants a buffer that begins a page, and whole blocks, hence mmap."""
    digest, size = hashlib.sha256(), 0
    descriptor = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC | how, dir_fd=folder)
    try:
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        with mmap.mmap(-1, _BUFFER) as buffer:
            while count := os.preadv(descriptor, [buffer], size):
                digest.update(buffer[:count])
                size += count
                if count % _ALIGNMENT:
                    break
    finally:
        os.close(descriptor)
    return digest.hexdigest(), size


def _remove(root: int, folder: int, written: WrittenSet) -> None:
    """Remove files that cannot be trusted, so that nobody finds a broken one under a good name.

    Mounting anew gives files other numbers on FAT, so they are known by their names: this save has just made
    them, under names that were free or in the place of this sitting's own file, which gets back what it held.
    """
    for file in written.files:
        with suppress(OSError):
            if stat.S_ISREG(os.stat(file.name, dir_fd=folder, follow_symlinks=False).st_mode):
                _take_away(folder, file)
    with suppress(OSError):
        sync_folder(folder)
        if written.made:
            os.rmdir(written.folder, dir_fd=root)


def _take_away(folder: int, file: WrittenFile) -> None:
    if file.before is None:
        os.unlink(file.name, dir_fd=folder)
    else:
        put_back(folder, file.name, file.before)
