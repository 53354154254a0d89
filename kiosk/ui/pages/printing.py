"""Printing: what comes out and what it costs, how many copies, and then how far it is."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent

from kiosk.errors import KioskError
from kiosk.flow.export import job_for
from kiosk.flow.printing import Offer, Printing, printer_words, state_words
from kiosk.flow.steps import Step
from kiosk.i18n import _
from kiosk.printing.types import JobNow, JobState, PrintJob
from kiosk.ui.pages.context import Context
from kiosk.ui.pages.printing_views import OfferView, PreparingView, SentView
from kiosk.ui.pages.saving import ProblemView
from kiosk.ui.pages.views import NextStep, ViewsPage

EVERY_MS = 1000
"""How long after a look the next one is, in milliseconds. A look takes 20 ms where the printer is well."""


class PrintPage(ViewsPage):
    """One view at a time: getting ready, the offer, the job, or a problem."""

    def __init__(self, step: Step, context: Context) -> None:
        super().__init__(context)
        self._title = _(step.title)
        self._printing = Printing(context.worker, context.printers, context.settings.printer)
        self._job: PrintJob | None = None
        self._where = ""
        self._since = 0.0
        self._sending = False
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(EVERY_MS)
        self._clock.timeout.connect(self._look)

    def enter(self) -> None:
        """Begin; or go on with the pages that are on their way."""
        if self._job is None and not self._sending:
            self._prepare()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Look after the pages while this is seen."""
        super().showEvent(event)
        self._look()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Look no more. The printer goes on."""
        super().hideEvent(event)
        self._clock.stop()

    def can_go_back(self) -> bool:
        """Until the printer has answered there is no leaving."""
        return not self._sending

    def _prepare(self) -> None:
        self.show_view(PreparingView(), self._title, "", NextStep())
        session = self.context.session
        job = job_for(session.resume, session.choices)
        self.context.tasks.run(
            lambda: self._printing.prepare(job), self._show_offer, self._show_problem, owner=self
        )

    def _show_offer(self, offer: Offer) -> None:
        if not isinstance(self.view, PreparingView):
            return
        view = OfferView(offer, self.context.settings.price_per_page)
        view.changed.connect(self.context.announce)
        self.show_view(view, self._title, "", NextStep(_("Print"), self._send))

    def _send(self) -> None:
        if not isinstance(self.view, OfferView):
            return
        offer, copies = self.view.offer, self.view.copies
        self._where = printer_words(offer.printer)
        self._sending = True
        self._show_sent()
        self.context.tasks.run(
            lambda: self._printing.send(offer, copies), self._was_sent, self._show_problem, owner=self
        )

    def _show_sent(self) -> None:
        go_on = NextStep() if self._sending else NextStep(_("Go on"), self.context.wizard.next)
        self.show_view(SentView(self._where, self._cancel), _("Printing your page"), "", go_on)
        if self._sending:  # there is nothing to press now, and who presses twice must not be led away
            self.view.setFocus()

    def _was_sent(self, job: PrintJob) -> None:
        self._sending = False
        self._job = job
        self._since = time.monotonic()
        self._show_sent()
        self._look()

    def _look(self) -> None:
        job = self._job
        if job is not None and self.isVisible():
            self.context.tasks.run(
                lambda: self._printing.look(job), self._show_state, self._show_problem, owner=self
            )

    def _look_again(self) -> None:
        self._show_sent()
        self._look()

    def _show_state(self, now: JobNow) -> None:
        if self._job is None or not isinstance(self.view, SentView):
            return
        said = state_words(now, time.monotonic() - self._since)
        if self.view.show_said(said, now.state, trouble=now.trouble is not None):
            self.context.announce(self.view.words)
        if now.state is JobState.GONE:
            self._job = None
            self.set_heading(_("Get your pages"))
        elif self.isVisible():
            self._clock.start()

    def _cancel(self) -> None:
        job = self._job
        if job is not None:
            self.context.tasks.run(
                lambda: self._printing.cancel(job), self._was_cancelled, self._show_problem, owner=self
            )

    def _was_cancelled(self, _nothing: None) -> None:
        self._job = None
        self._clock.stop()
        if isinstance(self.view, SentView):
            self.view.show_cancelled()
            self.set_heading(_("Printing is stopped"))
            self.context.announce(self.view.words)

    def _show_problem(self, problem: KioskError) -> None:
        """Say it. What the printer has is looked for again; what it does not have is offered again."""
        self._sending = False
        self._clock.stop()
        heading = _("Not printed yet") if self._job is None else _("We lost sight of your pages")
        again = self._prepare if self._job is None else self._look_again
        self.show_view(ProblemView(problem), heading, problem.message, NextStep(_("Try again"), again))
