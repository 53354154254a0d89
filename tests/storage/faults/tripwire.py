"""Something happens just before a chosen system call of the program: the n-th write, the third rename.

Only calls of the storage code on files are counted: in-process, by wrapping what it calls, so that the same
step can be met on every file system.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import pytest

from kiosk.storage import syscalls

CALLS = ("mkdir", "open", "write", "fsync", "rename", "preadv", "read", "unlink", "rmdir", "listdir", "stat")
ALL_CALLS = (*CALLS, "syncfs", "close")


class Killed(BaseException):
    """The program is dead: nothing that it would still do happens. Raised from a wire that stays."""


@dataclass
class Tripwire:
    """Calls `trip` before the `number`-th call of the kind `call`, and then before each one if it `stays`.

    A `call` of "any" counts them all.
    """

    call: str
    number: int
    trip: Callable[[], object]
    stays: bool = False
    counted: Counter[str] = field(default_factory=Counter)
    tripped: bool = False
    opened: set[int] = field(default_factory=set)

    def before(self, call: str) -> None:
        self.counted.update((call, "any"))
        met = call in (self.call, "any") or self.call == "any"
        if (met and self.counted[self.call] == self.number) or (self.stays and self.tripped):
            self.tripped = True
            self.trip()


@contextmanager
def armed(wire: Tripwire) -> Iterator[Tripwire]:
    """Let the storage code run into the wire; what a dead program left open is closed, as the kernel does."""
    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            patch.setattr(os, name, _wrapped(wire, name, getattr(os, name)))
        patch.setattr(os, "close", _closing(wire, os.close))
        patch.setattr(syscalls, "_libc", _Library(wire, syscalls._libc))
        try:
            yield wire
        finally:
            patch.undo()
            for descriptor in wire.opened:
                with suppress(OSError):
                    os.close(descriptor)


def _wrapped(wire: Tripwire, call: str, function: Callable[..., Any]) -> Callable[..., Any]:
    def wrapper(*arguments: Any, **options: Any) -> Any:
        wire.before(call)
        answer = function(*arguments, **options)
        if call == "open":
            wire.opened.add(answer)
        return answer

    return wrapper


def _closing(wire: Tripwire, close: Callable[[int], None]) -> Callable[[int], None]:
    """A file is closed even when the system says that something went wrong with it."""

    def wrapper(descriptor: int) -> None:
        if descriptor in wire.opened:
            wire.opened.discard(descriptor)
            close(descriptor)
            wire.before("close")
        else:
            close(descriptor)

    return wrapper


class _Library:
    """The C library, with the two calls that Python has no function for."""

    def __init__(self, wire: Tripwire, library: Any) -> None:
        self.syncfs = _wrapped(wire, "syncfs", library.syncfs)
        self.renameat2 = _wrapped(wire, "rename", library.renameat2)
