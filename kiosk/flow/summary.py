"""The line at the top of the page, proposed from what the person gave: a title, years, two skills.

Nothing in it is invented, and nobody has to take it. Without "I", as a resume is written. It is in English,
like all that the bank offers: on a page in another language nothing is proposed.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from kiosk.flow import choices, paths
from kiosk.flow.paths import Path
from kiosk.render.order import by_date
from kiosk.render.types import Order
from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Resume, Volunteer, Work

LONGEST: Final = 180
"""Letters of two lines of a page."""
_ENOUGH_JOBS: Final = 3
_MIDDLE: Final = 7
"""The month that a year alone stands for: 2019 to 2022 is then three years, as people count."""
_SURE: Final = 24
"""Months: years alone can be a year off, so that less than two are not told by them."""

Months = tuple[int, int]
"""The first month and the one after the last, counted from the year 0."""


def asked(resume: Resume) -> bool:
    """Whether to ask for the line: not when three jobs by date say it all, unless there is one already."""
    few = len(resume.work) < _ENOUGH_JOBS
    return few or bool(resume.basics.summary) or choices.order_of(resume) is not Order.BY_DATE


def proposal(resume: Resume, today: date) -> str:
    """Return a line of two lines at most, "" when what is known is not enough for one."""
    title, told = _title(resume, today)
    words = [word for skill in resume.skills for word in (skill.keywords or (skill.name,)) if word.strip()]
    doing = [_small(word) for word in words if word.split()[0].endswith("ing")]
    for most in (2, 1, 0):
        line = _line(title, told, doing[:most], words[:most])
        if len(line) <= LONGEST:
            return line
    return ""


def _line(title: str, told: str, doing: list[str], knowing: list[str]) -> str:
    who = f"{title}{told}"
    if doing:
        two_fold = any(" and " in word for word in doing)
        good = f"good at {(', and at ' if two_fold else ' and ').join(doing)}."
        return f"{who}, {good}" if title else _large(good)
    if knowing and title:
        return f"{who}. Skills: {', '.join(knowing)}."
    return f"{who}." if told else ""


def _title(resume: Resume, today: date) -> tuple[str, str]:
    """Return what the person is, and for how long, in words."""
    dated = by_date(resume)
    roles: tuple[Work | Volunteer, ...] = (*dated.work, *dated.volunteer)
    for held in roles:
        if title := " ".join(held.position.split()):
            same = _alike(title, resume.work if isinstance(held, Work) else resume.volunteer)
            return _large(title), _years(same, today)
    school = next((one.institution for one in dated.education if one.institution.strip()), "")
    if Path.STUDENT in paths.of(resume) and school:
        return f"Student at {school}", ""
    return "", ""


def _alike(title: str, entries: Iterable[Work | Volunteer]) -> list[Work | Volunteer]:
    return [entry for entry in entries if " ".join(entry.position.split()).casefold() == title.casefold()]


def _years(entries: list[Work | Volunteer], today: date) -> str:
    months = total(span for entry in entries if (span := _span(entry, today)))
    whole = all(entry.start_date and entry.start_date.month for entry in entries)
    whole = whole and all(entry.end_date is None or entry.end_date.month for entry in entries)
    if months < 12 or (months < _SURE and not whole):
        return ""
    years = months // 12
    return " with 1 year of experience" if years == 1 else f" with {years} years of experience"


def total(spans: Iterable[Months]) -> int:
    """Return how many months there are in all spans together; what two of them share counts once."""
    months, reached = 0, 0
    for start, end in sorted(spans):
        months += max(0, end - max(start, reached))
        reached = max(reached, end)
    return months


def _span(entry: Work | Volunteer, today: date) -> Months | None:
    if entry.start_date is None or entry.end_unread:
        return None
    end = entry.end_date or PartialDate(today.year, today.month)
    return _month(entry.start_date), _month(end)


def _month(when: PartialDate) -> int:
    return 12 * when.year + (when.month or _MIDDLE)


def _small(word: str) -> str:
    word = " ".join(word.split())
    return word[:1].lower() + word[1:]


def _large(word: str) -> str:
    return word[:1].upper() + word[1:]
