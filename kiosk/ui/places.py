"""*Places that help*: who helps with what, with their numbers, over the whole window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from kiosk.content.records import Help, LocalPlace
from kiosk.i18n import _
from kiosk.ui import layouts
from kiosk.ui.bars import Bar
from kiosk.ui.controls import Button, ButtonKind, Text, TextRole
from kiosk.ui.pages.base import WIDEST
from kiosk.ui.pages.parts import Icon
from kiosk.ui.scroller import Scroller

LEFT_TO_RIGHT, END_OF_THAT = "\u2066", "\u2069"
"""Around a number, so that its parts keep their order between words that are read from right to left."""


class Places(QWidget):
    """A list to read; it closes with its button or Escape. `closed` says so."""

    closed = Signal()

    def __init__(self, places: Sequence[Help]) -> None:
        super().__init__()
        self.setObjectName("cover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Places that help"))
        self.setAccessibleDescription(_("Press Tab to go from one to the next, Escape to go back."))
        close = Button(_("Close"), "close", ButtonKind.PRIMARY)
        close.clicked.connect(self.closed)
        bar = Bar()
        bar.setObjectName("top")
        bar.row.addWidget(Text(_("Places that help"), TextRole.SUBHEADING, wrap=False))
        bar.row.addStretch(1)
        bar.row.addWidget(close)
        self._list = Scroller(_("Places that help"))
        self._list.setWidget(_listed(places))
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
    """One kind of help. The Tab key stops at it, and a screen reader reads all of it."""

    def __init__(self, place: Help) -> None:
        super().__init__()
        self.setProperty("role", "place")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column = layouts.column(self, spacing=6, margins=(20, 14, 20, 16))
        column.addWidget(Text(place.name, TextRole.SUBHEADING))
        column.addWidget(Text(place.what))
        for widget in _numbers(place):
            column.addWidget(widget)
        for office in place.here:
            column.addSpacing(6)
            column.addWidget(Office(office))
        column.addSpacing(2)
        for words in _about(place):
            column.addWidget(Text(words, TextRole.SMALL))
        self.setAccessibleName(place.name)
        texts = [text.text() for text in self.findChildren(Text)]
        self.setAccessibleDescription(" ".join(words for words in texts[1:] if words))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Come into view, the beginning first."""
        super().focusInEvent(event)
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.ensureWidgetVisible(self, 0, 16)


class Number(QWidget):
    """A phone number, large enough to be read while dialling, and whose it is."""

    def __init__(self, number: str, *words: str) -> None:
        super().__init__()
        row = layouts.row(self, spacing=10)
        row.addWidget(Icon("phone", "action"), 0, Qt.AlignmentFlag.AlignTop)
        column = layouts.column(spacing=0)
        told = Text(f"{LEFT_TO_RIGHT}{number}{END_OF_THAT}", TextRole.SUBHEADING, wrap=False)
        column.addWidget(told, 0, Qt.AlignmentFlag.AlignLeading)
        for line in filter(None, words):
            column.addWidget(Text(line, TextRole.SMALL))
        row.addLayout(column, 1)


class Office(QWidget):
    """A place near this library, as its staff wrote it down."""

    def __init__(self, place: LocalPlace) -> None:
        super().__init__()
        column = layouts.column(self, spacing=2)
        column.addWidget(Text(place.name, TextRole.LABEL))
        if place.phone:
            column.addWidget(Number(place.phone))
        for words in (place.address, place.hours, place.languages, place.cost, place.note):
            if words:
                column.addWidget(Text(words))


def _listed(places: Sequence[Help]) -> QWidget:
    content = QWidget()
    content.setObjectName("content")
    layouts.limit_width(content, WIDEST)
    column = layouts.column(content, spacing=12, margins=(0, 16, 0, 32))
    for place in places:
        column.addWidget(Card(place))
    column.addStretch(1)
    middle = QWidget()
    middle.setObjectName("middle")
    centred = layouts.row(middle, spacing=0, margins=(24, 0, 24, 0))
    centred.addStretch(1)
    centred.addWidget(content, 1000)
    centred.addStretch(1)
    return middle


def _numbers(place: Help) -> Iterator[Number]:
    for phone in place.phones:
        whose = phone.name if phone.name != phone.number else ""
        yield Number(phone.number, whose, phone.note)


def _about(place: Help) -> Iterator[str]:
    """Yield what is good to know before one goes there."""
    if place.find and not place.here:
        yield place.find
    yield _("For: {who}").format(who=place.who)
    if place.bring:
        yield _("Bring: {things}").format(things="; ".join(place.bring))
