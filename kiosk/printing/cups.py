"""Printing through CUPS: `lp`, `lpstat` and `cancel` as programs of their own. The one door to them.

They come with every CUPS and have kept their words for decades; a library of CUPS in this process would be
one more thing that can hang or break it. Each is given a few seconds. The PDF goes through a pipe: no file of
it is made on this side. What the print service keeps of it is its own setting (see keeping.py).
"""

from __future__ import annotations

import os
import re
import subprocess

from kiosk.errors import NoPrinter, PrinterClosed, PrintError, PrinterSilent
from kiosk.i18n import _
from kiosk.printing import lpstat
from kiosk.printing.types import TITLE, JobNow, Printer, PrintJob, no_printer

LOOK_SECONDS = 8.0
SEND_SECONDS = 30.0

_REQUEST = re.compile(r"request id is (\S+)-(\d+) ")
_NONE = ("No destinations added", "Invalid destination name")
"""What lpstat complains of when there is no printer at all, or none of that name."""

_KEPT = ("PATH", "HOME", "USER", "LOGNAME", "CUPS_SERVER")
"""What the programs may know of our surroundings. PRINTER and LPDEST would choose another printer."""


class CupsPrinters:
    """The printers of this computer's print service."""

    def printers(self) -> tuple[Printer, ...]:
        """Return all printers; none when the print service knows none."""
        return lpstat.printers(_ask("lpstat", "-l", "-d", "-a", "-p"))

    def send(self, printer: Printer, pdf: bytes, *, copies: int, paper: str) -> PrintJob:
        """Give the PDF to the printer."""
        options = (f"media={paper}", "sides=one-sided", "collate=true", "job-sheets=none,none")
        words = [word for option in options for word in ("-o", option)]
        said = _run(
            ["lp", "-d", printer.name, "-n", str(copies), "-t", TITLE, *words, "--", "-"], SEND_SECONDS, pdf
        )
        found = _REQUEST.search(said.stdout)
        if said.returncode or not found:
            raise _refusal(said.stderr, printer)
        return PrintJob(found[1], int(found[2]))

    def look(self, job: PrintJob) -> JobNow:
        """Return how far the job is."""
        listed = _ask("lpstat", "-l", "-W", "not-completed", "-o", job.printer)
        # Asked second: a service that is down has no such printer either, and only this tells the two apart.
        mine = next((one for one in self.printers() if one.name == job.printer), None)
        return lpstat.job(listed, job.id, mine)

    def cancel(self, job: PrintJob) -> None:
        """Take the job back, and its file with it."""
        said = _run(["cancel", "-x", job.id], LOOK_SECONDS)
        if said.returncode and not ("already" in said.stderr or "not exist" in said.stderr):
            raise _silent()


def _ask(*command: str) -> str:
    """Return what lpstat says; its status tells also when all is well and there is nothing to tell of."""
    said = _run(list(command), LOOK_SECONDS)
    if said.returncode and not any(none in said.stderr for none in _NONE):
        raise _silent()
    return said.stdout


def _run(command: list[str], seconds: float, given: bytes = b"") -> subprocess.CompletedProcess[str]:
    """Run one program; raises PrintError when it is not there or takes too long."""
    surroundings = {name: os.environ[name] for name in _KEPT if name in os.environ}
    try:
        said = subprocess.run(  # noqa: S603 - a list, never a shell; what a person typed is only in the pipe
            command,
            input=given,
            capture_output=True,
            timeout=seconds,
            env=surroundings | {"LC_ALL": "C.UTF-8"},
            check=False,
        )
    except FileNotFoundError:
        raise no_printer() from None
    except (OSError, subprocess.TimeoutExpired):
        raise _silent() from None
    out, err = (text.decode("utf-8", "replace") for text in (said.stdout, said.stderr))
    return subprocess.CompletedProcess(command[:1], said.returncode, out, err)


def _refusal(complaint: str, printer: Printer) -> PrintError:
    """Return why lp did not take the job."""
    if "not accepting" in complaint:
        return closed(printer)
    if "not exist" in complaint and "scheduler" not in complaint.lower():
        return NoPrinter(
            _("The printer {printer} is not there any more.").format(printer=printer.label or printer.name),
            _("Please ask the staff where you can print."),
        )
    return _silent()


def closed(printer: Printer) -> PrinterClosed:
    """The printer takes no jobs."""
    return PrinterClosed(
        _("The printer {printer} takes no pages now.").format(printer=printer.label or printer.name),
        _("Please tell the staff. You can save your files, and try again later."),
    )


def _silent() -> PrinterSilent:
    return PrinterSilent(
        _("The printer does not answer."),
        _("Please tell the staff. You can save your files, and try again later."),
    )
