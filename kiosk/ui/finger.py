"""One finger, from where it comes down to where it is lifted: it pushes what scrolls, or it presses.

Pushing is straight up and down and ends at the ends: Qt's own scroller does the sums. What was pushed rolls
on for about a second when the finger leaves it, unless nothing is to move by itself here.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QScrollArea,
    QScrollBar,
    QScroller,
    QScrollerProperties,
    QWidget,
)
from shiboken6 import isValid

from kiosk.ui import motion

STEADY = 16
"""Pixels that a hand which is not steady may move up or down and still press."""

BRAKE = 0.3
"""How soon what rolls stands still; Qt's usual 0.125 takes more than two seconds."""

_Metric = QScrollerProperties.ScrollMetric
_Never = QScrollerProperties.OvershootPolicy.OvershootAlwaysOff


class Finger:
    """Knows what is under it. `before` is the finger before it: what that pushed may still roll."""

    def __init__(self, window: QWidget, place: QPoint, at: int, before: Finger | None) -> None:
        self._window = window
        self._start = place
        self._widget = window.childAt(place)
        self._areas = tuple(_areas(self._widget))
        self._pushed: QWidget | None = None
        self._stopped = before is not None and before.stop()
        self.is_held = self._stopped or bool(self._areas)
        self._came = at
        self._look_pressed(not self._stopped)

    def move(self, place: QPoint, at: int) -> None:
        """Push what is under the finger once it has moved up or down."""
        down = place.y() - self._start.y()
        if self._pushed is None and abs(down) > STEADY and self._areas and not self._stopped:
            self._look_pressed(False)
            self._grip(down, place, at)
        elif self._pushed is not None:
            self._push(QScroller.Input.InputMove, place, at)

    def lift(self, place: QPoint, at: int) -> QWidget | None:
        """Let what is pushed roll on, or press; returns what was pressed."""
        self._look_pressed(False)
        if self._pushed is not None:
            self._push(QScroller.Input.InputRelease, place, at)
            if not motion.allowed():
                self.stop()
        elif self.is_held and not self._stopped and self._window.childAt(place) is self._widget:
            return self._press(place)
        return None

    def cancel(self) -> None:
        """The system took the finger away: nothing was meant."""
        self._look_pressed(False)
        self.stop()

    def stop(self) -> bool:
        """Let nothing roll on; whether something did."""
        if self._pushed is None or not isValid(self._pushed):
            return False
        scroller = QScroller.scroller(self._pushed)
        rolled = scroller.state() != QScroller.State.Inactive
        scroller.stop()
        return rolled

    def _grip(self, down: int, place: QPoint, at: int) -> None:
        """Begin to push the innermost of what can go that way, or of all."""
        there = [area for area in self._areas if isValid(area)]
        area = next((one for one in there if _can_go(one, down)), there[0] if there else None)
        if area is None:
            return
        self._pushed = area.viewport()
        scroller = QScroller.scroller(self._pushed)
        scroller.setScrollerProperties(_calm(scroller.scrollerProperties()))
        self._push(QScroller.Input.InputPress, self._start, self._came)
        self._push(QScroller.Input.InputMove, place, at)

    def _push(self, what: QScroller.Input, place: QPoint, at: int) -> None:
        if self._pushed is not None and isValid(self._pushed):
            # Always as far to the left: a hand that drifts moves nothing sideways.
            QScroller.scroller(self._pushed).handleInput(what, QPointF(0, place.y()), at)

    def _press(self, place: QPoint) -> QWidget | None:
        """Do to what is under the finger what a click there does."""
        widget = self._widget
        if widget is None or not isValid(widget):
            return None
        _focus(widget)
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        for kind, held in ((QEvent.Type.MouseButtonPress, left), (QEvent.Type.MouseButtonRelease, none)):
            if isValid(widget):
                here = QPointF(widget.mapFrom(self._window, place))
                there = QPointF(self._window.mapToGlobal(place))
                click = QMouseEvent(
                    kind, here, QPointF(place), there, left, held, QApplication.keyboardModifiers()
                )
                QApplication.sendEvent(widget, click)
        return widget if isValid(widget) else None

    def _look_pressed(self, pressed: bool) -> None:
        """Answer the finger at once, by the look alone; Qt does it where the finger is not ours."""
        button = self._widget if self.is_held else None
        while button is not None and isValid(button) and not isinstance(button, QAbstractButton):
            button = button.parentWidget()
        if (
            button is not None
            and isValid(button)
            and isinstance(button, QAbstractButton)
            and button.isEnabled()
        ):
            button.setDown(pressed)


def _areas(widget: QWidget | None) -> Iterator[QScrollArea]:
    """Yield what can be scrolled around a widget, the innermost first; nothing around a bar that scrolls."""
    while widget is not None and not isinstance(widget, QScrollBar):
        if isinstance(widget, QScrollArea) and widget.verticalScrollBar().maximum() > 0:
            yield widget
        widget = widget.parentWidget()


def _can_go(area: QScrollArea, down: int) -> bool:
    bar = area.verticalScrollBar()
    return bar.value() > bar.minimum() if down > 0 else bar.value() < bar.maximum()


def _calm(usual: QScrollerProperties) -> QScrollerProperties:
    for metric, value in (
        (_Metric.DragStartDistance, 0.0),  # the finger has come far enough
        (_Metric.HorizontalOvershootPolicy, _Never),
        (_Metric.VerticalOvershootPolicy, _Never),
        (_Metric.DecelerationFactor, BRAKE),
    ):
        usual.setScrollMetric(metric, value)
    return usual


def _focus(widget: QWidget | None) -> None:
    """Give the focus to what a click there gives it to."""
    while widget is not None:
        if widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.ClickFocus:
            widget.setFocus(Qt.FocusReason.MouseFocusReason)
            return
        widget = widget.parentWidget()
