"""Which drives are plugged in now: looked at on one thread for the whole sitting, so that no screen waits.

A drive that stalls holds up this thread and nobody else.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from kiosk import logs
from kiosk.errors import KioskError
from kiosk.flow.watchers import Watchers
from kiosk.storage.drive import Drive, DriveSource

AGAIN_SECONDS = 0.7
"""After a look of our own we look once more: it may have fallen between two that the source compared, and
then the source tells of no change. It is longer than any source waits for a burst of signals to end."""

Bug = Callable[[BaseException], None]


class Plugged:
    """The drives there are. `start` begins to look; observers hear on its thread after each look."""

    def __init__(self, source: DriveSource, on_bug: Bug = logs.bug) -> None:
        self._source = source
        self._on_bug = on_bug
        self._watchers = Watchers()
        self._asked = threading.Event()
        self._own = True  # whether the next look is not because the source told of a change
        self._closing = False
        self._drives: tuple[Drive, ...] | None = None
        self._thread: threading.Thread | None = None

    @property
    def drives(self) -> tuple[Drive, ...] | None:
        """Every drive as it was at the last look; None before the first."""
        return self._drives

    def there(self, drive: Drive) -> Drive | None:
        """Return `drive` as it is now, which may be another device; None when it is out."""
        return drive if self._drives is None else same(drive, self._drives)

    def start(self) -> None:
        """Look, and again whenever a drive comes or goes. Calling it again does nothing."""
        if self._thread is None and not self._closing:
            self._thread = threading.Thread(target=self._run, name="plugged", daemon=True)
            self._thread.start()

    def look(self) -> None:
        """Look again soon: how much room is left is told by nobody."""
        self.start()
        self._own = True
        self._asked.set()

    def watch(self, changed: Callable[[], None]) -> Callable[[], None]:
        """Call `changed` after every look; returns what stops it. Never waits for a drive."""
        return self._watchers.add(changed)

    def close(self, seconds: float) -> bool:
        """Look no more and tell nobody; returns whether the thread ended in time."""
        self._closing = True
        self._watchers.clear()
        self._asked.set()
        if self._thread is not None:
            self._thread.join(max(0.0, seconds))
            return not self._thread.is_alive()
        return True

    def _run(self) -> None:
        try:
            stop = self._source.watch(self._asked.set)
            try:
                while not self._closing:
                    own, self._own = self._own, False
                    self._look()
                    self._asked.wait(AGAIN_SECONDS if own else None)
                    self._asked.clear()
            finally:
                stop()
        except Exception as bug:  # noqa: BLE001 - the sitting goes on without new drives
            self._on_bug(bug)

    def _look(self) -> None:
        try:
            self._drives = self._source.drives()
        except KioskError:
            self._drives = ()
        self._watchers.tell()


class Newcomers:
    """The usable drives that were put in since the first look. One that was pulled may be one again."""

    def __init__(self) -> None:
        self._known: tuple[Drive, ...] | None = None
        self._new: tuple[Drive, ...] = ()

    @property
    def only(self) -> Drive | None:
        """The newcomer, if there is just one."""
        return self._new[0] if len(self._new) == 1 else None

    def see(self, drives: Sequence[Drive]) -> None:
        """These are the drives now."""
        known = tuple(drives) if self._known is None else self._known
        self._new = tuple(it for it in drives if it.usable and same(it, known) is None)
        self._known = tuple(it for it in known if same(it, drives) is not None)


def same(drive: Drive, drives: Sequence[Drive]) -> Drive | None:
    """Return this drive as it is among `drives` now; None when it is out.

    A drive that was pulled and put in again may have another device. It is known by the thing itself where
    the system says which that is, and by its label and size.
    """
    found = [it for it in drives if it.device == drive.device and _alike(it, drive)]
    found += [it for it in drives if not drive.is_folder and _alike(it, drive)]
    return next((it for it in found if not (it.is_folder and it.mount is None)), None)


def _alike(one: Drive, other: Drive) -> bool:
    if one.is_folder or other.is_folder:
        return one.device == other.device
    known = one.hardware == other.hardware or not (one.hardware and other.hardware)
    return known and (one.label, one.size) == (other.label, other.size)
