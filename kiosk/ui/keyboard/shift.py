"""Small and capital letters: what Shift does, and what the other keys do to it."""

from __future__ import annotations

from enum import Enum, auto


class Shift(Enum):
    """Small letters, one capital letter, or capital letters until Shift is pressed again."""

    OFF = auto()
    ONCE = auto()
    CAPS = auto()


_NEXT = {Shift.OFF: Shift.ONCE, Shift.ONCE: Shift.CAPS, Shift.CAPS: Shift.OFF}


def pressed(shift: Shift) -> Shift:
    """Return what Shift means after it was pressed once more."""
    return _NEXT[shift]


def face(shift: Shift, text: str) -> str:
    """Return what a key for `text` shows and types now; only single letters have two cases here."""
    capital = text.upper()
    return capital if shift is not Shift.OFF and len(text) == len(capital) == 1 else text


def after(shift: Shift, text: str) -> Shift:
    """Return what is left of Shift when the key for `text` was pressed: one capital letter uses it up."""
    used = shift is Shift.ONCE and face(shift, text) != text
    return Shift.OFF if used else shift
