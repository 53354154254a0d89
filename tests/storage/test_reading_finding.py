"""Reading one file of a drive, and what is never read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from fake_drives import Drives, stick
from kiosk.errors import DriveError
from kiosk.storage import finding
from kiosk.storage.drive import Drive
from kiosk.storage.reading import read_file


def test_a_file_is_read_where_the_drive_is_mounted_now(tmp_path: Path) -> None:
    (tmp_path / "now" / "Folder").mkdir(parents=True)
    (tmp_path / "now" / "Folder" / "a.pdf").write_bytes(b"%PDF")
    before = stick(tmp_path / "before")

    class Moved(Drives):
        def mount(self, _drive: Drive, /) -> Drive:
            return stick(tmp_path / "now")

    assert read_file(Moved(), before, tmp_path / "before" / "Folder" / "a.pdf", 4) == b"%PDF"


@pytest.mark.parametrize("name", ["missing.pdf", "folder.pdf", "link.pdf", "large.pdf", "through/a.pdf"])
def test_what_is_not_a_plain_file_of_the_drive_is_not_read(tmp_path: Path, name: str) -> None:
    top, outside = tmp_path / "top", tmp_path / "outside"
    outside.mkdir()
    (outside / "a.pdf").write_bytes(b"%PDF")
    (top / "folder.pdf").mkdir(parents=True)
    (top / "link.pdf").symlink_to(outside / "a.pdf")
    (top / "through").symlink_to(outside, target_is_directory=True)
    (top / "large.pdf").write_bytes(b"%PDF-")
    with pytest.raises(DriveError, match="STICK"):
        read_file(Drives(stick(top)), stick(top), top / name, 4)


def test_a_path_beside_the_drive_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    with pytest.raises(DriveError):
        read_file(Drives(stick(tmp_path / "top")), stick(tmp_path / "top"), tmp_path / "a.pdf", 4)


def test_a_drive_full_of_names_is_looked_at_for_a_while_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "MOST_NAMES", 5)
    monkeypatch.setattr(finding, "MOST_FOLDERS", 1)
    for number in range(9):
        (tmp_path / f"{number}.PDF").touch()
    assert len(list(finding.files(stick(tmp_path), {".pdf"}))) == 5
    assert list(finding.files(replace(stick(tmp_path), mount=None), {".pdf"})) == []
