"""The last screen: the drive is let go of, and the computer is ready to forget."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from kiosk.errors import DriveGone, KioskError
from kiosk.flow.steps import Step
from kiosk.i18n import N_, _
from kiosk.ui import layouts
from kiosk.ui.controls import Button, Text, TextRole
from kiosk.ui.drawing import Drawing
from kiosk.ui.pages.base import Page
from kiosk.ui.pages.context import Context
from kiosk.ui.pages.other_ways import OtherWays
from kiosk.ui.pages.parts import Sign, filled_button
from kiosk.ui.tasks import Lane

ON_THE_DRIVE = {
    "pdf": N_("A PDF to print or send"),
    "docx": N_("A Word file to change at home"),
    "txt": N_("A text to paste into web forms"),
    "json": N_("A file to open here another day"),
}
"""What each file of a save is good for, by its ending."""

EVERY_MS = 300
"""How long after a look whether the drive is in the next one is, in milliseconds."""


class DonePage(Page):
    """Lets go of the drive when it is entered, and says when it may be taken."""

    def __init__(self, step: Step, context: Context) -> None:
        super().__init__(context)
        self._title = _(step.title)
        self._released: object = None  # the receipt of the drive that may be taken out
        self._clock = QTimer(self, singleShot=True, interval=EVERY_MS)
        self._clock.timeout.connect(self._look)
        self._picture = Drawing("done")
        self._drive = Sign("drive", "")
        self._more = Text()
        self._again = Button(_("Try again"), "drive")
        self._again.clicked.connect(self._let_go)
        self._files = layouts.column(spacing=8)
        words = layouts.column(spacing=16)
        words.addWidget(self._drive)  # first: it must be seen in the largest text too
        words.addWidget(self._more)
        words.addWidget(self._again, 0, Qt.AlignmentFlag.AlignLeading)
        words.addLayout(self._files)
        words.addWidget(OtherWays(context))
        words.addStretch(1)
        row = layouts.row(spacing=24)
        row.addLayout(words, 1)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.body.addSpacing(8)
        self.body.addWidget(
            Text(_("Press Finish and erase. Then nothing you typed is left on this computer."))
        )

    def enter(self) -> None:
        """Say what is on the drive, and let go of it."""
        receipt = self.context.session.receipt
        self._picture.setVisible(receipt is not None)
        if receipt is not None:
            self.set_heading(self._title)
            self._show_files(tuple(file.ending for file in receipt.files))
        elif self.context.session.drive is not None:
            self.set_heading(_("Your answers are on your drive"), _("Go back to make your PDF, too."))
            self._show_files(("json",))
        else:
            self.set_heading(_("Not saved yet"))
            self._show_files(())
        self._let_go()

    def _show_files(self, endings: tuple[str, ...]) -> None:
        while (item := self._files.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if endings:
            self._files.addWidget(Text(_("Now on your drive:"), TextRole.LABEL))
        for ending in endings:
            self._files.addWidget(Sign("check", _(ON_THE_DRIVE[ending]), "done"))

    def first_focus(self) -> QWidget | None:
        """Return Next: finishing is all there is to do."""
        return filled_button(self)

    def next_label(self) -> str:
        """Finish is all that is left to do."""
        return _("Finish and erase")

    def go_next(self) -> None:
        """Ask whether to finish."""
        self.context.finish()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Look no more whether the drive is still in."""
        super().hideEvent(event)
        self._clock.stop()

    def _let_go(self) -> None:
        drive = self.context.session.drive
        self._again.hide()
        self._more.hide()
        if drive is None:
            self._say("warn", "warn", _("Your answers are not on a drive yet. Go back to save them."))
            return
        self._say("drive", "action", _("Wait a moment. We are letting go of your drive."))
        self.context.tasks.run(
            lambda: self.context.keeping.let_go(drive), self._gone, self._kept, owner=self, lane=Lane.DRIVES
        )

    def _gone(self, _nothing: None) -> None:
        self._released = self.context.session.receipt
        self._say("check", "done", _("You may take your drive."), TextRole.GOOD)
        self._look()

    def _look(self) -> None:
        """Ask whether the drive is still in, and again until it is not."""
        drive = self.context.session.drive
        if drive is not None and self.isVisible():
            self.context.tasks.run(
                lambda: self.context.drives.is_there(drive),
                self._show_there,
                self._kept,
                owner=self,
                lane=Lane.DRIVES,
            )

    def _show_there(self, there: bool) -> None:
        if there and self.isVisible():
            self._clock.start()
        elif not there:
            self._say("check", "done", _("Your drive is out. Goodbye."), TextRole.GOOD)

    def _kept(self, problem: KioskError) -> None:
        if isinstance(problem, DriveGone) and self._released is self.context.session.receipt:
            self._show_there(
                False
            )  # taken out, as we had said; the person has only been at the printer since
            return
        self._say("warn", "warn", problem.message)
        self._more.setText(problem.remedy)
        self._more.setVisible(bool(problem.remedy))
        self.context.announce(problem.remedy)
        self._again.show()

    def _say(self, icon: str, colour: str, words: str, role: TextRole = TextRole.LABEL) -> None:
        self._drive.icon.show_icon(icon, colour)
        self._drive.words.set_role(role)
        self._drive.words.setText(words)
        self.context.announce(words)
