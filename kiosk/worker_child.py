"""The worker's side of the pipe: limits itself, then answers one request after another until the pipe ends.

A request is `(function, args)`, `function` as "package.module:name". An answer is `(Answer, value)`. Standard
input and output of the process are the pipe; they are moved out of the way, so that nothing else writes
there.
"""

from __future__ import annotations

import importlib
import os
import signal
from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from kiosk import garbage, logs, wire
from kiosk.errors import KioskError
from kiosk.limits import Limits, confine


class Answer(IntEnum):
    """What came of a request, and what its value is."""

    DONE = 0  # what the function returned
    PROBLEM = 1  # the KioskError that it raised
    NO_MEMORY = 2  # None
    BUG = 3  # a description without any data of anything else that it raised


def main(argv: Sequence[str]) -> None:
    """Run the worker. `argv`: the parent's process id, then the numbers of Limits in their order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C on a terminal reaches us too: the parent decides
    parent, *limits = map(int, argv)
    requests, answers = _take_over(0, os.O_RDONLY), _take_over(1, os.O_WRONLY)
    confine(Limits(*limits), parent)
    garbage.look_seldom()
    tidy = garbage.keep_what_is_here  # the first job loads what all others need
    while message := _receive(requests):
        _send(answers, answer(message))
        tidy()
        tidy = garbage.clear_away


def answer(message: bytes) -> bytes:
    """Do what a message asks and return the answer's message."""
    try:
        function, args = wire.value_of(message)
        return wire.frame((Answer.DONE.value, _find(function)(*args)))
    except KioskError as error:
        return wire.frame((Answer.PROBLEM.value, error))
    except MemoryError:
        return wire.frame((Answer.NO_MEMORY.value, None))
    except BaseException as error:  # whatever a job does, the parent gets an answer
        return wire.frame((Answer.BUG.value, logs.describe(error)))


def _find(function: str) -> Any:
    module, _, name = function.partition(":")
    return getattr(importlib.import_module(module), name)


def _take_over(standard: int, mode: int) -> int:
    """Return a private copy of a standard stream's descriptor and leave nothing behind under its number."""
    private = os.dup(standard)
    nothing = os.open(os.devnull, mode)
    os.dup2(nothing, standard, inheritable=False)
    os.close(nothing)
    return private


def _receive(descriptor: int) -> bytes:
    """Return the next message without its header, empty at the end."""
    return _read(descriptor, wire.length(_read(descriptor, wire.HEADER)))


def _read(descriptor: int, count: int) -> bytes:
    parts = []
    while count and (part := os.read(descriptor, min(count, 1 << 20))):
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def _send(descriptor: int, message: bytes) -> None:
    view = memoryview(message)
    while view:
        view = view[os.write(descriptor, view) :]


def nothing() -> None:
    """Do nothing: the first job of a worker that has nothing to load."""
