"""Printing on a real print service: what comes out, what is said while it does not, that nothing stays."""

from __future__ import annotations

import os
import shutil
import socket
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from kiosk import paths
from kiosk.errors import NoPrinter, PrinterClosed, PrinterSilent
from kiosk.printing import cups, keeping
from kiosk.printing.cups import CupsPrinters
from kiosk.printing.types import TITLE, JobNow, JobState, Printer, PrintJob, Trouble
from kiosk.render.job import render
from kiosk.render.types import OutputFormat, RenderJob
from kiosk.resume import jsonresume
from printing.cups_server import CUPSD, KEEPS_NOTHING, PrintService, print_service, until

needs_cupsd = pytest.mark.skipif(
    os.geteuid() != 0 or not shutil.which(CUPSD), reason="needs root and the packages cups and cups-filters"
)
SAMPLE = "retail-manager-two-pages"


@pytest.fixture(scope="module")
def service() -> Iterator[PrintService]:
    with print_service() as running:
        yield running


@pytest.fixture
def printers(service: PrintService, monkeypatch: pytest.MonkeyPatch) -> Iterator[CupsPrinters]:
    monkeypatch.setenv("CUPS_SERVER", str(service.socket))
    monkeypatch.setenv("PRINTER", "another")  # must not count
    yield CupsPrinters()
    for name in ("no-paper", "broken"):
        (service.shelf / name).unlink(missing_ok=True)
    service.run("cancel", "-a")
    service.run("lpadmin", "-p", "shelf", "-o", "job-hold-until-default=no-hold")
    service.run("cupsaccept", "shelf")
    service.run("cupsenable", "shelf")
    until(service.is_idle)


@pytest.fixture(scope="module")
def resume_name() -> str:
    return jsonresume.load(paths.SAMPLES / f"{SAMPLE}.json").resume.basics.name


@pytest.fixture(scope="module")
def pdf() -> bytes:
    resume = jsonresume.load(paths.SAMPLES / f"{SAMPLE}.json").resume
    formats = frozenset({OutputFormat.PDF})
    job = RenderJob(resume=resume, template="classic", today=date(2026, 11, 26), formats=formats)
    return render(job).documents[0].content


def words(pages: bytes, folder: Path) -> list[str]:
    file = folder / "printed.pdf"
    file.write_bytes(pages)
    return [page.extract_text() for page in PdfReader(file).pages]


def shelf(printers: CupsPrinters) -> Printer:
    (found,) = printers.printers()
    return found


def sent(printers: CupsPrinters, pdf: bytes) -> PrintJob:
    return printers.send(shelf(printers), pdf, copies=1, paper="letter")


