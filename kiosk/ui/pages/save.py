"""Saving: find the drive, make the files, write them, read them back, say so."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kiosk.errors import KioskError
from kiosk.flow.export import Export, Exported, ExportState, job_for
from kiosk.flow.steps import Step
from kiosk.i18n import _
from kiosk.resume.texts import is_blank
from kiosk.storage import names
from kiosk.storage.drive import Drive
from kiosk.storage.if_found import write_if_found
from kiosk.ui.pages.context import Context
from kiosk.ui.pages.drive_tiles import look_alike
from kiosk.ui.pages.nothing import NothingView
from kiosk.ui.pages.other_ways import OtherWays
from kiosk.ui.pages.receipt import NoteView, ReceiptView, note_words, noted_words
from kiosk.ui.pages.saving import ChoiceView, LookingView, ProblemView, SavingView, StoppingView
from kiosk.ui.pages.views import NextStep, ViewsPage, nothing
from kiosk.ui.tasks import Lane

SLOW_TO_STOP_MS = 700
"""How long a drive may take to stop before the person may leave it alone, in milliseconds."""


class SavePage(ViewsPage):
    """One view at a time: looking for drives, choosing, saving, the receipt, or a problem."""

    drives_changed = Signal()
    state_changed = Signal(object)

    def __init__(self, step: Step, context: Context) -> None:
        super().__init__(context)
        self._title = _(step.title)
        self._ways = OtherWays(context, no_drive=True)
        self.body.addWidget(self._ways)
        self._export: Export | None = None
        self._exported: Exported | None = None
        self._hurry = False
        self._unwatch: Callable[[], None] = nothing
        self._slow = QTimer(self, singleShot=True, interval=SLOW_TO_STOP_MS)
        self._slow.timeout.connect(self._slow_to_stop)
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
        self._unwatch = self.context.plugged.watch(self.drives_changed.emit)
        self._drives_changed()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Hear no more of drives. A save that runs goes on."""
        super().hideEvent(event)
        self._unwatch()
        self._unwatch = nothing

    def go_back(self) -> None:
        """From the note lead back to the receipt."""
        if isinstance(self.view, NoteView) and self._exported is not None:
            self._show_receipt(self._exported)
        else:
            super().go_back()

    def skippable(self) -> bool:
        """Leaving without a drive is Back, or Finish and erase."""
        return False

    def can_go_back(self) -> bool:
        """While files are written there is no leaving, unless the drive does not answer."""
        return self._export is None or isinstance(self.view, StoppingView)

    def show_view(self, view: QWidget, heading: str, help_text: str, following: NextStep) -> None:
        """Show it with the other ways below, where there is a choice."""
        self._ways.setVisible(isinstance(view, LookingView | ChoiceView | ProblemView))
        super().show_view(view, heading, help_text, following)

    def _look(self) -> None:
        """Show the drives as they were a moment ago, and look again; nobody saves an empty page."""
        if is_blank(self.context.session.resume):
            begin = NextStep(_("Begin with my name"), lambda: self.context.wizard.go("name"))
            self.show_view(
                NothingView(), _("Talk to the staff"), _("There is nothing on your page yet."), begin
            )
            return
        if not isinstance(self.view, ChoiceView):
            self.show_view(LookingView(), self._title, "", NextStep(_("Save to my drive"), self._save_soon))
        if self.context.plugged.drives is not None:
            self._show_drives(self.context.plugged.drives)
        self.context.plugged.look()

    def _save_soon(self) -> None:
        """Next was pressed before the drives were known."""
        self._hurry = True

    def _drives_changed(self) -> None:
        if self.context.plugged.drives is not None:
            self._show_drives(self.context.plugged.drives)

    def _show_drives(self, drives: tuple[Drive, ...]) -> None:
        if not isinstance(self.view, ChoiceView | LookingView):
            return
        session, before, person = self.context.session, None, self.context.session.resume.basics.name
        if isinstance(self.view, ChoiceView):
            if look_alike(self.view.tiles.drives, drives):
                return
            before, person = self.view.tiles.chosen, self.view.person
        view = ChoiceView(drives, before or session.drive, person, attach=session.choices.attach)
        view.attach_chosen.connect(lambda on: session.choose(attach=on))
        if not view.tiles.any_usable:
            words = _("Put your USB drive into the computer. No drive? Ask the staff.")
            self.show_view(view, self._title, words, NextStep(_("Look again"), self._look))
        else:
            words = _("We make four files, save them, and read them back to be sure.")
            self.show_view(view, self._title, words, NextStep(_("Save to my drive"), self._save))
            if self._hurry and view.first_focus() is None:
                self._save()
        self._hurry = False

    def _save(self) -> None:
        if not isinstance(self.view, ChoiceView):
            return
        drive = self.view.tiles.chosen
        if drive is None:
            self.view.tiles.ask_to_choose()
            self.context.announce(self.view.tiles.question)
            return
        session = self.context.session
        session.use_drive(drive)
        name = names.resume_name(self.view.person)
        job = job_for(session.resume, session.choices)
        context = self.context
        export = Export(context.worker, context.drives, self._tell_state, context.keeping)
        self._export = export
        heading, words = _("Saving to your drive"), _("Leave the drive in until we say so.")
        self.show_view(SavingView(self._stop), heading, words, NextStep())
        self.context.tasks.run(
            lambda: export.run(job, drive, name),
            self._export_ended,
            self._show_problem,
            owner=self,
            lane=Lane.SAVING,
        )

    def _tell_state(self, state: ExportState) -> None:
        """Called from the thread that saves, which may outlive this page."""
        if isValid(self):
            self.state_changed.emit(state)

    def _stop(self) -> None:
        if self._export is not None:
            self._export.cancel()
            self._slow.start()

    def _slow_to_stop(self) -> None:
        """Nobody has to wait for a drive that does not answer: the person may leave it alone."""
        if isinstance(self.view, SavingView):
            words = _("Your drive is slow to answer. Leave it in for now.")
            self.show_view(
                StoppingView(), _("Stopping the save"), words, NextStep(_("Go back"), self.go_back)
            )

    def _state_changed(self, state: ExportState) -> None:
        if state is ExportState.PROBLEM and isinstance(self.view, SavingView | StoppingView):
            # What it was is told in a moment by `_show_problem`, or by the window when it is a bug.
            self._export = None
            self._look()
        elif isinstance(self.view, SavingView) and (words := self.view.show_state(state)):
            self.context.announce(words)

    def _export_ended(self, exported: Exported | None) -> None:
        self._export = None
        self._slow.stop()
        if exported is None:
            self._look()
            return
        self._exported = exported
        self.context.session.mark_saved(exported.receipt, exported.resume, exported.drive)
        self._show_receipt(exported)

    def _show_receipt(self, exported: Exported, noted: str = "") -> None:
        wizard = self.context.wizard
        prints = self.context.settings.printing
        view = ReceiptView(exported, also_done=wizard.returning, prints=prints, noted=noted)
        view.done.connect(lambda: wizard.go("done"))
        view.printing.connect(lambda: wizard.change("print"))
        view.again.connect(self._save_again)
        view.see.connect(self.context.open_saved)
        view.note.connect(self._ask_for_note)
        label = _("Go on with my resume") if wizard.returning else _("I am done")
        self.show_view(view, _("Your resume is on your drive"), "", NextStep(label, wizard.next))

    def _save_again(self) -> None:
        self._exported = None
        self._look()

    def _ask_for_note(self) -> None:
        view = NoteView()
        view.entered.connect(self.go_next)
        heading = _("A note for whoever finds your drive")
        self.show_view(view, heading, "", NextStep(_("Write the note"), self._write_note))

    def _write_note(self) -> None:
        exported = self._exported
        if not isinstance(self.view, NoteView) or exported is None:
            return
        contact, context = self.view.contact, self.context
        if not contact:
            self._show_receipt(exported)
            return

        def write() -> bool:
            with context.keeping.standing_aside():
                return write_if_found(context.drives, exported.drive, note_words(contact))

        context.tasks.run(
            write,
            lambda written: self._show_receipt(exported, noted_words(written)),
            self._show_problem,
            owner=self,
            lane=Lane.SAVING,
        )

    def _show_problem(self, problem: KioskError) -> None:
        self._export = None
        self._slow.stop()
        again = NextStep(_("Try again"), self.enter)
        self.show_view(ProblemView(problem), _("Not saved yet"), problem.message, again)
