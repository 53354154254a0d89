"""The note at the top of the drive."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.errors import DriveFull, NotADrive
from kiosk.storage.folder import FolderDrives
from kiosk.storage.if_found import IF_FOUND, write_if_found
from storage.saving import tree

WORDS = "This drive is Ana's.\nPlease give it to the desk of the library. Thank you!"
WRITTEN = b"This drive is Ana's.\r\nPlease give it to the desk of the library. Thank you!\r\n"


def wrote(top: Path) -> bool:
    source = FolderDrives(top)
    return write_if_found(source, source.drives()[0], WORDS)


def test_it_is_at_the_top_with_the_words_as_they_are(tmp_path: Path) -> None:
    assert wrote(tmp_path)
    assert tree(tmp_path) == {IF_FOUND: WRITTEN}


@pytest.mark.parametrize("name", [IF_FOUND, "if_found.TXT"])
@pytest.mark.parametrize("plant", [Path.touch, Path.mkdir, lambda path: path.symlink_to("nowhere")])
def test_what_is_there_is_never_replaced(tmp_path: Path, name: str, plant: Callable[[Path], object]) -> None:
    plant(tmp_path / name)
    before = (tmp_path / name).lstat()
    assert not wrote(tmp_path)
    assert (tmp_path / name).lstat() == before
    assert [it.name for it in tmp_path.iterdir()] == [name]


def test_nothing_half_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DriveFull):
        wrote(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_a_broken_one_left_is_cleared_by_the_next(tmp_path: Path) -> None:
    (tmp_path / "~resume-kiosk-0123456789abcdef.tmp").write_bytes(b"half")
    assert wrote(tmp_path)
    assert tree(tmp_path) == {IF_FOUND: WRITTEN}


def test_without_a_drive(tmp_path: Path) -> None:
    with pytest.raises(NotADrive):
        wrote(tmp_path / "nothing")
