"""*Help*: on every screen, with a button and with F1, and back to where one was."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kiosk.flow import helping
from kiosk.flow.steps import BY_ID, STEPS
from kiosk.paths import ICONS
from kiosk.resume.model import Basics, Education, Resume, Work
from kiosk.ui.controls import Button
from kiosk.ui.helpsheet import HelpSheet
from kiosk.ui.leaflet import Card
from kiosk.ui.theme import Look
from ui.sitting_room import Room, room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

ANN = Resume(
    basics=Basics(name="Ann Lee", phone="555 010 0134"),
    work=(Work(position="Cook"),),
    education=(Education(institution="Lincoln High School"),),
)


@pytest.fixture
def ann(qtbot: QtBot) -> Iterator[Room]:
    with room(qtbot, ANN) as made:
        yield made


def here(made: Room) -> QWidget:
    return QApplication.focusWidget() or made.window


def seen(made: Room) -> str:
    return "\n".join(one.text() for one in made.window.findChildren(QLabel) if one.isVisible())


def the_button(made: Room) -> Button:
    found = made.window.frame.header.findChildren(Button)
    return next(one for one in found if one.accessibleName() == "Help")


@pytest.mark.parametrize("step", [step.id for step in STEPS])
def test_every_screen_has_its_help(ann: Room, step: str) -> None:
    page = ann.at(step, 0 if BY_ID[step].of_entry else None)
    heading, before = page.heading, QApplication.focusWidget()
    QTest.keyClick(here(ann), Qt.Key.Key_F1)
    assert heading in seen(ann)
    assert all(words in seen(ann) for words in helping.about(BY_ID[step]))
    QTest.keyClick(here(ann), Qt.Key.Key_Escape)
    assert ann.window.frame.isVisible()
    assert QApplication.focusWidget() is before


@pytest.mark.parametrize("text_size", [100, 200])
def test_the_button_is_large_enough_and_leaves_the_focus(ann: Room, text_size: int) -> None:
    ann.window.change_look(Look(text_size=text_size))
    ann.at("contact")
    QApplication.processEvents()
    box, button = here(ann), the_button(ann)
    assert isinstance(box, QLineEdit)
    assert min(button.width(), button.height()) >= 44
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert ann.window.findChild(HelpSheet) is not None
    next(one for one in ann.window.findChildren(Button) if one.text() == "Close").click()
    assert here(ann) is box


def test_every_key_it_names_is_one(ann: Room) -> None:
    keys = {one.key().toString() for one in ann.window.findChildren(QShortcut)}
    for named in ("F1", "F8", "F9", "Pause", "Alt+Left", "Ctrl+Z", "Ctrl+S", "Ctrl++"):
        assert QKeySequence(named).toString() in keys
        last = named.split("+")[-1] or "plus"
        assert any(last.lower() in key.lower() for key, _does in helping.KEYS), named


def test_every_button_it_names_is_one(ann: Room) -> None:
    ann.at("contact")
    ann.session.edit(Resume())
    names = {one.accessibleName() for one in ann.window.frame.findChildren(Button)}
    assert {name for _icon, name, _words in helping.BUTTONS} <= names
    assert all((ICONS / f"{icon}.svg").is_file() for icon, _name, _words in helping.BUTTONS)


def test_a_screen_reader_reads_each_card(ann: Room) -> None:
    ann.at("contact")
    QTest.keyClick(here(ann), Qt.Key.Key_F1)
    said = []
    for _card in range(3):
        QTest.keyClick(here(ann), Qt.Key.Key_Tab)
        assert isinstance(here(ann), Card)
        known = QAccessible.queryAccessibleInterface(here(ann))
        said.append(known.text(QAccessible.Text.Name) + known.text(QAccessible.Text.Description))
    assert said[0].startswith("How can an employer reach you?")
    assert "F9" in said[2]


def test_a_card_that_is_higher_than_the_screen_begins_at_its_top(ann: Room) -> None:
    ann.window.change_look(Look(text_size=200))
    QTest.keyClick(here(ann), Qt.Key.Key_F1)
    QApplication.processEvents()
    for _card in range(3):
        QTest.keyClick(here(ann), Qt.Key.Key_Tab)
        QApplication.processEvents()
        card = here(ann)
        around = card.parentWidget()
        assert around is not None
        top = card.mapTo(ann.window, card.rect().topLeft()).y()
        assert 60 <= top < ann.window.height() // 2


def test_it_opens_over_nothing_else(ann: Room) -> None:
    ann.window.ask_to_finish()
    QTest.keyClick(here(ann), Qt.Key.Key_F1)
    assert ann.window.findChild(HelpSheet) is None


def test_the_status_is_whole_at_the_largest_text(ann: Room) -> None:
    ann.window.change_look(Look(text_size=200))
    header = ann.window.frame.header
    for words in ("Saved on your drive 10:42", "Changed since 10:42", "Not saved yet"):
        header.show_status(words, good=True)
        QApplication.processEvents()
        label = next(one for one in header.findChildren(QLabel) if one.text() == words)
        assert label.isVisible()
        if label.wordWrap():
            assert label.heightForWidth(label.width()) <= label.height(), (words, label.size())
        assert header.height() < 140, "not more than two lines"
        for button in header.findChildren(Button):
            right = button.mapTo(ann.window, button.rect().topRight()).x()
            assert not button.isVisible() or right < ann.window.width()
