"""A drive, and somebody who hears the wizard: started for the test, and nothing of it left running."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from access import rooms
from access.listener import Reader


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    made = tmp_path / "STICK"
    made.mkdir()
    return made


@pytest.fixture
def reader(tmp_path: Path, drive: Path) -> Iterator[Reader]:
    with rooms.screen_reader(tmp_path, drive) as (ears, window):
        yield Reader(ears, window)
    left = [one for one in psutil.process_iter(["environ"]) if _was_ours(one, tmp_path)]
    psutil.wait_procs(left, timeout=10)
    assert [one for one in left if one.is_running() and one.status() != psutil.STATUS_ZOMBIE] == []


def _was_ours(process: psutil.Process, folder: Path) -> bool:
    return (process.info["environ"] or {}).get("XDG_RUNTIME_DIR") == str(folder / "run")
