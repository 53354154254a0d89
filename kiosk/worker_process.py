"""The program's side of one worker process: start it, exchange messages in a given time, end it."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from dataclasses import astuple

from kiosk import paths, wire
from kiosk.limits import MIB, Limits

MOST_ANSWER = 256 * MIB
"""Bytes; a worker that answers with more is broken."""

_CHUNK = MIB

# -I keeps the user's own Python settings and folders out, so the child has to be told where our code is.
_CODE = "import sys; sys.path.insert(0, sys.argv[1]); from kiosk.worker_child import main; main(sys.argv[2:])"
_ENVIRONMENT = frozenset(
    ("PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "LD_LIBRARY_PATH")
    + ("FONTCONFIG_FILE", "FONTCONFIG_PATH", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
)


class WorkerProcess:
    """A running worker. Has to be made by the thread that outlives it: the kernel ends it with that thread.

    Making it raises OSError if the system has no room for a process.
    """

    def __init__(self, limits: Limits) -> None:
        arguments = [str(paths.ROOT), str(os.getpid()), *map(str, astuple(limits))]
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and code
            [sys.executable, "-I", "-B", "-c", _CODE, *arguments],
            bufsize=0,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # libraries write there what they like
            env={name: value for name, value in os.environ.items() if name in _ENVIRONMENT},
            cwd="/",
        )
        assert self._process.stdin is not None  # noqa: S101 - it is a pipe, as asked
        assert self._process.stdout is not None  # noqa: S101
        self._requests = self._process.stdin.fileno()
        self._answers = self._process.stdout.fileno()
        for pipe in (self._requests, self._answers):
            os.set_blocking(pipe, False)

    def exchange(self, message: bytes, seconds: float) -> bytearray:
        """Send a message and return the answer without its header.

        Raises TimeoutError when it takes longer, another OSError when the process ends.
        """
        deadline = time.monotonic() + seconds
        self._write(message, deadline)
        length = wire.length(self._read(wire.HEADER, deadline))
        if length > MOST_ANSWER:
            raise BrokenPipeError
        return self._read(length, deadline)

    @property
    def has_ended(self) -> bool:
        """Whether it ended by itself, or something else ended it."""
        return self._process.poll() is not None

    def kill(self) -> None:
        """Kill the process; an exchange that is under way ends. Any thread may do this."""
        self._process.kill()

    def end(self) -> None:
        """Kill the process, wait until it is gone and let go of the pipes. For the thread that exchanges."""
        with self._process:  # waits and closes
            self._process.kill()

    def _write(self, message: bytes, deadline: float) -> None:
        view = memoryview(message)
        while view:
            _wait(self._requests, select.POLLOUT, deadline)
            view = view[os.write(self._requests, view[:_CHUNK]) :]

    def _read(self, count: int, deadline: float) -> bytearray:
        message = bytearray()
        while len(message) < count:
            _wait(self._answers, select.POLLIN, deadline)
            part = os.read(self._answers, min(count - len(message), _CHUNK))
            if not part:
                raise BrokenPipeError
            message += part
        return message


def _wait(descriptor: int, what: int, deadline: float) -> None:
    poll = select.poll()
    poll.register(descriptor, what)
    if not poll.poll(max(0.0, deadline - time.monotonic()) * 1000):
        raise TimeoutError
