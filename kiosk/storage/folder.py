"""A folder posing as a drive: for `render --to`, `--drive` and practice. Nothing about it is faked."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Final

from kiosk.errors import DriveError
from kiosk.storage import problems
from kiosk.storage.drive import Drive
from kiosk.storage.polling import poll
from kiosk.storage.space import Space, lacking, space
from kiosk.storage.syscalls import sync_file_system

_WRITABLE: Final = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


class FolderDrives:
    """The DriveSource with one drive: the folder, whether it can be used or not."""

    def __init__(self, folder: Path) -> None:
        self._folder = _absolute(folder)
        self._place = str(self._folder)

    def drives(self) -> tuple[Drive, ...]:
        """Return the folder as the only drive."""
        return (self._look()[0],)

    def mount(self, _drive: Drive, /) -> Drive:
        """Return the folder as it is now; raises the DriveError that says why it cannot be used."""
        found, problem = self._look()
        if problem is not None:
            raise problem
        return found

    def remount(self, _drive: Drive, /) -> Drive | None:
        """A folder cannot be unmounted."""
        return None

    def unmount(self, _drive: Drive, /) -> None:
        """Write everything out; the folder stays where it is."""
        with problems.in_plain_words(self._place):
            folder = os.open(self._folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
            try:
                sync_file_system(folder)
            finally:
                os.close(folder)

    def eject(self, _drive: Drive, /) -> None:
        """A folder has nothing that turns."""

    def is_there(self, _drive: Drive, /) -> bool:
        """Whether there still is a folder."""
        return self._folder.is_dir()

    def watch(self, changed: Callable[[], None]) -> Callable[[], None]:
        """Look now and then whether the folder came, went, or became read-only or full."""
        return poll(self._state, changed)

    def _state(self) -> tuple[bool, str]:
        drive = self._look()[0]
        return drive.usable, drive.why

    def _look(self) -> tuple[Drive, DriveError | None]:
        """Return the folder as a drive, and what keeps it from being used."""
        try:
            there = space(self._folder) if self._folder.is_dir() else None
            problem = self._problem(there)
        except OSError as error:
            there, problem = None, problems.drive_error(error, self._place)
        return self._as_drive(there, problem), problem

    def _problem(self, there: Space | None) -> DriveError | None:
        """What can be known without trying to write.

        A folder without any write permission was meant to be read-only, even for root, whom nothing stops.
        """
        if there is None:
            say = problems.not_a_folder if os.path.lexists(self._folder) else problems.missing
            return say(self._place)
        writable = self._folder.stat().st_mode & _WRITABLE and os.access(self._folder, os.W_OK | os.X_OK)
        return lacking(there, self._place) if writable else problems.read_only(self._place)

    def _as_drive(self, there: Space | None, problem: DriveError | None) -> Drive:
        return Drive(
            device=self._place,
            label=self._folder.name or self._place,
            size=there.size if there else 0,
            free=there.free if there else None,
            mount=self._folder if there else None,
            usable=problem is None,
            why="" if problem is None else problem.message,
            is_folder=True,
            remedy="" if problem is None else problem.remedy,
        )


def _absolute(folder: Path) -> Path:
    """Return the whole path. When the folder that we stand in was removed there is none, and no folder."""
    try:
        return folder.absolute()
    except FileNotFoundError:
        return folder
