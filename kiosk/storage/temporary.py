"""One file of ours on its way to its final name."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from kiosk.storage.place import Identity, identity, temporary_name
from kiosk.storage.syscalls import rename_no_replace

_CREATE: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
_AT_ONCE: Final = 1024 * 1024


@dataclass(slots=True, repr=False)
class Temporary:
    """A file under the `name` it has now; it is open, so that its identity cannot change under us."""

    name: str
    descriptor: int
    identity: Identity
    closed: bool = False

    def write(self, content: bytes, go_on: Callable[[], None]) -> None:
        """Write all of it, however little the system takes at once; `go_on` may raise to give up."""
        rest = memoryview(content)
        while rest:
            go_on()
            rest = rest[os.write(self.descriptor, rest[:_AT_ONCE]) :]

    def sync(self) -> None:
        """Write it out to the medium."""
        os.fsync(self.descriptor)

    def rename(self, folder: int, name: str) -> None:
        """Give it another name in its folder; raises FileExistsError instead of replacing anything."""
        rename_no_replace(folder, self.name, name)
        self.name = name

    def close(self) -> None:
        """Close it once; a driver in user space may report only now that it could not write."""
        if not self.closed:
            self.closed = True
            os.close(self.descriptor)

    def is_in(self, folder: int) -> bool:
        """Whether what has its name in this folder is really this file."""
        with suppress(OSError):
            return identity(os.stat(self.name, dir_fd=folder, follow_symlinks=False)) == self.identity
        return False

    def remove(self, folder: int) -> None:
        """Close and remove it, and only it. The drive may be gone: then nothing can be removed."""
        mine = self.is_in(folder)
        with suppress(OSError):
            self.close()
        if mine:
            with suppress(OSError):
                os.unlink(self.name, dir_fd=folder)


def create(folder: int) -> Temporary:
    """Make an empty file under a name that nothing else has."""
    name = temporary_name()
    descriptor = os.open(name, _CREATE, 0o666, dir_fd=folder)
    return Temporary(name, descriptor, identity(os.fstat(descriptor)))
