"""The folder of one save: leftovers of broken saves, locks, and folders that vanish meanwhile."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.errors import DriveBusy
from kiosk.storage import place
from kiosk.storage.editable import free_number
from kiosk.storage.folder import FolderDrives
from kiosk.storage.place import TEMPORARY, open_place, open_root, temporary_name

NAME = "Ana Rey Resume"


@contextmanager
def opened(top: Path, wait: Iterator[None] | None = None) -> Iterator[place.Place]:
    """Open NAME below top; `wait` is asked once for each time that we wait."""
    (drive,) = FolderDrives(top).drives()
    with (
        open_root(drive) as root,
        open_place(root, NAME, drive, lambda: next(wait) if wait else None) as found,
    ):
        yield found


def test_an_unused_folder_goes_again_and_a_used_one_stays(tmp_path: Path) -> None:
    with opened(tmp_path) as found:
        assert found.made
        assert (tmp_path / NAME).is_dir()
    assert list(tmp_path.iterdir()) == []
    with opened(tmp_path) as found:
        (tmp_path / NAME / "letter.txt").write_text("mine")
    with opened(tmp_path) as found:
        assert not found.made
    assert (tmp_path / NAME / "letter.txt").read_text() == "mine"


def test_an_empty_folder_that_was_there_stays(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    with opened(tmp_path):
        pass
    assert (tmp_path / NAME).is_dir()


def test_only_our_own_leftovers_are_cleared(tmp_path: Path) -> None:
    folder = tmp_path / NAME
    folder.mkdir()
    ours = folder / temporary_name()
    ours.write_text("half")
    victim = tmp_path / "victim"
    victim.write_text("v")
    kept = [
        folder / "~$letter.docx",
        folder / "~resume-kiosk-notes.tmp",
        folder / "~resume-kiosk-0123456789ABCDEF.tmp",
        folder / "x~resume-kiosk-0123456789abcdef.tmp",
    ]
    for file in kept:
        file.write_text("mine")
    link = folder / temporary_name()
    link.symlink_to(victim)
    directory = folder / temporary_name()
    directory.mkdir()
    with opened(tmp_path):
        assert set(folder.iterdir()) == {*kept, link, directory}
    assert victim.read_text() == "v"


def test_temporary_names_are_known_again_and_differ() -> None:
    made = {temporary_name() for _ in range(100)}
    assert len(made) == 100
    assert all(TEMPORARY.fullmatch(name) for name in made)


def test_a_save_that_waits_too_long_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place, "PATIENCE", 0.0)
    with (
        opened(tmp_path) as first,
        pytest.raises(DriveBusy, match=str(tmp_path)),
        opened(tmp_path),
    ):
        raise AssertionError("two saves hold one folder")
    assert first.made
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_the_save_before_removed_is_made_anew(tmp_path: Path) -> None:
    folder = tmp_path / NAME
    folder.mkdir()
    other = os.open(folder, os.O_RDONLY)
    fcntl.flock(other, fcntl.LOCK_EX)

    def the_other_gives_up() -> Iterator[None]:
        yield
        folder.rmdir()
        os.close(other)
        yield

    with opened(tmp_path, the_other_gives_up()) as found:
        (folder / "file").write_text("")
        assert os.stat("file", dir_fd=found.folder).st_size == 0
        assert found.made


def test_numbers_are_free_for_all_four_files(tmp_path: Path) -> None:
    folder = os.open(tmp_path, os.O_RDONLY)
    try:
        assert free_number(folder, NAME) == 1
        (tmp_path / f"{NAME.upper()}.TXT").write_text("")
        assert free_number(folder, NAME) == 2
        (tmp_path / f"{NAME} (3).pdf").write_text("")
        assert free_number(folder, NAME) == 2
        (tmp_path / f"{NAME} - open me in the resume kiosk (2).json").symlink_to("nowhere")
        assert free_number(folder, NAME) == 4
    finally:
        os.close(folder)
