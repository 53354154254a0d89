"""What the person said about their way so far; it decides which screens are asked and what comes first.

Kept in the resume under `meta.kiosk.path`, like the look: undone, saved and opened with it. Nothing said
counts as having worked before.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any, Final

from kiosk.i18n import N_
from kiosk.render.types import Order
from kiosk.resume import hours
from kiosk.resume.model import Resume

_OURS: Final = "kiosk"
_KEY: Final = "path"


class Path(StrEnum):
    """One thing to say about one's way; several can be true."""

    FIRST_JOB = "first-job"
    WORKED = "worked"
    AWAY = "away"
    ABROAD = "abroad"
    MILITARY = "military"
    STUDENT = "student"


NAMES: Final[Mapping[Path, str]] = {
    Path.FIRST_JOB: N_("Yes, my first paid job"),
    Path.WORKED: N_("I have worked before"),
    Path.AWAY: N_("It has been a while"),
    Path.ABROAD: N_("I worked in another country"),
    Path.MILITARY: N_("I served in the military"),
    Path.STUDENT: N_("I go to school now"),
}
"""What each is called on the screen; marked for translation."""

_HAVE_WORKED: Final = frozenset({Path.WORKED, Path.AWAY, Path.ABROAD})
_WHILE_DAYS: Final = 2 * 365
"""After so many days without a job it has been a while."""
_USUAL: Final = frozenset({Path.WORKED})


def of(resume: Resume) -> frozenset[Path]:
    """Return what was said, and what is taken to be true where nothing was, or nothing that is known here."""
    kept = _ours(resume).get(_KEY)
    if not isinstance(kept, list):
        return _USUAL
    return frozenset(path for path in Path if path.value in kept)


def toggled(resume: Resume, path: Path) -> Resume:
    """Say that `path` is true, or no longer. Nobody's first job is one after others."""
    said = of(resume)
    if path in said:
        said -= {path}
    else:
        said -= _HAVE_WORKED if path is Path.FIRST_JOB else frozenset()
        said -= {Path.FIRST_JOB} if path in _HAVE_WORKED else frozenset()
        said |= {path}
    kept = [one.value for one in Path if one in said]
    return replace(resume, meta={**resume.meta, _OURS: {**_ours(resume), _KEY: kept}})


def usual_order(resume: Resume, usual: Order) -> Order:
    """Return what comes first on the page as long as nothing else was chosen."""
    return Order.FIRST_JOB if Path.FIRST_JOB in of(resume) else usual


def suggests_skills(resume: Resume, today: date | None = None) -> bool:
    """Whether skills first could serve this person better: after a break, said so or told by the jobs."""
    ends = [job.end_date for job in resume.work if job.end_date]
    over = bool(ends) and len(ends) == len(resume.work)
    now = today or date.today()
    return Path.AWAY in of(resume) or (over and (now - max(end.latest for end in ends)).days > _WHILE_DAYS)


def asks_for_jobs(resume: Resume) -> bool:
    """Whether jobs are asked for: not for a first job, unless there are some already."""
    return Path.FIRST_JOB not in of(resume) or bool(resume.work)


def school_first(resume: Resume) -> bool:
    """Whether school is asked before jobs and activities: for a first job, and while at school."""
    return bool(of(resume) & {Path.FIRST_JOB, Path.STUDENT})


def asks_for_hours(resume: Resume) -> bool:
    """Whether to ask when a person can work: for a first job, while at school, or when it was said before."""
    return school_first(resume) or bool(hours.of(resume))


def asks_what_else(resume: Resume) -> bool:
    """Whether to ask for what counts besides jobs: for a first one, after a break, while at school."""
    return bool(of(resume) & {Path.FIRST_JOB, Path.AWAY, Path.STUDENT}) or bool(resume.volunteer)


def _ours(resume: Resume) -> Mapping[str, Any]:
    ours = resume.meta.get(_OURS)
    return ours if isinstance(ours, dict) else {}
