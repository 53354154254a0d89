"""The binding of one field to one session; the tables of fields are in `kiosk.flow.tables`.

`attr` is the path of attributes from the resume (`basics.location.city`), or from the entry for the fields of
a section (`position`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from kiosk.flow import entries
from kiosk.flow.field import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    LONGEST_LINE,
    LONGEST_SENTENCE,
    MOST_LINES,
    Field,
    FieldKind,
)
from kiosk.flow.session import Session
from kiosk.flow.tables.about import CONTACT, NAME
from kiosk.flow.tables.school import SCHOOL_DATE, SCHOOL_PLACE
from kiosk.flow.tables.skills import CARDS, LANGUAGES, SKILLS
from kiosk.flow.tables.work import WORK_DATES, WORK_LINES, WORK_PLACE
from kiosk.resume.model import Certificate, Language, Resume, Skill

__all__ = [
    "CARDS", "CONTACT", "EARLIEST_YEAR", "LANGUAGES", "LATEST_YEAR", "LONGEST_LINE", "LONGEST_SENTENCE",
    "MOST_LINES", "NAME", "SCHOOL_DATE", "SCHOOL_PLACE", "SKILLS", "WORK_DATES", "WORK_LINES", "WORK_PLACE",
    "Binding", "Field", "FieldKind", "line_item", "line_more", "line_text", "read", "written",
]  # fmt: skip


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
        return read(self.owner, attr)

    @property
    def owner(self) -> Any:
        """What the field belongs to: the entry, or the resume."""
        return self._owner(self.session.resume)

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
    if isinstance(item, Language):
        return item.language
    return item.name if isinstance(item, Skill | Certificate) else str(item)


def line_more(item: Any) -> str:
    """Return what one item of a LINES field holds besides its line."""
    if isinstance(item, Language):
        return item.fluency
    if isinstance(item, Certificate):
        return ", ".join(filter(None, (item.issuer, str(item.date.year) if item.date else "")))
    return ", ".join(item.keywords) if isinstance(item, Skill) else ""


def line_item(field: Field, text: str, before: Any = None) -> Any:
    """Return the item that says `text`, with all that `before` has besides its text."""
    if field.attr == LANGUAGES.attr:
        return replace(before or Language(), language=text)
    blank = {SKILLS.attr: Skill(), CARDS.attr: Certificate()}.get(field.attr)
    return replace(before or blank, name=text) if blank is not None else text
