"""Which drives are plugged in, and which of them is the one of before."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

from fake_drives import Drives, stick
from kiosk.errors import DriveError
from kiosk.flow.plugged import Plugged, same
from kiosk.storage.drive import Drive

BLUE = Drive("/dev/sdb1", "BLUE", 8_000, None, None, usable=True, hardware="/drives/blue")


def test_who_listens_hears_of_the_first_look_and_of_every_change(tmp_path: Path) -> None:
    drives, heard = Drives(), threading.Semaphore(0)
    plugged = Plugged(drives)
    plugged.watch(heard.release)
    assert plugged.drives is None
    plugged.start()
    assert heard.acquire(timeout=10)
    assert plugged.drives == ()
    drives.plug(stick(tmp_path))
    assert heard.acquire(timeout=10)
    assert plugged.drives == (stick(tmp_path),)
    assert plugged.close(10)
    assert drives.watched == 0


def test_what_changed_between_two_looks_of_the_source_is_seen_all_the_same(tmp_path: Path) -> None:
    """It was plugged, we looked, it was pulled: the source saw nothing of it and tells nothing."""
    drives, heard = Drives(), threading.Semaphore(0)
    plugged = Plugged(drives)
    plugged.start()
    plugged.watch(heard.release)
    drives.found = (stick(tmp_path),)
    plugged.look()
    while not plugged.drives:
        assert heard.acquire(timeout=10)
    drives.found = ()
    while plugged.drives:
        assert heard.acquire(timeout=10)
    assert plugged.close(10)


def test_a_source_that_cannot_answer_has_no_drives(tmp_path: Path) -> None:
    class Silent(Drives):
        def drives(self) -> tuple[Drive, ...]:
            raise DriveError("It does not answer.")

    heard = threading.Semaphore(0)
    plugged = Plugged(Silent(stick(tmp_path)))
    plugged.watch(heard.release)
    plugged.start()
    assert heard.acquire(timeout=10)
    assert plugged.drives == ()
    assert plugged.close(10)


def test_a_bug_in_a_source_is_told_and_ends_nothing_else() -> None:
    class Broken(Drives):
        def drives(self) -> tuple[Drive, ...]:
            raise ZeroDivisionError

    told = threading.Semaphore(0)
    plugged = Plugged(Broken(), lambda _bug: told.release())
    plugged.start()
    assert told.acquire(timeout=10)
    assert plugged.close(10)


def test_a_drive_that_was_put_in_again_is_the_same_one() -> None:
    again = replace(BLUE, device="/dev/sdc1")
    assert same(BLUE, (again,)) is again
    assert same(BLUE, (replace(again, hardware="/drives/red"),)) is None
    assert same(BLUE, (replace(again, hardware=""),)) is not None, "nobody knows better"
    assert same(BLUE, (replace(again, label="RED"),)) is None
    assert same(BLUE, (again, BLUE)) is BLUE, "the one at the same place comes first"


def test_a_folder_that_is_gone_is_out(tmp_path: Path) -> None:
    folder = stick(tmp_path)
    assert same(folder, (replace(folder, free=1),)) is not None
    assert same(folder, (replace(folder, mount=None, size=0),)) is None
