"""The door to the content: each file is read when it is first asked for, checked, and kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from kiosk import paths
from kiosk.content import reading
from kiosk.content.lines import Line
from kiosk.content.records import (
    Activity,
    Blank,
    Break,
    Card,
    Catalogue,
    Common,
    Group,
    Help,
    Job,
    JobBank,
    Languages,
    OwnHelp,
    ServiceWord,
)
from kiosk.content.search import Index

FIRST_LANGUAGE = "en"


class Content:
    """Everything we offer, in one language; a file that is not there in that language is taken in English.

    `site` is the library's own folder (`content_folder` of the settings). Its titles.toml and jobs/ID.toml
    add jobs or say better what ours say. Its places.toml adds offices to our kinds of help, and other kinds.
    Every attribute and method raises ContentError when its file is not right.
    """

    def __init__(
        self, language: str = FIRST_LANGUAGE, folder: Path = paths.CONTENT, site: Path | None = None
    ) -> None:
        self._language = language
        self._folder = folder
        self._site = site
        self._banks: dict[str, JobBank] = {}

    @cached_property
    def catalogue(self) -> Catalogue:
        """The jobs, what they are called, and their groups; the most common ones first."""
        ours = self._catalogue(self._file("titles.toml"), {})
        own = self._own("titles.toml")
        if own is None:
            return ours
        added = self._catalogue(own, ours.groups)
        return Catalogue(
            shared=ours.shared + added.shared,
            groups=MappingProxyType({**ours.groups, **added.groups}),
            jobs=MappingProxyType({**ours.jobs, **added.jobs}),
        )

    @property
    def jobs(self) -> Mapping[str, Job]:
        """The jobs by their ids."""
        return self.catalogue.jobs

    @cached_property
    def index(self) -> Index:
        """What finds a job by anything that a person types."""
        return Index(self.jobs, self.verbs)

    def bank(self, job: str) -> JobBank:
        """Return the lines, skills and cards for a job by its id."""
        if job not in self._banks:
            self._banks[job] = self._read_bank(job)
        return self._banks[job]

    @cached_property
    def blanks(self) -> Mapping[str, Blank]:
        """The blanks of lines, by their names."""
        return reading.named(self._file("blanks.toml"), Blank)

    @cached_property
    def cards(self) -> Mapping[str, Card]:
        """Cards, licences and certificates, by their ids."""
        return reading.named(self._file("cards.toml"), Card)

    @cached_property
    def activities(self) -> Mapping[str, Activity]:
        """What counts for a first job, by its id."""
        file = self._file("activities.toml")
        found = reading.named(file, Activity)
        for name, activity in found.items():
            self._check_blanks(file, name, activity.lines)
        return found

    @cached_property
    def breaks(self) -> Mapping[str, Break]:
        """What one can say, or not say, about time that is not shown."""
        return reading.named(self._file("breaks.toml"), Break)

    @cached_property
    def service_words(self) -> tuple[ServiceWord, ...]:
        """Words of the military and plain ones for them."""
        return tuple(reading.named(self._file("military.toml"), ServiceWord).values())

    @cached_property
    def languages(self) -> Languages:
        """Languages, and words for how well one speaks them."""
        return reading.record(self._file("languages.toml"), Languages)

    @cached_property
    def common(self) -> Common:
        """What anybody can pick, whatever the job was."""
        return reading.record(self._file("common.toml"), Common)

    @cached_property
    def verbs(self) -> Mapping[str, str]:
        """What lines start with: the form for a job that is over, and the one for a job that goes on."""
        return reading.named(self._file("verbs.toml"), str)

    @cached_property
    def places(self) -> Mapping[str, Help]:
        """Places that help, by kind: ours, with what the library added."""
        ours = reading.named(self._file("places.toml"), Help)
        own = self._own("places.toml")
        return _with_own(own, ours) if own else ours

    @property
    def ours(self) -> Content:
        """The same without anything of the library's own."""
        return Content(self._language, self._folder)

    def _file(self, name: str) -> Path:
        translated = self._folder / self._language / name
        return translated if translated.is_file() else self._folder / FIRST_LANGUAGE / name

    def _own(self, name: str) -> Path | None:
        """Return the library's own file of that name, if there is one."""
        file = self._site / name if self._site else None
        return file if file and file.is_file() else None

    @staticmethod
    def _catalogue(file: Path, groups: Mapping[str, Group]) -> Catalogue:
        """Return one file's jobs, whose groups are its own or among `groups`."""
        found = reading.record(file, Catalogue)
        for name, job in found.jobs.items():
            reading.check_known(file, f"jobs, {name}, group", [job.group], [*groups, *found.groups])
            titles = [job.name, *job.titles]
            reading.check_known(file, f"jobs, {name}, everyday", job.everyday.values(), titles)
        return found

    def _read_bank(self, job: str) -> JobBank:
        name = f"jobs/{job}.toml"
        file = self._own(name) or self._file(name)
        found = reading.record(file, JobBank)
        self._check_blanks(file, "lines", found.lines)
        reading.check_known(file, "cards", found.cards, self.cards)
        return found

    def _check_blanks(self, file: Path, place: str, lines: Iterable[Line]) -> None:
        for number, line in enumerate(lines, 1):
            reading.check_known(file, f"{place}, {number}", line.blanks, self.blanks)


def _with_own(file: Path, ours: Mapping[str, Help]) -> Mapping[str, Help]:
    """Return our kinds of help as the library completed them, then the library's own kinds."""
    own = reading.mixed(file, lambda name: OwnHelp if name in ours else Help)
    places = dict(ours)
    for name, said in own.items():
        if isinstance(said, Help):
            places[name] = said
        elif said.hidden:
            del places[name]
        else:
            places[name] = replace(ours[name], here=said.here)
    return places
