"""The one way to run work off the GUI thread and to hear of it on the GUI thread.

Work of our own runs on background threads, one for each `Lane`, in the order it was given. What the worker
process does arrives as a `Future`. Either way the answer comes back here, on the GUI thread, as a later turn
of the event loop: what was done, or a KioskError. Anything else is a bug and goes to `on_bug`. An answer
whose receiver is gone (its page was closed) is dropped in silence.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from kiosk.errors import KioskError

T = TypeVar("T")


class Lane(Enum):
    """What may hold up what: a drive that stalls keeps nothing waiting but what is asked of drives."""

    WORK = "work"
    DRIVES = "drives"
    SAVING = "saving"


@dataclass(frozen=True, slots=True)
class _Answer:
    """A finished future with those who wait for it."""

    future: Future[Any]
    done: Callable[[Any], None]
    failed: Callable[[KioskError], None]
    owner: QObject | None
    on_bug: Callable[[BaseException], None]


def _receiver(callback: Callable[..., None]) -> QObject | None:
    """Return the Qt object whose method `callback` is, None when it is a plain function."""
    owner = getattr(callback, "__self__", None)
    return owner if isinstance(owner, QObject) else None


class Tasks(QObject):
    """Background work for one window. Create it and call it on the GUI thread only."""

    _arrived = Signal(object)

    def __init__(self, on_bug: Callable[[BaseException], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on_bug = on_bug
        self._pools = {
            lane: ThreadPoolExecutor(max_workers=1, thread_name_prefix=f"kiosk-{lane.value}") for lane in Lane
        }
        self._running: set[Future[Any]] = set()
        self._closed = False
        # Queued even from this thread: a callback never runs inside the call that asked for it.
        self._arrived.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[KioskError], None],
        owner: QObject | None = None,
        lane: Lane = Lane.WORK,
    ) -> None:
        """Run `work` on the background thread of `lane`, then `done(result)` or `failed(error)` on this one.

        `owner` is whose end makes the answer pointless; without it the object that `done` is a method of.
        """
        if not self._closed:
            future = self._pools[lane].submit(work)
            self._running = {one for one in self._running if not one.done()} | {future}
            self.deliver(future, done, failed, owner)

    def deliver(
        self,
        future: Future[T],
        done: Callable[[T], None],
        failed: Callable[[KioskError], None],
        owner: QObject | None = None,
        on_bug: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Bring the answer of `future` to this thread; see `run`. A cancelled future answers nobody.

        `on_bug` takes a bug instead of the program's own page about it.
        """
        answer = _Answer(future, done, failed, owner or _receiver(done), on_bug or self._on_bug)
        future.add_done_callback(lambda _future: self._send(answer))

    def close(self, seconds: float) -> bool:
        """Drop what waits, answer nobody any more, and let the running work end.

        Returns whether it ended within `seconds`.
        """
        self._closed = True
        for pool in self._pools.values():
            pool.shutdown(wait=False, cancel_futures=True)
        running = {future for future in self._running if not future.cancelled()}
        return not wait(running, seconds).not_done

    def _send(self, answer: _Answer) -> None:
        if not self._closed and isValid(self):
            self._arrived.emit(answer)

    @Slot(object)
    def _answer(self, answer: _Answer) -> None:
        if self._closed or (answer.owner is not None and not isValid(answer.owner)):
            return
        try:
            result = answer.future.result()
        except CancelledError:
            return
        except KioskError as error:
            answer.failed(error)
        except Exception as bug:
            answer.on_bug(bug)
        else:
            answer.done(result)
