"""The drive with a stopwatch: what a save costs beside the drive itself, and how soon a stick is seen.

`own_times()` saves four files and takes off the time inside write, fsync, rename, read, mount and unmount:
what is left is ours. `seen_after()` plugs sticks into a UDisks2 of the tests and waits until who listens is
told.
"""

from __future__ import annotations

import os
import queue
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from kiosk.storage import syscalls
from kiosk.storage.drive import Drive
from kiosk.storage.folder import FolderDrives
from kiosk.storage.save import FileToSave, save
from kiosk.storage.udisks import UDisksDrives
from storage import fake_udisks, real_drives

SAVES = 30
PLUGS = 20
SIZES = {"pdf": 90_000, "docx": 30_000, "txt": 3_000, "json": 12_000}
"""Bytes of the four files of a resume of two pages."""


class Stopwatch:
    """Adds up the time inside the drive's calls."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def timed(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return the function, with its time added up."""

        def wrapper(*arguments: Any, **options: Any) -> Any:
            began = time.perf_counter()
            try:
                return function(*arguments, **options)
            finally:
                self.seconds += time.perf_counter() - began

        return wrapper


class _Timed(FolderDrives):
    """A folder whose mounting counts as the drive's time."""

    def __init__(self, folder: Path, watch: Stopwatch) -> None:
        super().__init__(folder)
        self._timed = watch.timed

    def mount(self, drive: Drive, /) -> Drive:
        """Mount, on the drive's time."""
        mounted: Drive = self._timed(super().mount)(drive)
        return mounted


@contextmanager
def _stopwatch() -> Iterator[Stopwatch]:
    watch = Stopwatch()
    with pytest.MonkeyPatch.context() as patch:
        for name in ("write", "fsync", "rename", "read", "preadv"):
            patch.setattr(os, name, watch.timed(getattr(os, name)))

        class Library:
            """The two calls that Python has no function for."""

            renameat2 = staticmethod(watch.timed(syscalls._libc.renameat2))
            syncfs = staticmethod(watch.timed(syscalls._libc.syncfs))

        patch.setattr(syscalls, "_libc", Library())
        yield watch


def own_times() -> list[float]:
    """Return milliseconds of our own for each save of four files to its receipt."""
    files = [FileToSave(ending, os.urandom(size)) for ending, size in SIZES.items()]
    times = []
    with tempfile.TemporaryDirectory() as folder, _stopwatch() as watch:
        source = _Timed(Path(folder), watch)
        (drive,) = source.drives()
        for _ in range(SAVES):
            watch.seconds = 0.0
            began = time.perf_counter()
            save(source, drive, "Ana Rey Resume", files)
            times.append((time.perf_counter() - began - watch.seconds) * 1000)
    return times


def seen_after() -> list[float]:
    """Return seconds from a signal that a stick came or went until who listens is told."""
    times = []
    told: queue.Queue[float] = queue.Queue()
    with tempfile.TemporaryDirectory() as folder, fake_udisks.served(Path(folder)) as service:
        stop = UDisksDrives().watch(lambda: told.put(time.perf_counter()))
        for turn in range(PLUGS):
            began = time.perf_counter()
            service.fake.plugged = bool(turn % 2)
            service.changed()
            times.append(told.get(timeout=real_drives.PATIENCE) - began)
        stop()
    return times


if __name__ == "__main__":
    own, seen = sorted(own_times()), sorted(seen_after())
    print(f"save of 4 files, our own time: median {own[len(own) // 2]:.1f} ms, most {own[-1]:.1f} ms")
    print(f"stick seen after: median {seen[len(seen) // 2]:.2f} s, most {seen[-1]:.2f} s")
