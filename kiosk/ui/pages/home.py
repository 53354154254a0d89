"""The first screen: what happens here, and the doors."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.flow.steps import Step
from kiosk.i18n import N_, _
from kiosk.ui import layouts
from kiosk.ui.controls import Button, ButtonKind
from kiosk.ui.pages.base import Context, Page
from kiosk.ui.pages.parts import Sign

PROMISES = (
    ("check", N_("Free. No account, no internet. The files are yours.")),
    ("save", N_("You can save at any time and go on another day.")),
    ("finish", N_("When you finish, everything you typed is erased from this computer.")),
)


DOOR = "QPushButton { padding: 20px 20px; font-weight: 600; }"
"""A door is larger than other tiles; everything else is as the theme has it."""


class HomePage(Page):
    """Large doors with a line on each."""

    def __init__(self, step: Step, context: Context) -> None:
        super().__init__(context)
        self.set_heading(_(step.title), _(step.help))
        self._start = Button(_("Start a new resume"), "page", ButtonKind.TILE)
        self._start.clicked.connect(context.wizard.next)
        door = Button(_("Open the one on my drive"), "open", ButtonKind.TILE)
        door.clicked.connect(lambda: context.wizard.go("open"))
        for tile in (self._start, door):
            tile.setStyleSheet(DOOR)
        self.body.addWidget(self._start)
        self.body.addWidget(door)
        promises = layouts.column(spacing=12)
        for icon, words in PROMISES:
            promises.addWidget(Sign(icon, _(words)))
        self.body.addSpacing(16)
        self.body.addLayout(promises)

    def first_focus(self) -> QWidget:
        """Return the first door."""
        return self._start

    def next_label(self) -> str:
        """The doors are the way on."""
        return ""

    def can_go_back(self) -> bool:
        """There is nothing before this."""
        return False
