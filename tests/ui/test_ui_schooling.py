"""What one got at a school: a tile writes it, own words do too, with the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.resume.model import Education, Resume
from kiosk.ui.choice import OneTile
from ui.sitting_room import Room, room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def pupil(qtbot: QtBot) -> Iterator[Room]:
    with room(qtbot, Resume(education=(Education(institution="Lincoln High"),))) as made:
        made.at("education.got", 0)
        yield made


def here() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def down(made: Room) -> list[str]:
    return [tile.text() for tile in made.page.findChildren(OneTile) if tile.isChecked()]


def test_arrow_keys_and_space_pick_and_own_words_take_the_pick_back(pupil: Room) -> None:
    QTest.keyClick(here(), Qt.Key.Key_Right)
    QTest.keyClick(here(), Qt.Key.Key_Space)
    assert pupil.session.resume.education[0].study_type == "GED"
    assert down(pupil) == ["GED"]
    QTest.keyClick(here(), Qt.Key.Key_Tab)
    assert here().accessibleName() == "Your own words"
    QTest.keyClick(here(), Qt.Key.Key_End)
    QTest.keyClicks(here(), " with honors")
    assert pupil.session.resume.education[0].study_type == "GED with honors"
    assert down(pupil) == []
    QTest.keyClick(here(), Qt.Key.Key_Return)
    assert pupil.wizard.current.step.id == "education.date"


def test_did_not_finish_is_a_choice_and_the_page_says_what_was_done(pupil: Room) -> None:
    next(t for t in pupil.page.findChildren(OneTile) if t.text() == "I did not finish").click()
    assert pupil.session.resume.education[0].study_type == "Some classes"
    pupil.session.undo()
    assert down(pupil) == []
