"""Real file systems on media that are full, closed, or do not keep what was written."""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest

from kiosk.errors import DriveFull, DriveReadOnly, NotVerified
from kiosk.storage.folder import FolderDrives
from kiosk.storage.save import SaveState, Verification, save
from storage.faults.conftest import Plug
from storage.faults.filesystems import KINDS, MountPoint, Remounting, Stick
from storage.faults.law import (
    DOINGS,
    NAME,
    Patron,
    attempted,
    content,
    files,
    judge,
    next_one_is_well,
    prepared,
)
from storage.saving import tree

pytestmark = [pytest.mark.slow, pytest.mark.root]

everywhere = pytest.mark.parametrize("kind", KINDS)
either_way = pytest.mark.parametrize("doing", DOINGS)
BLOCK = 4096


def fill(stick: Stick, but: int) -> Path:
    """Leave only so many bytes free."""
    filler = stick.point / "filler"
    with filler.open("wb", buffering=0) as opened, suppress(OSError):
        while True:
            opened.write(b"x" * BLOCK)
    os.truncate(filler, max(filler.stat().st_size - but, 0))
    os.sync()
    return filler


@everywhere
@either_way
@pytest.mark.parametrize("asked", [True, False], ids=["asked before", "found while writing"])
def test_full(kind: str, doing: str, asked: bool, plug: Plug, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked before, nothing is written; when another program takes the room meanwhile, all is cleared."""
    stick = plug(kind, 8)
    patron = Patron(FolderDrives(stick.point), stick.point)
    prepared(doing, patron)
    filler = fill(stick, 70 * 1024 if doing == "save" else 5000)
    if not asked:
        monkeypatch.setattr("kiosk.storage.safewrite.check_room", lambda *_: None)
        monkeypatch.setattr("kiosk.storage.autosave.check_room", lambda *_: None)
        monkeypatch.setattr("kiosk.storage.folder.lacking", lambda *_: None)
    before = tree(stick.point)
    assert isinstance(attempted(doing, patron), DriveFull)
    judge(doing, before, tree(stick.point), receipt=False, obeys=True)
    filler.unlink()
    monkeypatch.undo()
    del before["filler"]
    next_one_is_well(doing, patron, before)


@everywhere
@either_way
def test_mounted_for_reading_only(kind: str, doing: str, plug: Plug) -> None:
    stick = plug(kind)
    patron = Patron(FolderDrives(stick.point), stick.point)
    before = prepared(doing, patron)
    stick.unmount()
    stick.mount("ro")
    assert isinstance(attempted(doing, patron), DriveReadOnly)
    assert tree(stick.point) == before


@everywhere
@either_way
def test_the_lock_switch(kind: str, doing: str, plug: Plug) -> None:
    stick = plug(kind)
    patron = Patron(FolderDrives(stick.point), stick.point)
    before = prepared(doing, patron)
    stick.unmount()
    subprocess.run(["blockdev", "--setro", stick.device], check=True)
    try:
        stick.mount("ro")
        assert isinstance(attempted(doing, patron), DriveReadOnly)
        assert tree(stick.point) == before
        stick.unmount()
    finally:
        subprocess.run(["blockdev", "--setrw", stick.device], check=True)
    stick.mount()
    next_one_is_well(doing, patron, before)


@everywhere
@either_way
def test_unmounted_before(kind: str, doing: str, plug: Plug) -> None:
    """The mount point is an ordinary folder of the computer then, and no drive."""
    stick = plug(kind)
    patron = Patron(MountPoint(stick.point), stick.point)
    prepared(doing, patron)
    stick.unmount()
    attempted(doing, patron)
    assert list(stick.point.iterdir()) == []


@everywhere
@pytest.mark.parametrize("spoiled", ["pdf", "json"])
def test_what_the_medium_does_not_keep_is_found(kind: str, spoiled: str, plug: Plug) -> None:
    """A bad stick: what the computer has in memory is right, what lies on the medium is not."""
    stick = plug(kind)
    source = Remounting(stick, between=lambda: spoil(stick, content("new", spoiled)))
    patron = Patron(source, stick.point)
    source.between = lambda: None
    before = prepared("save", patron)
    source.between = lambda: spoil(stick, content("new", spoiled))
    assert isinstance(attempted("save", patron), NotVerified)
    judge("save", before, tree(stick.point), receipt=False, obeys=True)
    source.between = lambda: None
    next_one_is_well("save", patron, before)


@everywhere
def test_a_stale_memory_is_never_called_checked(kind: str, plug: Plug) -> None:
    """Without mounting again: either the medium itself is read, or it is not said to be."""
    stick = plug(kind)
    source = FolderDrives(stick.point)

    def after_writing(state: SaveState) -> None:
        if state is SaveState.VERIFYING:
            spoil(stick, content("new", "docx"))

    try:
        receipt = save(source, source.drives()[0], NAME, files("new"), on_state=after_writing)
    except NotVerified:
        assert tree(stick.point) == {}
    else:
        assert receipt.verification is Verification.REREAD


@everywhere
def test_saved_files_are_there_on_another_computer(kind: str, plug: Plug) -> None:
    stick = plug(kind)
    source = Remounting(stick)
    patron = Patron(source, stick.point)
    before = prepared("save", patron)
    receipt = save(source, source.drives()[0], NAME, files("new"))
    assert receipt.verification is Verification.MEDIUM
    stick.unmount()
    mended = subprocess.run([*stick.kind.check, stick.device], check=False, capture_output=True)
    assert mended.returncode == 0
    stick.mount()
    judge("save", before, tree(stick.point), receipt=True, obeys=True)


def spoil(stick: Stick, whole: bytes) -> None:
    """Overwrite the first block of a content wherever it lies on the medium."""
    medium = stick.image.read_bytes()
    at = medium.find(whole[:BLOCK])
    assert at > 0, "the file is not on the medium"
    with stick.image.open("r+b") as opened:
        opened.seek(at)
        opened.write(b"\xff" * BLOCK)
        opened.flush()
        os.fsync(opened.fileno())
