"""Dates as words on a page: "Apr 2016 – Feb 2019", "2019 – Present", in the language of the page.

All words and patterns are texts of the `resume` catalogue, so that a language is one data file. CLDR, by way
of Babel, knows the same but costs 0.1 s at the first date. Month names stand alone, never bent: "abr 2016";
where a day would bend them, a pattern may take the month's `{number}` instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from kiosk.i18n import N_
from kiosk.resume.dates import PartialDate

Translate = Callable[[str], str]

MONTHS = (
    N_("Jan"),
    N_("Feb"),
    N_("Mar"),
    N_("Apr"),
    N_("May"),
    N_("Jun"),
    N_("Jul"),
    N_("Aug"),
    N_("Sep"),
    N_("Oct"),
    N_("Nov"),
    N_("Dec"),
)
_ISO = re.compile(r"([12]\d{3})(?:-(0[1-9]|1[0-2]))?", re.ASCII)
_YEAR = N_("{year}")
_MONTH = N_("{month} {year}")
_DAY = N_("{month} {day}, {year}")
_SPAN = N_("{start} – {end}")
_PRESENT = N_("Present")
_FROM = N_("From {date}")
_UNTIL = N_("Until {date}")
_GOOD_UNTIL = N_("good until {date}")
_EXPECTED = N_("Expected {date}")
_EXPECTED_END = N_("{date} (expected)")


def day(when: PartialDate | None, _: Translate) -> str:
    """Return one date in words, as exact as it is known; "" for none."""
    if when is None:
        return ""
    if when.month is None:
        return _(_YEAR).format(year=when.year)
    words = {"month": _(MONTHS[when.month - 1]), "number": when.month, "year": when.year}
    if when.day is None:
        return _(_MONTH).format(**words)
    return _(_DAY).format(day=when.day, **words)


def span(start: PartialDate | None, end: PartialDate | None, today: date, _: Translate) -> str:
    """Return the time of a job in words. Without an end it lasts until today, unless it has not begun."""
    if start is None:
        return _(_UNTIL).format(date=day(end, _)) if end else ""
    if end is None and start.earliest > today:
        return _(_FROM).format(date=day(start, _))
    if end is None:
        return _range(start, _(_PRESENT), _)
    return day(start, _) if start == end else _range(start, day(end, _), _)


def school_span(
    start: PartialDate | None, end: PartialDate | None, today: date, _: Translate, *, going: bool = False
) -> str:
    """Return the time at a school in words. An end alone is when it was finished; one to come is expected.

    `going` says that the person still goes there: an end in this year is still to come then.
    """
    if end is None and start is None and going:
        return _(_PRESENT)
    if end is None or start == end:
        return span(start, end, today, _)
    ahead = end.latest >= today if going else end.earliest > today
    if start is None:
        return _(_EXPECTED).format(date=day(end, _)) if ahead else day(end, _)
    return _range(start, _(_EXPECTED_END).format(date=day(end, _)) if ahead else day(end, _), _)


def good_until(when: object, _: Translate) -> str:
    """Return until when a card is good, in words; "" when that is not a year, or a year and month."""
    found = _ISO.fullmatch(when) if isinstance(when, str) else None
    if found is None:
        return ""
    month = int(found[2]) if found[2] else None
    return _(_GOOD_UNTIL).format(date=day(PartialDate(int(found[1]), month), _))


def _range(start: PartialDate, end: str, _: Translate) -> str:
    return _(_SPAN).format(start=day(start, _), end=end)
