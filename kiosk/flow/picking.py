"""Ticking lines instead of typing them. What is ticked is plain text among the lines of the entry.

Which line of the bank a text came from is recognised by its words: in both tenses, with its blanks or
without. So a file needs nothing else, and a line that the person has changed is theirs and stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from kiosk.content.lines import Box, Line, Part, Tense, Words, parts
from kiosk.resume.model import Volunteer, Work

Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pick:
    """Where a line of the bank stands among the lines of an entry, and what its blanks hold."""

    at: int
    tense: Tense
    filled: Mapping[str, str]


def tense_of(entry: Work | Volunteer) -> Tense:
    """Return how lines about an entry are written: as over once it has an end."""
    return Tense.PAST if entry.end_date or entry.end_unread else Tense.NOW


def recognised(line: Line, text: str) -> tuple[Tense, Mapping[str, str]] | None:
    """Return the tense of a text and what fills its blanks; None when it does not come from `line`."""
    plain = " ".join(text.split())
    for tense, pattern in ((Tense.PAST, line.past), (Tense.NOW, line.now)):
        match = _expression(pattern).fullmatch(plain)
        if match:
            said = zip(line.blanks, match.groups(), strict=True)
            return tense, {blank: value for blank, value in said if value}
    return None


def pick_of(line: Line, lines: Sequence[str]) -> Pick | None:
    """Return where `line` is ticked, None when it is not."""
    for at, text in enumerate(lines):
        if (found := recognised(line, text)) is not None:
            return Pick(at, *found)
    return None


def ticked(line: Line, tense: Tense, lines: Lines) -> Lines:
    """Return the lines with one more at the end: the order of ticks is the order on the page."""
    return lines if pick_of(line, lines) else (*lines, line.text(tense))


def unticked(line: Line, lines: Lines) -> Lines:
    """Return the lines without this one."""
    return tuple(text for text in lines if recognised(line, text) is None)


def filled(line: Line, lines: Lines, blank: str, value: str) -> Lines:
    """Return the lines with a blank of a ticked line filled; nothing in it leaves that part out."""
    pick = pick_of(line, lines)
    if pick is None:
        return lines
    text = line.text(pick.tense, {**pick.filled, blank: value})
    return (*lines[: pick.at], text, *lines[pick.at + 1 :])


@lru_cache(maxsize=512)
def _expression(pattern: str) -> re.Pattern[str]:
    """Return what finds the texts that a pattern can make; its groups are the blanks, in order."""
    pieces = []
    for blank, together in groupby(parts(pattern), key=_blank_of):
        found = "".join(map(_piece, together))
        pieces.append(f"(?:{found})?" if blank else found)
    return re.compile("".join(pieces).strip())


def _blank_of(part: Part) -> str:
    return part.blank if isinstance(part, Box) else part.needs


def _piece(part: Part) -> str:
    return re.escape(part.text) if isinstance(part, Words) else "(.+?)"


def how_many(lines: tuple[Line, ...], chosen: tuple[str, ...], shown: int) -> int:
    """Return how many of the lines to show so that at least `shown` are, and every ticked one."""
    last = max((n for n, line in enumerate(lines, 1) if pick_of(line, chosen)), default=0)
    return min(len(lines), max(shown, last))
