"""From plugging and pulling, as a real D-Bus and UDisks2's signals tell it, to the words on the screen."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.resume.model import Basics, Resume
from kiosk.storage.udisks import UDisksDrives
from storage import fake_udisks
from ui.sitting_room import Room, room

pytestmark = [pytest.mark.slow, pytest.mark.root, pytest.mark.qt_log_ignore("propagateSizeHints")]

WITHIN = 1.0
"""Seconds from the plug to the screen."""


def seconds_until(true: Callable[[], bool]) -> float:
    began = time.monotonic()
    while not true():
        assert time.monotonic() - began < 10
        QApplication.processEvents()
        time.sleep(0.005)
    return time.monotonic() - began


def test_plugging_and_pulling_are_on_the_screen_within_a_second(qtbot: QtBot, tmp_path: Path) -> None:
    with fake_udisks.served(tmp_path) as service:
        service.fake.plugged = False
        with room(qtbot, drives=UDisksDrives()) as made:
            made.at("drive")
            qtbot.waitUntil(lambda: made.plugged.drives == ())
            times = []
            for _time in range(3):
                service.fake.plugged = True
                service.changed()
                times.append(seconds_until(lambda: made.page.heading == "Is this your drive?"))
                service.pull()
                times.append(seconds_until(lambda: made.page.heading == "Put in your USB drive"))
            assert max(times) < WITHIN


def test_pulling_is_told_on_a_question_within_a_second(qtbot: QtBot, tmp_path: Path) -> None:
    with fake_udisks.served(tmp_path) as service, room(qtbot, drives=UDisksDrives()) as made:
        qtbot.waitUntil(lambda: bool(made.plugged.drives))
        made.session.use_drive((made.plugged.drives or ())[0])
        made.at("contact")
        made.session.edit(Resume(basics=Basics(name="Ann")))
        banner = banner_of(made)
        service.pull()
        assert seconds_until(lambda: banner().startswith("Your drive is out.")) < WITHIN
        service.fake.plugged = True
        service.changed()
        assert seconds_until(lambda: not banner()) < WITHIN


def banner_of(made: Room) -> Callable[[], str]:
    return lambda: made.window.frame.banner.words
