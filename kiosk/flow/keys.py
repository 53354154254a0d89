"""Reading and writing at a path of attributes: `basics.location.city` of a resume, `position` of an entry.

A path may lead on into the keys that are ours and that JSON Resume has no word for: `extra.kiosk.employer` of
an entry, `meta.kiosk.wanted` of the resume.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any


def read(thing: Any, attr: str) -> Any:
    """Return what is at a path of attributes; "" where it leads to a key that is not there."""
    for name in attr.split("."):
        if isinstance(thing, Mapping):
            thing = thing.get(name, "")
        else:
            thing = getattr(thing, name, "") if thing != "" else ""
    return thing


def written(thing: Any, attr: str, value: Any) -> Any:
    """Return `thing` with another value at a path of attributes; a key with nothing in it goes."""
    name, _dot, rest = attr.partition(".")
    if isinstance(thing, Mapping):
        return _with_key(thing, name, rest, value)
    inner = written(getattr(thing, name), rest, value) if rest else value
    changes = {name: inner}
    if name == "end_date" and hasattr(thing, "end_unread"):
        changes["end_unread"] = ""  # whoever answers this has said what the file could not
    return replace(thing, **changes)


def _with_key(keys: Mapping[str, Any], name: str, rest: str, value: Any) -> dict[str, Any]:
    within = keys.get(name)
    inner = written(within if isinstance(within, Mapping) else {}, rest, value) if rest else value
    others = {key: kept for key, kept in keys.items() if key != name}
    return {**others, name: inner} if inner else others
