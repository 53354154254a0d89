"""What can be picked instead of typed, found by the job titles that the person wrote.

Where a file of the library's own is not right, nothing is offered there and the person types; the log tells
the staff where.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TypeVar

from kiosk import logs
from kiosk.content.records import Activity, Blank, Break, Help, Job, JobBank, LanguageLevel, ServiceWord
from kiosk.content.search import Found, plain
from kiosk.content.store import Content
from kiosk.errors import KioskError
from kiosk.flow import picking
from kiosk.resume.model import Resume

MOST_TITLES = 4
MOST_CANDIDATES = 4
MOST_IN_A_KIND = 8
MOST_SKILLS = 10
USUAL_CARDS = ("driver-license", "cpr", "food-handler", "forklift")
SHORTEST = 2  # letters: one letter finds everything
UNPAID = "activity/"
NOTHING = JobBank(settings=(), uses=(), does=(), lines=())

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A job that a title could mean: its id, and what it is called."""

    job: str
    name: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of work: its id, and what it is called."""

    id: str
    name: str


class Offers:
    """The bank, asked by what is in a resume."""

    def __init__(self, content: Content | None = None) -> None:
        self._content = content or Content()

    def warm_up(self) -> None:
        """Do the slow part, so that nobody waits for it later: for another thread, before the first job."""
        self._or_else(lambda: (self._content.index, self._content.blanks), None)
        for job in self.jobs(paid=False):
            self.bank(job)  # all of them are looked through when the end of a job changes

    def titles(self, typed: str, near: Sequence[str] = ()) -> tuple[str, ...]:
        """Return job titles that could be meant by what was typed so far.

        For nothing, those `near` (titles that the person wrote elsewhere) with their other names, then the
        commonest.
        """
        if len(plain(typed)) >= SHORTEST:
            return tuple(found.title for found in self._found(typed)[:MOST_TITLES])
        common: tuple[str, ...] = self._or_else(self._common, ())
        alike = _mixed([(title, *self.other_names(title)) for title in near if title])
        return tuple(dict.fromkeys((*alike, *common)))[:MOST_TITLES]

    def kinds(self) -> tuple[Kind, ...]:
        """Return the kinds of work there are jobs of, in the order of the bank."""
        return self._or_else(self._kinds, ())

    def titles_of(self, kind: str) -> tuple[str, ...]:
        """Return titles of one kind of work, fairly from each of its jobs."""
        return self._or_else(lambda: self._titles_of(kind), ())

    def other_names(self, title: str) -> tuple[str, ...]:
        """Return what else the job of a title is called in job ads; nothing where the title is not clear."""
        if len(plain(title)) < SHORTEST or not self.is_clear(title):
            return ()
        return self._or_else(lambda: self._other_names(title), ())

    def activities(self) -> tuple[Activity, ...]:
        """Return what counts without a paid job."""
        return self._or_else(lambda: tuple(self._content.activities.values()), ())

    def breaks(self) -> Mapping[str, Break]:
        """Return what one can say about time that is not shown."""
        return self._or_else(lambda: self._content.breaks, {})

    def candidates(self, title: str, *, paid: bool = True) -> tuple[Candidate, ...]:
        """Return the jobs whose lines could fit a title: one when it is clear. Not `paid`: activities too."""
        if not paid and (unpaid := self._unpaid(title)):
            return unpaid
        found = self._found(title)
        found = found[:1] if self.is_clear(title) else found
        jobs = list(dict.fromkeys(one.job for one in found))[:MOST_CANDIDATES]
        return tuple(Candidate(job, self._content.jobs[job].name) for job in jobs)

    def is_clear(self, title: str, *, paid: bool = True) -> bool:
        """Return whether a title is one of those in the bank, word for word."""
        if not paid and (unpaid := self._unpaid(title)):
            return len(unpaid) == 1
        found = self._found(title)
        return bool(found) and plain(title) in (plain(found[0].title), plain(found[0].words))

    def job_of(self, title: str, lines: tuple[str, ...], *, paid: bool = True) -> str:
        """Return the job that a title clearly means, or that ticked lines come from; "" when unknown."""
        candidates = self.candidates(title, paid=paid)
        if len(candidates) == 1:
            return candidates[0].job
        return next((one.job for one in candidates if self._is_in(one.job, lines)), "")

    def jobs(self, *, paid: bool = True) -> tuple[str, ...]:
        """Return all jobs that have lines. Not `paid`: activities too, and first."""
        activities: Mapping[str, Activity] = (
            {} if paid else self._or_else(lambda: self._content.activities, {})
        )
        known: Mapping[str, Job] = self._or_else(lambda: self._content.jobs, {})
        return (*(UNPAID + name for name in activities), *known)

    def bank(self, job: str) -> JobBank:
        """Return what can be picked for a job, nothing for ""."""
        return self._or_else(lambda: self._bank(job), NOTHING) if job else NOTHING

    def blank(self, name: str) -> Blank:
        """Return what a blank of a line asks for."""
        return self._content.blanks[name]

    def banks(self, resume: Resume) -> tuple[JobBank, ...]:
        """Return the banks of a person's jobs and of the job wanted, each once, the newest job first."""
        jobs = [self._likeliest(work.position, work.highlights) for work in resume.work]
        jobs.append(self._likeliest(resume.basics.label, ()))
        return tuple(self.bank(job) for job in dict.fromkeys(jobs) if job)

    def skills(self, resume: Resume) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return what a person's jobs use and what one does there, each once, fairly from every job."""
        banks = self.banks(resume)
        return _mixed([bank.does for bank in banks]), _mixed([bank.uses for bank in banks])

    def ways(self) -> tuple[str, ...]:
        """Return how one can work, whatever the work."""
        return self._or_else(lambda: self._content.common.ways, ())

    def subjects(self, typed: str) -> tuple[str, ...]:
        """Return what many people studied that has a word beginning with what was typed; all for nothing."""
        begun = plain(typed)
        subjects: tuple[str, ...] = self._or_else(lambda: self._content.common.subjects, ())
        return tuple(one for one in subjects if f" {begun}" in f" {plain(one)}")

    def cards(self, resume: Resume) -> tuple[str, ...]:
        """Return the cards of a person's jobs, and then those that many people have."""
        return self._or_else(lambda: self._cards(resume), ())

    def runs_out(self, card: str) -> bool | None:
        """Return whether a card of that name is good only for some years, None for one that is unknown."""
        return self._or_else(lambda: self._runs_out(card), None)

    def languages(self) -> tuple[str, ...]:
        """Return the languages that are spoken most here."""
        return self._or_else(lambda: self._content.languages.usual, ())

    def levels(self) -> tuple[LanguageLevel, ...]:
        """Return how well a language can be spoken, from little to well."""
        return self._or_else(lambda: tuple(self._content.languages.levels.values()), ())

    def service_words(self) -> tuple[ServiceWord, ...]:
        """Return words of the military, with plain ones."""
        return self._or_else(lambda: self._content.service_words, ())

    def places(self) -> tuple[Help, ...]:
        """Return places that help, those that cannot wait first; ours where the library's have a slip."""
        ours: Mapping[str, Help] = self._or_else(lambda: self._content.ours.places, {})
        places = self._or_else(lambda: self._content.places, ours)
        return tuple(sorted(places.values(), key=lambda one: not one.urgent))

    def _kinds(self) -> tuple[Kind, ...]:
        used = {job.group for job in self._content.jobs.values()}
        groups = self._content.catalogue.groups
        return tuple(Kind(group, about.name) for group, about in groups.items() if group in used)

    def _titles_of(self, kind: str) -> tuple[str, ...]:
        jobs = [job for job in self._content.jobs.values() if job.group == kind]
        return _mixed([(job.name, *job.titles) for job in jobs])[:MOST_IN_A_KIND]

    def _other_names(self, title: str) -> tuple[str, ...]:
        job = self._content.jobs[self._found(title)[0].job]
        return tuple(name for name in (job.name, *job.titles) if plain(name) != plain(title))

    def _cards(self, resume: Resume) -> tuple[str, ...]:
        known = self._content.cards
        ids = dict.fromkeys((*_mixed([bank.cards for bank in self.banks(resume)]), *USUAL_CARDS))
        return tuple(known[card].name for card in ids if card in known)[:MOST_SKILLS]

    def _runs_out(self, card: str) -> bool | None:
        named = (one.runs_out for one in self._content.cards.values() if plain(one.name) == plain(card))
        return next(named, None)

    def _bank(self, job: str) -> JobBank:
        if job.startswith(UNPAID):
            return replace(NOTHING, lines=self._content.activities[job.removeprefix(UNPAID)].lines)
        return self._content.bank(job)

    def _unpaid(self, title: str) -> tuple[Candidate, ...]:
        activities: Mapping[str, Activity] = self._or_else(lambda: self._content.activities, {})
        return tuple(
            Candidate(UNPAID + name, activity.name)
            for name, activity in activities.items()
            if plain(activity.title) == plain(title)
        )

    def _likeliest(self, title: str, lines: tuple[str, ...]) -> str:
        found = self.candidates(title)
        return self.job_of(title, lines) or (found[0].job if found else "")

    def _is_in(self, job: str, lines: tuple[str, ...]) -> bool:
        return any(picking.pick_of(line, lines) for line in self.bank(job).lines)

    def _found(self, typed: str) -> tuple[Found, ...]:
        return self._or_else(lambda: self._content.index.find(typed), ())

    def _common(self) -> tuple[str, ...]:
        return tuple(job.name for job in self._content.jobs.values())[:MOST_TITLES]

    @staticmethod
    def _or_else(work: Callable[[], T], otherwise: T) -> T:
        try:
            return work()
        except KioskError as error:
            logs.bug(error)
            return otherwise


def _mixed(lists: list[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the first of each list, then the second of each, and so on, up to MOST_SKILLS."""
    turns = (word for turn in zip_longest(*lists) for word in turn if word)
    return tuple(dict.fromkeys(turns))[:MOST_SKILLS]
