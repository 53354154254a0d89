"""One file of ours on its way: what it removes, and that it replaces nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.storage.place import TEMPORARY
from kiosk.storage.temporary import create


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[int]:
    opened = os.open(tmp_path, os.O_RDONLY)
    yield opened
    os.close(opened)


def on() -> None:
    """Nobody wants to stop."""


def test_it_is_written_whole_and_renamed(tmp_path: Path, folder: int) -> None:
    file = create(folder)
    assert TEMPORARY.fullmatch(file.name)
    file.write(b"all of it" * 300_000, on)
    file.sync()
    file.rename(folder, "letter.txt")
    file.close()
    file.close()
    assert (tmp_path / "letter.txt").read_bytes() == b"all of it" * 300_000
    assert [it.name for it in tmp_path.iterdir()] == ["letter.txt"]


def test_nothing_is_replaced(tmp_path: Path, folder: int) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    file = create(folder)
    with pytest.raises(FileExistsError):
        file.rename(folder, "letter.txt")
    file.remove(folder)
    assert [it.read_text() for it in tmp_path.iterdir()] == ["mine"]


def test_it_can_be_stopped_between_two_pieces(tmp_path: Path, folder: int) -> None:
    file = create(folder)
    asked = iter([None, None])
    with pytest.raises(StopIteration):
        file.write(bytes(3 * 1024 * 1024), lambda: next(asked))
    assert (tmp_path / file.name).stat().st_size == 2 * 1024 * 1024
    file.remove(folder)
    assert list(tmp_path.iterdir()) == []


def test_only_itself_is_removed(tmp_path: Path, folder: int) -> None:
    file = create(folder)
    (tmp_path / file.name).unlink()
    (tmp_path / file.name).write_text("another program's")
    assert not file.is_in(folder)
    file.remove(folder)
    assert [it.read_text() for it in tmp_path.iterdir()] == ["another program's"]


def test_it_removes_itself_under_its_final_name_too(tmp_path: Path, folder: int) -> None:
    file = create(folder)
    file.rename(folder, "letter.txt")
    file.remove(folder)
    assert list(tmp_path.iterdir()) == []
