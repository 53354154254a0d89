"""From the resume to verified files on a drive, as one chain of states. Runs off the wizard's thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from kiosk.flow import making
from kiosk.flow.choices import Choices
from kiosk.flow.keeping import Keeping
from kiosk.flow.making import RENDER as RENDER
from kiosk.flow.making import RENDER_SECONDS as RENDER_SECONDS
from kiosk.render.types import ALL_FORMATS, Notice, RenderJob
from kiosk.resume.model import Resume
from kiosk.storage.drive import Drive, DriveSource
from kiosk.storage.safewrite import NOBODY
from kiosk.storage.save import FileToSave, Mine, SaveCancelled, SaveState, save
from kiosk.storage.save import Receipt as Receipt
from kiosk.storage.save import SavedFile as SavedFile
from kiosk.worker import Worker


class ExportState(Enum):
    """How far it is. SAVED, PROBLEM and CANCELLED are ends."""

    RENDERING = auto()
    PREPARING = auto()
    WRITING = auto()
    CHECKING = auto()
    SAVED = auto()
    PROBLEM = auto()
    CANCELLED = auto()


_OF_SAVE = {
    SaveState.PREPARING: ExportState.PREPARING,
    SaveState.WRITING: ExportState.WRITING,
    SaveState.SYNCING: ExportState.WRITING,
    SaveState.VERIFYING: ExportState.CHECKING,
}


@dataclass(frozen=True, slots=True, repr=False)
class Exported:
    """What is on the drive now, the resume it was made from, and what the person should know of it."""

    receipt: Receipt
    resume: Resume
    drive: Drive
    notices: tuple[Notice, ...]


def job_for(resume: Resume, choices: Choices) -> RenderJob:
    """Return the job that makes this person's page today, the same for what is seen and what is saved."""
    return RenderJob(
        resume=resume,
        template=choices.template,
        today=date.today(),
        paper=choices.paper,
        language=choices.language,
        order=choices.order,
        size=choices.size,
        accent=choices.accent,
        fit=choices.fit,
        attach=choices.attach,
        formats=ALL_FORMATS,
    )


class Export:
    """One save. `tell` hears of every state, on the thread that called `run`."""

    def __init__(
        self,
        worker: Worker,
        drives: DriveSource,
        tell: Callable[[ExportState], None],
        keeping: Keeping | None = None,
    ) -> None:
        self._worker = worker
        self._keeping = keeping
        self._drives = drives
        self._tell = tell
        self._stop = threading.Event()

    def run(self, job: RenderJob, drive: Drive, name: str) -> Exported | None:
        """Make the files, write them and read them back; blocks until then.

        `name` is what the folder and the files are called (storage.names). None means that it was cancelled
        and nothing of it is left; raises KioskError.
        """
        try:
            exported = self._run(job, drive, name)
        except (CancelledError, SaveCancelled):
            self._tell(ExportState.CANCELLED)
            return None
        except BaseException:
            self._tell(ExportState.PROBLEM)
            raise
        self._tell(ExportState.SAVED)
        return exported

    def cancel(self) -> None:
        """Stop before the files get their names; later this does nothing. May be called from any thread."""
        self._stop.set()

    def _run(self, job: RenderJob, drive: Drive, name: str) -> Exported:
        self._tell(ExportState.RENDERING)
        made = making.make(self._worker, job, self._stop.is_set)
        if self._keeping is None:
            receipt = self._save(made, drive, name, NOBODY)
        else:
            with self._keeping.standing_aside(self._stop.is_set):
                receipt = self._save(made, drive, name, self._keeping.mine)
                self._keeping.finished(drive, name, receipt, job.resume)
        return Exported(receipt, job.resume, drive, made.notices)

    def _save(self, made: making.Made, drive: Drive, name: str, mine: Mine) -> Receipt:
        files = [FileToSave(document.format.value, document.content) for document in made.documents]
        return save(
            self._drives,
            drive,
            name,
            files,
            on_state=self._save_state,
            cancelled=self._stop.is_set,
            left_out=made.left_out,
            mine=mine,
        )

    def _save_state(self, state: SaveState) -> None:
        if state in _OF_SAVE:
            self._tell(_OF_SAVE[state])
