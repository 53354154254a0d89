"""*Help*: what to do on this screen, what the buttons around it do, and the keys."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.flow import helping
from kiosk.flow.step import Step
from kiosk.i18n import _
from kiosk.ui import layouts
from kiosk.ui.controls import Text, TextRole
from kiosk.ui.leaflet import Card, Leaflet
from kiosk.ui.pages.parts import Icon


class HelpSheet(Leaflet):
    """The help for one screen. `heading` is what that screen asks now."""

    def __init__(self, step: Step, heading: str) -> None:
        super().__init__(_("Help"), _cards(step, heading))


class Explained(QWidget):
    """A name and what it is for, with its picture where it has one."""

    def __init__(self, name: str, words: str, icon: str = "") -> None:
        super().__init__()
        row = layouts.row(self, spacing=12)
        if icon:
            row.addWidget(Icon(icon, "action"), 0, Qt.AlignmentFlag.AlignTop)
        told = layouts.column(spacing=0)
        told.addWidget(Text(name, TextRole.LABEL))
        told.addWidget(Text(words))
        row.addLayout(told, 1)


def _cards(step: Step, heading: str) -> Iterator[Card]:
    here = Card(heading)
    for sentence in helping.about(step):
        here.body.addWidget(Text(_(sentence)))
    here.body.addWidget(Text(_("You are stuck? The staff are glad to help."), TextRole.SMALL))
    buttons = Card(_("The buttons"))
    for icon, name, words in helping.BUTTONS:
        buttons.body.addWidget(Explained(_(name), _(words), icon))
    keys = Card(_("The keys"))
    for name, words in helping.KEYS:
        keys.body.addWidget(Explained(_(name), _(words)))
    for card in (here, buttons, keys):
        card.told()
        yield card
