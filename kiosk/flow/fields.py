"""The table of everything a person can fill in, and the binding of one field to one session.

A new field is a row here. `attr` is the path of attributes from the resume (`basics.location.city`), or
from the entry for the fields of a section (`position`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Any

from kiosk.flow import entries
from kiosk.flow.session import Session
from kiosk.i18n import N_
from kiosk.resume.model import Resume, Skill


class FieldKind(Enum):
    """What kind of answer a field takes, and so which control shows it."""

    LINE = auto()
    DATE = auto()
    LINES = auto()


LONGEST_LINE = 200
LONGEST_SENTENCE = 500
MOST_LINES = 100
EARLIEST_YEAR, LATEST_YEAR = 1900, 2100
"""Years outside are slips of the finger; the model itself takes 1000 to 2999."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing to fill in. Its texts are marked for translation and translated when they are shown.

    `beside` puts a short field beside the one before; `folded` ones are shown only when asked for. A date has
    two boxes: `label` names the year, `month_label` the month; `still` is the tick of an end date that says
    there is none yet.
    """

    attr: str
    label: str
    kind: FieldKind = FieldKind.LINE
    help: str = ""
    longest: int = LONGEST_LINE
    beside: bool = False
    folded: bool = False
    month_label: str = ""
    still: str = ""


NAME = Field(attr="basics.name", label=N_("Your name"), help=N_("For example: Maria Santos"))

CONTACT = (
    Field(
        attr="basics.phone",
        label=N_("Phone"),
        help=N_("For example: 555 010 0134"),
        longest=40,
    ),
    Field(
        attr="basics.email",
        label=N_("Email"),
        help=N_("No email? Write your phone. Staff can help you get one."),
        longest=254,
    ),
    Field(attr="basics.location.city", label=N_("City")),
    Field(attr="basics.location.region", label=N_("State"), beside=True),
    Field(attr="basics.location.address", label=N_("Street"), folded=True),
    Field(attr="basics.location.postal_code", label=N_("ZIP code"), folded=True, beside=True, longest=20),
)

WORK_PLACE = (
    Field(attr="position", label=N_("Job title"), help=N_("For example: Cashier")),
    Field(
        attr="name",
        label=N_("Who you worked for"),
        help=N_("A company, a family or yourself. For example: Food Mart"),
    ),
    Field(attr="location", label=N_("City and state")),
)

WORK_DATES = (
    Field(
        attr="start_date",
        label=N_("Year you started"),
        month_label=N_("Month you started"),
        kind=FieldKind.DATE,
    ),
    Field(
        attr="end_date",
        label=N_("Year you stopped"),
        month_label=N_("Month you stopped"),
        kind=FieldKind.DATE,
        still=N_("I still work there"),
    ),
)

WORK_LINES = Field(
    attr="highlights", label=N_("What you did"), kind=FieldKind.LINES, longest=LONGEST_SENTENCE
)

SCHOOL_PLACE = (
    Field(
        attr="institution",
        label=N_("School or training place"),
        help=N_("For example: Lincoln High School"),
    ),
    Field(
        attr="study_type",
        label=N_("What you got"),
        help=N_("For example: High school diploma, GED or Some classes"),
    ),
    Field(attr="area", label=N_("What you studied"), help=N_("For example: Cooking")),
)

SCHOOL_DATE = Field(
    attr="end_date",
    label=N_("Year you finished"),
    month_label=N_("Month you finished"),
    kind=FieldKind.DATE,
)

SKILLS = Field(attr="skills", label=N_("Your skills"), kind=FieldKind.LINES)


def read(thing: Any, attr: str) -> Any:
    """Return what is at a path of attributes."""
    for name in attr.split("."):
        thing = getattr(thing, name)
    return thing


def written(thing: Any, attr: str, value: Any) -> Any:
    """Return `thing` with another value at a path of attributes."""
    name, _dot, rest = attr.partition(".")
    inner = written(getattr(thing, name), rest, value) if rest else value
    changes = {name: inner}
    if name == "end_date" and hasattr(thing, "end_unread"):
        changes["end_unread"] = ""  # whoever answers this has said what the file could not
    return replace(thing, **changes)


@dataclass(frozen=True, slots=True)
class Binding:
    """One field of one session, and of one entry where `section` says so."""

    session: Session
    field: Field
    section: str = ""
    entry: int = 0

    @property
    def step(self) -> str:
        """The name of the field's undo step and of its draft."""
        return f"{self.section}.{self.entry}.{self.field.attr}" if self.section else self.field.attr

    @property
    def value(self) -> Any:
        """What is in the field now."""
        return self.sibling(self.field.attr)

    def sibling(self, attr: str) -> Any:
        """Return the value of another field of the same thing."""
        return read(self._owner(self.session.resume), attr)

    def set(self, value: Any) -> None:
        """Make `value` the answer."""
        resume = self.session.resume
        owner = written(self._owner(resume), self.field.attr, value)
        changed = entries.put(resume, self.section, self.entry, owner) if self.section else owner
        self.session.edit(changed, step=self.step)

    @property
    def draft(self) -> Any:
        """What was typed here and is no answer yet, or None."""
        return self.session.draft(self.step)

    def keep_draft(self, value: Any) -> None:
        """Keep what is no answer yet; None forgets it."""
        self.session.keep_draft(self.step, value)

    def _owner(self, resume: Resume) -> Any:
        return entries.get(resume, self.section, self.entry) if self.section else resume


def line_text(item: Any) -> str:
    """Return what one item of a LINES field says."""
    return item.name if isinstance(item, Skill) else str(item)


def line_more(item: Any) -> str:
    """Return what one item of a LINES field holds besides its line."""
    return ", ".join(item.keywords) if isinstance(item, Skill) else ""


def line_item(field: Field, text: str, before: Any = None) -> Any:
    """Return the item that says `text`, with all that `before` has besides its text."""
    if field.attr != SKILLS.attr:
        return text
    return replace(before or Skill(), name=text)
