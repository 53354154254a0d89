"""What is asked about one job besides its facts: whether it is just listed, and what one is proud of there.

Kept in the job under `extra.kiosk`. The line of pride is one of the job's lines like any other; the key only
knows it again, and does so no longer when the line is changed among the others.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, Final

from kiosk.flow.keys import read, written
from kiosk.i18n import N_
from kiosk.resume.model import Resume, Work

LISTED: Final = "extra.kiosk.listed"
PROUD: Final = "extra.kiosk.proud"
GAP: Final = "extra.kiosk.gap"
"""What one said about time that is not shown; such an entry stands among the jobs and is none (`gaps.py`)."""
LONG_AGO: Final = 10
"""Years after which the end of a job is so old that its place in the list is enough."""

STARTERS: Final = (
    (N_("I trained\u2026"), "Trained "),
    (N_("I was trusted to\u2026"), "Was trusted to "),
    (N_("I never missed\u2026"), "Never missed "),
)
"""How a line can begin, as the tile says it and as the page does: a page has no "I" and is not translated."""

today: Callable[[], date] = date.today


def is_listed(job: Work) -> bool:
    """Whether the person said that the job is just to be listed."""
    return read(job, LISTED) is True


def is_old(job: Work, now: date) -> bool:
    """Whether the job surely ended more than LONG_AGO years before `now`."""
    ended = job.end_date
    if ended is None:
        return False
    return (ended.latest.year + LONG_AGO, ended.latest.month) < (now.year, now.month)


def may_be_listed(_resume: Resume, job: Any) -> bool:
    """Whether to offer that the job is just listed: an old one without lines, or one that is listed."""
    return is_listed(job) or (is_old(job, today()) and not job.highlights)


def asks_for_lines(_resume: Resume, job: Any) -> bool:
    """Whether to ask what was done there: not where a job without lines is just listed."""
    return bool(job.highlights) or not (isinstance(job, Work) and is_listed(job))


def asks_for_employer(job: Any) -> bool:
    """Whether to ask who it was for: not of time that was no job."""
    return not read(job, GAP)


def asks_for_pride(job: Any) -> bool:
    """Whether to ask what one is proud of there."""
    return asks_for_employer(job) and asks_for_lines(Resume(), job)


def proud_of(job: Work) -> str:
    """Return the line of pride, "" when there is none any more."""
    kept = read(job, PROUD)
    return kept if isinstance(kept, str) and kept in job.highlights else ""


def with_proud(job: Work, line: str) -> Work:
    """Write the line of pride: at its place among the job's lines, or behind them; "" takes it out."""
    before, lines = proud_of(job), job.highlights
    if before:
        at = len(lines) - 1 - lines[::-1].index(before)  # of two that say the same it is the later
        lines = (*lines[:at], *((line,) if line else ()), *lines[at + 1 :])
    elif line:
        lines = (*lines, line)
    changed: Work = written(replace(job, highlights=lines), PROUD, line)
    return changed


def begun_with(starter: int, line: str) -> str:
    """Return the line with another beginning; what was written behind the old one stays."""
    rest = next((line.removeprefix(begun) for _tile, begun in STARTERS if line.startswith(begun)), line)
    return STARTERS[starter][1] + rest


def finished(line: str) -> str:
    """Return the line as it is kept when one leaves the screen: a beginning without an end is no line."""
    words = " ".join(line.split())
    return "" if words in [begun.strip() for _tile, begun in STARTERS] else words
