"""Something to read over the whole window: a title, cards that scroll with the keys, and *Close*."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from kiosk.i18n import _
from kiosk.ui import layouts
from kiosk.ui.bars import Bar
from kiosk.ui.controls import Button, ButtonKind, Text, TextRole
from kiosk.ui.pages.base import WIDEST
from kiosk.ui.scroller import Scroller

MARGIN = 16
"""Pixels that stay free above a card that comes into view."""


class Leaflet(QWidget):
    """It closes with its button or Escape. `closed` says so."""

    closed = Signal()

    def __init__(self, title: str, cards: Iterable[Card]) -> None:
        super().__init__()
        self.setObjectName("cover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(title)
        self.setAccessibleDescription(_("Press Tab to go from one to the next, Escape to go back."))
        close = Button(_("Close"), "close", ButtonKind.PRIMARY)
        close.clicked.connect(self.closed)
        bar = Bar()
        bar.setObjectName("top")
        bar.row.addWidget(Text(title, TextRole.SUBHEADING, wrap=False))
        bar.row.addStretch(1)
        bar.row.addWidget(close)
        self._list = Scroller(title)
        self._list.setWidget(_listed(cards))
        outer = layouts.column(self, spacing=0)
        outer.addWidget(bar)
        outer.addWidget(self._list, 1)

    def first_focus(self) -> QWidget:
        """Return what the arrow keys scroll."""
        return self._list

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape closes the view."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class Card(QFrame):
    """One thing to know. Tab stops at it, and a screen reader reads all of it once `told` was called."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("role", "place")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(title)
        self.body: QVBoxLayout = layouts.column(self, spacing=6, margins=(20, 14, 20, 16))
        self.body.addWidget(Text(title, TextRole.SUBHEADING))

    def told(self) -> None:
        """Let a screen reader say what has been put on the card."""
        texts = [text.text() for text in self.findChildren(Text)]
        self.setAccessibleDescription(" ".join(words for words in texts[1:] if words))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Come into view, the beginning first."""
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self._into_view)  # the scroll area does it its own way right after this

    def _into_view(self) -> None:
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.ensureWidgetVisible(self, 0, MARGIN)
            top = self.mapTo(around.viewport(), QPoint(0, 0)).y()
            if top < 0:  # it is higher than the screen
                bar = around.verticalScrollBar()
                bar.setValue(bar.value() + top - MARGIN)


def _listed(cards: Iterable[Card]) -> QWidget:
    content = QWidget()
    content.setObjectName("content")
    layouts.limit_width(content, WIDEST)
    column = layouts.column(content, spacing=12, margins=(0, 16, 0, 32))
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    middle = QWidget()
    middle.setObjectName("middle")
    centred = layouts.row(middle, spacing=0, margins=(24, 0, 24, 0))
    centred.addStretch(1)
    centred.addWidget(content, 1000)
    centred.addStretch(1)
    return middle
