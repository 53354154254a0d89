"""Whether this computer is ready for patrons: each thing it needs, and what to do where it is not right.

The exit status says the worst: 4 no page can be made, 3 drives are not found, 2 the settings, 0 ready. What
only makes it less private or less handy is told and changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import which

from kiosk import console, fonts, paths, settings
from kiosk.errors import DriveError, KioskError, PrintError, RenderError, SettingsError, TemplateError
from kiosk.flow import printing
from kiosk.i18n import _
from kiosk.limits import Confinement
from kiosk.printing import keeping
from kiosk.printing.cups import CupsPrinters
from kiosk.printing.keeping import CUPSD_CONF
from kiosk.printing.types import Printer
from kiosk.render import catalogue
from kiosk.settings import Settings
from kiosk.speech import espeak
from kiosk.storage import udisks
from kiosk.worker import Worker, WorkerBug

SWAPS = Path("/proc/swaps")
MAKE_A_PAGE = "kiosk.render.job:warm_up"
CONFINEMENT = "kiosk.limits:confinement"
_PAGE_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: no `remedy` when it is fine, `stops` when patrons cannot be served."""

    about: str
    message: str
    remedy: str = ""
    stops: type[KioskError] | None = None


def run(*, json: bool) -> None:
    """Look at everything and print what was found; raises the KioskError that says why it is not ready."""
    found = tuple(findings())
    if json:
        console.say_json(
            [
                {"about": it.about, "ok": not it.remedy, "message": it.message, "remedy": it.remedy}
                for it in found
            ]
        )
    else:
        console.say("\n".join(map(_line, found)))
    for kind in (RenderError, DriveError, SettingsError):
        for finding in found:
            if finding.stops is kind:
                raise kind(finding.message, finding.remedy)


def findings() -> Iterator[Finding]:
    """Look at one thing after another."""
    now = None
    try:
        now = settings.load()
    except SettingsError as problem:
        yield Finding(_("Settings"), problem.message, problem.remedy or _("Correct the file."), SettingsError)
    else:
        yield Finding(_("Settings"), _("They can be used."))
    yield _fonts()
    yield from _looks()
    yield from _pages()
    yield _drives(now.drive_folder if now else "")
    if now and now.printing:
        yield from _printing(now)
    yield _voice()
    if now:
        yield _lock(now)
    yield _swap()


def _line(finding: Finding) -> str:
    return (
        f"{'look' if finding.remedy else 'ok':5} {finding.about}: {finding.message} {finding.remedy}".rstrip()
    )


def _lock(now: Settings) -> Finding:
    if now.kiosk_mode:
        return Finding(_("Lock"), _("The computer is locked to this program."))
    return Finding(
        _("Lock"),
        _("The window can be closed and left."),
        _("For patrons, set kiosk_mode = true in {file}.").format(file=paths.SITE_SETTINGS),
    )


def _printing(now: Settings) -> Iterator[Finding]:
    """Look for the printer that patrons would get, and for what the print service keeps of their pages."""
    about = _("Printing")
    if not which("lp"):
        remedy = _("Install the package cups-client, or set printing = false.")
        yield Finding(about, _("The print program (lp) is missing."), remedy)
        return
    try:
        printer = printing.choose(CupsPrinters().printers(), now.printer)
    except PrintError as problem:
        remedy = _("Look at it with lpstat -t, correct printer in the settings, or set printing = false.")
        yield Finding(about, problem.message, remedy)
        return
    yield _printer(about, printer)
    yield _spool()


def _printer(about: str, printer: Printer) -> Finding:
    where = _("Pages go to {printer}.").format(printer=printing.printer_words(printer))
    if not printer.accepts:
        return Finding(about, where, _("It takes no jobs: run cupsaccept {name}.").format(name=printer.name))
    if printer.trouble is not None:
        return Finding(about, where, printing.trouble_words(printer.trouble).words)
    return Finding(about, where)


