"""Asks the worker for pictures of the page: one job at a time, the newest wins, the last picture stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from types import ModuleType

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from kiosk import logs
from kiosk.errors import KioskError
from kiosk.flow.session import Session
from kiosk.i18n import _
from kiosk.render.types import PageImage, Rendering, RenderJob
from kiosk.resume.texts import is_blank
from kiosk.ui.tasks import Tasks
from kiosk.worker import Worker

DEBOUNCE_MS = 0
"""How long an edit waits for others to be drawn with it: those of the same turn of the event loop. What comes
while a page is being drawn waits for that, so a fast typist costs no more pages than there is time for."""

SLOW_MS = 300
"""After this long the person is told what is happening."""


@dataclass(frozen=True, slots=True, repr=False)
class Drawn:
    """What was drawn: one picture for each page, the words on them, and what the person should know of it."""

    images: tuple[QImage, ...]
    text: str
    notices: tuple[str, ...] = ()


def image_of(picture: PageImage) -> QImage:
    """Return the picture as Qt draws it, without copying a pixel: the image holds on to the bytes."""
    return QImage(
        picture.pixels, picture.width, picture.height, picture.width * 4, QImage.Format.Format_RGB32
    )


def export() -> ModuleType:
    """Return what knows the jobs of the wizard; loaded for the first picture, or before it by `app`."""
    from kiosk.flow import export

    return export


class Pictures(QObject):
    """Keeps pictures up to date with the session while it is `running`.

    `width` gives the pixels a page is wide. `drawn` comes with every new picture, `slow` when one takes its
    time, `stuck` with a sentence when none could be made.
    """

    drawn = Signal(object)
    slow = Signal()
    stuck = Signal(str)

    def __init__(
        self,
        session: Session,
        worker: Worker,
        tasks: Tasks,
        width: Callable[[], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._worker = worker
        self._tasks = tasks
        self._width = width
        self._running = False
        self._busy = False
        self._last: RenderJob | None = None
        self._wait = self._timer(DEBOUNCE_MS, self._ask)
        self._slow = self._timer(SLOW_MS, self.slow.emit)
        self._unwatch = session.watch(self.refresh)

    def start(self) -> None:
        """Draw now, and again after every change."""
        self._running = True
        self._ask()

    def stop(self) -> None:
        """Draw no more until `start`."""
        self._running = False
        self._wait.stop()
        self._slow.stop()

    def close(self) -> None:
        """Let go of the session."""
        self.stop()
        self._unwatch()

    def refresh(self) -> None:
        """Draw soon, because something changed."""
        if self._running and not self._busy and not self._wait.isActive():
            self._wait.start()

    def _timer(self, milliseconds: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(then)
        return timer

    def _job(self) -> RenderJob:
        job: RenderJob = export().job_for(self._session.resume, self._session.choices)
        return replace(job, formats=frozenset(), picture_width=self._width())

    def _ask(self) -> None:
        if not self._running or self._busy:
            return
        if is_blank(self._session.resume):
            self._show_nothing()
            return
        job = self._job()
        if job == self._last or not job.picture_width:
            return
        self._busy = True
        self._last = job
        self._slow.start()
        future = self._worker.submit(export().RENDER, job)
        self._tasks.deliver(future, self._arrived, self._failed, on_bug=self._broken)

    def _show_nothing(self) -> None:
        """A blank page needs no drawing, and the first screen does not wait for what draws."""
        if self._last is not None:
            self._last = None
            self.drawn.emit(Drawn((), ""))

    def _arrived(self, rendering: Rendering) -> None:
        self._settle()
        images = tuple(image_of(picture) for picture in rendering.pictures)
        notices = tuple(notice.message for notice in rendering.notices)
        self.drawn.emit(Drawn(images, rendering.facts.text, notices))
        self._ask()

    def _failed(self, error: KioskError) -> None:
        self._settle()
        self.stuck.emit(str(error))
        self._ask()

    def _broken(self, error: BaseException) -> None:
        """A page that cannot be drawn is no reason to interrupt who types: a line under the page says so."""
        logs.bug(error)
        self._settle()
        self.stuck.emit(_("Your page cannot be shown right now. Your answers are safe."))

    def _settle(self) -> None:
        self._busy = False
        self._slow.stop()
