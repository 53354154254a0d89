"""Tells when a finger touched something in a window. Qt makes clicks of touches; this is how one knows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QTouchEvent
from PySide6.QtWidgets import QWidget


class Touches(QObject):
    """`touched` names the innermost widget, once the touch is over and has done what a click does."""

    touched = Signal(QWidget)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        handle = window.windowHandle()  # there is one as soon as the window was shown
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look at fingers that are lifted; take nothing away."""
        if event.type() == QEvent.Type.TouchEnd and isinstance(event, QTouchEvent) and event.points():
            place = self._window.mapFromGlobal(event.points()[0].globalPosition()).toPoint()
            widget = self._window.childAt(place)
            if widget is not None:
                QTimer.singleShot(0, widget, lambda: self.touched.emit(widget))
        return super().eventFilter(watched, event)
