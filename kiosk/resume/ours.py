"""What this program keeps in a resume that JSON Resume has no key for.

Of the whole resume it lives under `meta.kiosk`. Of one entry it lives under `kiosk` in the entry's `extra`,
and moves with the entry; a file has it under `meta.kiosk.values` (see `beyond.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, TypeVar

from kiosk.resume.model import Entry, Json, Resume

KEY: Final = "kiosk"

PRINTED: Final = frozenset({"country", "equal", "going", "until"})
"""What of it stands on the page: the country of a school, what it equals here, that the person still goes
there; until when a card is good. What else is kept of an entry is the person's own.
"""

T = TypeVar("T", bound=Resume | Entry)


def value(thing: Resume | Entry, key: str) -> Json:
    """Return what is kept under a key of ours, None for nothing."""
    return of(thing).get(key)


def text(thing: Resume | Entry, key: str) -> str:
    """Return the text that is kept under a key of ours; "" for none, and for what is no text."""
    found = value(thing, key)
    return found if isinstance(found, str) else ""


def kept(thing: T, key: str, value: Json) -> T:
    """Return the resume or the entry with another value under a key of ours; an empty one is not kept."""
    held = _with(_holder(thing), KEY, _with(of(thing), key, value))
    if isinstance(thing, Entry):
        return replace(thing, extra=held)
    return replace(thing, meta=held)


def printed(entry: Entry) -> Mapping[str, Json]:
    """Return the `extra` of an entry with nothing but what of ours stands on the page."""
    shown = {key: value for key, value in of(entry).items() if key in PRINTED}
    return {KEY: shown} if shown else {}


def of(thing: Resume | Entry) -> Mapping[str, Json]:
    """Return all that we keep of a resume or an entry."""
    ours = _holder(thing).get(KEY)
    return ours if isinstance(ours, dict) else {}


def _holder(thing: Resume | Entry) -> Mapping[str, Json]:
    return thing.extra if isinstance(thing, Entry) else thing.meta


def _with(holder: Mapping[str, Json], key: str, value: Json) -> dict[str, Json]:
    rest = {name: other for name, other in holder.items() if name != key}
    return {**rest, key: value} if value else rest
