"""From the resume to pages at the library's printer. Knows no screen; each step blocks for seconds at most.

The screen asks for one step after another on the background thread: `prepare`, `send`, then `look` until the
job is gone. So a slow printer never keeps a drive waiting.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kiosk.errors import NoPrinter
from kiosk.flow import prices
from kiosk.flow.export import RENDER, RENDER_SECONDS
from kiosk.i18n import _, ngettext
from kiosk.printing.types import JobNow, JobState, Printer, Printers, PrintJob, Trouble, no_printer
from kiosk.render.types import Notice, OutputFormat, Rendering, RenderJob
from kiosk.worker import Worker

MOST_COPIES = 9
LONG_SECONDS = 45.0
"""After this it is no longer usual that a page is not out."""


@dataclass(frozen=True, slots=True, repr=False)
class Offer:
    """What would be printed, where, and what to know of it. The PDF is the page that the preview shows."""

    pdf: bytes
    pages: int
    paper: str
    printer: Printer
    notices: tuple[Notice, ...] = ()

    def sheets(self, copies: int) -> int:
        """Return how many sheets of paper so many copies are."""
        return self.pages * copies


@dataclass(frozen=True, slots=True)
class Said:
    """A state in plain words: what is so, and what to do about it ("" for nothing)."""

    words: str
    advice: str = ""


class Printing:
    """Prints one person's page on one printer."""

    def __init__(self, worker: Worker, printers: Printers, wanted: str = "") -> None:
        self._worker = worker
        self._printers = printers
        self._wanted = wanted

    def prepare(self, job: RenderJob) -> Offer:
        """Find the printer and make the page; raises PrintError, RenderError."""
        printer = choose(self._printers.printers(), self._wanted)
        only_pdf = replace(job, formats=frozenset({OutputFormat.PDF}))
        rendering: Rendering = self._worker.submit(RENDER, only_pdf, timeout=RENDER_SECONDS).result()
        document = rendering.documents[0]
        return Offer(document.content, document.pages or 1, job.paper.value, printer, rendering.notices)

    def send(self, offer: Offer, copies: int) -> PrintJob:
        """Give it to the printer; raises PrintError."""
        return self._printers.send(offer.printer, offer.pdf, copies=copies, paper=offer.paper)

    def look(self, job: PrintJob) -> JobNow:
        """Return how far it is; raises PrintError."""
        return self._printers.look(job)

    def cancel(self, job: PrintJob) -> None:
        """Take it back; raises PrintError."""
        self._printers.cancel(job)


def choose(printers: Sequence[Printer], wanted: str = "") -> Printer:
    """Return the printer that the settings name; without a name the usual one, or the first that takes jobs.

    Raises NoPrinter.
    """
    if wanted:
        found = next((printer for printer in printers if printer.name == wanted), None)
        if found is None:
            raise NoPrinter(
                _("The printer {printer} is not there.").format(printer=wanted),
                _("Please ask the staff where you can print."),
            )
        return found
    usual = [printer for printer in printers if printer.is_default]
    ready = [printer for printer in printers if printer.accepts]
    best = next(iter([*usual, *ready, *printers]), None)
    if best is None:
        raise no_printer()
    return best


def cost_words(sheets: int, price: str) -> str:
    """Say how many pages come out and what they cost."""
    pages = ngettext("{n} page", "{n} pages", sheets).format(n=sheets)
    if prices.is_free(price):
        return _("{pages}. Printing is free.").format(pages=pages)
    if total := prices.total(price, sheets):
        return _("{pages}, {price}. Pay at the desk.").format(pages=pages, price=total)
    if price.strip():
        return _("{pages}. Price of a page: {price}.").format(pages=pages, price=price.strip())
    return _("{pages}.").format(pages=pages)


def printer_words(printer: Printer) -> str:
    """Return what the printer is called and where it stands."""
    name = printer.label or printer.name
    return _("{printer}, {place}").format(printer=name, place=printer.place) if printer.place else name


def trouble_words(trouble: Trouble) -> Said:
    """Say what keeps a printer from printing and what to do."""
    tell = _("Please tell the staff. Your pages come out once it is ready.")
    words = {
        Trouble.PAUSED: _("The printer is stopped."),
        Trouble.PAPER: _("The printer has no paper."),
        Trouble.JAM: _("Paper is stuck in the printer."),
        Trouble.OPEN: _("A door of the printer is open."),
        Trouble.INK: _("The printer has no ink."),
        Trouble.TRAY_FULL: _("The tray of the printer is full."),
        Trouble.OFFLINE: _("The printer is off, or its cable is out."),
        Trouble.OTHER: _("The printer needs help."),
    }
    return Said(words[trouble], tell)


def state_words(now: JobNow, seconds: float = 0.0) -> Said:
    """Say how far a job is and what to do; `seconds` ago it was sent."""
    if now.trouble is not None and now.state is not JobState.GONE:
        return trouble_words(now.trouble)
    said = _state_words(now.state)
    if seconds > LONG_SECONDS and not said.advice:
        return replace(said, advice=_("This takes long. Please ask the staff to look at the printer."))
    return said


def _state_words(state: JobState) -> Said:
    return {
        JobState.WAITING: Said(_("Your pages wait for their turn.")),
        JobState.PRINTING: Said(_("Your pages are being printed.")),
        JobState.HELD: Said(
            _("Your pages wait for you at the printer."), _("The staff can let them out when you pay.")
        ),
        JobState.GONE: Said(
            _("Your pages are at the printer."), _("Nothing there? Please tell the staff before you go.")
        ),
    }[state]
