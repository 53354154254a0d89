"""The words of the page as pictures for a phone, one after another."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.errors import KioskError
from kiosk.flow import codes
from kiosk.flow.codes import Code
from kiosk.flow.export import job_for
from kiosk.flow.steps import Step
from kiosk.i18n import N_, _
from kiosk.ui import layouts, theme
from kiosk.ui.code_picture import SMALLEST, CodePicture
from kiosk.ui.controls import Text, TextRole
from kiosk.ui.pages.base import WIDEST
from kiosk.ui.pages.context import Context
from kiosk.ui.pages.parts import Sign
from kiosk.ui.pages.saving import ProblemView
from kiosk.ui.pages.views import NextStep, ViewsPage

HOW = (
    N_("Open the camera of your phone."),
    N_("Hold it so that the whole square is in the picture."),
    N_("Touch the words that show up. Copy them into a note."),
)
BESIDE = 200
"""How wide the words beside a code are at least, in pixels at 100 % text."""


class MakingView(QWidget):
    """While the codes are drawn."""

    is_told = True

    def __init__(self) -> None:
        super().__init__()
        layouts.column(self).addWidget(Sign("phone", _("Getting your words ready..."), "quiet_ink"))


class CodesView(QWidget):
    """One code at a time, with what to do beside it."""

    is_told = True

    def __init__(self, made: tuple[Code, ...]) -> None:
        super().__init__()
        self.made = made
        self.index = 0
        self.picture = CodePicture()
        self._which = Text(role=TextRole.SUBHEADING)
        words = layouts.column(spacing=16)
        words.addWidget(self._which)
        for number, sentence in enumerate(HOW, 1):
            words.addLayout(_numbered(number, _(sentence)))
        words.addStretch(1)
        row = layouts.row(self, spacing=24)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.show_code(0)

    @property
    def words(self) -> str:
        """Which code this is."""
        return self._which.text()

    @property
    def is_last(self) -> bool:
        """Whether no other code follows."""
        return self.index == len(self.made) - 1

    def show_code(self, index: int) -> None:
        """Show one of the codes."""
        self.index = index
        self._which.setText(_("Code {n} of {all}").format(n=index + 1, all=len(self.made)))
        self.picture.show_code(self.made[index], self.words)


class CodesPage(ViewsPage):
    """Makes the codes when it is entered. Next and Back lead from code to code."""

    def __init__(self, step: Step, context: Context) -> None:
        super().__init__(context)
        self._title = _(step.title)

    def enter(self) -> None:
        """Make the codes of the page as it is now."""
        self.show_view(MakingView(), self._title, "", NextStep())
        QTimer.singleShot(0, self, self._make)  # once the page has its size

    def _make(self) -> None:
        session, worker = self.context.session, self.context.worker
        job = job_for(session.resume, session.choices)
        largest = self._largest()
        self.context.tasks.run(
            lambda: codes.make(codes.text_of(worker, job), largest),
            self._show_codes,
            self._show_problem,
            owner=self,
        )

    def next_label(self) -> str:
        """Say whether another code follows."""
        if isinstance(self.view, CodesView):
            return _("I have them all") if self.view.is_last else _("Next code")
        return super().next_label()

    def go_next(self) -> None:
        """Show the next code, or go on after the last."""
        if isinstance(self.view, CodesView) and not self.view.is_last:
            self._turn(1)
        else:
            super().go_next()

    def go_back(self) -> None:
        """Show the code before, or go back from the first."""
        if isinstance(self.view, CodesView) and self.view.index > 0:
            self._turn(-1)
        else:
            super().go_back()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Make the picture as large as there is room for, and other codes where these have none."""
        super().resizeEvent(event)
        if isinstance(self.view, CodesView) and self.view.made[0].side > codes.side_of(self._largest()):
            self.enter()
        self._fit()

    def _show_codes(self, made: tuple[Code, ...]) -> None:
        if not isinstance(self.view, MakingView):
            return
        on = self.context.wizard.next
        if not made:
            words = _("There is nothing on your page yet.")
            self.show_view(QWidget(), self._title, words, NextStep(_("Go back"), on))
            return
        self.show_view(CodesView(made), self._title, "", NextStep(_("I have them all"), on))
        self._fit()

    def _turn(self, by: int) -> None:
        if isinstance(self.view, CodesView):
            self.view.show_code(self.view.index + by)
            self.changed.emit()
            self.context.announce(self.view.words)
            self._see()

    def _fit(self) -> None:
        if isinstance(self.view, CodesView):
            self.view.picture.fit(self._room())
            QTimer.singleShot(0, self, self._see)  # once everything has its place

    def _room(self) -> int:
        """How large a picture may be: beside its words, and with the heading above it still seen."""
        look = theme.in_use()
        wide = min(self.width() - look.space(48), look.text(WIDEST)) - look.space(24) - look.text(BESIDE)
        high = self.height() - look.space(60) - look.text(40)
        return min(wide, high)

    def _largest(self) -> int:
        """Return the largest version that is seen whole, if only without the heading."""
        return codes.version_for((self.height() - 12) // SMALLEST)

    def _see(self) -> None:
        """Nothing here takes the focus, so that nothing else scrolls the code into sight."""
        if isinstance(self.view, CodesView):
            self.show_widget(self.view.picture)

    def _show_problem(self, problem: KioskError) -> None:
        again = NextStep(_("Try again"), self.enter)
        self.show_view(ProblemView(problem), _("That did not work"), problem.message, again)


def _numbered(number: int, sentence: str) -> QHBoxLayout:
    line = layouts.row(spacing=8)
    line.addWidget(Text(_("{n}.").format(n=number), TextRole.LABEL, wrap=False), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Text(sentence), 1)
    return line
