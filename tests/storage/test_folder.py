"""A folder posing as a drive: what it says about itself, whatever it is."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.errors import DriveError, DriveFull, DriveReadOnly, NotADrive
from kiosk.storage.drive import Drive
from kiosk.storage.folder import FolderDrives


def only_drive(folder: Path) -> Drive:
    (drive,) = FolderDrives(folder).drives()
    return drive


def refused(folder: Path, problem: type[DriveError]) -> None:
    """It says why it cannot be used, and mounting says the same."""
    drive = only_drive(folder)
    assert not drive.usable
    assert str(folder) in drive.why
    with pytest.raises(problem) as said:
        FolderDrives(folder).mount(drive)
    assert said.value.message == drive.why


def test_a_folder_is_a_drive(tmp_path: Path) -> None:
    drive = only_drive(tmp_path)
    assert drive.usable
    assert drive.is_folder
    assert drive.mounted
    assert drive.mount == tmp_path
    assert drive.place == drive.device == str(tmp_path)
    assert drive.label == tmp_path.name
    assert drive.free
    assert 0 < drive.free <= drive.size


def test_a_relative_folder_is_named_in_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert only_drive(Path()).mount == tmp_path
    assert only_drive(Path("/")).label == "/"


def test_what_is_missing_or_no_folder(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    dangling = tmp_path / "dangling"
    dangling.symlink_to("nowhere")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for place in (tmp_path / "missing", file, file / "below", loop, dangling, pipe):
        refused(place, NotADrive)
        assert not only_drive(place).mounted
        assert only_drive(place).size == 0


def test_a_name_that_no_system_takes(tmp_path: Path) -> None:
    refused(tmp_path / ("x" * 300), DriveError)


def test_a_folder_without_write_permission(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    refused(closed, DriveReadOnly)


def test_letting_go_of_a_folder_that_went(tmp_path: Path) -> None:
    source = FolderDrives(tmp_path / "drive")
    with pytest.raises(DriveError):
        source.unmount(only_drive(tmp_path / "drive"))


@pytest.mark.root
def test_a_read_only_and_a_full_file_system(tmpfs: Callable[[str], Path]) -> None:
    drive = tmpfs("size=1m")
    (drive / "other").write_bytes(bytes(1000 * 1024))
    refused(drive, DriveFull)
    (drive / "other").unlink()
    assert only_drive(drive).usable
    subprocess.run(["mount", "-o", "remount,ro", drive], check=True)
    refused(drive, DriveReadOnly)
