"""The real window with the real pages, for tests of a screen: no worker process, and a folder for a drive."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fake_drives import Drives, stick
from kiosk import settings
from kiosk.errors import KioskError, RenderError
from kiosk.flow.choices import Choices
from kiosk.flow.following import follow
from kiosk.flow.keeping import Keeping
from kiosk.flow.opening import READ, READ_INSIDE
from kiosk.flow.plugged import Plugged
from kiosk.flow.seeing import PICTURES
from kiosk.flow.session import Session
from kiosk.flow.wizard import Wizard
from kiosk.render import attached
from kiosk.render.types import Document, LayoutFacts, Notice, OutputFormat, PageImage, Rendering, RenderJob
from kiosk.resume import jsonresume
from kiosk.resume.model import Resume
from kiosk.speech.types import Silent, Speech
from kiosk.storage.drive import DriveSource
from kiosk.storage.folder import FolderDrives
from kiosk.ui import pages, theme
from kiosk.ui.pages.base import Page
from kiosk.ui.pages.context import Context
from kiosk.ui.tasks import Tasks
from kiosk.ui.theme import Look
from kiosk.ui.window import Window
from kiosk.worker import Worker
from ui.fake_printers import FakePrinters

__all__ = ["Drives", "PaperWorker", "Room", "room", "stick"]


class PaperWorker:
    """Answers at once, with four small files that hold the person's name."""

    def __init__(self) -> None:
        self.problem: KioskError | None = None
        self.notices: tuple[Notice, ...] = ()
        self.broken = ""
        """The ending of the format that cannot be made."""

    def submit(self, function: str, *args: Any, timeout: float = 30.0) -> Future[Any]:
        """Return a finished future: of a rendering, or of reading a file, which is done here and now."""
        assert timeout > 0
        future: Future[Any] = Future()
        if self.problem is not None:
            future.set_exception(self.problem)
        elif function in (READ, READ_INSIDE):
            try:
                read = jsonresume.loads if function == READ else attached.loads
                future.set_result(read(*args))
            except KioskError as problem:
                future.set_exception(problem)
        elif function == PICTURES:
            width = args[1]
            future.set_result((PageImage(width, width, b"\xff" * (width * width * 4)),))
        else:
            job: RenderJob = args[0]
            if self.broken in job.formats:
                future.set_exception(RenderError("It could not be made.", "Please try again."))
                return future
            text = job.resume.basics.name.encode()
            documents = tuple(Document(kind, text, 1) for kind in OutputFormat if kind in job.formats)
            future.set_result(Rendering(documents, (), LayoutFacts(1, text.decode()), self.notices))
        return future


class Room:
    """One window with all that a test may want to look at."""

    def __init__(self, resume: Resume | None, drives: DriveSource, speech: Speech) -> None:
        self.session = Session(Choices(template="classic"), resume)
        self.wizard = Wizard(self.session)
        self.worker = PaperWorker()
        self.printers = FakePrinters()
        self.speech = speech
        self.said: list[str] = []
        self.bugs: list[BaseException] = []
        self.tasks = Tasks(self.bugs.append)
        self.plugged = Plugged(drives, self.bugs.append)
        self.keeping = Keeping(drives, self.plugged, self.bugs.append)
        follow(self.session, self.wizard, self.keeping)
        context = Context(
            session=self.session,
            wizard=self.wizard,
            worker=cast(Worker, self.worker),
            drives=drives,
            plugged=self.plugged,
            keeping=self.keeping,
            tasks=self.tasks,
            settings=settings.load(),
            make_printers=lambda: self.printers,
            make_speech=lambda: self.speech,
        )
        self.window = Window(context, pages.build)
        self.keeping.start()
        self.plugged.start()

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.window.page

    def at(self, step: str, entry: int | None = None) -> Page:
        """Go to a step and return its page."""
        self.wizard.go(step, entry)
        return self.page


@contextmanager
def room(
    qtbot: QtBot,
    resume: Resume | None = None,
    drives: DriveSource | None = None,
    text_size: int = 100,
    speech: Speech | None = None,
) -> Iterator[Room]:
    """Open a window and close it again with everything in it."""
    theme.dress(Look(text_size=text_size))
    made = Room(resume, drives or FolderDrives(Path("/nonexistent")), speech or Silent())
    made.window.resize(1366, 768)
    with qtbot.waitActive(made.window):
        made.window.show()
    try:
        yield made
        assert made.bugs == []
    finally:
        made.page.leave()
        made.window.close_down()
        assert made.keeping.close(10)
        assert made.plugged.close(10)
        assert made.tasks.close(10)
        made.window.hide()
        made.window.deleteLater()
        # Gone before the look changes: to dress thirty pages that nobody sees again takes a second.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        theme.dress(Look())
