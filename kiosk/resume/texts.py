"""Every text of a resume that must appear in its documents, and the dates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Resume
from kiosk.resume.shapes import DATES, LISTS, RESUME, Key, Kind

NOT_PRINTED = frozenset({"image", "countryCode"})


def printed_texts(resume: Resume) -> Iterator[str]:
    """Give every text of known keys in the schema's order: references, scores, levels and fluency too.

    Not `image`, country codes and `meta`. A text of several lines comes whole.
    """
    for key, value in _values(RESUME.keys, resume):
        if key.kind in LISTS:
            yield from value
        elif key.kind not in DATES and key.name not in NOT_PRINTED:
            yield value


def printed_dates(resume: Resume) -> Iterator[PartialDate]:
    """Give every date in the schema's order."""
    return (value for key, value in _values(RESUME.keys, resume) if key.kind in DATES)


def is_blank(resume: Resume) -> bool:
    """Whether nothing was said yet: no text, no date, no picture; keys of other programs do not count."""
    return next(_values(RESUME.keys, resume), None) is None


def _values(keys: tuple[Key, ...], holder: Any) -> Iterator[tuple[Key, Any]]:
    """Give every value that is not empty, those of objects inside too."""
    for key in keys:
        value = getattr(holder, key.attr)
        if key.shape:
            for item in value if key.kind is Kind.OBJECTS else (value,):
                yield from _values(key.shape.keys, item)
        elif value:
            yield key, value
