"""What comes first on a page: its sections, and within them the newest, where the dates tell it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final, Protocol, TypeVar

from kiosk.render.types import Order
from kiosk.resume import ours
from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Resume


class _Span(Protocol):
    @property
    def start_date(self) -> PartialDate | None: ...
    @property
    def end_date(self) -> PartialDate | None: ...
    @property
    def end_unread(self) -> str: ...


T = TypeVar("T")
S = TypeVar("S", bound=_Span)
Days = tuple[int, int]
"""The first and the last day that a date can mean."""

_LAST: Final = ("projects", "awards", "publications", "interests", "references")
HOURS: Final = "hours"
"""The part that says when one can work."""
SECTIONS: Final = {
    Order.BY_DATE: ("work", "education", "certificates", "skills", "languages", "volunteer", *_LAST),
    Order.SKILLS_FIRST: ("skills", "languages", "work", "education", "certificates", "volunteer", *_LAST),
    Order.FIRST_JOB: ("education", "experience", "skills", "languages", "certificates", *_LAST),
}
"""The parts of the page after the summary; "experience" is work and volunteer work in one."""


def sections(resume: Resume, order: Order) -> tuple[str, ...]:
    """Return the parts of a page in order. Who worked in another country is read for their languages first;
    only the page of a first job says when one can work.
    """
    found = list(SECTIONS[order])
    path = ours.value(resume, "path")
    if order is Order.BY_DATE and isinstance(path, list) and "abroad" in path:
        found.remove("languages")
        found.insert(0, "languages")
    if order is Order.FIRST_JOB:
        found.insert(found.index("references"), HOURS)
    return tuple(found)


_GOES_ON: Days = (date.max.toordinal(), date.max.toordinal())
_ANY_DAY: Days = (0, date.max.toordinal())


def by_date(resume: Resume) -> Resume:
    """Return the resume with the newest entries of each section first.

    By the end, then by the start. The file's order stays wherever the dates do not say otherwise: 2016 and
    March 2016 may be either way round, and an entry without dates keeps its place. What may have ended is not
    said to go on.
    """
    return replace(
        resume,
        work=_spans(resume.work),
        volunteer=_spans(resume.volunteer),
        education=_spans(resume.education),
        projects=_spans(resume.projects),
        awards=_single(resume.awards, [award.date for award in resume.awards]),
        certificates=_single(resume.certificates, [card.date for card in resume.certificates]),
        publications=_single(resume.publications, [work.release_date for work in resume.publications]),
    )


def _spans(entries: tuple[S, ...]) -> tuple[S, ...]:
    entries = tuple(map(_as_far_as_known, entries))
    return _sorted(
        entries,
        [
            (_days(entry.end_date, _GOES_ON), _days(entry.start_date, _ANY_DAY))
            if entry.end_date or entry.start_date
            else None
            for entry in entries
        ],
    )


def _as_far_as_known(entry: S) -> S:
    """Let an entry whose end nobody can read end with its start, the last that is sure: it may not go on."""
    if entry.end_date is None and entry.end_unread:
        return replace(entry, end_date=entry.start_date)  # type: ignore[type-var]  # all are dataclasses
    return entry


def _single(entries: tuple[T, ...], dates: list[PartialDate | None]) -> tuple[T, ...]:
    return _sorted(entries, [(_days(day, _ANY_DAY), _ANY_DAY) if day else None for day in dates])


def _days(when: PartialDate | None, unknown: Days) -> Days:
    return (when.earliest.toordinal(), when.latest.toordinal()) if when else unknown


def _sorted(entries: tuple[T, ...], keys: list[tuple[Days, Days] | None]) -> tuple[T, ...]:
    """Take, again and again, the first entry that none of those left is surely newer than.

    A sort key could not express this, because "not surely newer" does not pass from one pair to the next.
    Entries without a key stay where they are.
    """
    dated = [(index, key) for index, key in enumerate(keys) if key]
    newer = {index: {other for other, its_key in dated if _is_newer(its_key, key)} for index, key in dated}
    moved = list(entries)
    for place, _key in dated:
        index = next((one for one in newer if not newer[one]), next(iter(newer)))
        del newer[index]
        for others in newer.values():
            others.discard(index)
        moved[place] = entries[index]
    return tuple(moved)


def _is_newer(one: tuple[Days, Days], other: tuple[Days, Days]) -> bool:
    """Whether the dates say that `one` belongs before `other`: by the end, else by the start."""
    for (mine_first, mine_last), (first, last) in zip(one, other, strict=True):
        if mine_first > last:
            return True
        if mine_last < first:
            return False
    return False
