"""The thread that waits for signals about drives and looks again after each burst of them."""

from __future__ import annotations

import os
import select
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Final, Protocol

from kiosk.storage.drive import Drive

QUIET: Final = 0.2
"""Seconds: plugging in a drive makes a burst of signals; one look after the burst is enough."""
LONGEST: Final = 0.5
"""Seconds that a burst is waited for: a device that never stops sending signals must not hide the others."""
AGAIN: Final = 2.0
"""Seconds until the sender is tried again when it went away."""


class Signals(Protocol):
    """An open line to who sends signals; both raise OSError when the line is cut."""

    def fileno(self) -> int:
        """Return what select(2) waits on."""
        ...

    def take(self) -> bool:
        """Take one signal that has arrived; False when there is none."""
        ...


class Listener:
    """Calls `changed` when `look` gives other drives after a signal, until `stop` is called."""

    def __init__(
        self,
        signals: Callable[[], AbstractContextManager[Signals]],
        look: Callable[[], tuple[Drive, ...]],
        changed: Callable[[], None],
    ) -> None:
        self._signals = signals
        self._look = look
        self._changed = changed
        self._stopping = threading.Event()
        self._waker, self._wake = os.pipe()
        self._seen = _outlines(look())
        self._thread = threading.Thread(target=self._run, name="drives", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the thread and wait for it, unless this is it. Calling it again does nothing."""
        if not self._stopping.is_set():
            self._stopping.set()
            os.close(self._wake)
        if self._thread is not threading.current_thread():
            self._thread.join()

    def _run(self) -> None:
        try:
            while not self._stopping.is_set():
                try:
                    self._listen()
                except OSError:
                    self._look_again()
                    self._stopping.wait(AGAIN)
        finally:
            os.close(self._waker)

    def _listen(self) -> None:
        """Look as soon as the line is open: a drive may have come before."""
        with self._signals() as signals:
            self._look_again()
            while self._wait(signals, None):
                deadline = time.monotonic() + LONGEST
                while time.monotonic() < deadline and self._wait(signals, QUIET):
                    pass
                self._look_again()

    def _wait(self, signals: Signals, timeout: float | None) -> bool:
        """Wait for a signal; False when none came in time or it is time to stop."""
        while not self._stopping.is_set():
            if signals.take():
                return True
            ready, _, _ = select.select([signals.fileno(), self._waker], [], [], timeout)
            if not ready:
                return False
        return False

    def _look_again(self) -> None:
        now = _outlines(self._look())
        if now != self._seen and not self._stopping.is_set():
            self._seen = now
            self._changed()


def _outlines(drives: tuple[Drive, ...]) -> tuple[Drive, ...]:
    """What counts as a change: not how much room is left."""
    return tuple(replace(drive, free=None) for drive in drives)
