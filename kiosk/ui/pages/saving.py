"""What the save screen shows, one view at a time: the drives, how far it is, what was saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.errors import KioskError
from kiosk.flow.export import ExportState
from kiosk.i18n import N_, _
from kiosk.storage import names
from kiosk.storage.drive import Drive
from kiosk.ui import layouts
from kiosk.ui.controls import Button, Text, TextRole
from kiosk.ui.fields import TextBox
from kiosk.ui.pages.drive_tiles import DriveTiles
from kiosk.ui.pages.parts import Sign, Tick

STAGES = (
    (ExportState.RENDERING, N_("Making your files")),
    (ExportState.WRITING, N_("Writing them to your drive")),
    (ExportState.CHECKING, N_("Reading them back to check")),
)
BESIDE_TICK = 10
"""Pixels from the edge of a tick to its box: what is said of it begins there too."""

_STAGE_OF = {
    ExportState.RENDERING: 0,
    ExportState.PREPARING: 1,
    ExportState.WRITING: 1,
    ExportState.CHECKING: 2,
    ExportState.SAVED: 3,
}


class LookingView(QWidget):
    """While the drives are being looked for."""

    is_told = True

    def __init__(self) -> None:
        super().__init__()
        layouts.column(self).addWidget(Sign("drive", _("Looking for your drive..."), "quiet_ink"))


class ChoiceView(QWidget):
    """The drives as tiles, the only usable one chosen already; those that cannot be used say why.

    A name that was not written in plain Latin letters is shown here for correction, because the files are
    called after it and web forms take no other letters. `attach_chosen` tells whether the answers are to be
    inside the PDF and the Word file.
    """

    attach_chosen = Signal(bool)

    def __init__(self, drives: Sequence[Drive], before: Drive | None, person: str, *, attach: bool) -> None:
        super().__init__()
        self._person = person
        self.tiles = DriveTiles(drives, before)
        self._column = layouts.column(self, spacing=12)
        self._column.addWidget(self.tiles)
        asks = self.tiles.any_usable
        self._name_box = self._add_name_box() if asks and names.needs_confirmation(person) else None
        if asks:
            self._add_attach(attach)

    @property
    def person(self) -> str:
        """The name that the files are called after."""
        return self._name_box.text() if self._name_box is not None else self._person

    def first_focus(self) -> QWidget | None:
        """Return what must be answered: the name of the files, or which drive; None when neither."""
        return self._name_box or self.tiles.to_choose

    def _add_name_box(self) -> TextBox:
        label = _("Your name for the files, in plain letters")
        box = TextBox(label, names.LONGEST_PERSON)
        box.setText(names.resume_name(self._person).removesuffix("Resume").strip())
        text = Text(label, TextRole.LABEL)
        text.setBuddy(box)
        about = _("Web forms take only letters from A to Z. Change it if it is not right.")
        box.setAccessibleDescription(about)
        self._column.addSpacing(8)
        self._column.addWidget(text)
        self._column.addWidget(Text(about, TextRole.SMALL))
        self._column.addWidget(box)
        return box

    def _add_attach(self, attach: bool) -> None:
        about = _("Then you can open the PDF or the Word file here again, and change it.")
        tick = Tick(_("Keep my answers inside these files"), on=attach)
        tick.setAccessibleDescription(about)
        tick.toggled.connect(self.attach_chosen)
        asked = layouts.column(spacing=0, margins=(0, 0, 0, 8))
        asked.addWidget(tick, 0, Qt.AlignmentFlag.AlignLeading)
        words = layouts.column(margins=(BESIDE_TICK, 0, BESIDE_TICK, 0))
        words.addWidget(Text(about, TextRole.SMALL))
        asked.addLayout(words)
        self._column.addLayout(asked)


class SavingView(QWidget):
    """The stages of a save, ticked one after another."""

    def __init__(self, stop: Callable[[], None]) -> None:
        super().__init__()
        self._signs = [Sign("to-come", _(words), "quiet_ink") for _state, words in STAGES]
        self._stop = Button(_("Stop"))
        self._stop.clicked.connect(stop)
        column = layouts.column(self, spacing=16)
        for sign in self._signs:
            column.addWidget(sign)
        column.addWidget(self._stop, 0, Qt.AlignmentFlag.AlignLeading)

    def first_focus(self) -> QWidget:
        """Return the only button there is."""
        return self._stop

    def show_state(self, state: ExportState) -> str:
        """Show how far it is; returns the words of the stage that is being done, "" when none is."""
        reached = _STAGE_OF.get(state, 0)
        for index, sign in enumerate(self._signs):
            if index < reached:
                sign.icon.show_icon("check", "done")
            elif index == reached:
                sign.icon.show_icon("here", "action")
        return self._signs[reached].words.text() if reached < len(self._signs) else ""


class StoppingView(QWidget):
    """While a drive that was told to stop does not answer. There is no need to wait for it."""

    is_told = True

    def __init__(self) -> None:
        super().__init__()
        column = layouts.column(self, spacing=16)
        column.addWidget(Sign("check", _("Your answers are still here."), "done"))
        column.addWidget(Sign("here", _("You can go back to your answers, or wait here.")))


class ProblemView(QWidget):
    """What is safe and what to do."""

    is_told = True

    def __init__(self, problem: KioskError) -> None:
        super().__init__()
        column = layouts.column(self, spacing=16)
        column.addWidget(Sign("check", _("Your answers are still here."), "done"))
        if problem.remedy:
            column.addWidget(Sign("here", problem.remedy))
