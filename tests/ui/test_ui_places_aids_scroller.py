"""*Places that help*: a click away everywhere, read with the keys alone, and back to where one was."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from kiosk.content.store import Content
from kiosk.flow.offers import Offers
from kiosk.flow.steps import STEPS
from kiosk.resume.model import Basics, Resume
from kiosk.ui.controls import Button, ButtonKind
from kiosk.ui.leaflet import Card
from kiosk.ui.places import Places
from kiosk.ui.theme import Look
from ui.sitting_room import Room, room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

NUMBERS = [phone.number for place in Content().places.values() for phone in place.phones]


@pytest.fixture
def ann(qtbot: QtBot) -> Iterator[Room]:
    with room(qtbot, Resume(basics=Basics(name="Ann Lee", phone="555 010 0134"))) as made:
        yield made


def here() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None, "the focus is lost"
    return widget


def the_button(made: Room) -> Button:
    found = made.window.frame.header.findChildren(Button)
    return next(one for one in found if one.accessibleName() == "Places that help")


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


@pytest.mark.slow
@pytest.mark.parametrize("text_size", [100, 200])
def test_the_door_is_on_every_screen_and_large_enough(ann: Room, text_size: int) -> None:
    ann.window.change_look(Look(text_size=text_size))
    for step in STEPS:
        ann.at(step.id, 0 if step.of_entry else None)
        QApplication.processEvents()
        door = the_button(ann)
        assert door.isVisible(), step.id
        assert min(door.width(), door.height()) >= 44


def test_every_number_is_there_and_help_right_now_comes_first(ann: Room) -> None:
    the_button(ann).click()
    view = ann.window.findChild(Places)
    assert isinstance(view, Places)
    read = words(view)
    assert read[1] == "Help right now", "after the title"
    assert [number for number in read if number in NUMBERS] == NUMBERS
    filled = [one for one in view.findChildren(Button) if one.kind is ButtonKind.PRIMARY]
    assert [one.text() for one in filled] == ["Close"]


@pytest.mark.parametrize("leave", ["escape", "button"])
def test_one_is_back_exactly_where_one_was(ann: Room, leave: str) -> None:
    ann.at("contact")
    box = here()
    assert isinstance(box, QLineEdit)
    box.setCursorPosition(3)
    QTest.mouseClick(the_button(ann), Qt.MouseButton.LeftButton)
    assert not ann.window.frame.isVisible()
    if leave == "escape":
        QTest.keyClick(here(), Qt.Key.Key_Escape)
    else:
        next(one for one in ann.window.findChildren(Button) if one.text() == "Close").click()
    assert ann.window.frame.isVisible()
    assert here() is box
    assert box.cursorPosition() == 3
    assert not box.hasSelectedText()
    assert ann.wizard.current.step.id == "contact"
    assert ann.session.resume.basics.phone == "555 010 0134"


def test_the_page_is_scrolled_as_it_was(ann: Room) -> None:
    ann.window.change_look(Look(text_size=200))
    ann.at("contact")
    QApplication.processEvents()
    bar = next(one for one in ann.page.findChildren(QScrollArea)).verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    before = bar.value()
    the_button(ann).click()
    QTest.keyClick(here(), Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert bar.value() == before


def test_it_is_read_with_the_keys_alone(ann: Room) -> None:
    the_button(ann).setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(here(), Qt.Key.Key_Return)
    reader = here()
    assert isinstance(reader, QScrollArea)
    bar = reader.verticalScrollBar()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_End):
        before = bar.value()
        QTest.keyClick(reader, key)
        assert bar.value() > before
    QTest.keyClick(reader, Qt.Key.Key_Home)
    assert bar.value() == 0
    cards = []
    for _stop in range(len(Content().places)):
        QTest.keyClick(here(), Qt.Key.Key_Tab)
        card = here()
        assert isinstance(card, Card)
        top = card.mapTo(reader.viewport(), card.rect().topLeft()).y()
        assert -1 <= top < reader.viewport().height() - 60, "what has the focus is in view"
        cards.append(card)
    assert len(set(cards)) == len(cards)
    read = QAccessible.queryAccessibleInterface(cards[0])
    assert read.text(QAccessible.Text.Name) == "Help right now"
    assert "911" in read.text(QAccessible.Text.Description)
    QTest.keyClick(here(), Qt.Key.Key_Tab)
    assert isinstance(here(), Button), "then Close, and round"


def test_nothing_of_it_is_loaded_before_it_is_opened(ann: Room) -> None:
    assert ann.window.findChild(Places) is None
    the_button(ann).click()
    QTest.keyClick(here(), Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert ann.session.resume == Resume(basics=Basics(name="Ann Lee", phone="555 010 0134"))
    assert "kiosk.ui.places" in sys.modules


def test_a_librarys_own_offices_are_shown(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "places.toml").write_text(
        '[[legal.here]]\nname = "River County Legal Aid"\nphone = "(555) 555-0100"\nhours = "9 to 4"\n'
        "[taxes]\nhidden = true\n",
        encoding="utf-8",
    )
    view = Places(Offers(Content(site=tmp_path)).places())
    qtbot.addWidget(view)
    view.resize(1366, 768)
    with qtbot.waitExposed(view):
        view.show()
    read = words(view)
    assert {"River County Legal Aid", "(555) 555-0100", "9 to 4"} <= set(read)
    assert "Taxes and benefits" not in read
    view.close()


def test_a_slip_in_the_librarys_file_takes_no_number_away(tmp_path: Path) -> None:
    (tmp_path / "places.toml").write_text("[crisis\n", encoding="utf-8")
    places = Offers(Content(site=tmp_path)).places()
    assert places == Offers().places()
    assert places[0].urgent
