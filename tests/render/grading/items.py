"""What a page must say and in which order, told from the resume alone and from no template.

Everything that was typed or chosen is an item, also what this program keeps beside JSON Resume: the country
of a school, until when a card is good, and on the page of a first job when one can work.

A machine must meet title, employer, place, dates and lines of a job in that order, and the sections in the
order that the person chose. Where a look may choose (the lines of the header), the order is that of its own
text file, so that every format must agree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from itertools import groupby
from typing import Any, Final

from kiosk import i18n
from kiosk.render import months
from kiosk.render.order import by_date
from kiosk.render.tidy import tidy
from kiosk.render.types import Order, RenderJob
from kiosk.resume.model import Education, Entry, Project, Resume, Work
from kiosk.resume.texts import printed_texts

from .order import closed_up


class Tag(Enum):
    """What an item is, for those who are told: a screen reader, Word."""

    NAME = auto()
    SECTION = auto()
    ENTRY = auto()
    LINE = auto()
    LINK = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Item:
    """A text that must be on the page as a whole."""

    text: str
    tag: Tag = Tag.TEXT


_LAST: Final = "projects awards publications interests"
ORDERS: Final = {
    Order.BY_DATE: f"work education certificates skills languages volunteer {_LAST} references",
    Order.SKILLS_FIRST: f"skills languages work education certificates volunteer {_LAST} references",
    Order.FIRST_JOB: f"education experience skills languages certificates {_LAST} hours references",
}
"""What the three orders promise, written once more: the program is not asked whether it is right."""

HEADINGS: Final = {
    "work": "Work",
    "experience": "Experience",
    "volunteer": "Volunteer work",
    "education": "Education",
    "certificates": "Certificates",
    "skills": "Skills",
    "languages": "Languages",
    "projects": "Projects",
    "awards": "Awards",
    "publications": "Publications",
    "interests": "Interests",
    "references": "References",
    "hours": "When I can work",
}
"""What stands above each section, in English; the catalogue `resume` has it in other languages."""


_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PARTS: Final = {"morning": "mornings", "afternoon": "afternoons", "night": "nights"}
_HAS: Final = {"ride": "Own way to get to work", "license": "Driver's license"}


def sections(resume: Resume, order: Order) -> list[str]:
    """Return the parts of a page; who worked in another country is read for their languages first."""
    found = ORDERS[order].split()
    if order is Order.BY_DATE and "abroad" in _ours(resume).get("path", ()):
        found.sort(key=lambda section: section != "languages")
    return found


def typed(job: RenderJob) -> Iterator[str]:
    """Give every text that the person typed and that a page must have, whatever the words around it."""
    yield from printed_texts(job.resume)
    for school in job.resume.education:
        yield from (str(_kept(school, key)) for key in ("country", "equal") if _kept(school, key))
    if job.order is Order.FIRST_JOB and (start := _ours(job.resume).get("when", {}).get("start")):
        yield start


def items(job: RenderJob, text: str) -> list[Item]:
    """Return everything that the page of a job must say, in order; `text` is the look's own text file."""
    return list(_Page(job).items(text))


