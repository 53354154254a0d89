"""Something happens just before a chosen system call of the program: the n-th write, the third rename.

Only calls of the storage code on files are counted: in-process, by wrapping what it calls, so that the same
step can be met on every file system.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

from kiosk.storage import syscalls

CALLS = ("mkdir", "open", "write", "fsync", "rename", "preadv", "unlink", "close", "listdir", "stat")


@dataclass
class Tripwire:
    """Calls `trip` before the `number`-th call of the kind `call`, and then before each one if it `stays`."""

    call: str
    number: int
    trip: Callable[[], object]
    stays: bool = False
    counted: Counter[str] = field(default_factory=Counter)
    tripped: bool = False

    def before(self, call: str) -> None:
        self.counted[call] += 1
        met = call == self.call and self.counted[call] == self.number
        if met or (self.stays and self.tripped):
            self.tripped = True
            self.trip()


@contextmanager
def armed(wire: Tripwire) -> Iterator[Tripwire]:
    """Let the storage code run into the wire."""
    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            patch.setattr(os, name, _wrapped(wire, name, getattr(os, name)))
        patch.setattr(syscalls, "_libc", _Library(wire, syscalls._libc))
        yield wire


def _wrapped(wire: Tripwire, call: str, function: Callable[..., Any]) -> Callable[..., Any]:
    def wrapper(*arguments: Any, **options: Any) -> Any:
        wire.before(call)
        return function(*arguments, **options)

    return wrapper


class _Library:
    """The C library, with the two calls that Python has no function for."""

    def __init__(self, wire: Tripwire, library: Any) -> None:
        self.syncfs = _wrapped(wire, "syncfs", library.syncfs)
        self.renameat2 = _wrapped(wire, "rename", library.renameat2)
