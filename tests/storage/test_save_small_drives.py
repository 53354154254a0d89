"""The safe writer on real file systems that are full, read-only, or go away while it writes."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.errors import DriveFull, DriveGone, DriveReadOnly
from kiosk.storage.folder import FolderDrives
from kiosk.storage.place import temporary_name
from kiosk.storage.save import FileToSave, SaveState, save
from storage.saving import NAME, save_into, tree

pytestmark = pytest.mark.root


def test_a_full_drive_is_seen_before_anything_is_written(
    tmpfs: Callable[[str], Path], files: list[FileToSave]
) -> None:
    drive = tmpfs("size=128k")
    with pytest.raises(DriveFull, match=str(drive)):
        save_into(drive, files)
    assert list(drive.iterdir()) == []


def test_a_drive_that_fills_up_while_we_write_is_left_as_it_was(
    tmpfs: Callable[[str], Path], files: list[FileToSave]
) -> None:
    drive = tmpfs("size=1m")
    save_into(drive, [FileToSave("pdf", b"first")])
    before = tree(drive)

    def fill(state: SaveState) -> None:
        if state is SaveState.WRITING:
            (drive / "other").write_bytes(bytes(free(drive) - 64 * 1024))

    source = FolderDrives(drive)
    with pytest.raises(DriveFull):
        save(source, source.drives()[0], NAME, files, on_state=fill)
    (drive / "other").unlink()
    assert tree(drive) == before


def free(folder: Path) -> int:
    space = os.statvfs(folder)
    return space.f_bavail * space.f_frsize


def test_what_a_broken_save_left_makes_room(tmpfs: Callable[[str], Path], files: list[FileToSave]) -> None:
    drive = tmpfs("size=512k")
    (drive / NAME).mkdir()
    (drive / NAME / temporary_name()).write_bytes(bytes(400 * 1024))
    save_into(drive, files)
    assert len(tree(drive)) == 4


def test_a_drive_without_room_for_names_is_full(
    tmpfs: Callable[[str], Path], files: list[FileToSave]
) -> None:
    drive = tmpfs("size=4m,nr_inodes=4")  # its top, the folder and two of the four files
    with pytest.raises(DriveFull):
        save_into(drive, files)
    assert list(drive.iterdir()) == []


@pytest.mark.parametrize("number", [0, 1])
def test_a_read_only_drive(tmpfs: Callable[[str], Path], files: list[FileToSave], number: int) -> None:
    drive = tmpfs("size=4m")
    for _ in range(number):
        save_into(drive, files)
    before = tree(drive)
    subprocess.run(["mount", "-o", "remount,ro", drive], check=True)
    with pytest.raises(DriveReadOnly, match=str(drive)):
        save_into(drive, files)
    assert tree(drive) == before


@pytest.mark.parametrize("at", [SaveState.WRITING, SaveState.SYNCING, SaveState.VERIFYING])
def test_unmounted_under_us_nothing_lands_on_the_computer(
    tmpfs: Callable[[str], Path], files: list[FileToSave], at: SaveState
) -> None:
    drive = tmpfs("size=4m")

    def pull(state: SaveState) -> None:
        if state is at:
            subprocess.run(["umount", "-l", drive], check=True)

    source = FolderDrives(drive)
    with pytest.raises(DriveGone):
        save(source, source.drives()[0], NAME, files, on_state=pull)
    assert list(drive.iterdir()) == []


def test_a_file_system_mounted_in_the_folder_s_place_is_not_used(
    tmpfs: Callable[[str], Path], tmp_path: Path, files: list[FileToSave]
) -> None:
    other = tmpfs("size=4m")
    top = tmp_path / "top"
    (top / NAME).mkdir(parents=True)
    subprocess.run(["mount", "--bind", other, top / NAME], check=True)
    try:
        assert save_into(top, files).folder == top / f"{NAME} (2)"
        assert list(other.iterdir()) == []
    finally:
        subprocess.run(["umount", top / NAME], check=True)
