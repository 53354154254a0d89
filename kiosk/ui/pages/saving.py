"""What the save screen shows, one view at a time: the drives, how far it is, what was saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from kiosk.errors import KioskError
from kiosk.flow.export import Exported, ExportState
from kiosk.i18n import N_, _
from kiosk.storage import names
from kiosk.storage.drive import Drive
from kiosk.ui import layouts
from kiosk.ui.controls import Button, ButtonKind, Text, TextRole
from kiosk.ui.drawing import Drawing
from kiosk.ui.fields import TextBox
from kiosk.ui.notice import LookAtThis
from kiosk.ui.pages.parts import Icon, Sign

STAGES = (
    (ExportState.RENDERING, N_("Making your files")),
    (ExportState.WRITING, N_("Writing them to your drive")),
    (ExportState.CHECKING, N_("Reading them back to check")),
)
_STAGE_OF = {
    ExportState.RENDERING: 0,
    ExportState.PREPARING: 1,
    ExportState.WRITING: 1,
    ExportState.CHECKING: 2,
    ExportState.SAVED: 3,
}

PURPOSES = {
    "pdf": ("print", N_("To print or send")),
    "docx": ("change", N_("To change with Word")),
    "txt": ("page", N_("To paste into web forms")),
    "json": ("open", N_("To open here again")),
}
"""The icon and the words that say what a file is good for, by its ending."""


def size_words(size: int) -> str:
    """Return a size as it is printed on drives: 1 GB is 1000 MB."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def drive_words(drive: Drive) -> str:
    """Return what a drive is called and how much room it has."""
    if drive.free is None:
        return _("{drive}\n{size}").format(drive=drive.label, size=size_words(drive.size))
    return _("{drive}\n{free} free of {size}").format(
        drive=drive.label, free=size_words(drive.free), size=size_words(drive.size)
    )


class LookingView(QWidget):
    """While the drives are being looked for."""

    def __init__(self) -> None:
        super().__init__()
        layouts.column(self).addWidget(Sign("drive", _("Looking for your drive..."), "quiet_ink"))


class ChoiceView(QWidget):
    """The drives as tiles, the only usable one chosen already; those that cannot be used say why.

    A name that was not written in plain Latin letters is shown here for correction, because the files are
    called after it and web forms take no other letters.
    """

    def __init__(self, drives: Sequence[Drive], before: Drive | None, person: str) -> None:
        super().__init__()
        self.drives = tuple(drives)
        self._person = person
        self._tiles: list[tuple[Button, Drive]] = []
        self._notice = LookAtThis()
        self._column = layouts.column(self, spacing=12)
        self._add_tiles()
        self._tick(before)
        self._column.addWidget(self._notice)
        self._name_box = (
            self._add_name_box() if self.any_usable and names.needs_confirmation(person) else None
        )

    @property
    def question(self) -> str:
        """What is asked when there are several drives."""
        return _("Which one is yours?")

    @property
    def any_usable(self) -> bool:
        """Whether there is a drive to save on."""
        return bool(self._tiles)

    @property
    def chosen(self) -> Drive | None:
        """The drive that is ticked."""
        return next((drive for tile, drive in self._tiles if tile.isChecked()), None)

    @property
    def person(self) -> str:
        """The name that the files are called after."""
        return self._name_box.text() if self._name_box is not None else self._person

    def first_focus(self) -> QWidget | None:
        """Return what must be answered: the name of the files, or which drive; None when neither."""
        if self._name_box is not None:
            return self._name_box
        return self._tiles[0][0] if self._tiles and self.chosen is None else None

    def ask_to_choose(self) -> None:
        """Say that a drive must be chosen first."""
        self._notice.say(self.question)
        self._tiles[0][0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_tiles(self) -> None:
        usable = [drive for drive in self.drives if drive.usable]
        if len(usable) > 1:
            self._column.addWidget(Text(self.question, TextRole.LABEL))
        for drive in usable:
            tile = Button(drive_words(drive), "drive", ButtonKind.TILE)
            tile.setCheckable(True)
            tile.clicked.connect(lambda _down, pressed=drive: self._tick(pressed))
            self._tiles.append((tile, drive))
            self._column.addWidget(tile)
        if not usable:
            self._column.addWidget(Drawing("plug"))
        for drive in self.drives:
            if not drive.usable:
                words = _("{drive} cannot be used. {why}").format(drive=drive.label, why=drive.why)
                self._column.addWidget(Sign("warn", words, "warn"))

    def _tick(self, chosen: Drive | None) -> None:
        only = len(self._tiles) == 1
        for tile, drive in self._tiles:
            ticked = only or (chosen is not None and drive.device == chosen.device)
            tile.setChecked(ticked)
            tile.set_icon("check" if ticked else "drive")
        self._notice.say("")

    def _add_name_box(self) -> TextBox:
        label = _("Your name for the files, in plain letters")
        box = TextBox(label, names.LONGEST_PERSON)
        box.setText(names.resume_name(self._person).removesuffix("Resume").strip())
        text = Text(label, TextRole.LABEL)
        text.setBuddy(box)
        self._column.addSpacing(8)
        self._column.addWidget(text)
        self._column.addWidget(
            Text(_("Web forms take only letters from A to Z. Change it if it is not right."), TextRole.SMALL)
        )
        self._column.addWidget(box)
        return box


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


class ReceiptView(QWidget):
    """What is on the drive now, and how surely we know."""

    done = Signal()
    again = Signal()

    def __init__(self, exported: Exported, *, also_done: bool) -> None:
        super().__init__()
        column = layouts.column(self, spacing=16)
        column.addWidget(self._card(exported))
        for notice in exported.notices:
            column.addWidget(Sign("warn", notice.message, "warn"))
        buttons = layouts.row(spacing=12)
        if also_done:
            done = Button(_("I am done"), "finish")
            done.clicked.connect(self.done)
            buttons.addWidget(done)
        again = Button(_("Save on another drive"), "drive", ButtonKind.QUIET)
        again.clicked.connect(self.again)
        buttons.addWidget(again)
        buttons.addStretch(1)
        column.addLayout(buttons)

    def _card(self, exported: Exported) -> QFrame:
        receipt = exported.receipt
        card = QFrame()
        card.setProperty("role", "card")
        column = layouts.column(card, spacing=12, margins=(16, 16, 16, 16))
        column.addWidget(Sign("check", receipt.verification.sentence, "done", TextRole.GOOD))
        place = _("On {drive}, in the folder \u201c{folder}\u201d:")
        column.addWidget(Text(place.format(drive=exported.drive.label, folder=receipt.folder.name)))
        for file in receipt.files:
            icon, purpose = PURPOSES[file.ending]
            words = layouts.column(spacing=0)
            words.addWidget(Text(file.path.name, TextRole.LABEL))
            words.addWidget(Text(_(purpose), TextRole.SMALL))
            line = layouts.row(spacing=12)
            line.addWidget(Icon(icon, "action"), 0, Qt.AlignmentFlag.AlignTop)
            line.addLayout(words, 1)
            column.addLayout(line)
        return card


class ProblemView(QWidget):
    """What is safe and what to do."""

    def __init__(self, problem: KioskError) -> None:
        super().__init__()
        column = layouts.column(self, spacing=16)
        column.addWidget(Sign("check", _("Your answers are still here."), "done"))
        if problem.remedy:
            column.addWidget(Text(problem.remedy))
