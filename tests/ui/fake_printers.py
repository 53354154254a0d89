"""A print service in memory: keeps jobs until a test lets them go, and remembers what it was given."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.errors import PrintError
from kiosk.printing.cups import closed
from kiosk.printing.types import JobNow, JobState, Printer, PrintJob, Trouble, no_printer

FRONT = Printer(name="front", label="Front desk printer", place="by the door", is_default=True)


@dataclass(frozen=True)
class Sent:
    """What was given to the printer."""

    pdf: bytes
    copies: int
    paper: str


class FakePrinters:
    """The Printers of a test."""

    def __init__(self, *found: Printer) -> None:
        self.found = found or (FRONT,)
        self.sent: list[Sent] = []
        self.cancelled: list[PrintJob] = []
        self.trouble: Trouble | None = None
        self.problem: PrintError | None = None
        self.looks = 0
        self._jobs: dict[int, JobState] = {}

    def printers(self) -> tuple[Printer, ...]:
        """Return the printers, in the trouble that a test wants."""
        self._may()
        return tuple(replace(printer, trouble=self.trouble or printer.trouble) for printer in self.found)

    def send(self, printer: Printer, pdf: bytes, /, *, copies: int, paper: str) -> PrintJob:
        """Take a job."""
        self._may()
        known = next((one for one in self.found if one.name == printer.name), None)
        if known is None:
            raise no_printer()
        if not known.accepts:
            raise closed(known)
        self.sent.append(Sent(pdf, copies, paper))
        number = len(self.sent)
        self._jobs[number] = JobState.PRINTING
        return PrintJob(printer.name, number)

    def look(self, job: PrintJob, /) -> JobNow:
        """Return how far a job is."""
        self._may()
        self.looks += 1
        state = self._jobs.get(job.number, JobState.GONE)
        return JobNow(state, None if state is JobState.GONE else self.trouble)

    def cancel(self, job: PrintJob, /) -> None:
        """Take a job back."""
        self._may()
        if self._jobs.pop(job.number, None) is not None:
            self.cancelled.append(job)

    def finish(self, state: JobState = JobState.GONE) -> None:
        """Bring all jobs to a state: done, unless another is asked for."""
        self._jobs = dict.fromkeys(self._jobs, state)

    def _may(self) -> None:
        if self.problem is not None:
            raise self.problem
