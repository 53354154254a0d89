"""One limited child process that does jobs for us, one after another, and can be ended at any moment.

It knows nothing of what it runs: a job is a function's dotted name and its arguments. All that reads what
came from outside, and all heavy libraries, live in that process: its memory, files and network are limited
(`limits`), a job has a time limit, and a job that hangs or crashes costs that job only: the next one gets a
fresh process.
"""

from __future__ import annotations

import pickle
import threading
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from queue import SimpleQueue
from types import TracebackType
from typing import Any, Self

from kiosk import logs, wire
from kiosk.errors import KioskError, TooSlow, WorkerDied
from kiosk.i18n import _
from kiosk.limits import DEFAULT, Limits
from kiosk.worker_child import Answer
from kiosk.worker_process import WorkerProcess

WARM_UP_SECONDS = 30.0
_NO_WARM_UP = "kiosk.worker_child:nothing"


class WorkerBug(logs.Described):
    """A job raised what it should not have; the text says what and where, without any data."""


@dataclass(frozen=True, slots=True, repr=False)
class _Job:
    function: str
    args: tuple[object, ...]
    timeout: float
    future: Future[Any]


class Worker:
    """A worker process and the one thread that speaks with it. Nothing here blocks the caller, `close` aside.

    `warm` names a function without arguments that a new process runs at once, so that the first job finds
    everything loaded.
    """

    def __init__(self, warm: str = "", limits: Limits = DEFAULT) -> None:
        self._warm = warm or _NO_WARM_UP
        self._limits = limits
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._lock = threading.Lock()  # guards the two below
        self._process: WorkerProcess | None = None
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="worker")
        self._thread.start()

    def submit(self, function: str, *args: object, timeout: float = 30.0) -> Future[Any]:
        """Have `function` ("package.module:name") called in the worker.

        `timeout` is in seconds from the start of the job. The future gives what the function returned or
        raises the KioskError that it raised, TooSlow, WorkerDied, or WorkerBug for anything else. Its
        callbacks run in the worker's thread. A job that still waits can be cancelled; `close` cancels all
        that do.
        """
        future: Future[Any] = Future()
        with self._lock:
            if not self._closed:
                self._jobs.put(_Job(function, args, timeout, future))
                return future
        _cancel(future)
        return future

    def close(self) -> None:
        """End the process at once with all it holds and wait until it is gone. May be called again."""
        with self._lock:
            self._closed = True
            if self._process is not None:
                self._process.kill()
        self._jobs.put(None)
        if threading.current_thread() is not self._thread:
            self._thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def _run(self) -> None:
        self._warm_up()
        while (job := self._jobs.get()) is not None:
            if self._closed:
                _cancel(job.future)
            elif job.future.set_running_or_notify_cancel():
                self._do(job)
                self._warm_up()
        self._end()

    def _do(self, job: _Job) -> None:
        try:
            value = self._ask(job.function, job.args, job.timeout)
        except BaseException as error:  # it belongs to whoever waits for the job
            job.future.set_exception(error)
        else:
            job.future.set_result(value)

    def _warm_up(self) -> None:
        """Have a process ready before somebody waits for it. What fails here fails again with a job."""
        if self._process is None and not self._closed:
            with suppress(KioskError, WorkerBug):
                self._ask(self._warm, (), WARM_UP_SECONDS)

    def _ask(self, function: str, args: tuple[object, ...], timeout: float) -> Any:
        message = wire.frame((function, args))
        try:
            answer, value = wire.value_of(self._ready().exchange(message, timeout))
        except TimeoutError:
            self._end()
            raise TooSlow(
                _("This took longer than {seconds:g} seconds, so we stopped it.").format(seconds=timeout),
                _("Please try again with less text."),
            ) from None
        except (OSError, pickle.UnpicklingError):
            self._end()
            raise WorkerDied(
                _("The part of the program that makes the page stopped before it was done."),
                _("Your answers are safe. Please try again."),
            ) from None
        return self._outcome(answer, value)

    def _outcome(self, answer: int, value: Any) -> Any:
        match answer:
            case Answer.DONE:
                return value
            case Answer.PROBLEM:
                raise value
            case Answer.NO_MEMORY:
                self._end()  # what is left of its memory is in pieces
                raise WorkerDied(
                    _("This needs more memory than we allow."), _("Please try again with less text.")
                )
        raise WorkerBug(value)

    def _ready(self) -> WorkerProcess:
        """Return the process, a new one if there is none any more; raises OSError if there cannot be one."""
        with self._lock:
            if self._closed:
                raise BrokenPipeError
            if self._process is not None and self._process.has_ended:  # while it had nothing to do
                self._process.end()
                self._process = None
            if self._process is None:
                self._process = WorkerProcess(self._limits)
            return self._process

    def _end(self) -> None:
        with self._lock:
            if self._process is not None:
                self._process.end()
                self._process = None


def _cancel(future: Future[Any]) -> None:
    future.cancel()
    future.set_running_or_notify_cancel()  # wakes who waits for it
