"""The warm-up as people do it: with the mouse, with keys alone, with a finger, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from fake_drives import Drives, stick
from kiosk.flow.warmup import EXERCISES
from kiosk.resume.model import Basics, Resume
from kiosk.ui.controls import Button
from kiosk.ui.fields import TextBox
from kiosk.ui.pages.warmup import WarmUpPage
from kiosk.ui.pages.warmup_parts import Practice
from kiosk.ui.theme import Look
from ui import colours, screens
from ui.screens import DIAGONAL, View
from ui.sitting_room import Room, room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

ANN = Resume(basics=Basics(name="Ann Lee"))
DOOR = "Never used a mouse? Try it for one minute"


@pytest.fixture
def made(qtbot: QtBot) -> Iterator[Room]:
    with room(qtbot, ANN) as sitting:
        yield sitting


def settled() -> None:
    for _turn in range(6):
        QApplication.processEvents()


def practice(made: Room) -> WarmUpPage:
    page = made.page
    assert isinstance(page, WarmUpPage)
    return page


def button(made: Room, words: str) -> Button:
    found = [one for one in made.window.findChildren(Button) if one.isVisible() and one.text() == words]
    assert found, words
    return found[0]


def click(made: Room, words: str) -> None:
    """Click in the middle of a button, where the window says that it is."""
    one = button(made, words)
    handle = made.window.windowHandle()
    assert handle is not None
    place = one.mapTo(made.window, one.rect().center())
    assert made.window.childAt(place) is one, f"{words} is out of sight"
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    settled()


def said_done(made: Room, number: int) -> bool:
    labels = made.page.findChildren(QLabel)
    return any(one.isVisible() and one.text() == EXERCISES[number].done for one in labels)


def press(*keys: Qt.Key) -> None:
    for key in keys:
        here = QApplication.focusWidget()
        assert here is not None, "the focus is lost"
        QTest.keyClick(here, key)
    settled()


def type_(words: str) -> None:
    here = QApplication.focusWidget()
    assert isinstance(here, TextBox)
    QTest.keyClicks(here, words)
    settled()


def wheel(area: QScrollArea, notches: int) -> None:
    view = area.viewport()
    middle = view.rect().center()
    for _notch in range(notches):
        event = QWheelEvent(
            middle.toPointF(),
            view.mapToGlobal(middle).toPointF(),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view, event)
    settled()


def test_all_of_it_with_mouse_and_keys(made: Room) -> None:
    made.at("home")
    settled()
    click(made, DOOR)
    page = practice(made)
    assert not said_done(made, 0)
    click(made, "Click here")
    assert said_done(made, 0)
    click(made, "Next")
    click(made, "Tea")
    assert said_done(made, 1)
    click(made, "Next")
    listed = next(area for area in page.findChildren(QScrollArea) if area.accessibleName() == "The list")
    wheel(listed, 12)
    click(made, "December")
    assert said_done(made, 2)
    click(made, "Next")
    type_("bread")
    assert said_done(made, 3)
    press(Qt.Key.Key_Return)
    type_("An")
    assert not said_done(made, 4)
    type_("n")
    assert said_done(made, 4)
    press(Qt.Key.Key_Return)
    type_("good day")
    assert said_done(made, 5)
    press(Qt.Key.Key_Return, Qt.Key.Key_Backspace)
    type_("k")
    assert said_done(made, 6)
    press(Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert said_done(made, 7)
    press(Qt.Key.Key_Return)
    assert page.heading == "You are ready"
    press(Qt.Key.Key_Return)
    assert made.wizard.current.step.id == "home"


def test_the_bar_beside_the_list_can_be_clicked_instead_of_the_wheel(made: Room) -> None:
    made.at("warm-up")
    for _press in range(2):
        practice(made).go_next()
    settled()
    listed = next(one for one in made.page.findChildren(QScrollArea) if one.accessibleName() == "The list")
    bar = listed.verticalScrollBar()
    assert bar.isVisible()
    for _click in range(8):
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(bar.width() // 2, bar.height() - 4))
    settled()
    click(made, "December")
    assert said_done(made, 2)


def test_nothing_of_it_reaches_the_resume_the_drive_or_undo(qtbot: QtBot, tmp_path: Path) -> None:
    with room(qtbot, ANN, drives=Drives(stick(tmp_path))) as made:
        made.session.use_drive(stick(tmp_path))
        made.at("home")
        made.keeping.keep(made.session.resume)
        qtbot.waitUntil(lambda: made.keeping.now.resume == ANN, timeout=10_000)
        before = {file: (file.read_bytes(), file.stat().st_mtime_ns) for file in _files(tmp_path)}
        assert before
        made.at("warm-up")
        for _exercise in EXERCISES:
            for box in made.page.findChildren(TextBox):
                if box.isVisible():
                    box.setFocus()
                    press(Qt.Key.Key_X, Qt.Key.Key_Y)
                    QTest.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
                    QTest.keyClick(made.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
            for one in made.page.findChildren(Button):
                if one.isVisible() and one.isCheckable():
                    one.click()
            practice(made).go_next()
        practice(made).go_next()
        settled()
        assert made.wizard.current.step.id == "home"
        assert made.session.resume == ANN
        assert not made.session.can_undo
        assert made.keeping.close(10)
        after = {file: (file.read_bytes(), file.stat().st_mtime_ns) for file in _files(tmp_path)}
        assert after == before


def _files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file())


@pytest.mark.parametrize("number", range(len(EXERCISES)))
def test_one_can_stop_and_go_on_anywhere_and_back_leads_back(made: Room, number: int) -> None:
    page = made.at("warm-up")
    assert isinstance(page, WarmUpPage)
    for _press in range(number):
        click(made, "Next")
    assert page.number == number
    click(made, "Back")
    assert made.wizard.current.step.id == ("warm-up" if number else "home")
    made.at("home")
    made.at("warm-up")
    for _press in range(number):
        click(made, "Next")
    click(made, "Stop and go back")
    assert made.wizard.current.step.id == "home"
    assert made.at("warm-up") is page
    assert page.number == 0, "nothing is remembered"


def test_the_mouse_part_is_done_or_passed_over_with_keys_alone(made: Room) -> None:
    made.at("warm-up")
    press(Qt.Key.Key_Return)
    assert said_done(made, 0)
    practice(made).go_next()
    press(Qt.Key.Key_Space)
    assert said_done(made, 1)
    practice(made).go_next()
    press(*[Qt.Key.Key_Tab] * 11)
    press(Qt.Key.Key_Return)
    assert said_done(made, 2)
    made.at("home")
    made.at("warm-up")
    press(Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert EXERCISES[practice(made).number - 1].with_mouse
    assert isinstance(QApplication.focusWidget(), TextBox)


def test_what_was_done_is_said_aloud_once(made: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    made.at("warm-up")
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: True))
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    one = button(made, "Click here")
    one.click()
    one.click()
    assert said == [EXERCISES[0].done]
    practice(made).go_next()
    assert said[1:] == [f"{EXERCISES[1].title} {EXERCISES[1].help}"]


EVERY_DAY = DIAGONAL[1:3]


@pytest.mark.slow
@pytest.mark.parametrize(
    "view",
    [view if view in EVERY_DAY else pytest.param(view, marks=pytest.mark.slow) for view in DIAGONAL],
    ids=str,
)
def test_all_of_it_is_whole_and_seen_in_every_look_and_language(qtbot: QtBot, view: View) -> None:
    with screens.seen(qtbot, view) as made:
        made.at("warm-up")
        for number in range(len(EXERCISES) + 1):
            for part in made.page.findChildren(Practice):
                part.done.emit()
            screens.settle()
            assert screens.wrong(made.window.frame) == [], number
            assert colours.pale(made.page) == [], number
            practice(made).go_next()


@pytest.mark.parametrize("size", [100, 200])
def test_what_was_done_is_seen_and_moved_nothing(made: Room, size: int) -> None:
    made.window.change_look(Look(text_size=size))
    made.at("warm-up")
    settled()
    one = button(made, "Click here")
    before = one.geometry()
    one.click()
    settled()
    assert one.geometry() == before
    for number, _exercise in enumerate(EXERCISES):
        for part in made.page.findChildren(Practice):
            if part.isVisible():
                part.done.emit()
        settled()
        shown = [w for w in made.page.findChildren(QLabel) if w.text() == EXERCISES[number].done]
        bottom = shown[0].mapTo(made.window, shown[0].rect().bottomLeft()).y()
        assert bottom < made.window.frame.footer.mapTo(made.window, QPoint(0, 0)).y()
        for control in (*made.page.findChildren(Button), *made.page.findChildren(TextBox)):
            if control.isVisible():
                assert min(control.width(), control.height()) >= 44, control.accessibleName()
        practice(made).go_next()
