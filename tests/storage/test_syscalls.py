"""The calls that Python has no function for, on real files."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.storage.syscalls import exists, rename_no_replace, sync_file_system, sync_folder


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[int]:
    descriptor = os.open(tmp_path, os.O_RDONLY)
    yield descriptor
    os.close(descriptor)


def test_renaming_to_a_free_name(folder: int, tmp_path: Path) -> None:
    (tmp_path / "old").write_text("mine")
    rename_no_replace(folder, "old", "new")
    assert [it.name for it in tmp_path.iterdir()] == ["new"]


@pytest.mark.parametrize("plant", [Path.touch, Path.mkdir, lambda it: it.symlink_to("nowhere")])
def test_nothing_is_replaced(folder: int, tmp_path: Path, plant: object) -> None:
    assert callable(plant)
    (tmp_path / "old").write_text("mine")
    plant(tmp_path / "new")
    with pytest.raises(FileExistsError):
        rename_no_replace(folder, "old", "new")
    assert (tmp_path / "old").read_text() == "mine"


def test_a_missing_file_is_told_as_the_system_tells_it(folder: int) -> None:
    with pytest.raises(FileNotFoundError):
        rename_no_replace(folder, "old", "new")


def test_links_that_lead_nowhere_exist(folder: int, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("nowhere")
    assert exists(folder, "link")
    assert not exists(folder, "nowhere")


def test_syncing_what_is_not_open_is_told(folder: int) -> None:
    sync_folder(folder)
    sync_file_system(folder)
    closed = os.dup(folder)
    os.close(closed)
    for sync in (sync_folder, sync_file_system):
        with pytest.raises(OSError) as said:
            sync(closed)
        assert said.value.errno == errno.EBADF
