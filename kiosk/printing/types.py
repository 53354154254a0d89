"""What a printer and a print job are, as plain data, and the Protocol through which the program prints."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from kiosk.errors import NoPrinter
from kiosk.i18n import _

TITLE = "Resume"
"""What every job is called. Nobody's name: it stands in the queue, in logs and on the printer's panel."""


class Trouble(Enum):
    """What keeps a printer from printing, as far as it says so. The first that applies is told."""

    PAUSED = auto()
    PAPER = auto()
    JAM = auto()
    OPEN = auto()
    INK = auto()
    TRAY_FULL = auto()
    OFFLINE = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Printer:
    """One printer. `label` and `place` are what the library calls it and where it stands ("" when not told).

    `accepts` says whether it takes jobs, `trouble` what keeps it from printing those that it has taken.
    """

    name: str
    label: str = ""
    place: str = ""
    is_default: bool = False
    accepts: bool = True
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One job of ours: the printer's name, and the number that the print service gave it."""

    printer: str
    number: int

    @property
    def id(self) -> str:
        """What lp(1), lpstat(1) and cancel(1) call it."""
        return f"{self.printer}-{self.number}"


class JobState(Enum):
    """How far a job is. GONE is the end: the printer has it, or it was cancelled."""

    WAITING = auto()
    PRINTING = auto()
    HELD = auto()
    GONE = auto()


@dataclass(frozen=True, slots=True)
class JobNow:
    """How far a job is, and what keeps its printer from printing."""

    state: JobState
    trouble: Trouble | None = None


class Printers(Protocol):
    """Where pages are printed. Every method blocks for seconds at most and raises PrintError."""

    def printers(self) -> tuple[Printer, ...]:
        """Return all printers."""
        ...

    def send(self, printer: Printer, pdf: bytes, /, *, copies: int, paper: str) -> PrintJob:
        """Give a PDF to a printer; `paper` is one of settings.PAPERS. No file of it is made on the way."""
        ...

    def look(self, job: PrintJob, /) -> JobNow:
        """Return how far a job is."""
        ...

    def cancel(self, job: PrintJob, /) -> None:
        """Take a job back; what is on paper already stays there. A job that is gone is no problem."""
        ...


class NoPrinters:
    """The Printers of a computer that does not print."""

    def printers(self) -> tuple[Printer, ...]:
        """Return none."""
        return ()

    def send(self, _printer: Printer, _pdf: bytes, /, *, copies: int, paper: str) -> PrintJob:
        """Say that there is none."""
        del copies, paper
        raise no_printer()

    def look(self, _job: PrintJob, /) -> JobNow:
        """Say that nothing waits."""
        return JobNow(JobState.GONE)

    def cancel(self, _job: PrintJob, /) -> None:
        """Do nothing: there is nothing to take back."""


def no_printer() -> NoPrinter:
    """There is nothing to print on."""
    return NoPrinter(_("There is no printer here."), _("Please ask the staff where you can print."))
