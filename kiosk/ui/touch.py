"""Fingers on a window. Where nothing can be scrolled Qt makes clicks of touches, as ever; this tells of them.

Where something can, a finger may push it, so nothing is pressed before the finger is lifted: a button that
was pushed away did nothing, and the focus is where it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QTouchEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from kiosk.ui.finger import Finger


class Touches(QObject):
    """`touched` names the innermost widget, once the touch is over and has done what a click does."""

    touched = Signal(QWidget)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._finger: Finger | None = None
        handle = window.windowHandle()  # there is one as soon as the window was shown
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take the fingers that may push something; of others only look where they are lifted."""
        if not isinstance(event, QTouchEvent):
            return super().eventFilter(watched, event)
        point = next(iter(event.points()), None)
        place = None if point is None else self._window.mapFromGlobal(point.globalPosition()).toPoint()
        taken = self._follow(event, place)
        if event.type() == QEvent.Type.TouchEnd and place is not None and not taken:
            self._tell(self._window.childAt(place))
        event.setAccepted(taken)
        return taken

    def _follow(self, event: QTouchEvent, place: QPoint | None) -> bool:
        """Follow the first finger from its coming to its going; whether it is ours."""
        match event.type():
            case QEvent.Type.TouchBegin if place is not None:
                self._finger = self._come(place, event.timestamp())
                return self._finger.is_held
            case QEvent.Type.TouchUpdate if self._finger is not None and place is not None:
                self._finger.move(place, event.timestamp())
            case QEvent.Type.TouchEnd if self._finger is not None and place is not None:
                self._tell(self._finger.lift(place, event.timestamp()))
            case QEvent.Type.TouchCancel if self._finger is not None:
                self._finger.cancel()
        return self._finger is not None and self._finger.is_held

    def _come(self, place: QPoint, at: int) -> Finger:
        from kiosk.ui.finger import Finger

        return Finger(self._window, place, at, self._finger)

    def _tell(self, widget: QWidget | None) -> None:
        if widget is not None:
            QTimer.singleShot(0, widget, lambda: self.touched.emit(widget))
