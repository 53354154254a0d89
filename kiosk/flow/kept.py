"""How it stands with the answers on the person's drive, and the words that say so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import TYPE_CHECKING

from kiosk.errors import DriveError, DriveGone
from kiosk.flow.plugged import same
from kiosk.i18n import _

if TYPE_CHECKING:
    from kiosk.resume.model import Resume
    from kiosk.storage.drive import Drive


class KeepState(Enum):
    """How things stand. Answers are never lost by any of these: they are in the session."""

    NO_DRIVE = auto()
    READY = auto()
    """There is a drive, and nothing to write yet."""
    SAVED = auto()
    OUT = auto()
    """It was pulled out. It catches up by itself when it is put in again."""
    PROBLEM = auto()
    """It does not take the file: full, write-protected, broken."""


@dataclass(frozen=True, slots=True, repr=False)
class Kept:
    """The state, the drive it is about, which answers it holds since when, and what is in the way."""

    state: KeepState = KeepState.NO_DRIVE
    drive: Drive | None = None
    resume: Resume | None = None
    at: datetime | None = None
    problem: DriveError | None = None

    def on(self, drive: Drive) -> Kept:
        """Return what of this is true of `drive`: all when it is about that one, nothing otherwise."""
        return self if self.drive is not None and same(self.drive, (drive,)) is not None else Kept()


def warning(kept: Kept) -> str:
    """Return what the person should know and do, in plain words; "" while all is well."""
    if kept.state is KeepState.OUT:
        return _("Your drive is out. Put it in again: your answers are safe here.")
    if kept.state is not KeepState.PROBLEM or kept.problem is None:
        return ""
    if isinstance(kept.problem, DriveGone):
        return str(kept.problem)  # says so itself
    words = _("{problem} Your answers are safe here. {advice}")
    return words.format(problem=kept.problem.message, advice=kept.problem.remedy).strip()
