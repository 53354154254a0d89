"""Running commands and looking at what they did, for the tests of the command line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk import paths

COMMAND = [sys.executable, "-m", "kiosk"]
SAMPLE = paths.SAMPLES / "first-job.json"
OTHER = paths.SAMPLES / "plant-worker.json"

Captured = pytest.CaptureFixture[str]


def run(*words: object, prefix: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own."""
    command = [*prefix, *COMMAND, *map(str, words)]
    return subprocess.run(command, cwd=paths.ROOT, capture_output=True, text=True, timeout=60, check=False)


def everything_in(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"))


def the_one_line(captured: Captured) -> str:
    """Return the line on standard error; fail if there is anything else, or anything on standard output."""
    said = captured.readouterr()
    assert said.out == ""
    assert said.err.endswith("\n")
    assert len(said.err.splitlines()) == 1
    assert "Traceback" not in said.err
    return said.err
