"""Whoever presses and types whatever there is finds a window that works, loses nothing, and can undo it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeys.wanderer import Wanderer
from kiosk import paths
from kiosk.resume import jsonresume
from kiosk.storage.folder import FolderDrives
from ui.sitting_room import room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

WALKS, STEPS = 8, 250


def wander(qtbot: QtBot, drive: Path, seed: int, steps: int) -> None:
    """Walk from an empty resume, or from a sample; at the end the drive has the answers."""
    samples = sorted(paths.SAMPLES.glob("*.json"))
    resume = jsonresume.load(samples[seed % len(samples)]).resume if seed % 2 else None
    drives = FolderDrives(drive)
    with qtbot.captureExceptions() as exceptions, room(qtbot, resume, drives) as made:
        made.session.use_drive(drives.drives()[0])
        made.window.listen_to_touch()
        made.at("path")
        Wanderer(made, seed).walk(steps)
        assert exceptions == []
        made.page.leave()
        made.wizard.go("review")

        def kept() -> None:
            QApplication.processEvents()
            assert made.keeping.now.resume == made.session.resume

        made.keeping.keep(made.session.resume)
        qtbot.waitUntil(kept, timeout=20_000)
        files = list(drive.rglob("*open me in the resume kiosk*.json"))
        now = jsonresume.loads(jsonresume.dumps(made.session.resume)).resume
        assert now in [jsonresume.load(file).resume for file in files], "the drive has other answers"
    assert exceptions == []


@pytest.mark.parametrize("seed", [1, 4])
def test_a_short_walk(qtbot: QtBot, tmp_path: Path, seed: int) -> None:
    wander(qtbot, tmp_path, seed, 40)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 100 + WALKS))
def test_a_walk(qtbot: QtBot, tmp_path: Path, seed: int) -> None:
    wander(qtbot, tmp_path, seed, STEPS)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(1000, 1100))
def test_a_long_walk(qtbot: QtBot, tmp_path: Path, seed: int) -> None:
    wander(qtbot, tmp_path, seed, 500)