@needs_cupsd
@pytest.mark.slow
@pytest.mark.root
class TestARealPrintService:
    def test_the_printer_is_found_with_its_names(self, printers: CupsPrinters) -> None:
        assert shelf(printers) == Printer(
            name="shelf", label="Café printer", place="By the door", is_default=True, accepts=True
        )

    def test_the_pages_come_out_as_often_as_asked_and_then_the_job_is_gone(
        self, printers: CupsPrinters, service: PrintService, pdf: bytes, tmp_path: Path
    ) -> None:
        job = printers.send(shelf(printers), pdf, copies=3, paper="letter")
        printed = words(service.printed(job.number), tmp_path)
        assert printed == words(pdf, tmp_path) * 3
        assert len(printed) == 6
        until(lambda: printers.look(job) == JobNow(JobState.GONE))
        assert service.told(job.number).startswith(f"{TITLE}|")

    @pytest.mark.parametrize(("paper", "size"), [("letter", "PageSize=Letter"), ("a4", "PageSize=A4")])
    def test_the_paper_is_the_one_asked_for(
        self, printers: CupsPrinters, service: PrintService, pdf: bytes, paper: str, size: str
    ) -> None:
        job = printers.send(shelf(printers), pdf, copies=1, paper=paper)
        service.printed(job.number)
        assert size in service.told(job.number)
        assert "one-sided" in service.told(job.number)

    def test_nothing_stays_and_nobody_is_named(
        self, printers: CupsPrinters, service: PrintService, pdf: bytes, resume_name: str
    ) -> None:
        job = sent(printers, pdf)
        service.printed(job.number)
        until(lambda: not service.spooled)
        log = (service.root / "log" / "error_log").read_text()
        assert f"[Job {job.number}]" in log, "the log tells of the job, at its most talkative"
        first, last = resume_name.split()[0], resume_name.split()[-1]
        for file in service.files():
            held = file.read_bytes()
            assert pdf not in held, file
            for name in (first, last):
                assert name.encode() not in held, file
                assert name.encode("utf-16-be") not in held, file

    def test_no_paper_is_said_and_the_pages_come_when_there_is_some(
        self, printers: CupsPrinters, service: PrintService, pdf: bytes
    ) -> None:
        (service.shelf / "no-paper").touch()
        job = sent(printers, pdf)
        until(lambda: printers.look(job) == JobNow(JobState.PRINTING, Trouble.PAPER))
        assert shelf(printers).trouble is Trouble.PAPER
        (service.shelf / "no-paper").unlink()
        assert service.printed(job.number)
        until(lambda: printers.look(job) == JobNow(JobState.GONE))
        assert shelf(printers).trouble is None

    def test_a_stopped_printer_is_said_and_the_job_can_be_taken_back(
        self, printers: CupsPrinters, service: PrintService, pdf: bytes
    ) -> None:
        service.run("cupsdisable", "-r", "Out for lunch", "shelf")
        assert shelf(printers).trouble is Trouble.PAUSED
        job = sent(printers, pdf)
        assert printers.look(job) == JobNow(JobState.WAITING, Trouble.PAUSED)
        printers.cancel(job)
        assert printers.look(job).state is JobState.GONE
        printers.cancel(job)  # gone already: no problem
        until(lambda: not service.spooled)
        service.run("cupsenable", "shelf")
        after = sent(printers, pdf)
        assert service.printed(after.number)
        assert not (service.shelf / f"job-{job.number}.pdf").exists()

    def test_a_job_that_is_printing_can_be_taken_back(
        self, printers: CupsPrinters, service: PrintService, pdf: bytes
    ) -> None:
        (service.shelf / "no-paper").touch()
        job = sent(printers, pdf)
        until(lambda: printers.look(job).state is JobState.PRINTING)
        printers.cancel(job)
        until(lambda: printers.look(job).state is JobState.GONE)
        until(lambda: not service.spooled)

    def test_a_printer_that_breaks_down_is_stopped(
        self, printers: CupsPrinters, service: PrintService, pdf: bytes
    ) -> None:
        (service.shelf / "broken").touch()
        job = sent(printers, pdf)
        until(lambda: printers.look(job) == JobNow(JobState.WAITING, Trouble.PAUSED))

    def test_a_library_that_lets_pages_out_by_hand(
        self, printers: CupsPrinters, service: PrintService, pdf: bytes
    ) -> None:
        service.run("lpadmin", "-p", "shelf", "-o", "job-hold-until-default=indefinite")
        job = sent(printers, pdf)
        assert printers.look(job) == JobNow(JobState.HELD)
        service.run("lp", "-i", job.id, "-H", "resume")
        assert service.printed(job.number)

    def test_a_printer_that_takes_nothing_is_closed(
        self, printers: CupsPrinters, service: PrintService, pdf: bytes
    ) -> None:
        service.run("cupsreject", "-r", "Closed today", "shelf")
        assert not shelf(printers).accepts
        with pytest.raises(PrinterClosed, match="Café printer"):
            sent(printers, pdf)

    def test_a_printer_that_is_not_there_any_more(self, printers: CupsPrinters, pdf: bytes) -> None:
        with pytest.raises(NoPrinter, match="Attic"):
            printers.send(Printer(name="attic", label="Attic"), pdf, copies=1, paper="letter")
        assert printers.look(PrintJob("attic", 99)).state is JobState.GONE

    @pytest.mark.parametrize(
        "settings",
        ["", "PreserveJobFiles No\n", "preservejobhistory OFF\nPreserveJobFiles Yes\n", KEEPS_NOTHING],
    )
    def test_what_the_service_keeps_is_what_its_file_says(
        self, settings: str, pdf: bytes, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with print_service(settings) as other:
            monkeypatch.setenv("CUPS_SERVER", str(other.socket))
            said = keeping.kept_here(other.root / "etc" / "cupsd.conf")
            assert said is not None
            printers = CupsPrinters()
            job = sent(printers, pdf)
            other.printed(job.number)
            until(lambda: printers.look(job).state is JobState.GONE)
            until(lambda: keeping.Kept(*(kind in other.spooled_kinds for kind in "dc")) == said)


class TestNoPrintService:
    def test_a_service_that_is_not_there(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "none"))
        with pytest.raises(PrinterSilent, match="does not answer"):
            CupsPrinters().printers()

    def test_a_service_that_never_answers_is_given_up(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        place = tmp_path / "socket"
        monkeypatch.setenv("CUPS_SERVER", str(place))
        monkeypatch.setattr(cups, "LOOK_SECONDS", 0.3)
        with socket.socket(socket.AF_UNIX) as deaf:
            deaf.bind(str(place))
            deaf.listen()
            before = time.monotonic()
            with pytest.raises(PrinterSilent):
                CupsPrinters().printers()
            assert time.monotonic() - before < 5

    def test_without_the_programs_there_is_no_printer(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PATH", str(tmp_path))
        with pytest.raises(NoPrinter, match="no printer here"):
            CupsPrinters().printers()
