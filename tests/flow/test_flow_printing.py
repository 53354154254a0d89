"""Which printer, what is said before and after, and that only the page goes there."""

from __future__ import annotations

from concurrent.futures import Future
from typing import Any, cast

import pytest

from kiosk.errors import NoPrinter, PrinterClosed, PrinterSilent
from kiosk.flow import printing
from kiosk.flow.choices import Choices
from kiosk.flow.export import RENDER, job_for
from kiosk.flow.printing import LONG_SECONDS, Printing, choose, cost_words, printer_words, state_words
from kiosk.printing.types import JobNow, JobState, NoPrinters, Printer, PrintJob, Trouble
from kiosk.render.types import Document, LayoutFacts, OutputFormat, Paper, Rendering, RenderJob
from kiosk.resume.model import Basics, Resume
from kiosk.worker import Worker
from ui.fake_printers import FRONT, FakePrinters, Sent

JOB = job_for(Resume(basics=Basics(name="Ann Lee")), Choices(template="classic", paper=Paper.A4))
LAB = Printer(name="lab", label="Lab", accepts=False)


class Maker:
    """A worker that makes two pages."""

    def submit(self, function: str, job: RenderJob, timeout: float) -> Future[Any]:
        assert (function, job.formats) == (RENDER, frozenset({OutputFormat.PDF}))
        assert timeout > 0
        future: Future[Any] = Future()
        future.set_result(Rendering((Document(OutputFormat.PDF, b"%PDF", 2),), (), LayoutFacts(2, ""), ()))
        return future


def printing_on(printers: FakePrinters | NoPrinters, wanted: str = "") -> Printing:
    return Printing(cast(Worker, Maker()), printers, wanted)


def test_the_pdf_goes_to_the_printer_as_it_is() -> None:
    printers = FakePrinters()
    way = printing_on(printers)
    offer = way.prepare(JOB)
    assert (offer.pages, offer.sheets(3), offer.printer) == (2, 6, FRONT)
    job = way.send(offer, 3)
    assert printers.sent == [Sent(b"%PDF", 3, "a4")]
    assert way.look(job) == JobNow(JobState.PRINTING)
    way.cancel(job)
    assert way.look(job) == JobNow(JobState.GONE)


def test_a_computer_without_a_printer_says_so_before_anything_is_made() -> None:
    with pytest.raises(NoPrinter, match="no printer here"):
        printing_on(NoPrinters()).prepare(JOB)
    with pytest.raises(NoPrinter):
        NoPrinters().send(FRONT, b"", copies=1, paper="a4")
    NoPrinters().cancel(PrintJob("front", 1))
    assert NoPrinters().look(PrintJob("front", 1)).state is JobState.GONE


def test_problems_of_the_printer_are_told() -> None:
    printers = FakePrinters(LAB)
    way = printing_on(printers)
    offer = way.prepare(JOB)
    with pytest.raises(PrinterClosed, match="Lab"):
        way.send(offer, 1)
    printers.problem = PrinterSilent("It does not answer.")
    with pytest.raises(PrinterSilent):
        way.prepare(JOB)


class TestWhichPrinter:
    def test_the_one_of_the_settings(self) -> None:
        assert choose((FRONT, LAB), "lab") is LAB

    def test_the_one_of_the_settings_must_be_there(self) -> None:
        with pytest.raises(NoPrinter, match="attic"):
            choose((FRONT, LAB), "attic")

    def test_the_usual_one_before_others(self) -> None:
        assert choose((LAB, FRONT)) is FRONT

    def test_without_a_usual_one_the_first_that_takes_jobs(self) -> None:
        other = Printer(name="other")
        assert choose((LAB, other)) is other
        assert choose((LAB,)) is LAB


@pytest.mark.parametrize(
    ("sheets", "price", "words"),
    [
        (1, "10 cents", "1 page, 10 cents. Pay at the desk."),
        (2, "10 cents", "2 pages, 20 cents. Pay at the desk."),
        (2, "0", "2 pages. Printing is free."),
        (2, "", "2 pages."),
        (2, "ask at the desk", "2 pages. Price of a page: ask at the desk."),
    ],
)
def test_pages_and_price_are_said_before(sheets: int, price: str, words: str) -> None:
    assert cost_words(sheets, price) == words


def test_a_printer_is_called_what_the_library_calls_it() -> None:
    assert printer_words(FRONT) == "Front desk printer, by the door"
    assert printer_words(Printer(name="hp")) == "hp"


def test_every_trouble_has_words_and_something_to_do() -> None:
    for trouble in Trouble:
        said = printing.trouble_words(trouble)
        assert said.words.endswith(".")
        assert "staff" in said.advice
        assert state_words(JobNow(JobState.PRINTING, trouble)) == said


def test_every_state_has_words_and_a_long_wait_has_advice() -> None:
    assert len({state_words(JobNow(state)).words for state in JobState}) == len(JobState)
    waiting = JobNow(JobState.WAITING)
    assert state_words(waiting, LONG_SECONDS).advice == ""
    assert "staff" in state_words(waiting, LONG_SECONDS + 1).advice
    assert state_words(JobNow(JobState.GONE, Trouble.PAPER)).words == "Your pages are at the printer."
