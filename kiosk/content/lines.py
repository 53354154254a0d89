"""A line that a person may tick: what one did at a job, for a job that is over and for one that goes on.

Written in a file as

    past = "Picked and packed orders[, about {number} a shift]"
    now = "Pick and pack orders[, about {number} a shift]"

`{number}` is a blank: a small box on the screen. What stands in [ ] is left out until its blank is filled, so
a line is right with and without it, and nobody is pushed to make up a number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kiosk.i18n import _

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_BLANK = re.compile(r"\{([^{}]*)\}")


class Tense(StrEnum):
    """Whether the job is over."""

    PAST = "past"
    NOW = "now"


class Level(StrEnum):
    """Who could tick a line: anybody in that job from the first weeks on, or who has done it for a while."""

    FIRST = "first"
    WORKED = "worked"


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a line as they stand. With `needs` they are shown only once that blank is filled."""

    text: str
    needs: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A blank of a line, by its name in blanks.toml."""

    blank: str


Part = Words | Box


class Malformed(ValueError):
    """A line's brackets say nothing; the message says why, for who writes the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What one did, ready to tick. `es` is what it means in Spanish, "" while nobody has translated it."""

    past: str
    now: str
    level: Level = Level.FIRST
    es: str = ""

    def __post_init__(self) -> None:
        if blanks(self.past) != blanks(self.now):
            raise Malformed(_("past and now have different blanks"))

    @property
    def blanks(self) -> tuple[str, ...]:
        """The names of its blanks, in order."""
        return blanks(self.past)

    def parts(self, tense: Tense) -> tuple[Part, ...]:
        """Return the line as words and boxes, in the order in which a screen shows them."""
        return parts(self._pattern(tense))

    def text(self, tense: Tense, filled: Mapping[str, str] | None = None) -> str:
        """Return the line as it is printed, with what was `filled` in by the name of the blank."""
        return fill(self._pattern(tense), filled or {})

    def _pattern(self, tense: Tense) -> str:
        return self.past if tense is Tense.PAST else self.now


def blanks(pattern: str) -> tuple[str, ...]:
    """Return the names of a pattern's blanks, in order. Raises Malformed."""
    return tuple(part.blank for part in parts(pattern) if isinstance(part, Box))


def parts(pattern: str) -> tuple[Part, ...]:
    """Return a pattern as words and boxes. Raises Malformed."""
    pieces = _OPTIONAL.split(pattern)  # plain, optional, plain, optional, ..., plain
    found: list[Part] = []
    for plain, optional in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        found += _plain(plain)
        found += _optional(optional) if optional else ()
    _check_once([part.blank for part in found if isinstance(part, Box)])
    return tuple(found)


def fill(pattern: str, filled: Mapping[str, str]) -> str:
    """Return a pattern with its blanks filled; an optional part whose blank is empty is left out."""
    shown = [_shown(part, filled) for part in parts(pattern)]
    return " ".join("".join(shown).split())


def _shown(part: Part, filled: Mapping[str, str]) -> str:
    if isinstance(part, Box):
        return filled.get(part.blank, "").strip()
    return part.text if not part.needs or filled.get(part.needs, "").strip() else ""


def _plain(text: str) -> tuple[Part, ...]:
    if set(text) & set("[]{}"):
        reason = _("a bracket without its partner, or a blank outside of [ ], in this: {text}")
        raise Malformed(reason.format(text=text.strip()))
    return (Words(text),) if text else ()


def _optional(text: str) -> tuple[Part, ...]:
    pieces = _BLANK.split(text)
    if len(pieces) != 3 or set("".join(pieces)) & set("{}"):
        raise Malformed(_("between [ and ] there should be one blank in braces: {text}").format(text=text))
    before, blank, after = pieces
    return (*_needing(before, blank), Box(blank), *_needing(after, blank))


def _needing(text: str, blank: str) -> tuple[Part, ...]:
    return (Words(text, needs=blank),) if text else ()


def _check_once(names: list[str]) -> None:
    for name in names:
        if names.count(name) > 1:
            raise Malformed(_("the blank {name} stands there twice").format(name=name))
