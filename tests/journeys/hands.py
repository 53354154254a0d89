"""A person's hands on the real window: every press comes in by the window's own door, as from the system.

`Mouse` clicks what it wants, at a place where it can be seen; `Keyboard` has no mouse and goes there with Tab
and the arrow keys. Both type. A place that nobody could reach is an AssertionError that says which.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from journeys.meter import Meter
from kiosk.ui.ticks import TickList
from kiosk.ui.tiles import Tile, TileGrid
from kiosk.ui.window import Window

PATIENCE_S = 60.0
MOST_TABS = 150
SHIFTED = frozenset('~!@#$%^&*()_+{}|:"<>?')
NOTCH = 120


class Hands(Protocol):
    """What a patron needs to be able to do."""

    meter: Meter

    def press(self, widget: QWidget) -> None:
        """Press a button or tile."""

    def go_to(self, box: QWidget) -> None:
        """Put the cursor into a box."""

    def write(self, text: str) -> None:
        """Type where the cursor is."""


class Body:
    """What hands of both kinds do alike."""

    def __init__(self, window: Window, meter: Meter) -> None:
        self.window = window
        self.meter = meter

    def write(self, text: str) -> None:
        """Type letter by letter, with Shift where a keyboard wants it; other alphabets by an input method."""
        for letter in text:
            if letter.isascii():
                shift = letter.isupper() or letter in SHIFTED
                modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
                QTest.keyClick(self.window.windowHandle(), ord(letter), modifier)
            else:
                self.compose(letter)

    def compose(self, text: str) -> None:
        """Type by an input method, into what has the focus."""
        box = QApplication.focusWidget()
        assert box is not None
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(box, event)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key."""
        QTest.keyClick(self.window.windowHandle(), key, modifier)

    def until(self, true: Callable[[], object], what: str) -> None:
        """Wait for the program, and count that."""
        began = time.monotonic()
        while not true():
            QApplication.processEvents()
            time.sleep(0.002)
            assert time.monotonic() - began < PATIENCE_S, (
                f"waited in vain for {what} at {self.window.page.heading!r}"
            )
        self.meter.here.waited += time.monotonic() - began


