"""A resume as JSON Resume 1.0.0 defines it (https://jsonresume.org/schema), in snake case.

Every object is frozen: a change makes a new resume that shares all it can with the old one, so that undo,
preview and saving can hold the same value. No object prints its contents: a log can never hold a person's
words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kiosk.resume.dates import PartialDate

Json = Any
"""What `json.loads` returns."""


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Entry:
    """What every object of a resume has: the keys of other programs, kept and written back.

    `extra` is a plain dict inside, so that a resume can be sent to the worker; nobody changes it.
    """

    extra: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Location(Entry):
    """Where the person lives. Nothing in it is required: city and region are enough."""

    address: str = ""
    postal_code: str = ""
    city: str = ""
    country_code: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Profile(Entry):
    """A page about the person on some network."""

    network: str = ""
    username: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Basics(Entry):
    """Who the person is and how to reach them. `image` is kept in the file and never printed."""

    name: str = ""
    label: str = ""
    image: str = ""
    email: str = ""
    phone: str = ""
    url: str = ""
    summary: str = ""
    location: Location = Location()
    profiles: tuple[Profile, ...] = ()


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Work(Entry):
    """A job. `name` is the employer; a start without an end means that the person still works there.

    Not so with `end_unread`, here and below: the text of an end that nobody can read, kept in the file.
    """

    name: str = ""
    location: str = ""
    description: str = ""
    position: str = ""
    url: str = ""
    start_date: PartialDate | None = None
    end_date: PartialDate | None = None
    end_unread: str = ""
    summary: str = ""
    highlights: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Volunteer(Entry):
    """Unpaid work that people counted on."""

    organization: str = ""
    position: str = ""
    url: str = ""
    start_date: PartialDate | None = None
    end_date: PartialDate | None = None
    end_unread: str = ""
    summary: str = ""
    highlights: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Education(Entry):
    """A school or a training."""

    institution: str = ""
    url: str = ""
    area: str = ""
    study_type: str = ""
    start_date: PartialDate | None = None
    end_date: PartialDate | None = None
    end_unread: str = ""
    score: str = ""
    courses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Award(Entry):
    """A prize."""

    title: str = ""
    date: PartialDate | None = None
    awarder: str = ""
    summary: str = ""


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Certificate(Entry):
    """A card, licence or certificate."""

    name: str = ""
    date: PartialDate | None = None
    url: str = ""
    issuer: str = ""


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Publication(Entry):
    """Something the person wrote."""

    name: str = ""
    publisher: str = ""
    release_date: PartialDate | None = None
    url: str = ""
    summary: str = ""


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Skill(Entry):
    """A skill, or a group of skills under one name."""

    name: str = ""
    level: str = ""
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Language(Entry):
    """A language and how well the person speaks it."""

    language: str = ""
    fluency: str = ""


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Interest(Entry):
    """Something the person likes to do."""

    name: str = ""
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Reference(Entry):
    """Somebody who speaks for the person, and what they say or how to reach them."""

    name: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Project(Entry):
    """Something the person made or took part in."""

    name: str = ""
    description: str = ""
    highlights: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    start_date: PartialDate | None = None
    end_date: PartialDate | None = None
    end_unread: str = ""
    url: str = ""
    roles: tuple[str, ...] = ()
    entity: str = ""
    type: str = ""


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Resume:
    """One person's resume. `meta` is JSON Resume's `meta` with all its keys, ours under `kiosk`.

    `schema` is the `$schema` of the file it came from, "" for that of 1.0.0; so is the version 1.0.0 no part
    of `meta`. Unknown keys of the top level, which the schema forbids there, live under
    `meta["kiosk"]["extra"]`; what could not be understood where it stood, under `meta["kiosk"]["unread"]`.
    """

    basics: Basics = Basics()
    work: tuple[Work, ...] = ()
    volunteer: tuple[Volunteer, ...] = ()
    education: tuple[Education, ...] = ()
    awards: tuple[Award, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    publications: tuple[Publication, ...] = ()
    skills: tuple[Skill, ...] = ()
    languages: tuple[Language, ...] = ()
    interests: tuple[Interest, ...] = ()
    references: tuple[Reference, ...] = ()
    projects: tuple[Project, ...] = ()
    meta: Mapping[str, Json] = field(default_factory=dict)
    schema: str = ""
