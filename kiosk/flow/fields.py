"""The binding of one field to one session; the tables of fields are in `kiosk.flow.tables`.

`attr` is the path of attributes (see `keys.py`) from the resume, or from the entry for fields of a section.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from kiosk.flow import begun, entries, week
from kiosk.flow.field import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    LONGEST_LINE,
    LONGEST_SENTENCE,
    MOST_LINES,
    Choice,
    Field,
    FieldKind,
)
from kiosk.flow.keys import read, written
from kiosk.flow.session import Session
from kiosk.flow.tables.about import CONTACT, NAME
from kiosk.flow.tables.school import SCHOOL_DATE, SCHOOL_PLACE
from kiosk.flow.tables.skills import CARDS, LANGUAGES, SKILLS
from kiosk.flow.tables.work import WORK_DATES, WORK_LINES, WORK_PLACE
from kiosk.i18n import _
from kiosk.resume import ours
from kiosk.resume.model import Certificate, Language, Resume, Skill

__all__ = [
    "CARDS", "CONTACT", "EARLIEST_YEAR", "LANGUAGES", "LATEST_YEAR", "LONGEST_LINE", "LONGEST_SENTENCE",
    "MOST_LINES", "NAME", "SCHOOL_DATE", "SCHOOL_PLACE", "SKILLS", "WORK_DATES", "WORK_LINES", "WORK_PLACE",
    "Binding", "Choice", "Field", "FieldKind", "line_item", "line_more", "line_text", "read", "said",
    "value", "with_value", "words", "written",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Binding:
    """One field of one session, and of one entry where `section` says so.

    `follow` changes, in the same step, what else of the entry must follow: it is given the entry before and
    after.
    """

    session: Session
    field: Field
    section: str = ""
    entry: int = 0
    follow: Callable[[Any, Any], Any] | None = None

    @property
    def step(self) -> str:
        """The name of the field's undo step and of its draft."""
        return f"{self.section}.{self.entry}.{self.field.attr}" if self.section else self.field.attr

    @property
    def value(self) -> Any:
        """What is in the field now."""
        return value(self.field, self.owner)

    @property
    def words(self) -> tuple[str, str]:
        """What the field is called now, and its help."""
        return words(self.field, self.owner)

    def sibling(self, attr: str) -> Any:
        """Return the value of another field of the same thing."""
        return read(self.owner, attr)

    @property
    def owner(self) -> Any:
        """What the field belongs to: the entry, or the resume."""
        return self._owner(self.session.resume)

    @property
    def asked(self) -> bool:
        """Whether the field is asked for now."""
        return self.field.when(self.session.resume, self.owner)

    def set(self, value: Any) -> None:
        """Make `value` the answer."""
        resume = self.session.resume
        before = self._owner(resume)
        owner = with_value(self.field, before, value)
        if self.follow is not None:
            owner = self.follow(before, owner)
        if owner == before:
            return  # the new entry would be one by what was pressed of it long ago
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
        if not self.section:
            return resume
        entry = entries.get(resume, self.section, self.entry)
        is_new = self.entry >= entries.count(resume, self.section)
        return begun.with_pressed(entry, self.session.draft(self._pressed)) if is_new else entry

    @property
    def _pressed(self) -> str:
        return f"{self.section}.{self.entry}.{begun.PRESSED}"


def value(field: Field, owner: Any) -> Any:
    """Return the answer to a field of `owner`, the resume or one of its entries."""
    return field.reads(owner) if field.reads else read(owner, field.attr)


def with_value(field: Field, owner: Any, value: Any) -> Any:
    """Return `owner` with another answer to a field."""
    return field.writes(owner, value) if field.writes else written(owner, field.attr, value)


def words(field: Field, owner: Any) -> tuple[str, str]:
    """Return what a field of `owner` is called, and its help, in the language of the screen."""
    return field.words(owner) if field.words else (_(field.label), _(field.help) if field.help else "")


def said(field: Field, value: Any) -> tuple[str, ...]:
    """Return a value in the words of the screen, () when nothing was said."""
    if field.kind is FieldKind.CHOICE:
        return tuple(_(choice.name) for choice in field.choices if choice.value == value)
    if field.kind is FieldKind.BOX:
        return (_(field.label),) if value is True else ()
    if field.kind is FieldKind.DAYS:
        return week.said(value)
    if isinstance(value, tuple):
        return tuple(_item_words(item) for item in value)
    return (value,) if value else ()


def _item_words(item: Any) -> str:
    name, words = line_text(item), line_more(item)
    return _("{group}: {words}").format(group=name, words=words) if name and words else name or words


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
        until = ours.text(item, "until")
        good = _("good until {date}").format(date=until) if until else ""
        return ", ".join(filter(None, (item.issuer, str(item.date.year) if item.date else "", good)))
    return ", ".join(item.keywords) if isinstance(item, Skill) else ""


def line_item(field: Field, text: str, before: Any = None) -> Any:
    """Return the item that says `text`, with all that `before` has besides its text."""
    if field.attr == LANGUAGES.attr:
        return replace(before or Language(), language=text)
    blank = {SKILLS.attr: Skill(), CARDS.attr: Certificate()}.get(field.attr)
    return replace(before or blank, name=text) if blank is not None else text
