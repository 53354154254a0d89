"""Drives as a test wants them: plugged, pulled, full, slow. What is written goes into real folders."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from kiosk.errors import KioskError
from kiosk.storage import problems
from kiosk.storage.drive import Drive


class Drives:
    """Drives as a test wants them; those that are folders can be saved on."""

    def __init__(self, *drives: Drive) -> None:
        self.found: tuple[Drive, ...] = drives
        self.problem: KioskError | None = None
        self.unmounted: list[Drive] = []
        self.mounts = 0
        self.goes_on = threading.Event()
        """While it is not set the drive stalls: nothing that is asked of it comes back."""
        self.goes_on.set()
        self._changed: list[Callable[[], None]] = []

    def drives(self) -> tuple[Drive, ...]:
        """Return the drives."""
        return self.found

    def mount(self, drive: Drive, /) -> Drive:
        """Return the drive as it is; raises what a test wants, and that it is gone when it is."""
        self.mounts += 1
        self.goes_on.wait()
        if self.problem is not None:
            raise self.problem
        if not self.is_there(drive):
            raise problems.gone(drive.place)
        return drive

    def remount(self, _drive: Drive, /) -> Drive | None:
        """Say that this cannot be done."""
        return None

    def unmount(self, drive: Drive, /) -> None:
        """Let go of the drive, or say why not."""
        if self.problem is not None:
            raise self.problem
        self.unmounted.append(drive)

    def eject(self, _drive: Drive, /) -> None:
        """Nothing turns."""

    def is_there(self, drive: Drive, /) -> bool:
        """Whether it is plugged in."""
        return drive in self.found

    def watch(self, changed: Callable[[], None]) -> Callable[[], None]:
        """Tell `changed` when a test plugs something."""
        self._changed.append(changed)
        return lambda: self._changed.remove(changed)

    @property
    def watched(self) -> int:
        """How many want to know."""
        return len(self._changed)

    def plug(self, *drives: Drive) -> None:
        """Change the drives and tell."""
        self.found = drives
        for changed in self._changed:
            changed()


def stick(folder: Path, label: str = "STICK") -> Drive:
    """Return a folder as a drive with a label."""
    return Drive(
        device=f"/dev/{label}",
        label=label,
        size=16_000_000_000,
        free=4_000_000_000,
        mount=folder,
        usable=True,
        is_folder=True,
    )
