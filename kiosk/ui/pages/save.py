"""Saving: find the drive, make the files, write them, read them back, say so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.errors import KioskError
from kiosk.flow.export import Export, Exported, ExportState, job_for
from kiosk.flow.steps import Step
from kiosk.i18n import _
from kiosk.storage import names
from kiosk.storage.drive import Drive
from kiosk.ui.pages.base import Context, Page
from kiosk.ui.pages.other_ways import OtherWays
from kiosk.ui.pages.parts import filled_button
from kiosk.ui.pages.saving import ChoiceView, LookingView, ProblemView, ReceiptView, SavingView


@dataclass(frozen=True, slots=True)
class _Next:
    """What Next is called while a view is shown, and what it does."""

    label: str
    press: Callable[[], None]


def _nothing() -> None:
    """There is nothing to press."""


class SavePage(Page):
    """One view at a time: looking for drives, choosing, saving, the receipt, or a problem."""

    drives_changed = Signal()
    state_changed = Signal(object)

    def __init__(self, step: Step, context: Context) -> None:
        super().__init__(context)
        self._title = _(step.title)
        self._view: QWidget = QWidget()
        self._next = _Next("", _nothing)
        self._ways = OtherWays(context, no_drive=True)
        self.body.addWidget(self._ways)
        self._export: Export | None = None
        self._exported: Exported | None = None
        self._hurry = False
        self._unwatch: Callable[[], None] = _nothing
        # Both arrive from other threads.
        self.drives_changed.connect(self._drives_changed, Qt.ConnectionType.QueuedConnection)
        self.state_changed.connect(self._state_changed, Qt.ConnectionType.QueuedConnection)

    def enter(self) -> None:
        """Look for drives; or show what was saved, when nothing was changed since."""
        if self._export is not None:
            return
        if self._exported is not None and not self.context.session.unsaved:
            self._show_receipt(self._exported)
        else:
            self._look()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Hear of drives that come and go while the page is seen."""
        super().showEvent(event)
        self._unwatch()
        self._unwatch = self.context.drives.watch(self.drives_changed.emit)
        self._drives_changed()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Hear no more of drives. A save that runs goes on."""
        super().hideEvent(event)
        self._unwatch()
        self._unwatch = _nothing

    def first_focus(self) -> QWidget | None:
        """Return what must be answered before Next, or Next."""
        wanted = self._view.first_focus() if isinstance(self._view, ChoiceView | SavingView) else None
        return wanted or filled_button(self)

    def next_label(self) -> str:
        """Return what the view calls it."""
        return self._next.label

    def go_next(self) -> None:
        """Do what the view wants next."""
        self._next.press()

    def skippable(self) -> bool:
        """Leaving without a drive is Back, or Finish and erase."""
        return False

    def can_go_back(self) -> bool:
        """While files are written there is no leaving."""
        return self._export is None

    def _show(self, view: QWidget, heading: str, help_text: str, what_next: _Next) -> None:
        old, self._view, self._next = self._view, view, what_next
        self.body.insertWidget(0, view)
        self._ways.setVisible(not isinstance(view, SavingView))
        self._ways.show_no_drive(not isinstance(view, ReceiptView))
        view.show()  # now, not in a moment: it may take the focus
        self.body.removeWidget(old)
        old.hide()
        old.deleteLater()
        self.set_heading(heading, help_text)
        self.changed.emit()
        self.context.announce(f"{heading} {help_text}".strip())
        focus = self.first_focus()
        if self.isVisible() and focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
            self.to_top()

    def _look(self) -> None:
        """Ask for the drives; say so only where nothing is shown yet."""
        if not isinstance(self._view, ChoiceView):
            self._show(LookingView(), self._title, "", _Next(_("Save to my drive"), self._save_soon))
        self.context.tasks.run(self.context.drives.drives, self._show_drives, self._show_problem, owner=self)

    def _save_soon(self) -> None:
        """Next was pressed before the drives were known."""
        self._hurry = True

    def _drives_changed(self) -> None:
        if isinstance(self._view, ChoiceView):
            self._look()

    def _show_drives(self, drives: tuple[Drive, ...]) -> None:
        if not isinstance(self._view, ChoiceView | LookingView):
            return
        before = self._view.chosen if isinstance(self._view, ChoiceView) else self.context.session.drive
        person = self.context.session.resume.basics.name
        if isinstance(self._view, ChoiceView):
            if self._view.drives == drives:
                return
            person = self._view.person
        view = ChoiceView(drives, before, person)
        if not view.any_usable:
            words = _("Put your USB drive into the computer. No drive? Ask the staff.")
            self._show(view, self._title, words, _Next(_("Look again"), self._look))
        else:
            words = _("We make four files, save them, and read them back to be sure.")
            self._show(view, self._title, words, _Next(_("Save to my drive"), self._save))
            if self._hurry and view.first_focus() is None:
                self._save()
        self._hurry = False

    def _save(self) -> None:
        if not isinstance(self._view, ChoiceView):
            return
        drive = self._view.chosen
        if drive is None:
            self._view.ask_to_choose()
            self.context.announce(self._view.question)
            return
        session = self.context.session
        name = names.resume_name(self._view.person)
        job = job_for(session.resume, session.choices)
        export = Export(self.context.worker, self.context.drives, self.state_changed.emit)
        self._export = export
        self._show(
            SavingView(export.cancel),
            _("Saving to your drive"),
            _("Leave the drive in until we say so."),
            _Next("", _nothing),
        )
        self.context.tasks.run(
            lambda: export.run(job, drive, name), self._export_ended, self._show_problem, owner=self
        )

    def _state_changed(self, state: ExportState) -> None:
        if not isinstance(self._view, SavingView):
            return
        if state is ExportState.PROBLEM:
            # What it was is told in a moment by `_show_problem`, or by the window when it is a bug.
            self._export = None
            self._look()
        elif words := self._view.show_state(state):
            self.context.announce(words)

    def _export_ended(self, exported: Exported | None) -> None:
        self._export = None
        if exported is None:
            self._look()
            return
        self._exported = exported
        self.context.session.mark_saved(exported.receipt, exported.resume, exported.drive)
        self._show_receipt(exported)

    def _show_receipt(self, exported: Exported) -> None:
        wizard = self.context.wizard
        view = ReceiptView(exported, also_done=wizard.returning)
        view.done.connect(lambda: wizard.go("done"))
        view.again.connect(self._save_again)
        label = _("Go on with my resume") if wizard.returning else _("I am done")
        self._show(view, _("Your resume is on your drive"), "", _Next(label, wizard.next))

    def _save_again(self) -> None:
        self._exported = None
        self._look()

    def _show_problem(self, problem: KioskError) -> None:
        self._export = None
        self._show(
            ProblemView(problem), _("Not saved yet"), problem.message, _Next(_("Try again"), self._look)
        )
