"""Dates as people write them, in English and Spanish: read what is sure, never guess the rest.

What is sure: ISO dates, a month by name with a year of four digits, 05/2014, and a day that only one reading
allows (25/12/2014). 03/04/2014 is March in one country and April in another, so only its year is taken, and
05/05/2014 is taken whole. A season gives its year. Years of two digits are never guessed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.resume.dates import FIRST_YEAR, LAST_YEAR, PartialDate

MONTHS: Mapping[str, tuple[str, ...]] = {
    "en": (
        *("january", "february", "march", "april", "may", "june"),
        *("july", "august", "september", "october", "november", "december"),
    ),
    "es": (
        *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
        *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
    ),
}
"""Month names by language. Three letters are enough to know one, when they fit only one in all languages."""

OTHER_SPELLINGS: Mapping[str, int] = {"setiembre": 9, "set": 9}
STILL = frozenset(
    {"present", "now", "current", "currently", "today", "ongoing", "still"}
    | {"to date", "to present", "to the present", "until now", "till now"}
    | {"actual", "actualmente", "actualidad", "la actualidad", "presente", "el presente", "hoy", "ahora"}
    | {"a la fecha", "hasta la fecha", "hasta la actualidad", "hasta el presente", "hasta hoy", "hasta ahora"}
    | {"en curso"}
)
"""What people write instead of an end date while something goes on."""

FILLERS = frozenset({"of", "the", "de", "del"})
VAGUE = frozenset(
    {"spring", "summer", "fall", "autumn", "winter", "early", "mid", "late", "expected", "anticipated"}
    | {"about", "around", "circa", "ca", "approx", "approximately"}
    | {"primavera", "verano", "otono", "invierno", "principios", "mediados", "finales", "previsto"}
    | {"aproximadamente", "aprox", "hacia"}
)
"""Words that stand beside a year and leave it right, though they say more than a PartialDate can hold."""

LONGEST = 60
"""Characters. No date is longer; longer text is no date."""

_ISO_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d[0-9:.,Z+-]*", re.ASCII)
_EAST_ASIAN = re.compile(r"(\d{4})\s?[年년](?:\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日일])?)?")
_NUMBERS = re.compile(r"\d{1,4}(?: ?[-/.] ?\d{1,4}){0,2}")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th|º|o)?")
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True, repr=False)
class DateText:
    """What a text says: a date, or that it still goes on (`present`). `exact`: it says no more."""

    date: PartialDate | None = None
    present: bool = False
    exact: bool = True

    def __bool__(self) -> bool:
        return self.date is not None or self.present


UNCLEAR = DateText(exact=False)
"""A text that is no date we can be sure of."""


def read_date(text: str) -> DateText:
    """Read a date as a person wrote it; UNCLEAR (which is false) when it cannot be read. Never raises."""
    plain = _plain(text)
    if not plain or len(plain) > LONGEST:
        return UNCLEAR
    if plain in STILL:
        return DateText(present=True)
    if match := _ISO_TIME.fullmatch(plain.upper()):
        plain = match[1]
    if match := _EAST_ASIAN.fullmatch(plain):
        return _date(int(match[1]), *(int(part) if part else None for part in match.groups()[1:]))
    if _NUMBERS.fullmatch(plain):
        return _from_numbers(re.split(" ?[-/.] ?", plain))
    return _from_words(re.split(r"[\s,./-]+", plain.strip(".,")))


def _plain(text: str) -> str:
    """Small letters without accents, one space between words."""
    if len(text) > 2 * LONGEST:
        return ""
    parts = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(part for part in parts if not unicodedata.combining(part))
    return " ".join(unicodedata.normalize("NFKC", letters).split()).rstrip(".,")


def _date(year: int, month: int | None = None, day: int | None = None, *, exact: bool = True) -> DateText:
    """Make a date of the parts that exist in a calendar; a part that does not makes it less exact."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return UNCLEAR
    for known in ((year, month, day), (year, month, None)):
        try:
            return DateText(PartialDate(*known), exact=exact and known == (year, month, day))
        except ValueError:
            continue
    return DateText(PartialDate(year), exact=False)


def _from_numbers(parts: list[str]) -> DateText:
    """2014, 2014-5, 5/2014, 2014/5/17, 17.5.2014. A month or day of zeros is not known."""
    numbers = [int(part) for part in parts]
    if len(parts[0]) == 4 and all(len(part) <= 2 for part in parts[1:]):
        known = [number for number in numbers if number]
        return _date(*known) if known and known == numbers[: len(known)] else UNCLEAR
    if len(parts[-1]) != 4 or any(len(part) > 2 for part in parts[:-1]):
        return UNCLEAR
    if len(numbers) == 2:
        return _date(numbers[1], numbers[0])
    return _day_and_month(numbers[0], numbers[1], numbers[2])


def _day_and_month(first: int, second: int, year: int) -> DateText:
    readings = {
        reading.date
        for reading in (_date(year, first, second), _date(year, second, first))
        if reading.date is not None and reading.exact
    }
    if len(readings) == 1:
        return DateText(readings.pop())
    return _date(year, exact=False)


def _from_words(words: list[str]) -> DateText:
    """May 2014; 17 May 2014; May 17th, 2014; mayo de 2014; summer 2014."""
    years: list[int] = []
    months: list[int] = []
    days: list[int] = []
    exact = True
    for word in words:
        if _YEAR.fullmatch(word):
            years.append(int(word))
        elif match := _DAY.fullmatch(word):
            days.append(int(match[1]))
        elif month := _month(word):
            months.append(month)
        elif word in VAGUE:
            exact = False
        elif word not in FILLERS:
            return UNCLEAR
    if len(years) != 1 or len(months) > 1 or len(days) > 1 or (days and not months):
        return UNCLEAR
    return _date(years[0], *months, *days, exact=exact)


def _month(word: str) -> int | None:
    """The month that a name or at least its first three letters mean, in any language of the table."""
    if word in OTHER_SPELLINGS:
        return OTHER_SPELLINGS[word]
    if len(word) < 3:
        return None
    fitting = {
        number
        for names in MONTHS.values()
        for number, name in enumerate(names, start=1)
        if name.startswith(word)
    }
    return fitting.pop() if len(fitting) == 1 else None
