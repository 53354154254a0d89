"""What was begun and is no answer yet, half of a year mostly: it goes wherever its entry goes.

A draft is kept under the name of its field, `work.1.start_date`: the number is the place of the entry in its
section. The place behind the last is the new entry, which is none until something is written. What was only
pressed there, such as whom a job was for, is no entry yet either: it is kept as the draft `work.1.extra`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from kiosk.flow import entries
from kiosk.resume.model import Resume

PRESSED: Final = "extra"
"""The attribute of an entry that holds what was pressed and is not printed."""


def pressed(before: Resume, after: Resume, section: str) -> dict[str, Any]:
    """Return what was pressed of entries that say nothing else and are gone `after`, for the new one."""
    old, new = entries.section_of(before, section), entries.section_of(after, section)
    gone = [entry.extra for entry in old if entry.extra and entries.says_nothing(entry) and entry not in new]
    return {f"{section}.{len(new)}.{PRESSED}": gone[-1]} if gone else {}


def with_pressed(entry: Any, draft: Any) -> Any:
    """Return the new entry with what was pressed of it before."""
    return replace(entry, extra=draft) if draft else entry


def followed(drafts: Mapping[str, Any], before: Resume, after: Resume, *, typed: bool) -> dict[str, Any]:
    """Return the drafts under the names that they have `after` an edit.

    Those of an entry that was removed are gone; those of one that says nothing, and so was dropped, go to the
    new entry. `typed` says that what is new behind the last is what was the new entry.
    """
    gone: dict[str, Any] = {}
    kept: dict[str, Any] = {}
    for key, value in drafts.items():
        section, _dot, rest = key.partition(".")
        number, _dot, field = rest.partition(".")
        old = getattr(before, section, None)
        new = getattr(after, section, None)
        if not (isinstance(old, tuple) and isinstance(new, tuple) and number.isdecimal()) or old == new:
            kept[key] = value
            continue
        at = int(number)
        to = _new_place(old, new, at, typed=typed)
        if field == PRESSED and typed and len(old) <= at < len(new):
            continue  # it was the new entry, and has it now
        if to is not None:
            kept[f"{section}.{to}.{field}"] = value
        elif entries.says_nothing(old[at]):
            gone[f"{section}.{len(new)}.{field}"] = value
    return {**gone, **kept}


def _new_place(old: tuple[Any, ...], new: tuple[Any, ...], at: int, *, typed: bool) -> int | None:
    """Return where the entry at a place of `old` stands in `new`, None when it is gone."""
    if at >= len(old):
        return at if typed else at - len(old) + len(new)
    places = _matched(old, new)
    if at in places:
        return places[at]
    changed = len(old) == len(new) and at not in places.values()
    return at if changed else None


def _matched(old: tuple[Any, ...], new: tuple[Any, ...]) -> dict[int, int]:
    """Return for each entry that is the same in both where it was and is; of equal ones, each once."""
    free = dict(enumerate(new))
    places: dict[int, int] = {}
    stayed = [at for at in range(min(len(old), len(new))) if old[at] == new[at]]
    for at in stayed:
        places[at] = at
        del free[at]
    for at, entry in enumerate(old):
        if (
            at not in places
            and (to := next((n for n, one in free.items() if one == entry), None)) is not None
        ):
            places[at] = to
            del free[to]
    return places
