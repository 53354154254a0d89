"""The page as it grows: newest wins, one job at a time, the last page stays."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from helpers.logs import LogWatch
from kiosk import settings
from kiosk.errors import TooSlow
from kiosk.flow.choices import Choices
from kiosk.flow.keeping import Keeping
from kiosk.flow.plugged import Plugged
from kiosk.flow.session import Session
from kiosk.flow.wizard import Wizard
from kiosk.render.types import LayoutFacts, PageImage, Rendering, RenderJob
from kiosk.resume.model import Basics, Resume
from kiosk.storage.folder import FolderDrives
from kiosk.ui.controls import Button
from kiosk.ui.larger import Larger
from kiosk.ui.pages.context import Context
from kiosk.ui.pictures import image_of
from kiosk.ui.preview import Preview
from kiosk.ui.tasks import Tasks
from kiosk.worker import Worker

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
"""What Qt's screen for tests says about every window."""


class SlowWorker:
    """Keeps every job until the test answers it."""

    def __init__(self) -> None:
        self.jobs: list[tuple[RenderJob, Future[Any]]] = []

    def submit(self, function: str, job: RenderJob) -> Future[Any]:
        """Take a job."""
        assert function == "kiosk.render.job:render"
        self.jobs.append((job, Future()))
        return self.jobs[-1][1]

    def answer(self, pages: int = 1) -> None:
        """Finish the last job."""
        job, future = self.jobs[-1]
        width = job.picture_width or 0
        height = width * 11 // 17 * 2
        picture = PageImage(width, height, bytes(width * height * 4))
        text = job.resume.basics.name
        future.set_result(Rendering((), (picture,) * pages, LayoutFacts(pages, text), ()))

    @property
    def open(self) -> int:
        """How many jobs are not answered."""
        return sum(not future.done() for _job, future in self.jobs)


@pytest.fixture
def worker() -> SlowWorker:
    return SlowWorker()


@pytest.fixture
def session() -> Session:
    return Session(Choices(template="classic"), named("Ana"))


@pytest.fixture
def context(qapp: object, session: Session, worker: SlowWorker) -> Iterator[Context]:
    assert qapp
    tasks = Tasks(lambda bug: pytest.fail(repr(bug)))
    drives = FolderDrives(Path("/nonexistent"))
    plugged = Plugged(drives)
    yield Context(
        session=session,
        wizard=Wizard(session),
        worker=cast(Worker, worker),
        drives=drives,
        plugged=plugged,
        keeping=Keeping(drives, plugged),
        tasks=tasks,
        settings=settings.load(),
    )
    tasks.close(10)


@pytest.fixture
def preview(qtbot: QtBot, context: Context, worker: SlowWorker) -> Iterator[Preview]:
    made = Preview(context)
    qtbot.addWidget(made)
    made.resize(352, 700)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: len(worker.jobs) == 1)
    yield made
    made.close_down()


def named(name: str) -> Resume:
    """Return a resume with nothing but a name."""
    return Resume(basics=Basics(name=name))


def words(preview: Preview) -> str:
    """Return all that is written in the preview now."""
    from PySide6.QtWidgets import QLabel

    return " | ".join(label.text() for label in preview.findChildren(QLabel) if label.isVisible())


def test_it_asks_for_a_picture_as_wide_as_the_sheet_and_for_no_files(
    preview: Preview, worker: SlowWorker
) -> None:
    job, _future = worker.jobs[0]
    assert job.formats == frozenset()
    assert job.picture_width is not None
    assert 280 <= job.picture_width * 1.0 / preview.devicePixelRatioF() <= 352


def test_while_one_is_drawn_the_newest_waits_alone(
    qtbot: QtBot, preview: Preview, session: Session, worker: SlowWorker
) -> None:
    for number in range(10):
        session.edit(named(f"Ana {number}"))
        qtbot.wait(5)
    assert worker.open == 1
    with qtbot.waitSignal(preview.painted):
        worker.answer()
    qtbot.waitUntil(lambda: len(worker.jobs) == 2)
    assert worker.jobs[1][0].resume == named("Ana 9"), "what came between was never asked for"
    with qtbot.waitSignal(preview.painted):
        worker.answer()
    assert preview.text == "Ana 9"
    assert worker.open == 0


def test_an_edit_is_asked_for_within_60_ms_however_fast_the_next_ones_come(
    qtbot: QtBot, preview: Preview, session: Session, worker: SlowWorker
) -> None:
    with qtbot.waitSignal(preview.painted):
        worker.answer()
    keys = 0
    while len(worker.jobs) == 1 and keys < 60:
        keys += 1
        session.edit(named("A" * keys))
        qtbot.wait(10)
    assert keys < 30, "typing on must not put the picture off"


def test_nothing_changed_nothing_asked(
    qtbot: QtBot, preview: Preview, session: Session, worker: SlowWorker
) -> None:
    with qtbot.waitSignal(preview.painted):
        worker.answer()
    session.edit(named("Bea"))
    session.undo()
    qtbot.wait(100)
    assert len(worker.jobs) == 1


