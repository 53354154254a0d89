"""The documents of one save: all at once, and where that cannot be, as many of them as can be made.

A person who cannot have the Word file still leaves with the PDF. The file to open here again needs no layout
at all: it is there as long as there are answers.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace

from kiosk import logs
from kiosk.errors import KioskError, RenderError
from kiosk.i18n import _
from kiosk.render.types import Document, Notice, OutputFormat, Rendering, RenderJob
from kiosk.resume import jsonresume
from kiosk.storage.save import LeftOut, SaveCancelled
from kiosk.worker import Worker, WorkerBug

RENDER = "kiosk.render.job:render"
RENDER_SECONDS = 30.0
ALONE_SECONDS = 15.0
"""For one format by itself, after all together could not be made."""

_A_LITTLE = 0.05


@dataclass(frozen=True, slots=True, repr=False)
class Made:
    """The documents there are, those there are not, and what the person should know of them."""

    documents: tuple[Document, ...]
    left_out: tuple[LeftOut, ...]
    notices: tuple[Notice, ...]


def make(worker: Worker, job: RenderJob, stopped: Callable[[], bool]) -> Made:
    """Make what the job asks for, or as much of it as can be made; raises SaveCancelled.

    Raises RenderError when there is no page at all: then it was no matter of one format.
    """
    try:
        rendering = _render(worker, job, RENDER_SECONDS, stopped)
    except (KioskError, WorkerBug) as why:
        made = _one_by_one(worker, job, stopped)
        if all(document.format is OutputFormat.JSON for document in made.documents):
            raise _problem(why) from None
        return made
    return Made(rendering.documents, (), rendering.notices)


def _one_by_one(worker: Worker, job: RenderJob, stopped: Callable[[], bool]) -> Made:
    documents: list[Document] = []
    left_out: list[LeftOut] = []
    notices: tuple[Notice, ...] = ()
    for kind in (it for it in OutputFormat if it in job.formats):
        if kind is OutputFormat.JSON:
            documents.append(Document(kind, jsonresume.dumps(job.resume), None))
            continue
        try:
            rendering = _render(worker, replace(job, formats=frozenset({kind})), ALONE_SECONDS, stopped)
        except (KioskError, WorkerBug) as why:
            left_out.append(LeftOut(kind.value, _problem(why)))
        else:
            documents += rendering.documents
            notices = rendering.notices
    return Made(tuple(documents), tuple(left_out), notices)


def _render(worker: Worker, job: RenderJob, seconds: float, stopped: Callable[[], bool]) -> Rendering:
    """Wait for it, but no longer than the person does."""
    future: Future[Rendering] = worker.submit(RENDER, job, timeout=seconds)
    while True:
        try:
            rendering = future.result(_A_LITTLE)
        except TimeoutError:
            if stopped():
                future.cancel()
                raise SaveCancelled from None
        else:
            if stopped():
                raise SaveCancelled
            return rendering


def _problem(why: BaseException) -> KioskError:
    """What a person is told; a bug is told to the log."""
    if isinstance(why, KioskError):
        return why
    logs.bug(why)
    return RenderError(_("This file could not be made."), _("Please try again, or ask the staff."))
