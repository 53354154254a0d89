"""The frame, and at most one thing that lies over all of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget
from shiboken6 import isValid


class Stack(QStackedLayout):
    """Shows `frame`, or what covers it, and remembers where the focus was."""

    def __init__(self, window: QWidget, frame: QWidget) -> None:
        super().__init__(window)
        self._frame = frame
        self._cover: QWidget | None = None
        self._return_focus: QWidget | None = None
        # The window is as large as the screen, also before the frame gave up what there is no room for.
        window.setMinimumSize(1, 1)  # said outright it counts more than what is laid out here would like
        self.addWidget(frame)

    @property
    def cover(self) -> QWidget | None:
        """What lies over the frame now."""
        return self._cover

    def lay(self, widget: QWidget, first: QWidget | None) -> None:
        """Lay `widget` over the frame, with the focus on `first`; what was over it before is taken away."""
        if self._cover is None:
            self._return_focus = QApplication.focusWidget()
        self.drop()
        self._cover = widget
        self.addWidget(widget)
        self.setCurrentWidget(widget)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def uncover(self) -> bool:
        """Show the frame again; returns whether the focus is back where it was."""
        self.setCurrentWidget(self._frame)
        self.drop()
        before, self._return_focus = self._return_focus, None
        if before is None or not isValid(before) or not before.isVisible():
            return False
        before.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def drop(self) -> None:
        """Take away what lies over the frame."""
        cover, self._cover = self._cover, None
        if cover is None:
            return
        from kiosk.ui.larger import Larger

        if isinstance(cover, Larger):
            cover.close_down()
        self.removeWidget(cover)
        cover.hide()
        cover.deleteLater()
