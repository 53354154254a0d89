"""The safe writer: the files of one save are on the drive, whole, read back and compared, or not at all.

`safewrite` writes them, `verify` reads them back; here is the order of things and what comes out.

Decided here: the person's folder is `NAME`, or `NAME (2)` where something that is no folder has that name;
one free number serves all files of a save and nothing is ever replaced; when a save does not succeed, what it
wrote is removed again, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from kiosk.storage import problems
from kiosk.storage.drive import Drive, DriveSource
from kiosk.storage.safewrite import FileToSave, WrittenSet, write_set
from kiosk.storage.verify import Verification, verify

__all__ = ["FileToSave", "Receipt", "SaveCancelled", "SaveState", "SavedFile", "Verification", "save"]


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
class Receipt:
    """What was saved, in the order in which it was given, and how surely we know."""

    folder: Path
    files: tuple[SavedFile, ...]
    number: int
    verification: Verification


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
) -> Receipt:
    """Write the files of one save to `NAME/` on the drive; return once they were read back and compared.

    `name` comes from names.resume_name. `on_state` and `cancelled` are called on this thread, not the GUI's;
    once the files get their final names the save cannot be cancelled. Raises DriveError, and
    SaveCancelled when `cancelled` said so; in both cases nothing of this save is left, as far as the drive
    still obeys.
    """

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
        )
    on_state(SaveState.VERIFYING)
    fresh = source.remount(drive)
    drive = fresh or drive
    with problems.in_plain_words(drive.place):
        verification = verify(drive, written, remounted=fresh is not None)
    on_state(SaveState.DONE)
    return _receipt(drive, written, verification)


def _receipt(drive: Drive, written: WrittenSet, verification: Verification) -> Receipt:
    if drive.mount is None:
        raise problems.not_there_now(drive.place)
    folder = drive.mount / written.folder
    files = tuple(
        SavedFile(folder / file.name, file.ending, file.size, file.sha256) for file in written.files
    )
    return Receipt(folder, files, written.number, verification)
