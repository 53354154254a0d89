"""How much room there is, and what is lacking."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.errors import DriveFull, DriveReadOnly
from kiosk.storage.space import LEAST, Space, lacking, space


def test_the_file_system_is_asked(tmp_path: Path) -> None:
    by_name = space(tmp_path)
    folder = os.open(tmp_path, os.O_RDONLY)
    try:
        assert space(folder).size == by_name.size > 0
    finally:
        os.close(folder)
    assert not by_name.read_only


def test_a_missing_folder_is_told_as_the_system_tells_it(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        space(tmp_path / "missing")


@pytest.mark.parametrize(
    ("there", "needed", "problem"),
    [
        (Space(10**9, 10**8, read_only=False), LEAST, None),
        (Space(10**9, LEAST, read_only=False), LEAST, None),
        (Space(10**9, LEAST - 1, read_only=False), LEAST, DriveFull),
        (Space(10**9, 10**6, read_only=False), 10**7, DriveFull),
        (Space(10**9, 0, read_only=True), LEAST, DriveReadOnly),
        (Space(0, 0, read_only=False), LEAST, None),
    ],
    ids=["room", "just enough", "full", "too little", "read-only", "a driver that does not know"],
)
def test_what_is_lacking(there: Space, needed: int, problem: type[Exception] | None) -> None:
    found = lacking(there, "STICK", needed)
    assert found is None if problem is None else type(found) is problem
