"""Cards: ticked or written, with the year until which they are good, which the page prints."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.flow.answers import look_over
from kiosk.resume import jsonresume, ours
from kiosk.resume.model import Basics, Certificate, Resume
from kiosk.ui.cards_until import CardPicks, UntilRow
from kiosk.ui.tiles import Tile
from kiosk.ui.wrapbox import WrapBox
from ui.sitting_room import Room, room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def ann(qtbot: QtBot) -> Iterator[Room]:
    resume = Resume(basics=Basics(name="Ann"), certificates=(Certificate(name="My own card"),))
    with room(qtbot, resume) as made:
        made.at("cards")
        yield made


def here() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def asked(made: Room) -> list[UntilRow]:
    return [row for row in made.page.findChildren(UntilRow) if row.isVisible()]


def tick(made: Room, words: str) -> None:
    picks = made.page.findChildren(CardPicks)[0]
    next(tile for tile in picks.findChildren(Tile) if tile.accessibleName() == words).click()


def test_the_year_is_asked_of_what_runs_out_and_kept_once_it_is_one(ann: Room) -> None:
    tick(ann, "Food handler card")
    names = [row.box.accessibleName().split(":")[0] for row in asked(ann)]
    assert names == ["My own card", "Food handler card"]
    asked(ann)[1].box.setFocus()
    QTest.keyClicks(here(), "202")
    assert ours.text(ann.session.resume.certificates[1], "until") == ""
    QTest.keyClicks(here(), "7")
    card = ann.session.resume.certificates[1]
    assert ours.text(card, "until") == "2027"
    said = [line for group in look_over(ann.session.resume) for one in group.answers for line in one.lines]
    assert "Food handler card: good until 2027" in said
    assert jsonresume.loads(jsonresume.dumps(ann.session.resume)).resume.certificates[1] == card
    ann.session.undo()
    assert asked(ann)[1].box.text() != "2027"


def test_a_year_that_a_screen_reader_writes_is_kept(ann: Room) -> None:
    QAccessible.queryAccessibleInterface(asked(ann)[0].box).setText(QAccessible.Text.Value, "2028")
    assert ours.text(ann.session.resume.certificates[0], "until") == "2028"


def test_what_was_begun_is_there_again_and_emptied_it_is_gone(ann: Room) -> None:
    asked(ann)[0].box.setFocus()
    QTest.keyClicks(here(), "20")
    ann.at("skills")
    ann.at("cards")
    assert asked(ann)[0].box.text() == "20"
    asked(ann)[0].box.setFocus()
    QTest.keyClick(here(), Qt.Key.Key_Backspace)
    QTest.keyClick(here(), Qt.Key.Key_Backspace)
    assert ann.session.resume.certificates == (Certificate(name="My own card"),)
    assert asked(ann)[0].box.text() == ""


def test_what_was_begun_of_a_card_stays_with_it_when_another_is_ticked_off(ann: Room) -> None:
    tick(ann, "Food handler card")
    tick(ann, "CPR and first aid")
    asked(ann)[2].box.setFocus()
    QTest.keyClicks(here(), "20")
    tick(ann, "Food handler card")
    assert [row.box.text() for row in asked(ann)] == ["", "20"]
    ann.session.undo()
    assert [row.box.text() for row in asked(ann)] == ["", "", "20"]


def test_nothing_jumps_while_an_own_card_is_written(ann: Room) -> None:
    ann.page.findChildren(WrapBox)[1].setFocus()
    QTest.keyClicks(here(), "Boat license")
    assert len(asked(ann)) == 1
    ann.at("skills")
    ann.at("cards")
    assert len(asked(ann)) == 2
