"""What the save screen shows when the files are on the drive: which, how surely, and what can be done now."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from kiosk.flow.export import Exported, Receipt
from kiosk.i18n import N_, _
from kiosk.storage.if_found import IF_FOUND
from kiosk.ui import layouts
from kiosk.ui.controls import Button, Text, TextRole
from kiosk.ui.fields import TextBox
from kiosk.ui.pages.parts import Icon, Sign
from kiosk.ui.wrapping import WrappingGrid

LONGEST_CONTACT = 100
"""Letters of a phone number, or of a library's name and street."""

PURPOSES = {
    "pdf": ("print", N_("To print or send")),
    "docx": ("change", N_("To change with Word")),
    "txt": ("page", N_("To paste into web forms")),
    "json": ("open", N_("To open here again")),
}
"""The icon and the words that say what a file is good for, by its ending."""


class ReceiptView(QWidget):
    """What is on the drive now, and how surely we know. `noted` says what became of the finder's note.

    `also_done` and `prints` say whether *I am done* and *Print my page* are offered.
    """

    is_told = True

    done = Signal()
    printing = Signal()
    again = Signal()
    see = Signal(object)
    note = Signal()

    def __init__(self, exported: Exported, *, also_done: bool, prints: bool, noted: str = "") -> None:
        super().__init__()
        self._exported = exported
        column = layouts.column(self, spacing=16)
        if exported.receipt.lacks:  # first: it must be seen before *I am done*
            column.addWidget(Sign("warn", _lacks_words(exported.receipt), "warn"))
        column.addWidget(self._card())
        for notice in exported.notices:
            column.addWidget(Sign("warn", notice.message, "warn"))
        if noted:
            column.addWidget(Sign("check", noted, "done"))
        for line in self._buttons(also_done, prints, note=not noted):
            column.addWidget(line)

    def first_focus(self) -> QWidget | None:
        """Next is what to do."""
        return None

    def _card(self) -> QFrame:
        receipt = self._exported.receipt
        card = QFrame()
        card.setProperty("role", "card")
        column = layouts.column(card, spacing=12, margins=(16, 16, 16, 16))
        column.addWidget(Sign("check", receipt.verification.sentence, "done", TextRole.GOOD))
        place = _("On {drive}, in the folder \u201c{folder}\u201d:")
        column.addWidget(Text(place.format(drive=self._exported.drive.label, folder=receipt.folder.name)))
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

    def _buttons(self, also_done: bool, prints: bool, *, note: bool) -> Iterator[QWidget]:
        """Give the buttons, two on a line where there is room."""
        pdf = next((file for file in self._exported.receipt.files if file.ending == "pdf"), None)
        buttons = []
        if also_done:
            buttons.append(_button(_("I am done"), "finish", self.done.emit))
        if pdf is not None:
            buttons.append(_button(_("Open it to see"), "larger", lambda: self.see.emit(pdf)))
        if note:
            buttons.append(_button(_("Write a note on the drive"), "change", self.note.emit))
        buttons.append(_button(_("Save on another drive"), "drive", self.again.emit))
        if prints:
            buttons.append(_button(_("Print my page"), "print", self.printing.emit))
        for first in range(0, len(buttons), 2):
            line = QWidget()
            grid = WrappingGrid(line, 12)
            for button in buttons[first : first + 2]:
                grid.addWidget(button)
            yield line


class NoteView(QWidget):
    """Asks whom to call when the drive is found. `entered` is Enter."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        label = _("A phone number, or the name of your library")
        self._box = TextBox(label, LONGEST_CONTACT)
        self._box.entered.connect(self.entered)
        text = Text(label, TextRole.LABEL)
        text.setBuddy(self._box)
        column = layouts.column(self, spacing=8)
        column.addWidget(text)
        about = Text(_("Everybody who has your drive can read this."), TextRole.SMALL)
        self._box.setAccessibleDescription(about.text())
        column.addWidget(about)
        column.addWidget(self._box)

    @property
    def contact(self) -> str:
        """What was typed."""
        return " ".join(self._box.text().split())

    def first_focus(self) -> QWidget | None:
        """Typing starts in the box."""
        return self._box


def note_words(contact: str) -> str:
    """Return what the note for the finder says."""
    return "\n".join(
        (
            _("Did you find this drive? Thank you for looking."),
            _("Please give it back. Here is how to reach its owner:"),
            contact,
        )
    )


def noted_words(written: bool) -> str:
    """Say what became of the note."""
    if written:
        return _("Your note is on the drive: {file}.").format(file=IF_FOUND)
    return _("Your drive has a note already: {file}. We left it as it is.").format(file=IF_FOUND)


def _lacks_words(receipt: Receipt) -> str:
    """Say what is not there and what to do about it."""
    return f"{receipt.lacks} {receipt.left_out[0].problem.remedy or _('Please try again, or ask the staff.')}"


def _button(words: str, icon: str, then: Callable[[], object]) -> Button:
    button = Button(words, icon)
    button.clicked.connect(lambda: then())
    return button
