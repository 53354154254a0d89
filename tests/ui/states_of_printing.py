"""What screens become by what the printer says, and the codes for a phone."""

from __future__ import annotations

from dataclasses import replace

from kiosk.errors import PrinterSilent, TooSlow
from kiosk.flow.printing import LONG_SECONDS, MOST_COPIES, state_words, trouble_words
from kiosk.printing.cups import closed
from kiosk.printing.types import JobNow, JobState, Printer, Trouble, no_printer
from kiosk.render.types import Notice
from kiosk.resume.model import Basics, Resume
from kiosk.ui.pages.codes import CodesPage, CodesView, MakingView
from kiosk.ui.pages.printing import PrintPage
from kiosk.ui.pages.printing_views import OfferView, SentView
from kiosk.ui.pages.saving import ProblemView
from kiosk.ui.tasks import Lane
from ui.walker import States, Walker

FAR = Printer(
    name="hp", label="HP LaserJet Pro MFP M428fdw", place="second floor, beside the copier", is_default=True
)
ON_THE_WAY = (JobState.WAITING, JobState.PRINTING, JobState.HELD)
SILENT = (
    "The printer does not answer.",
    "Please tell the staff. You can save your files, and try again later.",
)
LETTERS = "The page cannot show these letters: \u1230 \u1208 \u121d. They will be left out."
LONG = " ".join(["José 李小龍 and sons"] * 60)
"""What the worker of the tests makes the whole page of: three codes, more where text is large."""


def printing(by: Walker) -> States:
    """Printing: what it costs, then where the pages are, and what keeps them from coming."""
    printers, worst = by.made.printers, max(Trouble, key=lambda one: len(trouble_words(one).words))
    with by.busy(Lane.WORK):
        page = by.at("print")
        assert isinstance(page, PrintPage)
        yield by.frame("print, getting ready")
    page.context = replace(page.context, settings=replace(page.context.settings, price_per_page="10 cents"))
    by.wait(lambda: isinstance(page.view, OfferView))
    yield by.frame("print, offered")
    printers.found, printers.trouble = (FAR, Printer(name="lab", label="Lab")), worst
    by.made.worker.notices = (Notice("missing-letter", LETTERS),)
    page._prepare()
    by.wait(lambda: isinstance(page.view, OfferView))
    for _press in range(1, MOST_COPIES):
        by.press("More")
    yield by.frame("print, offered by a printer in trouble")
    with by.busy(Lane.WORK):
        by.go_on()
        yield by.frame("print, sending")
    by.wait(lambda: page._job is not None)
    for state, trouble in ((state, trouble) for state in ON_THE_WAY for trouble in (None, worst)):
        printers.finish(state)
        printers.trouble = trouble
        _look(by, page, JobNow(state, trouble))
        yield by.frame(f"print, {state.name}{', in trouble' if trouble else ''}")
    printers.trouble = None
    page._since -= 2 * LONG_SECONDS
    printers.finish(JobState.PRINTING)
    _look(by, page, JobNow(JobState.PRINTING), 2 * LONG_SECONDS)
    yield by.frame("print, takes long")
    printers.problem = PrinterSilent(*SILENT)
    by.wait(lambda: isinstance(page.view, ProblemView))
    yield by.frame("print, lost sight")
    printers.problem = None
    by.go_on()
    by.wait(lambda: isinstance(page.view, SentView))
    printers.finish(JobState.GONE)
    _look(by, page, JobNow(JobState.GONE))
    yield by.frame("print, done")


def not_printing(by: Walker) -> States:
    """Pages that do not come: stopped by the person, no printer, one that is silent, one that takes none."""
    printers = by.made.printers
    page = by.at("print")
    assert isinstance(page, PrintPage)
    by.wait(lambda: isinstance(page.view, OfferView))
    by.go_on()
    by.wait(lambda: page._job is not None)
    by.press("Stop printing")
    by.wait(lambda: page._job is None)
    yield by.frame("print, stopped")
    for problem in (no_printer(), PrinterSilent(*SILENT), closed(FAR)):
        printers.problem = problem
        page._prepare()
        by.wait(lambda: isinstance(page.view, ProblemView))
        yield by.frame(f"print, {problem.code}")


def _look(by: Walker, page: PrintPage, now: JobNow, seconds: float = 0.0) -> None:
    """Have the screen say how it is now."""
    page._look()
    said = state_words(now, seconds)
    by.wait(
        lambda: isinstance(page.view, SentView) and page.view.words == f"{said.words} {said.advice}".strip()
    )


def codes(by: Walker) -> States:
    """The words of the page for a phone, one code after another."""
    session = by.made.session
    session.edit(replace(session.resume, basics=Basics(name=LONG)))
    with by.busy(Lane.WORK):
        page = by.at("codes")
        assert isinstance(page, CodesPage)
        yield by.frame("codes, making")
    by.wait(lambda: isinstance(page.view, CodesView))
    yield by.frame("codes, first")
    while isinstance(page.view, CodesView) and not page.view.is_last:
        by.go_on()
    yield by.frame("codes, last")
    session.go_without_drive()
    yield by.frame("codes, no drive")
    by.made.worker.problem = TooSlow("This took too long.", "Please try again, or ask the staff.")
    page.enter()
    by.wait(lambda: isinstance(page.view, ProblemView))
    yield by.frame("codes, not made")
    by.made.worker.problem = None
    session.edit(Resume())
    page.enter()
    by.wait(lambda: not isinstance(page.view, ProblemView | MakingView))
    yield by.frame("codes, nothing")
    by.at("save")
    yield by.frame("save, nothing")


WALKS = (printing, not_printing, codes)