class Mouse(Body):
    """Clicks, and turns the wheel until what is wanted is in sight."""

    def press(self, widget: QWidget) -> None:
        """Click it."""
        self.meter.think()
        self._click(widget)

    def go_to(self, box: QWidget) -> None:
        """Click into the box, unless the cursor is there."""
        self.meter.think()
        if not box.hasFocus():
            self._click(box)
        assert box.hasFocus(), f"a click does not lead into {box.accessibleName()!r}"

    def _click(self, widget: QWidget) -> None:
        assert widget.isVisible(), f"{widget.accessibleName()!r} is not shown"
        assert widget.isEnabled(), f"{widget.accessibleName()!r} cannot be pressed"
        place = self._place(widget)
        QTest.mouseClick(
            self.window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
        )

    def _place(self, widget: QWidget) -> QPoint:
        for _turn in range(60):
            QApplication.processEvents()
            found = self._free_place(widget)
            if found is not None:
                return found
            self._turn_wheel(widget)
        raise AssertionError(f"{widget.accessibleName()!r} cannot be clicked: something lies over it")

    def _free_place(self, widget: QWidget) -> QPoint | None:
        """Return a place of the window where a click meets the widget itself."""
        middle = widget.height() // 2
        for x in (widget.width() // 2, 24, widget.width() - 24):
            place = widget.mapTo(self.window, QPoint(x, middle))
            hit = self.window.childAt(place)
            if hit is not None and (hit is widget or widget.isAncestorOf(hit)):
                return place
        return None

    def _turn_wheel(self, widget: QWidget) -> None:
        area = _area_of(widget)
        assert area is not None, f"{widget.accessibleName()!r} is under something that does not scroll"
        viewport = area.viewport()
        down = widget.mapTo(viewport, widget.rect().center()).y() > viewport.height() // 2
        middle = QPointF(viewport.rect().center())
        event = QWheelEvent(
            middle, viewport.mapToGlobal(middle), QPoint(), QPoint(0, -NOTCH if down else NOTCH),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(viewport, event)


class Keyboard(Body):
    """Tab, Space, Enter and the arrow keys. Looks at every stop whether the eye can follow."""

    def press(self, widget: QWidget) -> None:
        """Go there and press Space."""
        self.meter.think()
        self._tab_to(widget)
        self.key(Qt.Key.Key_Space)

    def go_to(self, box: QWidget) -> None:
        """Go there."""
        self.meter.think()
        self._tab_to(box)

    def _tab_to(self, widget: QWidget) -> None:
        QApplication.processEvents()
        group = _group_of(widget)
        self.look()
        for _press in range(MOST_TABS):
            here = focused()
            if here is widget:
                return
            if group is not None and _group_of(here) is group:
                self._arrow_to(group, widget)
                return
            self._tab()
        raise AssertionError(f"Tab does not lead to {widget.accessibleName()!r}")

    def _tab(self) -> None:
        before = focused()
        self.key(Qt.Key.Key_Tab)
        self.look()
        after = focused()
        page = self.window.frame.pages
        assert after is not before, f"Tab stays at {before.accessibleName()!r}"
        if page.isAncestorOf(before) and page.isAncestorOf(after):
            assert reads_on(before, after, self.window), (
                f"Tab goes from {before.accessibleName()!r} back to {after.accessibleName()!r}"
            )

    def _arrow_to(self, group: TileGrid | TickList, widget: QWidget) -> None:
        tiles = list(group.tiles) if isinstance(group, TileGrid) else [row.tile for row in group.rows]
        keys = (Qt.Key.Key_Right, Qt.Key.Key_Left)
        if isinstance(group, TickList):
            keys = (Qt.Key.Key_Down, Qt.Key.Key_Up)
        for _press in range(len(tiles)):
            here = focused()
            if here is widget:
                return
            places = [id(tile) for tile in tiles]
            self.key(keys[0] if places.index(id(here)) < places.index(id(widget)) else keys[1])
            self.look()
        assert focused() is widget, f"the arrow keys do not lead to {widget.accessibleName()!r}"

    def look(self) -> None:
        """What has the focus must be seen."""
        QApplication.processEvents()
        here = focused()
        assert seen(here, self.window), f"the focus is at {here.accessibleName()!r}, which is out of sight"


def focused() -> QWidget:
    """Return what has the focus; it is never nowhere."""
    here = QApplication.focusWidget()
    assert here is not None, "the focus is nowhere"
    return here


def seen(widget: QWidget, window: Window) -> bool:
    """Whether a person sees the widget: its middle, or of something large as much as fits."""
    if not widget.isVisible():
        return False
    whole = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    region = widget.visibleRegion().boundingRect()
    enough = min(whole.height(), 40)
    return region.height() >= enough and region.width() >= min(whole.width(), 40)


def reads_on(before: QWidget, after: QWidget, window: Window) -> bool:
    """Whether `after` comes after `before` as one reads: further down, or further on beside it."""
    first = QRect(before.mapTo(window, QPoint(0, 0)), before.size())
    then = QRect(after.mapTo(window, QPoint(0, 0)), after.size())
    if window.layoutDirection() == Qt.LayoutDirection.LeftToRight:
        further_on = then.left() >= first.right()
    else:
        further_on = then.right() <= first.left()
    beside = further_on and then.bottom() > first.top()
    return then.top() >= first.bottom() or beside or _on_tile(first, then)


def _on_tile(tile: QRect, box: QRect) -> bool:
    """A box on the end of a tile is read after the tile."""
    return tile.contains(box)


def text_of(box: QWidget) -> str:
    """Return what is in a box."""
    assert isinstance(box, QLineEdit | QPlainTextEdit)
    return box.text() if isinstance(box, QLineEdit) else box.toPlainText()


def _area_of(widget: QWidget) -> QScrollArea | None:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


def _group_of(widget: QWidget) -> TileGrid | TickList | None:
    above = widget.parentWidget()
    while isinstance(widget, Tile) and above is not None and not isinstance(above, TileGrid | TickList):
        above = above.parentWidget()
    return above if isinstance(above, TileGrid | TickList) else None