def test_the_last_page_stays_when_the_next_cannot_be_drawn(
    qtbot: QtBot, preview: Preview, session: Session, worker: SlowWorker
) -> None:
    with qtbot.waitSignal(preview.painted):
        worker.answer()
    session.edit(named("Bea"))
    qtbot.waitUntil(lambda: len(worker.jobs) == 2)
    worker.jobs[1][1].set_exception(TooSlow("This took too long.", "Please try again."))
    qtbot.waitUntil(lambda: "This took too long. Please try again." in words(preview))
    assert preview.text == "Ana"
    session.edit(named("Cleo"))
    qtbot.waitUntil(lambda: len(worker.jobs) == 3)
    with qtbot.waitSignal(preview.painted):
        worker.answer()
    assert "too long" not in words(preview)


def test_a_bug_in_the_worker_is_a_quiet_line_and_no_end(
    qtbot: QtBot, preview: Preview, session: Session, worker: SlowWorker, logs: LogWatch
) -> None:
    assert logs
    worker.jobs[0][1].set_exception(ZeroDivisionError())
    qtbot.waitUntil(lambda: "Your answers are safe" in words(preview))
    session.edit(named("Bea"))
    qtbot.waitUntil(lambda: len(worker.jobs) == 2)


def test_slow_drawing_is_said(qtbot: QtBot, preview: Preview, worker: SlowWorker) -> None:
    qtbot.waitUntil(lambda: "Drawing your page" in words(preview))
    with qtbot.waitSignal(preview.painted):
        worker.answer()
    assert "Drawing your page" not in words(preview)


def test_several_pages_can_be_leafed_through(qtbot: QtBot, preview: Preview, worker: SlowWorker) -> None:
    with qtbot.waitSignal(preview.painted):
        worker.answer(pages=2)
    assert "Your page so far: 2 pages" in words(preview)
    assert "Page 1 of 2" in words(preview)
    buttons = {button.accessibleName(): button for button in preview.findChildren(Button)}
    assert not buttons["Page before"].isEnabled()
    buttons["Next page"].click()
    assert "Page 2 of 2" in words(preview)
    assert not buttons["Next page"].isEnabled()


def test_one_page_has_nothing_to_leaf(qtbot: QtBot, preview: Preview, worker: SlowWorker) -> None:
    with qtbot.waitSignal(preview.painted):
        worker.answer()
    assert "Page 1 of 1" not in words(preview)


def test_a_screen_reader_finds_the_words_of_the_page(
    qtbot: QtBot, preview: Preview, worker: SlowWorker
) -> None:
    with qtbot.waitSignal(preview.painted):
        worker.answer()
    described = [
        QAccessible.queryAccessibleInterface(child).text(QAccessible.Text.Description)
        for child in preview.children()
        if child.isWidgetType()
    ]
    assert "Ana" in described


def test_a_hidden_preview_leaves_the_worker_alone(
    qtbot: QtBot, preview: Preview, session: Session, worker: SlowWorker
) -> None:
    with qtbot.waitSignal(preview.painted):
        worker.answer()
    preview.hide()
    session.edit(named("Bea"))
    qtbot.wait(100)
    assert len(worker.jobs) == 1
    preview.show()
    qtbot.waitUntil(lambda: len(worker.jobs) == 2)


def test_an_empty_resume_is_an_inviting_sheet_and_needs_no_drawing(
    qtbot: QtBot, preview: Preview, session: Session, worker: SlowWorker
) -> None:
    with qtbot.waitSignal(preview.painted):
        worker.answer()
    before = session.resume
    with qtbot.waitSignal(preview.painted):
        session.edit(Resume())
    assert words(preview).split(" | ")[0] == "Your page"
    assert len(worker.jobs) == 1
    session.edit(before)
    qtbot.waitUntil(lambda: len(worker.jobs) == 2)


def test_a_picture_is_not_copied() -> None:
    pixels = bytes(range(256)) * 4
    image = image_of(PageImage(16, 16, pixels))
    assert image.constBits() == pixels
    assert image.format() == QImage.Format.Format_RGB32
    copied = replace(PageImage(1, 1, b"\x01\x02\x03\x00"), pixels=b"\x09\x08\x07\x00")
    assert image_of(copied).pixelColor(0, 0).name() == "#070809", "blue comes first"


def test_the_large_view_shows_every_page_and_closes_with_escape(
    qtbot: QtBot, context: Context, worker: SlowWorker
) -> None:
    from PySide6.QtCore import Qt

    view = Larger(context)
    qtbot.addWidget(view)
    view.resize(1366, 768)
    with qtbot.waitExposed(view):
        view.show()
    view.open()
    qtbot.waitUntil(lambda: len(worker.jobs) == 1)
    width = worker.jobs[0][0].picture_width
    assert width is not None
    assert width >= 800, "wide enough to read"
    worker.answer(pages=3)
    reader = view.first_focus()
    bar = reader.verticalScrollBar()
    qtbot.waitUntil(lambda: reader.accessibleDescription() == "Ana")
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    QTest.keyClick(reader, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    QTest.keyClick(reader, Qt.Key.Key_Home)
    assert bar.value() == 0
    QTest.keyClick(reader, Qt.Key.Key_Space)
    assert bar.value() > 0
    [machine] = [button for button in view.findChildren(Button) if button.isCheckable()]
    machine.click()
    assert reader.words.isVisible()
    assert reader.words.text() == "Ana"
    machine.click()
    assert not reader.words.isVisible()
    with qtbot.waitSignal(view.closed):
        QTest.keyClick(reader, Qt.Key.Key_Escape)
    view.close_down()
