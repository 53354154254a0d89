"""The keys of JSON Resume 1.0.0 as a table: what each holds, its attribute, its older names.

Facts from the schema (https://jsonresume.org/schema) and, for the older names, from its change log. The order
is the schema's, and the order in which files are written.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto

from kiosk.resume import model


class Kind(Enum):
    """What a key holds."""

    LINE = auto()
    PARAGRAPH = auto()
    PICTURE = auto()
    EMAIL = auto()
    URL = auto()
    DATE = auto()
    FULL_DATE = auto()
    """A date that 1.0.0 can hold only when year, month and day are known."""
    LINES = auto()
    WORDS = auto()
    PARAGRAPHS = auto()
    OBJECT = auto()
    OBJECTS = auto()


LISTS = frozenset({Kind.LINES, Kind.WORDS, Kind.PARAGRAPHS})
DATES = frozenset({Kind.DATE, Kind.FULL_DATE})


@dataclass(frozen=True, slots=True, eq=False)
class Key:
    """One key of an object. `older`: its names before 1.0.0; `shape`: that of the objects in it."""

    name: str
    kind: Kind = Kind.LINE
    older: tuple[str, ...] = ()
    shape: Shape | None = None
    attr: str = field(init=False)
    """The attribute of the model: studyType is study_type."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "attr", re.sub("([A-Z])", r"_\1", self.name).lower())


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """The keys of one kind of object, which `make` makes. A bare text in its place is its `main` key."""

    make: Callable[..., model.Entry | model.Resume]
    main: str
    keys: tuple[Key, ...]
    _found: dict[str, tuple[int, Key]] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_found", _names(self.keys))

    def find(self, name: str) -> tuple[int, Key] | None:
        """Return the key that `name` means and 0 for its own name, 1 for an older one, 2 for a variant."""
        exact = self._found.get(name)
        if exact:
            return exact
        near = self._found.get(_folded(name)) if len(name) <= LONGEST_NAME else None
        return (2, near[1]) if near else None


LONGEST_NAME = 40
"""No name of a key is longer, so longer ones need no folding."""


def _folded(name: str) -> str:
    return re.sub("[-_ ]", "", name).lower()


def _names(keys: tuple[Key, ...]) -> dict[str, tuple[int, Key]]:
    found: dict[str, tuple[int, Key]] = {}
    for rank, names in (
        (0, [(key.name, key) for key in keys]),
        (1, [(old, key) for key in keys for old in key.older]),
        (2, [(_folded(key.name), key) for key in keys]),
    ):
        for name, key in names:
            found.setdefault(name, (rank, key))
    return found


_URL = Key("url", Kind.URL, ("website",))
_START = Key("startDate", Kind.DATE)
_END = Key("endDate", Kind.DATE)
_SUMMARY = Key("summary", Kind.PARAGRAPH)
_HIGHLIGHTS = Key("highlights", Kind.PARAGRAPHS)
_KEYWORDS = Key("keywords", Kind.WORDS)

LOCATION = Shape(
    model.Location,
    "city",
    (Key("address", Kind.PARAGRAPH), Key("postalCode"), Key("city"), Key("countryCode"), Key("region")),
)
PROFILE = Shape(model.Profile, "url", (Key("network"), Key("username"), _URL))
BASICS = Shape(
    model.Basics,
    "name",
    (
        Key("name"),
        Key("label"),
        Key("image", Kind.PICTURE, ("picture",)),
        Key("email", Kind.EMAIL),
        Key("phone"),
        _URL,
        _SUMMARY,
        Key("location", Kind.OBJECT, shape=LOCATION),
        Key("profiles", Kind.OBJECTS, shape=PROFILE),
    ),
)
WORK = Shape(
    model.Work,
    "position",
    (
        Key("name", older=("company",)),
        Key("location"),
        Key("description", Kind.PARAGRAPH),
        Key("position"),
        _URL,
        _START,
        _END,
        _SUMMARY,
        _HIGHLIGHTS,
    ),
)
VOLUNTEER = Shape(
    model.Volunteer,
    "organization",
    (Key("organization"), Key("position"), _URL, _START, _END, _SUMMARY, _HIGHLIGHTS),
)
EDUCATION = Shape(
    model.Education,
    "institution",
    (
        Key("institution"),
        _URL,
        Key("area"),
        Key("studyType"),
        _START,
        _END,
        Key("score", older=("gpa",)),
        Key("courses", Kind.LINES),
    ),
)
AWARD = Shape(model.Award, "title", (Key("title"), Key("date", Kind.DATE), Key("awarder"), _SUMMARY))
CERTIFICATE = Shape(
    model.Certificate, "name", (Key("name"), Key("date", Kind.FULL_DATE), _URL, Key("issuer"))
)
PUBLICATION = Shape(
    model.Publication, "name", (Key("name"), Key("publisher"), Key("releaseDate", Kind.DATE), _URL, _SUMMARY)
)
SKILL = Shape(model.Skill, "name", (Key("name"), Key("level"), _KEYWORDS))
LANGUAGE = Shape(model.Language, "language", (Key("language"), Key("fluency")))
INTEREST = Shape(model.Interest, "name", (Key("name"), _KEYWORDS))
REFERENCE = Shape(model.Reference, "reference", (Key("name"), Key("reference", Kind.PARAGRAPH)))
PROJECT = Shape(
    model.Project,
    "name",
    (
        Key("name"),
        Key("description", Kind.PARAGRAPH),
        _HIGHLIGHTS,
        _KEYWORDS,
        _START,
        _END,
        _URL,
        Key("roles", Kind.LINES),
        Key("entity"),
        Key("type"),
    ),
)

RESUME = Shape(
    model.Resume,
    "",
    (
        Key("basics", Kind.OBJECT, ("bio",), BASICS),
        Key("work", Kind.OBJECTS, shape=WORK),
        Key("volunteer", Kind.OBJECTS, shape=VOLUNTEER),
        Key("education", Kind.OBJECTS, shape=EDUCATION),
        Key("awards", Kind.OBJECTS, shape=AWARD),
        Key("certificates", Kind.OBJECTS, shape=CERTIFICATE),
        Key("publications", Kind.OBJECTS, shape=PUBLICATION),
        Key("skills", Kind.OBJECTS, shape=SKILL),
        Key("languages", Kind.OBJECTS, shape=LANGUAGE),
        Key("interests", Kind.OBJECTS, ("hobbies",), INTEREST),
        Key("references", Kind.OBJECTS, shape=REFERENCE),
        Key("projects", Kind.OBJECTS, shape=PROJECT),
    ),
)
"""The sections of the top level; `$schema` and `meta` are no part of what a person says."""