class _Page:
    def __init__(self, job: RenderJob) -> None:
        self._resume = by_date(tidy(job.resume))
        self._sections = sections(self._resume, job.order)
        self._word = i18n.catalogue("resume", job.language).gettext
        self._day = partial(months.day, _=self._word)
        self._span = partial(months.span, today=job.today, _=self._word)
        self._school = partial(months.school_span, today=job.today, _=self._word)
        self._until = partial(months.good_until, _=self._word)

    def items(self, text: str) -> Iterator[Item]:
        yield from _some(Tag.NAME, self._resume.basics.name)
        reference = closed_up(text)
        for group in sorted(
            _header(self._resume), key=lambda group: reference.find(closed_up(group[0].text))
        ):
            yield from group
        yield from _lines(self._resume.basics.summary)
        for section in self._sections:
            found = list(getattr(self, f"_{section}")())
            if found:
                yield Item(self._word(HEADINGS[section]), Tag.SECTION)
                yield from found

    def _experience(self) -> Iterator[Item]:
        yield from self._work()
        yield from self._volunteer()

    def _work(self) -> Iterator[Item]:
        for employer, roles in groupby(
            self._resume.work, key=lambda job: " ".join(job.name.casefold().split())
        ):
            first: Work | None = None
            for job in roles:
                yield from self._job(job, first)
                first = (first or job) if employer else None

    def _job(self, job: Work, first: Work | None) -> Iterator[Item]:
        """Give one role; what is the same as with the first one at the employer is said there alone."""
        said = (first.location, first.description, first.url) if first else ("", "", "")
        yield from _some(Tag.ENTRY, job.position or job.name)
        if job.position and not first:
            yield from _some(Tag.TEXT, job.name)
        if job.location != said[0]:
            yield from _some(Tag.TEXT, job.location)
        yield from _some(Tag.TEXT, self._span(job.start_date, job.end_date))
        if job.description != said[1]:
            yield from _lines(job.description)
        if job.url != said[2]:
            yield from _some(Tag.LINK, job.url)
        yield from _lines(job.summary)
        yield from _some(Tag.LINE, *job.highlights)

    def _volunteer(self) -> Iterator[Item]:
        for role in self._resume.volunteer:
            yield from _some(Tag.ENTRY, role.position or role.organization)
            yield from _some(Tag.TEXT, role.organization if role.position else "")
            yield from _some(Tag.TEXT, self._span(role.start_date, role.end_date))
            yield from _some(Tag.LINK, role.url)
            yield from _lines(role.summary)
            yield from _some(Tag.LINE, *role.highlights)

    def _education(self) -> Iterator[Item]:
        for school in self._resume.education:
            yield from _degree(school)
            going = _kept(school, "going") is True
            yield from _some(Tag.TEXT, self._school(school.start_date, school.end_date, going=going))
            yield from _some(Tag.LINK, school.url)
            yield from _some(Tag.TEXT, _kept(school, "equal"), school.score, *school.courses)

    def _certificates(self) -> Iterator[Item]:
        for card in self._resume.certificates:
            until = self._until(_kept(card, "until"))
            yield from _some(Tag.TEXT, card.name, card.issuer, self._day(card.date), until)
            yield from _some(Tag.LINK, card.url)

    def _skills(self) -> Iterator[Item]:
        for skill in self._resume.skills:
            yield from _some(Tag.TEXT, skill.name, skill.level, *skill.keywords)

    def _languages(self) -> Iterator[Item]:
        for spoken in self._resume.languages:
            yield from _some(Tag.TEXT, spoken.language, spoken.fluency)

    def _projects(self) -> Iterator[Item]:
        for project in self._resume.projects:
            yield from self._project(project)

    def _project(self, project: Project) -> Iterator[Item]:
        yield from _some(Tag.ENTRY, project.name)
        yield from _some(Tag.TEXT, *project.roles, project.entity, project.type)
        yield from _some(Tag.TEXT, self._span(project.start_date, project.end_date))
        yield from _lines(project.description)
        yield from _some(Tag.LINK, project.url)
        yield from _some(Tag.TEXT, *project.keywords)
        yield from _some(Tag.LINE, *project.highlights)

    def _awards(self) -> Iterator[Item]:
        for award in self._resume.awards:
            yield from _some(Tag.TEXT, award.title, award.awarder, self._day(award.date))
            yield from _lines(award.summary)

    def _publications(self) -> Iterator[Item]:
        for work in self._resume.publications:
            yield from _some(Tag.TEXT, work.name, work.publisher, self._day(work.release_date))
            yield from _some(Tag.LINK, work.url)
            yield from _lines(work.summary)

    def _interests(self) -> Iterator[Item]:
        for interest in self._resume.interests:
            yield from _some(Tag.TEXT, interest.name, *interest.keywords)

    def _hours(self) -> Iterator[Item]:
        when = _ours(self._resume).get("when", {})
        told = [self._parts(day[:3].lower(), when.get("days", ())) for day in _DAYS]
        for parts, days in groupby(zip(told, _DAYS, strict=True), key=lambda each: each[0]):
            names = [self._word(day) for _parts, day in days]
            if parts:
                yield Item(names[0] if len(names) == 1 else f"{names[0]} – {names[-1]}")
                yield from _some(Tag.TEXT, *parts)
        if when.get("start"):
            yield from _some(Tag.TEXT, self._word("Can start"), when["start"])
        yield from _some(Tag.TEXT, *(self._word(has) for key, has in _HAS.items() if when.get(key) is True))

    def _parts(self, day: str, times: Sequence[str]) -> list[str]:
        parts = [self._word(name) for part, name in _PARTS.items() if f"{day}-{part}" in times]
        return [self._word("any time")] if len(parts) == len(_PARTS) else parts

    def _references(self) -> Iterator[Item]:
        for person in self._resume.references:
            yield from _some(Tag.TEXT, person.name, person.reference)


def _ours(thing: Resume) -> dict[str, Any]:
    """Return what this program keeps of a resume that JSON Resume has no key for."""
    found = thing.meta.get("kiosk")
    return found if isinstance(found, dict) else {}


def _kept(entry: Entry, key: str) -> Any:
    """Return what it keeps of an entry, "" for nothing."""
    found = entry.extra.get("kiosk")
    return found.get(key, "") if isinstance(found, dict) else ""


def _some(tag: Tag, *texts: str) -> Iterator[Item]:
    return (Item(text, tag) for text in texts if text)


def _lines(text: str) -> Iterator[Item]:
    return _some(Tag.TEXT, *(line.strip() for line in text.splitlines()))


def _degree(school: Education) -> Iterator[Item]:
    """Give what was learned, and the school; a school without that is the title itself."""
    told: list[str] = [school.study_type, school.area, school.institution, _kept(school, "country")]
    first, *others = [text for text in told if text] or [""]
    yield from _some(Tag.ENTRY, first)
    yield from _some(Tag.TEXT, *others)


def _header(resume: Resume) -> list[list[Item]]:
    """Return what the header says besides the name: each group stays together, a look orders the groups."""
    basics = resume.basics
    town = ", ".join(part for part in (basics.location.city, basics.location.region) if part)
    address = [line.strip() for line in basics.location.address.splitlines()]
    groups = [
        list(_some(Tag.TEXT, basics.label)),
        list(_some(Tag.TEXT, *address, town, basics.location.postal_code)),
        list(_some(Tag.TEXT, basics.phone)),
        list(_some(Tag.LINK, basics.email)),
        list(_some(Tag.LINK, basics.url)),
    ]
    for page in basics.profiles:
        # A name that the address says already need not be said again.
        username = "" if page.username in page.url else page.username
        groups.append([*_some(Tag.TEXT, page.network, username), *_some(Tag.LINK, page.url)])
    return [group for group in groups if group]
