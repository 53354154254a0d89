"""What a screen reader is told that no name, no role and no move of the focus says: what else is new."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget

SETTLED_MS = 1200
"""How long nobody types before what is offered for it is told: sooner, each letter would cut it off."""


def listening() -> bool:
    """Whether anybody hears the screen. Where nobody does, nothing is gathered to be told."""
    return QAccessible.isActive()


def say(widget: QWidget, words: str) -> None:
    """Have a screen reader say `words`, of the window that `widget` is in, after what it is saying."""
    if words and listening():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget.window(), words))


def texts(around: QWidget) -> str:
    """Return what is written in a part of the screen, without the names of its boxes."""
    if isinstance(around, QLabel):
        return around.text()
    labels = around.findChildren(QLabel)
    return " ".join(
        one.text() for one in labels if one.text() and not one.buddy() and one.isVisibleTo(around)
    )


class Soon(QTimer):
    """Tells the last of several things, once no other came for a while."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, singleShot=True, interval=SETTLED_MS)
        self._widget = widget
        self._words = ""
        self.timeout.connect(self._tell)

    def say(self, words: str, *, more: bool = False) -> None:
        """Tell `words` soon, or nothing; with `more`, after what is to be told already."""
        self._words = f"{self._words}. {words}" if more and self.isActive() else words
        if words and listening():
            self.start()
        else:
            self.stop()

    def _tell(self) -> None:
        if self._widget.isVisible():
            say(self._widget, self._words)
