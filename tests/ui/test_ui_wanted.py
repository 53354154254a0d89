"""*What job do you want?* with the keyboard and with presses: kinds, titles, not sure."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.flow import wanted
from kiosk.flow.offers import Offers
from kiosk.resume.model import Basics, Resume
from kiosk.ui.controls import Button, Text
from kiosk.ui.tiles import Tile
from ui.sitting_room import Room, room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def ann(qtbot: QtBot) -> Iterator[Room]:
    with room(qtbot, Resume(basics=Basics(name="Ann"))) as made:
        made.at("wanted")
        yield made


def here() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(here(), key)


def seen(made: Room) -> list[str]:
    return [tile.text() for tile in made.page.findChildren(Tile) if tile.isVisible()]


def tile(made: Room, words: str) -> Tile:
    return next(one for one in made.page.findChildren(Tile) if one.isVisible() and one.text() == words)


def test_by_the_keyboard_alone_from_a_kind_of_work_to_a_title(ann: Room) -> None:
    press(Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Space)
    titles = Offers().titles_of("retail")
    assert seen(ann) == list(titles)
    assert here().accessibleName() == titles[0], "the focus is on the first title"
    press(Qt.Key.Key_Down, Qt.Key.Key_Space)
    label = ann.session.resume.basics.label
    assert label in titles
    assert seen(ann) == list(titles), "nothing moved"
    assert here().accessibleName() == label
    press(Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert "Stores" in seen(ann)
    assert ann.session.resume.basics.label == label, "to look at others takes nothing away"
    ann.session.undo()
    assert ann.session.resume.basics.label == ""


def test_what_is_typed_finds_titles_and_other_names_of_a_clear_one(ann: Room) -> None:
    QTest.keyClicks(here(), "store cler")
    assert "Store clerk" in seen(ann)
    QTest.keyClicks(here(), "k")
    words = [text.text() for text in ann.page.findChildren(Text) if text.isVisible()]
    assert any(text.startswith("Other names for this job: ") for text in words)
    press(Qt.Key.Key_Return)
    assert ann.wizard.current.step.id == "work"


def test_what_nobody_knows_stays_as_it_is_typed_and_kinds_are_offered(ann: Room) -> None:
    QTest.keyClicks(here(), "qqqq")
    assert "Stores" in seen(ann)
    assert ann.session.resume.basics.label == "qqqq"


def test_not_sure_is_ticked_and_a_job_unticks_it(ann: Room) -> None:
    not_sure = tile(ann, "I am not sure yet")
    not_sure.click()
    assert wanted.is_not_sure(ann.session.resume)
    assert not_sure.isChecked()
    ann.session.undo()
    assert not not_sure.isChecked()
    not_sure.click()
    box = ann.page.first_focus()
    assert box is not None
    QTest.keyClicks(box, "cook")
    assert not not_sure.isChecked()
    assert not wanted.is_not_sure(ann.session.resume)


def test_it_leads_back_to_looking_it_over(ann: Room) -> None:
    ann.at("review")
    change = next(
        one for one in ann.page.findChildren(Button) if one.accessibleName() == "Change: Job you want"
    )
    change.click()
    assert ann.wizard.current.step.id == "wanted"
    assert ann.page.next_label() == "Done"
    ann.page.go_next()
    assert ann.wizard.current.step.id == "review"
