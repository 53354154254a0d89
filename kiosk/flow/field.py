"""One thing that a person can fill in: what it is called, and where in the resume its answer lives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from typing import Any

from kiosk.resume.model import Resume


def one_spaced(text: str) -> str:
    """Return a text without the spaces around and between its words that say nothing."""
    return " ".join(text.split())


def asked_always(_resume: Resume, _owner: Any) -> bool:
    """Ask everybody."""
    return True


class FieldKind(Enum):
    """What kind of answer a field takes, and so which control shows it."""

    LINE = auto()
    DATE = auto()
    LINES = auto()
    CHOICE = auto()
    BOX = auto()
    SENTENCE = auto()
    DAYS = auto()


@dataclass(frozen=True, slots=True)
class Choice:
    """One tile of a CHOICE: the `value` that is kept in the file, and its words, marked for translation.

    A value of "" is what is true when nothing was said: it is chosen from the start and not kept.
    """

    value: str
    name: str


class Typed(StrEnum):
    """What is mostly typed in a field, and so which keys on the screen come first there."""

    LETTERS = "letters"
    NUMBERS = "numbers"
    EMAIL = "email"


class Offer(Enum):
    """What the bank has for a field, to be picked instead of typed."""

    NOTHING = auto()
    LINES = auto()
    TITLES = auto()
    STARTERS = auto()
    SKILLS = auto()
    CARDS = auto()
    LANGUAGES = auto()
    WANTED = auto()
    SUMMARY = auto()
    SCHOOLING = auto()
    PLACES = auto()
    SUBJECTS = auto()


LONGEST_LINE = 200
LONGEST_SENTENCE = 500
MOST_LINES = 100
EARLIEST_YEAR, LATEST_YEAR = 1900, 2100
"""Years outside are slips of the finger; the model itself takes 1000 to 2999."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing to fill in. Its texts are marked for translation and translated when they are shown.

    `beside` puts a short field beside the one before; `folded` ones are shown only when asked for. A date has
    two boxes: `label` names the year, `month_label` the month; `still` is the tick of an end date that says
    there is none yet. `ask` is a question that some have about the box, `answer` its answer. `offer` is what
    can be picked there; `typed` says which keys it is typed with. A CHOICE has its `choices`, its value is
    that of the tile, "" for none; a BOX is a tile with `label` on it, its value whether it is ticked; DAYS
    are times of a week. `when` says by the resume and by what the field belongs to whether it is asked. Where
    an answer is not simply what is at `attr`, `reads` and `writes` know how; `words` returns label and help
    where they depend on other answers. `tidy` brings a line into its final form when the screen is left.
    """

    attr: str
    label: str
    kind: FieldKind = FieldKind.LINE
    help: str = ""
    longest: int = LONGEST_LINE
    beside: bool = False
    folded: bool = False
    month_label: str = ""
    still: str = ""
    ask: str = ""
    answer: str = ""
    offer: Offer = Offer.NOTHING
    typed: Typed = Typed.LETTERS
    choices: tuple[Choice, ...] = ()
    when: Callable[[Resume, Any], bool] = asked_always
    reads: Callable[[Any], Any] | None = None
    writes: Callable[[Any, Any], Any] | None = None
    tidy: Callable[[str], str] = one_spaced
    words: Callable[[Any], tuple[str, str]] | None = None
