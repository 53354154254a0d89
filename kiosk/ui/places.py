"""*Places that help*: who helps with what, with their numbers, over the whole window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.content.records import Help, LocalPlace
from kiosk.i18n import _
from kiosk.ui import layouts
from kiosk.ui.controls import Text, TextRole
from kiosk.ui.leaflet import Card, Leaflet
from kiosk.ui.pages.parts import Icon


class Places(Leaflet):
    """All kinds of help, a card for each."""

    def __init__(self, places: Sequence[Help]) -> None:
        super().__init__(_("Places that help"), map(_card, places))


class Number(QWidget):
    """A phone number, large enough to be read while dialling, and whose it is."""

    def __init__(self, number: str, *words: str) -> None:
        super().__init__()
        row = layouts.row(self, spacing=10)
        row.addWidget(Icon("phone", "action"), 0, Qt.AlignmentFlag.AlignTop)
        column = layouts.column(spacing=0)
        told = Text(number, TextRole.SUBHEADING, wrap=False)
        # Its parts keep their order between words that are read from right to left.
        told.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
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


def _card(place: Help) -> Card:
    card = Card(place.name)
    card.body.addWidget(Text(place.what))
    for widget in _numbers(place):
        card.body.addWidget(widget)
    for office in place.here:
        card.body.addSpacing(6)
        card.body.addWidget(Office(office))
    card.body.addSpacing(2)
    for words in _about(place):
        card.body.addWidget(Text(words, TextRole.SMALL))
    card.told()
    return card


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
