"""The safe writer: the files of one save are on the drive, whole, read back and compared, or not at all.

`safewrite` writes them, `verify` reads them back; here is the order of things and what comes out.

Decided here: the person's folder is `NAME`, or `NAME (2)` where something that is no folder has that name;
one free number serves all files of a save and nothing is replaced, but the editable file that autosave made
in this sitting; when a save does not succeed, what it wrote is removed again, and nothing else. All or none
holds for writing. A format that could not be made is left out, named on the receipt, and keeps its number.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from kiosk.errors import KioskError
from kiosk.i18n import N_, _
from kiosk.storage import problems
from kiosk.storage.drive import Drive, DriveSource
from kiosk.storage.safewrite import NOBODY, FileToSave, Mine, WrittenSet, write_set
from kiosk.storage.verify import Verification, verify

__all__ = [
    "FileToSave",
    "LeftOut",
    "Mine",
    "Receipt",
    "SaveCancelled",
    "SaveState",
    "SavedFile",
    "Verification",
    "save",
]

_LEFT_OUT = {
    "pdf": N_("The PDF could not be made."),
    "docx": N_("The Word file could not be made."),
    "txt": N_("The text file could not be made."),
    "json": N_("The file to open here again could not be made."),
}


class SaveState(Enum):
    """How far a save is."""

    PREPARING = auto()
    WRITING = auto()
    SYNCING = auto()
    VERIFYING = auto()
    DONE = auto()


class SaveCancelled(Exception):  # noqa: N818 - a wish, not an error
    """The person stopped the save before the files had their names; nothing of it is left on the drive."""


@dataclass(frozen=True, slots=True, repr=False)
class SavedFile:
    """One file as it is on the drive: `path` absolute, `size` in bytes, `sha256` in hex."""

    path: Path
    ending: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, repr=False)
class LeftOut:
    """A format that could not be made, by its ending, and why."""

    ending: str
    problem: KioskError

    @property
    def sentence(self) -> str:
        """What could not be made, in the language of the screen."""
        return _(_LEFT_OUT[self.ending])


@dataclass(frozen=True, slots=True, repr=False)
class Receipt:
    """What was saved, in the order in which it was given, how surely we know, and what is not there."""

    folder: Path
    files: tuple[SavedFile, ...]
    number: int
    verification: Verification
    left_out: tuple[LeftOut, ...] = ()

    @property
    def lacks(self) -> str:
        """What the person reads beside the files when some could not be made; empty when all are there."""
        said = [it.sentence for it in self.left_out]
        return " ".join([*said, _("Everything else is saved.")]) if said else ""


def _ignore(_state: SaveState) -> None:
    """Nobody watches."""


def _never() -> bool:
    """Nobody can stop it."""
    return False


def save(
    source: DriveSource,
    drive: Drive,
    name: str,
    files: Sequence[FileToSave],
    *,
    on_state: Callable[[SaveState], None] = _ignore,
    cancelled: Callable[[], bool] = _never,
    left_out: Sequence[LeftOut] = (),
    mine: Mine = NOBODY,
) -> Receipt:
    """Write the files of one save to `NAME/` on the drive; return once they were read back and compared.

    `name` comes from names.resume_name. `on_state` and `cancelled` are called on this thread, not the GUI's;
    once the files get their final names the save cannot be cancelled. `left_out` names formats that could not
    be made; when that is all of them, the first one's problem is raised and nothing is written. `mine` is
    Autosave.mine: what autosave made in this sitting may be replaced. Raises DriveError, and SaveCancelled
    when `cancelled` said so; in both cases nothing of this save is left, as far as the drive still obeys.
    """
    if left_out and not files:
        raise left_out[0].problem

    def go_on() -> None:
        if cancelled():
            raise SaveCancelled

    on_state(SaveState.PREPARING)
    drive = source.mount(drive)
    with problems.in_plain_words(drive.place):
        written = write_set(
            drive,
            name,
            files,
            writing=lambda: on_state(SaveState.WRITING),
            syncing=lambda: on_state(SaveState.SYNCING),
            go_on=go_on,
            mine=mine,
        )
    on_state(SaveState.VERIFYING)
    fresh = source.remount(drive)
    drive = fresh or drive
    with problems.in_plain_words(drive.place):
        verification = verify(drive, written, remounted=fresh is not None)
    on_state(SaveState.DONE)
    return _receipt(drive, written, verification, left_out)


def _receipt(
    drive: Drive, written: WrittenSet, verification: Verification, left_out: Sequence[LeftOut]
) -> Receipt:
    if drive.mount is None:
        raise problems.not_there_now(drive.place)
    folder = drive.mount / written.folder
    files = tuple(
        SavedFile(folder / file.name, file.ending, file.size, file.sha256) for file in written.files
    )
    return Receipt(folder, files, written.number, verification, tuple(left_out))
