"""How full a page will be, guessed before it is laid out: where little is said, a look gives air.

A guess costs nothing; laying a page out twice would double the time of every preview. It is right within
a tenth for the sample patrons (tests/render/test_fullness.py measures it on the real pages).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kiosk.render.catalogue import Dates, Template
from kiosk.render.spacing import Spacing, spacing
from kiosk.render.types import Density, Paper, RenderJob
from kiosk.render.wording import employers, rows
from kiosk.resume.model import Basics, Education, Project, Resume, Volunteer, Work
from kiosk.resume.shapes import RESUME
from kiosk.resume.texts import printed_texts

_PAPER: Final = {Paper.LETTER: (612.0, 792.0), Paper.A4: (595.28, 841.89)}
"""Points."""
_LETTER_WIDTH: Final = 0.47
"""Ems, on the average of a text in the fonts that we have."""
_SHORT: Final = 0.62
"""Pages up to which it stays one page with the distances of a short one."""
_SURE: Final = 0.98
"""How much of a page may be counted on: the rest is lost where things stay together."""
_EASY: Final = 0.93
"""How much is so likely to go on a page that looser distances are worth a try: a wrong guess costs time."""
_HOPED: Final = 1.1
"""How much, guessed, may still go on a page when it is made tight: worth a try."""
_MANY: Final = 3.0
"""Pages from which one less makes no difference to anybody."""

_Told = Work | Volunteer | Education | Project


@dataclass(frozen=True, slots=True)
class Guess:
    """How full a page will be, and on how many pages it should then go."""

    density: Density
    pages: int


def guess(job: RenderJob, template: Template) -> Guess:
    """Return how full the page of a look will be: full is one that tight distances save a page of."""
    used = _fullness(job, template, Density.NORMAL)
    if used <= _SHORT:
        return Guess(Density.SHORT, 1)
    pages = math.ceil(used / _SURE)
    hoped = math.ceil(_fullness(job, template, Density.FULL) / _HOPED)
    return Guess(Density.FULL, hoped) if hoped < pages and used < _MANY else Guess(Density.NORMAL, pages)


def loosest(job: RenderJob, template: Template, steps: Sequence[Spacing], pages: int) -> int:
    """Return which of some distances is the first that some pages will surely hold, or else the last."""
    for number, spaced in enumerate(steps):
        if fullness(job.resume, spaced, job.paper, template.dates) <= _EASY * pages:
            return number
    return len(steps) - 1


def _fullness(job: RenderJob, template: Template, density: Density) -> float:
    return fullness(job.resume, spacing(template.page, job.size, density), job.paper, template.dates)


def fullness(resume: Resume, spaced: Spacing, paper: Paper, dates: Dates) -> float:
    """Return how many pages the resume will fill, about. `dates`: where they stand when it is not full."""
    width, height = _PAPER[paper]
    letters = (width - 2 * spaced.side) / (spaced.size * _LETTER_WIDTH)
    page = _Page(spaced, letters, dates)
    return page.height(resume) / (height - 2 * spaced.top)


class _Page:
    """Adds up heights, in points, as `assets/page` sets them."""

    def __init__(self, spaced: Spacing, letters: float, dates: Dates) -> None:
        self._spaced = spaced
        self._letters = letters
        self._is_full = spaced.density is Density.FULL
        self._at_margin = dates is Dates.RIGHT_MARGIN
        self._apart = dates is Dates.OWN_LINE and not self._is_full

    def height(self, resume: Resume) -> float:
        """Return the height of everything, if the page had no end."""
        listed = (resume.certificates, resume.references, resume.awards, resume.publications)
        entries = sum(self._entry(entry, more) for entry, more in _told(resume))
        return (
            self._header(resume.basics)
            + entries
            + self._lines(self._items(resume, listed))
            + self._headings(resume)
        )

    def _lines(self, texts: Iterable[str]) -> float:
        return self._spaced.line * sum(
            max(1, math.ceil(len(line) / self._letters)) for text in texts for line in text.splitlines()
        )

    def _header(self, basics: Basics) -> float:
        name = 2.9 * self._spaced.size if basics.name else 0.0
        label = 1.8 * self._spaced.size + self._spaced.step if basics.label else 0.0
        contact = [basics.location.address, basics.email or basics.phone, basics.url]
        profiles = [f"{profile.network} {profile.username} {profile.url}" for profile in basics.profiles]
        summary = [basics.summary]
        return name + label + self._lines([*contact, *profiles, *summary]) + 2 * self._spaced.step

    def _headings(self, resume: Resume) -> float:
        sections = sum(bool(getattr(resume, key.attr)) for key in RESUME.keys if key.attr != "basics")
        return sections * (6 * self._spaced.step + 1.45 * self._spaced.size)

    def _entry(self, entry: _Told, more: bool) -> float:
        """Return the height of a job or its like: what, for whom and maybe when, each on a line; the rest.

        `more` is a further role at the same employer.
        """
        lines = list(getattr(entry, "highlights", ()))
        apart = [
            *lines,
            getattr(entry, "summary", ""),
            getattr(entry, "url", ""),
            getattr(entry, "score", ""),
        ]
        apart += [getattr(entry, "description", "")] if not more else []
        courses = ", ".join(getattr(entry, "courses", ()))
        what, whom = _heads(entry)
        heads = ["-"] * (bool(what) + bool(whom and not more))
        if (entry.start_date or entry.end_date) and (self._apart or (len(heads) < 2 and not self._at_margin)):
            heads.append("-")
        gap = (1.5 if more else 3) + (bool(lines) and not self._is_full)
        return self._lines([*heads, *apart, courses]) + gap * self._spaced.step

    def _items(self, resume: Resume, listed: Iterable[Iterable[object]]) -> list[str]:
        """Return what stands on one line each."""
        texts = ["-" for section in listed for _entry in section]
        texts += [award.summary for award in resume.awards] + [work.summary for work in resume.publications]
        texts += ["-" for skill in resume.skills if skill.keywords or skill.level]
        bare = [skill.name for skill in resume.skills if not (skill.keywords or skill.level)]
        spoken = [f"{language.language} {language.fluency}" for language in resume.languages]
        texts += [*map(", ".join, rows(bare)), ", ".join(spoken)]
        return texts + [", ".join(printed_texts(Resume(interests=resume.interests)))]


def _told(resume: Resume) -> Iterator[tuple[_Told, bool]]:
    """Give jobs and their like, and whether each is a further role at the employer of the one before."""
    for group in employers(resume.work):
        yield from ((job, bool(number)) for number, job in enumerate(group))
    others: tuple[_Told, ...] = (*resume.volunteer, *resume.education, *resume.projects)
    yield from ((entry, False) for entry in others)


def _heads(entry: _Told) -> tuple[object, object]:
    """Return what it was, and for whom: each has a line where it is said; dates may end the second."""
    if isinstance(entry, Education):
        return entry.study_type or entry.area, entry.institution
    if isinstance(entry, Project):
        return entry.name, entry.roles or entry.entity or entry.type
    return entry.position, entry.name if isinstance(entry, Work) else entry.organization
