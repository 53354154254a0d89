"""*When can you work?* with the keyboard alone: arrow keys on the grid, Space ticks, Undo takes back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.flow.answers import look_over
from kiosk.resume import hours
from kiosk.resume.model import Basics, Resume
from ui.sitting_room import Room, room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def sam(qtbot: QtBot) -> Iterator[Room]:
    resume = Resume(basics=Basics(name="Sam"), meta={"kiosk": {"path": ["first-job"]}})
    with room(qtbot, resume) as made:
        made.at("hours")
        yield made


def press(*keys: Qt.Key) -> None:
    for key in keys:
        here = QApplication.focusWidget()
        assert here is not None
        QTest.keyClick(here, key)


def focus() -> QWidget:
    here = QApplication.focusWidget()
    assert here is not None
    return here


def test_a_week_is_ticked_with_arrow_keys_and_space(sam: Room) -> None:
    assert (focus().accessibleName(), focus().accessibleDescription()) == ("Morning", "Monday")
    press(Qt.Key.Key_Up, Qt.Key.Key_Left)
    assert focus().accessibleDescription() == "Monday", "there is nothing beyond the edge"
    press(Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert hours.of(sam.session.resume)["days"] == ["mon-afternoon", "tue-afternoon"]
    press(Qt.Key.Key_Tab)
    assert focus().accessibleName() == "When you can start"
    QTest.keyClicks(focus(), "right away")
    press(Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert hours.of(sam.session.resume)["ride"] is True
    said = [line for group in look_over(sam.session.resume) for one in group.answers for line in one.lines]
    assert "Monday to Tuesday: Afternoon" in said
    assert "right away" in said


def test_undo_takes_back_one_press(sam: Room) -> None:
    press(Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Space)
    sam.session.undo()
    assert hours.of(sam.session.resume)["days"] == ["mon-morning"]
    press(Qt.Key.Key_Left, Qt.Key.Key_Space)
    assert "when" not in sam.session.resume.meta["kiosk"]