def _spool() -> Finding:
    about = _("Printed pages")
    kept = keeping.kept_here(CUPSD_CONF)
    if kept is None:
        return Finding(
            about,
            _("We cannot see whether the print service keeps them."),
            _("See that its cupsd.conf says PreserveJobFiles No and PreserveJobHistory No."),
        )
    if kept.files or kept.history:
        message = (
            _("The print service keeps them for a while.")
            if kept.files
            else _("The print service keeps a list of what was printed.")
        )
        remedy = _("Write PreserveJobFiles No and PreserveJobHistory No in {file}, and restart cups.")
        return Finding(about, message, remedy.format(file=CUPSD_CONF))
    return Finding(about, _("The print service keeps nothing of them."))


def _voice() -> Finding:
    """Say whether a screen can be read aloud."""
    about = _("Reading aloud")
    if missing := espeak.missing():
        message = _("These are missing: {names}.").format(names=", ".join(missing))
        return Finding(about, message, _("Install the packages espeak-ng and util-linux, or run ./start."))
    if not espeak.has_sound_card():
        message = _("The voice is installed, but this computer has no sound.")
        return Finding(about, message, _("Connect headphones with a sound card of their own (USB)."))
    return Finding(about, _("The voice and a sound card are here. Have headphones at the desk."))


def _fonts() -> Finding:
    about = _("Fonts")
    if not fonts.here():
        return Finding(about, _("There are none."), _("Run ./start, which installs them."), RenderError)
    if missing := fonts.missing():
        message = _("These are missing: {names}.").format(names=", ".join(missing))
        return Finding(about, message, _("Run ./start, which installs them."))
    return Finding(about, _("All {n} that the looks ask for are here.").format(n=len(fonts.needed())))


def _looks() -> Iterator[Finding]:
    """Say which of the library's own looks are left out, and why."""
    about = _("Looks")
    try:
        there, left_out = catalogue.templates(), catalogue.left_out()
    except TemplateError as problem:
        yield Finding(about, problem.message, _("Install the program again."), RenderError)
        return
    for why in left_out:
        yield Finding(about, why.message, why.remedy)
    if not left_out:
        yield Finding(about, _("All {n} can be used.").format(n=len(there)))


def _pages() -> Iterator[Finding]:
    """Make a page in the worker, and ask the worker what holds for it."""
    about = _("Pages")
    with Worker() as worker:
        try:
            worker.submit(MAKE_A_PAGE, timeout=_PAGE_SECONDS).result()
            held: Confinement = worker.submit(CONFINEMENT).result()
        except KioskError as problem:
            yield Finding(about, problem.message, problem.remedy or _("Run ./start."), RenderError)
            return
        except WorkerBug as bug:
            message = _("None could be made: {what}.").format(what=bug)
            yield Finding(about, message, _("Run ./start."), RenderError)
            return
    yield Finding(about, _("They can be made."))
    if held.network_cut:
        yield Finding(_("Network"), _("What makes the pages is cut off from it."))
    else:
        yield Finding(
            _("Network"),
            _("What makes the pages could reach it; it never tries to."),
            _("Allow user namespaces on this computer (sysctl user.max_user_namespaces)."),
        )


def _drives(folder: str) -> Finding:
    about = _("Drives")
    if folder:
        if Path(folder).is_dir():
            return Finding(about, _("Files are saved in {folder}.").format(folder=folder))
        message = _("{folder} is not a folder.").format(folder=folder)
        return Finding(about, message, _("Make it, or correct drive_folder in the settings."), DriveError)
    answers, message = udisks.available()
    if answers:
        return Finding(about, message)
    return Finding(about, message, _("Install and start udisks2, then try again."), DriveError)


def _swap() -> Finding:
    """Swap writes memory to a disk, and with it what people typed."""
    about = _("Memory")
    try:
        used = len(SWAPS.read_text("utf-8").splitlines()) > 1
    except OSError:
        used = False
    if used:
        return Finding(
            about,
            _("The computer may write its memory to a disk."),
            _("Turn swap off, or encrypt it with a new key at each start."),
        )
    return Finding(about, _("The computer does not write its memory to a disk."))
