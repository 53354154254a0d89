"""Which of the lines and names that are offered a person would take for their own words."""

from __future__ import annotations

import re
from collections.abc import Sequence

SMALL = frozenset(
    ("a", "an", "and", "at", "by", "for", "from", "her", "his", "in", "is", "it", "my", "of", "on", "or")
    + ("our", "the", "their", "they", "to", "up", "with")
)
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def number_in(text: str) -> str:
    """Return the first number of a text in digits, "" for none."""
    for word in re.findall(r"\d+|[a-z]+", text.lower()):
        if word.isdecimal():
            return str(word)
        if word in NUMBERS:
            return str(NUMBERS.index(word) + 1)
    return ""


def nearest(wanted: str, offered: Sequence[str], least: float) -> int | None:
    """Return the place of what is closest to `wanted`, None when less than `least` of the words are shared.

    Words are shared when their first five letters are: "Cleaned" and "Clean", "homes" and "home".
    """
    likeness = [_likeness(wanted, text) for text in offered]
    best = max(likeness, default=0.0)
    return likeness.index(best) if best >= least and best > 0 else None


def _likeness(one: str, other: str) -> float:
    if one.casefold() == other.casefold():
        return 2.0
    first, second = _stems(one), _stems(other)
    return len(first & second) / max(1, min(len(first), len(second)))


def _stems(text: str) -> frozenset[str]:
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return frozenset(_stem(word) for word in words if word not in SMALL)


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)[:5].rstrip("e")
    return word[:5].rstrip("e")
