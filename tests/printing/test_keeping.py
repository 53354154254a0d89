"""What a cupsd.conf keeps; that a real service does so is in test_cups.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.printing import keeping
from kiosk.printing.keeping import Kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("", Kept(files=True, history=True)),
        ("PreserveJobFiles No", Kept(files=False, history=True)),
        ("  preservejobfiles\toff\nPreserveJobHistory false", Kept(files=False, history=False)),
        ("PreserveJobHistory No", Kept(files=False, history=False)),
        ("# PreserveJobFiles No\n#PreserveJobHistory No", Kept(files=True, history=True)),
        ("PreserveJobFiles No\nPreserveJobFiles 3600", Kept(files=True, history=True)),
        ("PreserveJobFiles 0", Kept(files=False, history=True)),
    ],
)
def test_what_is_written_counts(text: str, kept: Kept) -> None:
    assert keeping.kept(text) == kept


def test_where_nothing_can_be_read_nothing_is_known(tmp_path: Path) -> None:
    assert keeping.kept_here(tmp_path / "none") is None
