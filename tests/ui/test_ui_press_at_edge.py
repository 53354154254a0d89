"""A press with the mouse counts where it began, also on what only peeps over the edge of the page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.resume.model import Resume, Work
from kiosk.ui.controls import Button
from ui.sitting_room import Room, room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def peeping(made: Room, button: Button) -> QPoint:
    """Scroll until only the upper edge of a button is seen; returns a place on it."""
    bar = made.page._scroll.verticalScrollBar()
    viewport = made.page._scroll.viewport()
    top = button.mapTo(viewport, QPoint(0, 0)).y()
    bar.setValue(bar.value() + top - viewport.height() + 12)
    QApplication.processEvents()
    return button.mapTo(made.window, QPoint(button.width() // 2, 6))


def test_what_is_pressed_stays_under_the_mouse_and_is_whole_in_sight_after_that(qtbot: QtBot) -> None:
    with room(qtbot, Resume(work=(Work(position="House cleaner"),))) as made:
        made.at("work.lines", 0)
        QApplication.processEvents()
        more = next(one for one in made.page.findChildren(Button) if one.text() == "Show more lines")
        place, window = peeping(made, more), made.window.windowHandle()
        pressed: list[str] = []
        more.clicked.connect(lambda _down: pressed.append("Show more lines"))
        before = made.page._scroll.verticalScrollBar().value()
        QTest.mousePress(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        assert made.page._scroll.verticalScrollBar().value() == before
        QTest.mouseRelease(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        assert pressed

        def in_sight() -> None:
            now = QApplication.focusWidget()
            assert now is not None
            assert now.visibleRegion().boundingRect() == now.rect()

        qtbot.waitUntil(in_sight)
