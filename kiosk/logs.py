"""A log of codes, ids and durations for the staff and the system journal. It cannot carry what a person
typed.

There is no call that takes a text: an event is the code of something we named ourselves, with numbers; an
exception is its type and the places in the code, without its message, arguments or values. Nothing is logged
until `to()` says where, so that a command's standard error holds nothing but its one plain line.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from enum import Enum
from types import TracebackType
from typing import TextIO

from kiosk import paths

MOST_PLACES = 8
"""How many places of a traceback are told; the innermost say most."""

_out: TextIO | None = None


class Described(Exception):  # noqa: N818 - a base, not an error by itself
    """An exception whose text is made of codes and places only, so that a log may hold it."""


def to(stream: TextIO | None) -> None:
    """Log to `stream` from now on, or nowhere."""
    global _out  # noqa: PLW0603 - one log per process
    _out = stream


def event(code: Enum, **facts: int | float | bool | Enum) -> None:
    """Log that something happened: its code, and facts that are numbers or codes, never text."""
    words = [str(code.value), *(f"{name}={_fact(value)}" for name, value in facts.items())]
    _write(" ".join(words))


def bug(error: BaseException) -> None:
    """Log an exception that nobody expected, without any value that it carries."""
    _write(f"bug {describe(error)}")


def describe(error: BaseException) -> str:
    """Return in one line the type of an exception and where it came from, innermost place first."""
    if isinstance(error, Described):
        return str(error)
    text = f"{type(error).__module__}.{type(error).__qualname__}"
    places = _places(error.__traceback__)
    if places:
        text += " at " + " < ".join(places[: -MOST_PLACES - 1 : -1])
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return text if cause is None else f"{text}; after {describe(cause)}"


def _places(traceback: TracebackType | None) -> list[str]:
    places = []
    while traceback is not None:
        code = traceback.tb_frame.f_code
        if not code.co_filename.startswith("<frozen"):  # Python's own import
            places.append(f"{_short(code.co_filename)}:{traceback.tb_lineno}:{code.co_name}")
        traceback = traceback.tb_next
    return places


def _short(filename: str) -> str:
    """Return the part of a file's path that says which code it is, and nothing of whose computer it is."""
    for start in ("/site-packages/", f"{paths.ROOT}/", f"{sys.base_prefix}/"):
        _before, found, after = filename.partition(start)
        if found:
            return after
    return filename.rpartition("/")[2]


def _fact(value: int | float | bool | Enum) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, (bool, int)):
        return str(value)
    if isinstance(value, float):
        return f"{value:.3f}"
    raise TypeError("a log holds numbers and codes, never text")


def _write(line: str) -> None:
    if _out is not None:
        with suppress(OSError, ValueError):  # a log that nobody takes any more must not stop anything
            print(line, file=_out, flush=True)
