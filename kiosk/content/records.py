"""What the files of `assets/content/` hold: a dataclass for each kind of record. Its attributes are the keys.

A key without a default must be there. Texts are in the language of the folder, `es` is a Spanish meaning.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from kiosk.content.lines import Line


class BlankKind(StrEnum):
    """What belongs into a blank."""

    NUMBER = "number"
    WORDS = "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """A small box in a line. `ask` is what a screen reader says for it, `example` what could stand in it."""

    ask: str
    kind: BlankKind
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A kind of work: a tile of the screen that asks what job one wants."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A job and what people call it, for the search; its lines are in a file of its own (JobBank).

    `name` and `titles` can be printed: job ads use them. `everyday` maps words that people say or look for
    ("lunch lady", "Amazon", "limpieza") to the title that can be printed for them.
    """

    name: str
    group: str
    titles: tuple[str, ...]
    everyday: MappingProxyType[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """titles.toml. `shared` are the words that belong to more than one job on purpose."""

    jobs: MappingProxyType[str, Job]
    groups: MappingProxyType[str, Group] = field(default_factory=lambda: MappingProxyType({}))
    shared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class JobBank:
    """What one could say about a job: where it is done, what one uses and does, usual cards, lines."""

    settings: tuple[str, ...]
    uses: tuple[str, ...]
    does: tuple[str, ...]
    lines: tuple[Line, ...]
    cards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A card, licence or certificate. `note` says what it is; `runs_out`: ask until when it is good."""

    name: str
    note: str
    runs_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """What counts without a paid job. `ask` is the prompt, `title` and `where` are what can be printed."""

    name: str
    ask: str
    title: str
    where: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """Why some time is not shown. `title` and the line go on the page; a title of "" means: nothing does.

    `note` is for the person only.
    """

    choice: str
    title: str = ""
    past: str = ""
    now: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceWord:
    """A word of the military. `plain` can stand in its place on a resume; `note` says what it is."""

    code: str
    stands_for: str
    plain: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageLevel:
    """How well one speaks. `means` helps to choose; `printed` goes on the page."""

    name: str
    means: str
    printed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Languages:
    """languages.toml: levels from little to well, languages to choose from, and those that most speak."""

    levels: MappingProxyType[str, LanguageLevel]
    usual: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """common.toml: what anybody can pick, whatever the job was: what one studied, and how one works."""

    subjects: tuple[str, ...]
    ways: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """A free national number. `checked` is the day on which somebody last made sure of it, as 2026-11-26."""

    name: str
    number: str
    checked: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalPlace:
    """An office near this library: what staff write into their own places.toml."""

    name: str
    address: str = ""
    phone: str = ""
    hours: str = ""
    languages: str = ""
    cost: str = ""
    note: str = ""
    checked: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """A kind of place that helps. `find` says how to find one where the library has named none."""

    name: str
    what: str
    who: str
    bring: tuple[str, ...] = ()
    find: str = ""
    urgent: bool = False
    phones: tuple[Phone, ...] = ()
    here: tuple[LocalPlace, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnHelp:
    """What a library says under the name of one of our kinds: its offices, or that the kind is not shown."""

    here: tuple[LocalPlace, ...] = ()
    hidden: bool = False
