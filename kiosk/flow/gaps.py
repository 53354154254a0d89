"""Time that is not shown (rule R24), and the one short line that may fill it.

A gap is 12 months or more of the last 10 years in which surely nothing is shown: no job, school, care,
service or volunteer work. A date without a month counts as the whole year, so that years alone make a gap
when they are two or more apart. Time before the first entry is none, and a first job has none.

What one did then becomes an entry among the jobs, so that the page shows it with its years in its place;
`extra.kiosk.gap` knows it again. What was answered is kept under `meta.kiosk.gaps`: each is asked about once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from kiosk.flow import entries, jobs, paths
from kiosk.flow.keys import read, written
from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Education, Resume, Volunteer, Work

if TYPE_CHECKING:
    from kiosk.content.records import Break

SHORTEST: Final = 12
"""Months."""
YEARS_BACK: Final = 10
LONGEST_COURSE: Final = 48
"""Months that somebody who will finish school may have been there: the screens ask for its end alone."""
KIND: Final = jobs.GAP
SAID: Final = "meta.kiosk.gaps"
NOT_SAID: Final = "rather-not-say"
"""The id of the choice that adds nothing."""

Dated = Work | Volunteer | Education


@dataclass(frozen=True, slots=True)
class Gap:
    """From the end of what came before to the beginning of what came after; None when that is now."""

    after: PartialDate
    until: PartialDate | None

    @property
    def key(self) -> str:
        """What the gap is called in the file."""
        return f"{self.after}/{self.until or ''}"

    @property
    def start(self) -> PartialDate:
        """The year in which it begins."""
        return PartialDate(self.after.year + (self.after.month == 12))

    @property
    def end(self) -> PartialDate | None:
        """The year in which it ends, None when it goes on."""
        return PartialDate(self.until.year - (self.until.month == 1)) if self.until else None


@dataclass(frozen=True, slots=True)
class _Span:
    """Months that are shown, counted from the year 0, and the dates that said so."""

    first: int
    last: int
    start: PartialDate
    end: PartialDate | None


def found(resume: Resume, today: date | None = None) -> tuple[Gap, ...]:
    """Return the gaps, the newest first, also those that were answered."""
    if paths.Path.FIRST_JOB in paths.of(resume):
        return ()
    now = _month(today or jobs.today())
    spans = sorted(_spans(resume, now), key=lambda span: (span.first, span.last))
    return tuple(reversed([gap for gap in _between(spans, now) if gap is not None]))


def still_open(resume: Resume, today: date | None = None) -> tuple[Gap, ...]:
    """Return the gaps that nothing was said about yet."""
    return tuple(gap for gap in found(resume, today) if not _said(resume, gap))


def entry_of(resume: Resume, gap: Gap) -> int | None:
    """Return which of the jobs is the line that fills the gap."""
    last = gap.end.year if gap.end else 9999
    for index, job in enumerate(resume.work):
        if is_line(job) and job.start_date and gap.start.year <= job.start_date.year <= last:
            return index
    return None


def is_line(job: Work) -> bool:
    """Whether a job is the line of a gap."""
    return bool(read(job, KIND))


def answer(resume: Resume, gap: Gap) -> str:
    """Return the id of what was chosen, NOT_SAID where that adds nothing, "" where nothing was."""
    index = entry_of(resume, gap)
    if index is not None:
        return str(read(resume.work[index], KIND))
    return NOT_SAID if _said(resume, gap) else ""


def answered(resume: Resume, gap: Gap, choice: str, chosen: Break) -> Resume:
    """Say what one did then. What was said before about this gap goes."""
    index = entry_of(resume, gap)
    if index is not None:
        resume = entries.remove(resume, "work", index)
    if chosen.title:
        at = index if index is not None else _place(resume, gap)
        resume = entries.insert(resume, "work", at, _line(gap, choice, chosen))
    said = read(resume, SAID)
    kept = {**(said if isinstance(said, dict) else {}), gap.key: choice}
    told: Resume = written(resume, SAID, kept)
    return told


def _line(gap: Gap, choice: str, chosen: Break) -> Work:
    line = chosen.past if gap.end else chosen.now
    job = Work(position=chosen.title, start_date=gap.start, end_date=gap.end, highlights=(line,))
    made: Work = written(job, KIND, choice)
    return made


def _place(resume: Resume, gap: Gap) -> int:
    """Return where among the jobs, the newest first, the line belongs: above the first older one."""
    for index, job in enumerate(resume.work):
        ended = job.end_date or (job.start_date if job.end_unread else None)
        if ended is not None and ended.earliest <= gap.after.latest:
            return index
    return len(resume.work)


def _said(resume: Resume, gap: Gap) -> bool:
    said = read(resume, SAID)
    return isinstance(said, dict) and gap.key in said


def _between(spans: Iterable[_Span], now: int) -> Iterator[Gap | None]:
    """Walk along what is shown and yield what is not, up to now."""
    before: _Span | None = None
    for span in spans:
        if before is not None:
            yield _gap(before, span.first, span.start, now)
        if before is None or span.last > before.last:
            before = span
    if before is not None:
        yield _gap(before, now, None, now)


def _gap(before: _Span, until: int, start: PartialDate | None, now: int) -> Gap | None:
    since = max(before.last + 1, now - 12 * YEARS_BACK)
    if before.end is None or min(until, now) - since < SHORTEST:
        return None
    return Gap(before.end, start if start and _month(start.earliest) <= now else None)


def _spans(resume: Resume, now: int) -> Iterator[_Span]:
    jobs_shown = (job for job in resume.work if not is_line(job))
    shown: tuple[Dated, ...] = (*jobs_shown, *resume.volunteer, *resume.education)
    for entry in shown:
        span = _span(entry, now)
        if span is not None:
            yield span


def _span(entry: Dated, now: int) -> _Span | None:
    """Return the months that an entry covers; to now where it goes on or nobody can read its end."""
    start, end = entry.start_date or entry.end_date, entry.end_date
    if start is None:
        return None
    first = _month(start.earliest)
    if isinstance(entry, Education) and entry.start_date is None and first > now:
        first = min(now, first - LONGEST_COURSE)  # who will finish is there now, and has been for a while
    if end is not None and _month(end.latest) < first:
        end = start  # one of the two is a slip
    return _Span(first, _month(end.latest) if end else max(first, now), start, end)


def _month(day: date) -> int:
    return 12 * day.year + day.month - 1
