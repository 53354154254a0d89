"""Leaving without a drive: on paper, on the phone, or on a drive from the desk."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtWidgets import QFrame, QWidget

from kiosk.flow.steps import Step
from kiosk.i18n import _
from kiosk.ui import layouts
from kiosk.ui.controls import Text, TextRole
from kiosk.ui.pages.base import Page
from kiosk.ui.pages.context import Context
from kiosk.ui.pages.home import Door
from kiosk.ui.pages.parts import Sign, filled_button
from kiosk.ui.wrapping import WrappingGrid


class Way(Enum):
    """What the person did last here."""

    NONE = auto()
    TOOK = auto()
    BORROWS = auto()


class NoDrivePage(Page):
    """Three doors, and what to say at the desk."""

    def __init__(self, step: Step, context: Context) -> None:
        super().__init__(context)
        self.set_heading(_(step.title), _(step.help))
        self._way = Way.NONE
        self._doors: list[Door] = []
        doors = QWidget()
        self._grid = WrappingGrid(doors, 16)
        if context.settings.printing:
            self._add_door(_("Print my page"), "printer", lambda: self._take("print"))
        self._add_door(_("Use my phone"), "phone", lambda: self._take("codes"))
        self._add_door(_("Borrow a drive"), "borrow", self._ask_for_one)
        self.body.addWidget(doors)
        self._slip = _slip()
        self._slip.hide()
        self.body.addWidget(self._slip)

    def enter(self) -> None:
        """From now on every screen says that nothing is kept."""
        self.context.session.go_without_drive()

    def first_focus(self) -> QWidget | None:
        """Return the first door, or Next once there is one."""
        return self._doors[0] if self._way is Way.NONE else filled_button(self)

    def next_label(self) -> str:
        """Return what comes after the way that was taken; the doors are the way on before."""
        return {Way.NONE: "", Way.TOOK: _("Finish and erase"), Way.BORROWS: _("I have one now")}[self._way]

    def go_next(self) -> None:
        """Go to the drive, or ask whether to finish."""
        if self._way is Way.BORROWS:
            self.context.wizard.go("save")
        else:
            self.context.finish()

    def _add_door(self, words: str, drawing: str, then: Callable[[], None]) -> None:
        door = Door(words, drawing)
        door.clicked.connect(then)
        self._grid.addWidget(door)
        self._doors.append(door)

    def _take(self, step_id: str) -> None:
        self._way = Way.TOOK
        self._slip.hide()
        self.context.wizard.change(step_id)

    def _ask_for_one(self) -> None:
        self._way = Way.BORROWS
        self._slip.show()
        self.changed.emit()
        self.context.announce(self._slip.accessibleName())
        self.show_widget(self._slip)


def _slip() -> QFrame:
    """Return what can be said, or shown, at the desk."""
    slip = QFrame()
    slip.setProperty("role", "card")
    question = _("\u201cMay I borrow a USB drive for my resume?\u201d")
    then = _("Ask this at the desk. Your answers stay here. Put the drive in when you have it.")
    slip.setAccessibleName(f"{question} {then}")
    column = layouts.column(slip, spacing=8, margins=(24, 16, 24, 16))
    column.addWidget(Text(question, TextRole.SUBHEADING))
    column.addWidget(Sign("drive", then))
    return slip
