"""The last screen: the drive is let go of, and the computer is ready to forget."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.errors import KioskError
from kiosk.flow.steps import Step
from kiosk.i18n import _
from kiosk.storage.drive import Drive
from kiosk.ui.controls import Button, Text, TextRole
from kiosk.ui.pages.base import Context, Page
from kiosk.ui.pages.parts import Sign, filled_button


class DonePage(Page):
    """Lets go of the drive when it is entered, and says when it may be taken."""

    def __init__(self, step: Step, context: Context) -> None:
        super().__init__(context)
        self._title = _(step.title)
        self._drive = Sign("drive", "")
        self._more = Text()
        self._again = Button(_("Try again"), "drive")
        self._again.clicked.connect(self._let_go)
        self.body.addWidget(self._drive)
        self.body.addWidget(self._more)
        self.body.addWidget(self._again)
        self.body.addSpacing(16)
        for icon, words in (
            ("page", _("To print or send your resume, use the file that ends in .pdf.")),
            ("change", _("To change it on another computer, use the file that ends in .docx.")),
            ("open", _("To go on here another day, bring your drive.")),
        ):
            self.body.addWidget(Sign(icon, words))
        self.body.addSpacing(16)
        self.body.addWidget(
            Text(_("Press Finish and erase. Then nothing you typed is left on this computer."))
        )

    def enter(self) -> None:
        """Let go of the drive."""
        self.set_heading(self._title)
        self._let_go()

    def first_focus(self) -> QWidget | None:
        """Return Next: finishing is all there is to do."""
        return filled_button(self)

    def next_label(self) -> str:
        """Finish is all that is left to do."""
        return _("Finish and erase")

    def go_next(self) -> None:
        """Ask whether to finish."""
        self.context.finish()

    def _let_go(self) -> None:
        drive = self.context.session.drive
        self._again.hide()
        self._more.hide()
        if drive is None:
            self._say("warn", "warn", _("Your answers are not on a drive yet. Go back to save them."))
            return
        self._say("drive", "action", _("Wait a moment. We are letting go of your drive."))
        self.context.tasks.run(lambda: self._unmount(drive), self._gone, self._kept, owner=self)

    def _unmount(self, drive: Drive) -> None:
        self.context.drives.unmount(drive)

    def _gone(self, _nothing: None) -> None:
        self._say("check", "done", _("You can take your drive out now."), TextRole.GOOD)

    def _kept(self, problem: KioskError) -> None:
        self._say("warn", "warn", problem.message)
        self._more.setText(problem.remedy)
        self._more.setVisible(bool(problem.remedy))
        self._again.show()

    def _say(self, icon: str, colour: str, words: str, role: TextRole = TextRole.LABEL) -> None:
        self._drive.icon.show_icon(icon, colour)
        self._drive.words.set_role(role)
        self._drive.words.setText(words)
        self.context.announce(words)
