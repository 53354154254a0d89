"""Ticking what one did: by mouse and by keyboard, with numbers, undone, in the right tense; nothing moves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Resume, Work
from kiosk.ui.controls import Button
from kiosk.ui.lines import LineRow
from kiosk.ui.ticks import TickRow
from kiosk.ui.tiles import Tile
from ui.sitting_room import Room, room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

CLEANER = Work(position="House cleaner", name="A family")
UNCLEAR = replace(CLEANER, position="cleaning")


@pytest.fixture
def at_lines(qtbot: QtBot) -> Iterator[Room]:
    with room(qtbot, Resume(work=(CLEANER, UNCLEAR, Work(position="Xylophone tuner")))) as made:
        made.at("work.lines", 0)
        yield made


def rows(made: Room) -> list[TickRow]:
    return [row for row in made.page.findChildren(TickRow) if row.isVisible()]


def did(made: Room, entry: int = 0) -> tuple[str, ...]:
    return made.session.resume.work[entry].highlights


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or pytest.fail("the focus is lost"), key)


def tile(made: Room, words: str) -> Tile:
    return next(one for one in made.page.findChildren(Tile) if one.text() == words and one.isVisible())


def test_ticks_are_lines_in_their_order_and_unticking_takes_only_its_own(at_lines: Room) -> None:
    first, second = rows(at_lines)[0].tile, rows(at_lines)[2].tile
    second.click()
    first.click()
    assert did(at_lines) == (second.text(), first.text())
    assert first.isChecked()
    second.click()
    assert did(at_lines) == (first.text(),)
    at_lines.session.undo()
    assert second.isChecked()
    at_lines.session.undo()
    at_lines.session.undo()
    assert did(at_lines) == ()
    assert not any(row.tile.isChecked() for row in rows(at_lines))
    at_lines.session.redo()
    assert did(at_lines) == (second.text(),)


def test_by_keyboard_alone(at_lines: Room) -> None:
    assert QApplication.focusWidget() is rows(at_lines)[0].tile
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Space)
    assert [row.tile.isChecked() for row in rows(at_lines)[:3]] == [True, True, False]
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is rows(at_lines)[0].blanks["number"].box
    QTest.keyClicks(QApplication.focusWidget() or at_lines.page, "12")
    assert did(at_lines)[1] == "Clean private homes, about 12 a week"
    for _letter in "12":
        press(Qt.Key.Key_Backspace)
    assert did(at_lines)[1] == "Clean private homes"


def test_nothing_moves_when_a_tile_is_ticked(at_lines: Room) -> None:
    QApplication.processEvents()
    before = [row.mapTo(at_lines.page, QPoint(0, 0)) for row in rows(at_lines)]
    for row in rows(at_lines)[:4]:
        row.tile.click()
        QApplication.processEvents()
        assert [row.mapTo(at_lines.page, QPoint(0, 0)) for row in rows(at_lines)] == before


def test_what_was_changed_below_is_no_longer_the_bank_s(at_lines: Room) -> None:
    row = rows(at_lines)[2]
    row.tile.click()
    own = next(line for line in at_lines.page.findChildren(LineRow) if line.box.text() == row.tile.text())
    own.box.setFocus()
    own.box.to_end()
    QTest.keyClicks(own.box, " too")
    assert not row.tile.isChecked()
    row.tile.click()
    assert did(at_lines) == (f"{row.tile.text()} too", row.tile.text())


def test_a_job_that_is_over_is_told_as_over_and_ticks_stay(at_lines: Room) -> None:
    now = rows(at_lines)[0].tile
    now.click()
    over = replace(at_lines.session.resume.work[0], end_date=PartialDate(2020))
    at_lines.session.edit(replace(at_lines.session.resume, work=(over,)))
    past = rows(at_lines)[0].tile
    assert (past.text(), past.isChecked()) == ("Cleaned private homes", True)
    past.click()
    assert did(at_lines) == ()
    past.click()
    assert did(at_lines) == ("Cleaned private homes",)


def test_an_unclear_title_is_asked_about_and_none_of_these_means_own_words(at_lines: Room) -> None:
    at_lines.at("work.lines", 1)
    assert rows(at_lines) == []
    tile(at_lines, "Janitor").click()
    assert rows(at_lines)
    tile(at_lines, "None of these").click()
    assert rows(at_lines) == []
    tile(at_lines, "House cleaner").click()
    rows(at_lines)[1].tile.click()
    at_lines.at("name")
    at_lines.at("work.lines", 1)
    assert rows(at_lines)[1].tile.isChecked()
    assert tile(at_lines, "House cleaner").isChecked()


def test_a_job_that_nobody_knows_is_written_in_own_words(at_lines: Room) -> None:
    at_lines.at("work.lines", 2)
    assert rows(at_lines) == []
    here = QApplication.focusWidget()
    assert here is not None
    assert here.accessibleName() == "Line 1"


def test_more_lines_are_one_press_away(at_lines: Room) -> None:
    before = len(rows(at_lines))
    more = next(b for b in at_lines.page.findChildren(Button) if b.text() == "Show more lines")
    more.click()
    assert len(rows(at_lines)) > before
    assert not more.isVisible()
    assert QApplication.focusWidget() is rows(at_lines)[before].tile
