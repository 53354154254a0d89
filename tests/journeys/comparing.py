"""The file on the drive against what the person put in, and against the whole of the sample."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from journeys.patron import Told
from kiosk.flow import entries, fields
from kiosk.resume import jsonresume


def lost(file: Path, told: Told) -> list[str]:
    """Return what was put in and is not in the file at its place."""
    saved = jsonresume.load(file).resume
    found = []
    for (section, number, attr), wanted in told.answers.items():
        if attr == "languages.fluency":
            have: Any = saved.languages[number].fluency
        else:
            owner = entries.get(saved, section, number) if section else saved
            have = fields.read(owner, attr)
        if isinstance(have, tuple):
            have = tuple(fields.line_text(item) for item in have)
        if have != wanted:
            found.append(f"{section} {number} {attr}: {wanted!r} became {have!r}".strip())
    return found


def not_asked(sample: Path, told: Told) -> list[str]:
    """Return the keys of the sample that hold texts which no screen asked for."""
    said = {text for answer in told.answers.values() for text in _texts(answer)}
    return sorted({key for key, text in _leaves(json.loads(sample.read_text("utf-8"))) if text not in said})


def _texts(answer: Any) -> Iterator[str]:
    if isinstance(answer, tuple):
        for item in answer:
            yield fields.line_text(item)
    elif answer is not None:
        yield str(answer)


def _leaves(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _leaves(inner, f"{key}.{name}" if key else name)
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner, key)
    else:
        yield key, str(value)
