"""From the resume to verified files: the order of the states; a problem leaves nothing behind."""

from __future__ import annotations

from collections.abc import Set
from concurrent.futures import Future
from io import StringIO
from pathlib import Path
from typing import Any, cast

import pytest

from kiosk import logs as program_logs
from kiosk.errors import NotADrive, WorkerDied
from kiosk.flow.choices import Choices
from kiosk.flow.export import RENDER, Export, ExportState, job_for
from kiosk.flow.keeping import Keeping
from kiosk.flow.plugged import Plugged
from kiosk.render.types import ALL_FORMATS, Document, LayoutFacts, Notice, OutputFormat, Rendering, RenderJob
from kiosk.resume import jsonresume
from kiosk.resume.model import Basics, Resume
from kiosk.storage.drive import Drive
from kiosk.storage.folder import FolderDrives
from kiosk.worker import Worker, WorkerBug

ANN = Resume(basics=Basics(name="Ann Lee"))
JOB = job_for(ANN, Choices(template="classic"))
NOTICE = Notice("missing-letter", "One letter cannot be shown.")
WAY = [ExportState.RENDERING, ExportState.PREPARING, ExportState.WRITING, ExportState.CHECKING]


class Maker:
    """A worker whose answers the test decides: `broken` formats cannot be made, `why` says how."""

    def __init__(self) -> None:
        self.future: Future[Any] = Future()
        self.broken: frozenset[OutputFormat] = frozenset()
        self.why: BaseException = WorkerDied("It ended.", "Try again.")

    def submit(self, function: str, job: RenderJob, timeout: float) -> Future[Any]:
        assert function == RENDER
        assert timeout > 0
        if job.formats & self.broken:
            broken: Future[Any] = Future()
            broken.set_exception(self.why)
            return broken
        if job.formats == ALL_FORMATS:
            return self.future
        alone: Future[Any] = Future()
        alone.set_result(rendering(job.formats))
        return alone

    def make(self) -> None:
        self.future.set_result(rendering(ALL_FORMATS))


def rendering(formats: Set[OutputFormat]) -> Rendering:
    documents = tuple(Document(kind, kind.value.encode() * 9, 1) for kind in OutputFormat if kind in formats)
    return Rendering(documents, (), LayoutFacts(1, ""), (NOTICE,))


class Desk:
    """One export to a folder."""

    def __init__(self, folder: Path) -> None:
        self.maker = Maker()
        self.states: list[ExportState] = []
        self.source = FolderDrives(folder)
        self.export = Export(cast(Worker, self.maker), self.source, self._tell)
        self.stop_at: ExportState | None = None

    def _tell(self, state: ExportState) -> None:
        self.states.append(state)
        if state is self.stop_at:
            self.export.cancel()

    @property
    def drive(self) -> Drive:
        return self.source.drives()[0]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_four_files_are_written_checked_and_told_in_order(desk: Desk, tmp_path: Path) -> None:
    desk.maker.make()
    exported = desk.export.run(JOB, desk.drive, "Ann Lee Resume")
    assert exported is not None
    assert (exported.resume, exported.drive.device, exported.notices) == (ANN, str(tmp_path), (NOTICE,))
    assert [file.path.read_bytes()[:3] for file in exported.receipt.files] == [b"pdf", b"doc", b"txt", b"jso"]
    assert list(dict.fromkeys(desk.states)) == [*WAY, ExportState.SAVED]
    assert [path.name for path in tmp_path.iterdir()] == ["Ann Lee Resume"]


@pytest.mark.parametrize("moment", WAY[:3])
def test_stopped_before_the_files_have_their_names_nothing_is_left(
    desk: Desk, tmp_path: Path, moment: ExportState
) -> None:
    desk.stop_at = moment
    if moment is not ExportState.RENDERING:
        desk.maker.make()
    assert desk.export.run(JOB, desk.drive, "Ann Lee Resume") is None
    assert desk.states[-1] is ExportState.CANCELLED
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_stopped_too_late_it_is_saved(desk: Desk) -> None:
    desk.maker.make()
    desk.stop_at = ExportState.CHECKING
    assert desk.export.run(JOB, desk.drive, "Ann Lee Resume") is not None


def test_a_page_that_cannot_be_made_writes_nothing(desk: Desk, tmp_path: Path) -> None:
    desk.maker.broken = ALL_FORMATS
    with pytest.raises(WorkerDied):
        desk.export.run(JOB, desk.drive, "Ann Lee Resume")
    assert desk.states == [ExportState.RENDERING, ExportState.PROBLEM]
    assert list(tmp_path.iterdir()) == []


def test_a_bug_ends_in_a_state_too(desk: Desk) -> None:
    desk.maker.future.set_exception(ZeroDivisionError())
    with pytest.raises(ZeroDivisionError):
        desk.export.run(JOB, desk.drive, "Ann Lee Resume")
    assert desk.states[-1] is ExportState.PROBLEM


def test_a_drive_that_is_gone_is_a_problem(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "gone")
    desk.maker.make()
    with pytest.raises(NotADrive):
        desk.export.run(JOB, desk.drive, "Ann Lee Resume")
    assert desk.states[-1] is ExportState.PROBLEM


def test_what_cannot_be_made_is_left_out_and_the_rest_is_saved(desk: Desk) -> None:
    desk.maker.broken = frozenset({OutputFormat.DOCX})
    exported = desk.export.run(JOB, desk.drive, "Ann Lee Resume")
    assert exported is not None
    assert [file.ending for file in exported.receipt.files] == ["pdf", "txt", "json"]
    (left_out,) = exported.receipt.left_out
    assert left_out.sentence == "The Word file could not be made."
    assert left_out.problem.remedy == "Try again."
    assert jsonresume.load(exported.receipt.files[2].path).resume == ANN


def test_a_bug_in_one_format_is_logged_and_left_out(desk: Desk) -> None:
    log = StringIO()
    program_logs.to(log)
    try:
        desk.maker.broken, desk.maker.why = frozenset({OutputFormat.PDF}), WorkerBug("bug at place")
        exported = desk.export.run(JOB, desk.drive, "Ann Lee Resume")
    finally:
        program_logs.to(None)
    assert exported is not None
    assert [it.ending for it in exported.receipt.left_out] == ["pdf"]
    assert exported.receipt.left_out[0].problem.remedy
    assert log.getvalue().splitlines() == ["bug bug at place"] * 1


def test_autosave_and_a_final_save_are_one_file_in_the_end(desk: Desk, tmp_path: Path) -> None:
    plugged = Plugged(desk.source)
    keeping = Keeping(desk.source, plugged)
    keeping.start()
    keeping.use(desk.drive)
    keeping.keep(ANN)
    export = Export(cast(Worker, desk.maker), desk.source, lambda _state: None, keeping)
    desk.maker.make()
    exported = export.run(JOB, desk.drive, "Ann Lee Resume")
    assert exported is not None
    assert keeping.now.resume == ANN
    keeping.keep(Resume(basics=Basics(name="Ann Lee", phone="1")))
    assert keeping.close(10)
    editable = [path for path in tmp_path.rglob("*.json")]
    assert [path.name for path in editable] == ["Ann Lee Resume - open me in the resume kiosk.json"]
    assert jsonresume.load(editable[0]).resume.basics.phone == "1"
