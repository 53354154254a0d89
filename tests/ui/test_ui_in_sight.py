"""What has the focus stays in sight when the page grows above it."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.ui.lines import LinesEditor
from ui.sitting_room import room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.mark.parametrize("text_size", [100, 200])
def test_the_box_that_one_types_into_is_not_pushed_away(qtbot: QtBot, text_size: int) -> None:
    with room(qtbot, text_size=text_size) as made:
        page = made.at("languages")
        box = page.findChildren(LinesEditor)[0].first()
        box.setFocus()
        QApplication.processEvents()
        QTest.keyClicks(box, "English")  # how well it is spoken is asked above the box
        for _turn in range(5):
            QApplication.processEvents()  # what is new finds its place
        assert QApplication.focusWidget() is box
        assert box.visibleRegion().boundingRect() == box.rect()
