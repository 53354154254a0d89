"""What this program keeps in a resume that JSON Resume has no key for.

Of the whole resume it lives under `meta.kiosk`. Of one entry it lives among the entry's `extra`, under names
that begin with `kiosk:`, and moves with the entry; a file has it under `meta.kiosk.values` (see `beyond.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, TypeVar

from kiosk.resume.model import Entry, Json, Resume

PREFIX: Final = "kiosk:"
_OURS: Final = "kiosk"

T = TypeVar("T", bound=Resume | Entry)


def value(thing: Resume | Entry, key: str) -> Json:
    """Return what is kept under a key of ours, None for nothing."""
    if isinstance(thing, Entry):
        return thing.extra.get(PREFIX + key)
    return _ours(thing).get(key)


def text(thing: Resume | Entry, key: str) -> str:
    """Return the text that is kept under a key of ours; "" for none, and for what is no text."""
    found = value(thing, key)
    return found if isinstance(found, str) else ""


def kept(thing: T, key: str, value: Json) -> T:
    """Return the resume or the entry with another value under a key of ours; an empty one is not kept."""
    if isinstance(thing, Entry):
        return replace(thing, extra=_with(thing.extra, PREFIX + key, value))
    return replace(thing, meta=_with(thing.meta, _OURS, _with(_ours(thing), key, value)))


def _with(holder: Mapping[str, Json], key: str, value: Json) -> dict[str, Json]:
    rest = {name: other for name, other in holder.items() if name != key}
    return {**rest, key: value} if value else rest


def _ours(resume: Resume) -> Mapping[str, Json]:
    ours = resume.meta.get(_OURS)
    return ours if isinstance(ours, dict) else {}
