"""What header and footer share: a row that gives up words, in a set order, when the window is too narrow."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from kiosk.ui import layouts

Squeeze = Callable[[bool], None]
"""Gives up some width when called with True and takes it back when called with False."""


class Bar(QFrame):
    """A row of controls that never makes its window wider than the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = layouts.row(self, spacing=8, margins=(16, 10, 16, 10))
        layouts.slim(self.row)
        self._squeezes: Sequence[Squeeze] = ()
        self.setMinimumWidth(1)  # said outright it counts more than what the row would like

    def squeeze_by(self, *squeezes: Squeeze) -> None:
        """Say what to give up, the least missed first."""
        self._squeezes = squeezes

    def fit(self) -> None:
        """Show as much as there is room for. How much that is, is known once it is seen."""
        if not self.isVisible():
            return
        for squeeze in self._squeezes:
            squeeze(False)
        for squeeze in self._squeezes:
            self.row.invalidate()
            if self.row.sizeHint().width() <= self.width():
                break
            squeeze(True)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit again."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Fit again when the text size changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.fit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Fit for the first time."""
        super().showEvent(event)
        self.fit()
