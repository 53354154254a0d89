"""The way without a drive: three doors, and a line on every screen that says that nothing is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kiosk.flow.steps import STEPS
from kiosk.resume.model import Basics, Resume, Work
from kiosk.ui.controls import Button
from ui.sitting_room import Drives, Room, room, stick

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
ANN = Resume(basics=Basics(name="Ann Lee"), work=(Work(position="Cook"),))


@pytest.fixture
def drives() -> Drives:
    return Drives()


@pytest.fixture
def made(qtbot: QtBot, drives: Drives) -> Iterator[Room]:
    with room(qtbot, ANN, drives) as made:
        made.at("save")
        press("I have no drive")
        yield made


def press(words: str) -> None:
    """Find a button with Tab and press it with the space bar."""
    for _press in range(60):
        here = QApplication.focusWidget()
        assert here is not None
        if isinstance(here, Button) and here.text() == words:
            QTest.keyClick(here, Qt.Key.Key_Space)
            return
        QTest.keyClick(here, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not lead to {words!r}")


def words(made: Room) -> str:
    return "\n".join(label.text() for label in made.window.findChildren(QLabel) if label.isVisible())


@pytest.mark.slow
def test_from_now_on_every_screen_says_that_nothing_is_kept(made: Room) -> None:
    for step in STEPS:
        made.at(step.id, 0 if step.of_entry else None)
        assert made.window.frame.banner.isVisible(), step.id
        assert "nothing is kept here" in words(made), step.id


def test_nobody_else_is_told_so(qtbot: QtBot) -> None:
    with room(qtbot, ANN) as other:
        for step in ("home", "contact", "save"):
            other.at(step)
            assert not other.window.frame.banner.isVisible()


def test_a_save_takes_the_line_away(made: Room, drives: Drives, qtbot: QtBot, tmp_path: Path) -> None:
    press("Borrow a drive")
    assert "May I borrow a USB drive" in words(made)
    drives.plug(stick(tmp_path))
    press("I have one now")
    assert made.wizard.current.step.id == "save"
    qtbot.waitUntil(lambda: "STICK" in "".join(b.text() for b in made.page.findChildren(Button)))
    press("Save to my drive")
    qtbot.waitUntil(lambda: made.page.heading == "Your resume is on your drive")
    assert not made.session.without_drive
    assert not made.window.frame.banner.isVisible()
    assert "I have no drive" not in [b.text() for b in made.page.findChildren(Button) if b.isVisible()]


@pytest.mark.parametrize(("door", "step"), [("Print my page", "print"), ("Use my phone", "codes")])
def test_a_door_leads_there_and_back_and_then_one_can_finish(made: Room, door: str, step: str) -> None:
    assert made.page.next_label() == ""
    press(door)
    assert made.wizard.current.step.id == step
    made.wizard.back()
    assert made.wizard.current.step.id == "no-drive"
    press("Finish and erase")
    assert "Take what you printed or have on your phone." in words(made)
    assert "Save now" not in [
        button.text() for button in made.window.findChildren(Button) if button.isVisible()
    ]


def test_back_leads_to_the_save_screen(made: Room) -> None:
    press("Back")
    assert made.wizard.current.step.id == "save"


def test_the_first_door_has_the_focus(made: Room) -> None:
    made.at("contact")
    made.at("no-drive")
    here = QApplication.focusWidget()
    assert isinstance(here, Button)
    assert here.text() == "Print my page"
