"""Every single call of a save and of an autosave: it is refused once, or the program dies there.

In-process and in memory, so that all of them can be tried in every run; the same on real file systems is in
the files beside.
"""

from __future__ import annotations

import ctypes
import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest

from kiosk.storage import syscalls
from kiosk.storage.folder import FolderDrives
from kiosk.storage.names import backup_name
from storage.faults.law import DOINGS, Patron, attempted, judge, next_one_is_well, prepared, wanted
from storage.faults.tripwire import ALL_CALLS, Killed, Tripwire, armed
from storage.saving import tree

pytestmark = pytest.mark.slow

HARMLESS = {"stat", "close", "read", "preadv", "listdir", "open", "unlink", "rmdir", "write"}
"""Calls that are also made where not succeeding does no harm: when looking for leftovers and tidying up."""


@pytest.fixture
def memory() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        yield Path(folder)


@pytest.fixture(params=[True, False], ids=["renames know flags", "no flags, as FUSE"])
def flags(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Drivers in user space know neither RENAME_NOREPLACE nor RENAME_EXCHANGE."""
    if not request.param:
        real = syscalls._libc

        class NoFlags:
            syncfs = real.syncfs

            def renameat2(self, *_: object) -> int:
                ctypes.set_errno(errno.EINVAL)
                return -1

        monkeypatch.setattr(syscalls, "_libc", NoFlags())


def refuse() -> None:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


def die() -> None:
    raise Killed


@pytest.mark.usefixtures("flags")
@pytest.mark.parametrize("call", ALL_CALLS)
@pytest.mark.parametrize("doing", DOINGS)
def test_refused_once(doing: str, call: str, memory: Path) -> None:
    """The law holds, and what is said of it is true, whichever call it was."""
    for number in count(1):
        top = memory / str(number)
        top.mkdir()
        patron = Patron(FolderDrives(top), top)
        before = prepared(doing, patron)
        with armed(Tripwire(call, number, refuse)) as wire:
            problem = attempted(doing, patron, expect=None)
        if not wire.tripped:
            assert problem is None
            break
        assert problem is not None or call in HARMLESS, f"nobody noticed {call} {number}"
        judge(doing, before, tree(top), receipt=problem is None)
        next_one_is_well(doing, patron, before)


@pytest.mark.usefixtures("flags")
@pytest.mark.parametrize("doing", DOINGS)
def test_killed_at_each_call(doing: str, memory: Path) -> None:
    for number in count(1):
        top = memory / str(number)
        top.mkdir()
        patron = Patron(FolderDrives(top), top)
        before = prepared(doing, patron)
        with armed(Tripwire("any", number, die, stays=True)) as wire, suppress(Killed):
            DOINGS[doing](patron, "new")
        if not wire.tripped:
            assert number > 30
            break
        judge(doing, before, tree(top), receipt=False)
        next_one_is_well(doing, Patron(FolderDrives(top), top), before)


def test_an_autosave_puts_the_older_one_on_the_medium_before_it_is_touched(
    memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """FAT has no journal: while the file is replaced its backup must lie there whole, its name too."""
    patron = Patron(FolderDrives(memory), memory)
    before = prepared("autosave", patron)
    (name,) = wanted("autosave")
    seen: list[str] = []
    sync, swap = os.fsync, syscalls.exchange

    def watched_sync(descriptor: int) -> None:
        path = Path(f"/proc/self/fd/{descriptor}").readlink()
        seen.append(path.suffix or "folder")
        sync(descriptor)

    def watched_swap(folder: int, one: str, other: str) -> bool:
        seen.append("exchange")
        return swap(folder, one, other)

    monkeypatch.setattr(os, "fsync", watched_sync)
    monkeypatch.setattr("kiosk.storage.editable.exchange", watched_swap)
    patron.autosaves("new")
    assert seen[:4] == [".tmp", ".tmp", "folder", "exchange"]
    assert tree(memory)[backup_name(name)] == before[name]
