"""How commands speak, an answer on one stream or one plain line on the other, and how signals stop them."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any, TextIO

SIGNAL = 128
"""What a shell adds to the number of the signal that ended a command."""

_STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Stopped(BaseException):
    """A signal asked us to end; `status` is the exit status for it."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.status = SIGNAL + number


@contextmanager
def stopped_by_signals() -> Iterator[None]:
    """Have Ctrl-C, a hang-up and SIGTERM raise Stopped inside, so that what is under way is cleaned up."""

    def stop(number: int, _frame: FrameType | None) -> None:
        raise Stopped(number)

    before = {number: signal.signal(number, stop) for number in _STOPPING}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def say(text: str) -> None:
    """Print lines on standard output. When nobody reads them any more (`| head`), that is fine."""
    with suppress(BrokenPipeError):
        _write(sys.stdout, text)


def say_json(value: Any) -> None:
    """Print a value as JSON, in ASCII, so that no terminal's encoding can spoil it."""
    import json  # the supervisor speaks too, and has to start at once

    say(json.dumps(value, indent=2))


def complain(sentence: str) -> None:
    """Print one plain line on standard error, whatever a file name in it may hold.

    Where nobody can hear it, the exit status still tells.
    """
    line = " ".join(sentence.split())
    with suppress(OSError):
        _write(sys.stderr, "".join(it if it.isprintable() else "\N{REPLACEMENT CHARACTER}" for it in line))


def quoted(word: str) -> str:
    """Return a word of the command as a sentence can hold it: in quotes where its ends would not be seen."""
    return word if word == word.strip() != "" else f'"{word}"'


def _write(stream: TextIO | None, text: str) -> None:
    if stream is None:  # it was closed before we began
        return
    encoding = stream.encoding or "ascii"
    try:
        print(text.encode(encoding, "backslashreplace").decode(encoding), file=stream, flush=True)
    except OSError:
        # What Python would still write at its end has to go somewhere, or that would change the exit status.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
        raise
