"""The listening thread, with a pipe as the line on which signals come."""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.storage import listener
from kiosk.storage.drive import Drive
from kiosk.storage.listener import Listener

PATIENCE = 20.0
"""Seconds, on a busy machine."""

STICK = Drive("/dev/sdb1", "STICK", 10**9, None, None, usable=True)
MOUNTED = Drive("/dev/sdb1", "STICK", 10**9, 10**8, Path("/media/ana/STICK"), usable=True)
FULLER = Drive("/dev/sdb1", "STICK", 10**9, 10**7, Path("/media/ana/STICK"), usable=True)


class Pipe:
    """Signals are bytes; `cut` ends the line."""

    def __init__(self) -> None:
        self.read, self.write = os.pipe()
        os.set_blocking(self.read, False)

    def fileno(self) -> int:
        return self.read

    def take(self) -> bool:
        try:
            if not os.read(self.read, 1):
                raise ConnectionResetError
        except BlockingIOError:
            return False
        return True

    def signal(self, times: int = 1) -> None:
        os.write(self.write, b"s" * times)

    def cut(self) -> None:
        os.close(self.write)


class Desk:
    """A listener, what it sees, and what it told."""

    def __init__(self) -> None:
        self.drives: tuple[Drive, ...] = ()
        self.lines: queue.Queue[Pipe] = queue.Queue()
        self.told: queue.Queue[tuple[Drive, ...]] = queue.Queue()
        self.looks = threading.Semaphore(0)
        self.listener = Listener(self._line, self._look, lambda: self.told.put(self.drives))

    @contextmanager
    def _line(self) -> Iterator[Pipe]:
        pipe = Pipe()
        self.lines.put(pipe)
        try:
            yield pipe
        finally:
            os.close(pipe.read)

    def _look(self) -> tuple[Drive, ...]:
        self.looks.release()
        return self.drives

    def line(self) -> Pipe:
        """The line that is open now, once the listener has looked after opening it."""
        pipe = self.lines.get(timeout=PATIENCE)
        for _ in range(2):
            assert self.looks.acquire(timeout=PATIENCE)
        return pipe


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(listener, "QUIET", 0.02)
    monkeypatch.setattr(listener, "AGAIN", 0.02)
    desk = Desk()
    yield desk
    desk.listener.stop()


def test_a_burst_of_signals_is_one_change(desk: Desk) -> None:
    line = desk.line()
    desk.drives = (STICK,)
    line.signal(100)
    assert desk.told.get(timeout=PATIENCE) == (STICK,)
    desk.drives = ()
    line.signal(100)
    assert desk.told.get(timeout=PATIENCE) == ()
    desk.listener.stop()
    assert desk.told.empty()
    line.cut()


def test_signals_that_change_nothing_are_not_told(desk: Desk) -> None:
    line = desk.line()
    desk.drives = (MOUNTED,)
    line.signal()
    assert desk.told.get(timeout=PATIENCE) == (MOUNTED,)
    assert desk.looks.acquire(timeout=PATIENCE)
    desk.drives = (FULLER,)
    line.signal()
    assert desk.looks.acquire(timeout=PATIENCE)
    desk.listener.stop()
    assert desk.told.empty()
    line.cut()


def test_a_line_that_was_cut_is_opened_again(desk: Desk) -> None:
    first = desk.line()
    desk.drives = (STICK,)
    first.cut()
    assert desk.told.get(timeout=PATIENCE) == (STICK,)
    second = desk.line()
    desk.drives = ()
    second.signal()
    assert desk.told.get(timeout=PATIENCE) == ()
    second.cut()


def test_stopping_is_quick_and_may_be_done_twice(desk: Desk) -> None:
    line = desk.line()
    desk.listener.stop()
    desk.listener.stop()
    assert "drives" not in [thread.name for thread in threading.enumerate()]
    line.cut()
