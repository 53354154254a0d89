"""Adding, changing, moving and removing the entries of a resume. Each function returns a new resume.

A section is the name of an attribute of `Resume` that holds entries (`work`, `education`, `skills`). The
entry at the index just behind the last one is the new one: it is blank until something is put there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from kiosk.resume.model import Education, Entry, Resume, Skill, Volunteer, Work

MOST_ENTRIES = 600
"""No honest resume has as many in one section; more could only come from something that is not a person."""

OURS = "kiosk"
"""The key of an entry's `extra` for what we keep of it beyond JSON Resume. Alone it is no answer."""

BLANK: dict[str, Entry] = {
    "work": Work(),
    "education": Education(),
    "skills": Skill(),
    "volunteer": Volunteer(),
}
"""What a new entry of each section is."""


def section_of(resume: Resume, section: str) -> tuple[Any, ...]:
    """Return the entries of a section."""
    entries: tuple[Any, ...] = getattr(resume, section)
    return entries


def count(resume: Resume, section: str) -> int:
    """Return how many entries a section has."""
    return len(section_of(resume, section))


def get(resume: Resume, section: str, index: int) -> Any:
    """Return an entry; the one behind the last is blank."""
    entries = section_of(resume, section)
    return entries[index] if 0 <= index < len(entries) else BLANK[section]


def put(resume: Resume, section: str, index: int, entry: Any) -> Resume:
    """Change an entry, or add it behind the last. A blank one is not added, nor one too many."""
    entries = section_of(resume, section)
    if 0 <= index < len(entries):
        return _with(resume, section, (*entries[:index], entry, *entries[index + 1 :]))
    if entry == BLANK[section] or len(entries) >= MOST_ENTRIES:
        return resume
    return _with(resume, section, (*entries, entry))


def insert(resume: Resume, section: str, index: int, entry: Any) -> Resume:
    """Put an entry back where it was; what stood there moves down."""
    entries = section_of(resume, section)
    return _with(resume, section, (*entries[:index], entry, *entries[index:]))


def remove(resume: Resume, section: str, index: int) -> Resume:
    """Take an entry out."""
    entries = section_of(resume, section)
    return _with(resume, section, (*entries[:index], *entries[index + 1 :]))


def move(resume: Resume, section: str, index: int, to: int) -> Resume:
    """Move an entry so that it stands at `to`; nothing happens at either end of the list."""
    entries = list(section_of(resume, section))
    if not (0 <= index < len(entries) and 0 <= to < len(entries)):
        return resume
    entries.insert(to, entries.pop(index))
    return _with(resume, section, tuple(entries))


def without_blanks(resume: Resume, section: str) -> Resume:
    """Drop the entries that hold nothing: they were begun and emptied again."""
    kept = tuple(entry for entry in section_of(resume, section) if not says_nothing(entry))
    return _with(resume, section, kept)


def says_nothing(value: Any) -> bool:
    """Whether an entry, or a part of one, holds no answer."""
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, tuple):
        return all(says_nothing(item) for item in value)
    if isinstance(value, Entry):
        return all(says_nothing(getattr(value, part.name)) for part in fields(value))
    if isinstance(value, Mapping):
        return not value.keys() - {OURS}
    return not value


def _with(resume: Resume, section: str, entries: tuple[Any, ...]) -> Resume:
    changes: dict[str, Any] = {section: entries}
    return resume if entries == section_of(resume, section) else replace(resume, **changes)
