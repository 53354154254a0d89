"""The texts of a resume that a page prints: walked over, cleaned, and nothing empty left in a list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from kiosk.resume.clean import paragraph
from kiosk.resume.model import Entry, Resume
from kiosk.resume.shapes import DATES, LISTS, RESUME, Key, Kind, Shape
from kiosk.resume.texts import NOT_PRINTED

Change = Callable[[str, str], str]
"""Takes the place of a text (`work[0].highlights[2]`, in JSON Resume's words) and the text; gives another."""

T = TypeVar("T", bound=Entry | Resume)


def tidy(resume: Resume, change: Change = lambda _where, text: text) -> Resume:
    """Return the resume with each printed text changed, trimmed, and without what no page can show.

    Lists lose what then has nothing to print; so a section of blanks is an empty section.
    """
    return _entry(resume, RESUME, "", lambda where, text: paragraph(change(where, text)))


def _entry(entry: T, shape: Shape, where: str, change: Change) -> T:
    values: dict[str, Any] = {}
    for key in shape.keys:
        value = getattr(entry, key.attr)
        if value and key.kind not in DATES and key.name not in NOT_PRINTED:
            values[key.attr] = _value(value, key, where + key.name, change)
    return replace(entry, **values)


def _value(value: Any, key: Key, where: str, change: Change) -> Any:
    if key.kind in LISTS:
        texts = (change(f"{where}[{index}]", text) for index, text in enumerate(value))
        return tuple(text for text in texts if text)
    if key.shape is None:
        return change(where, value)
    if key.kind is Kind.OBJECT:
        return _entry(value, key.shape, f"{where}.", change)
    shape = key.shape
    entries = (_entry(item, shape, f"{where}[{index}].", change) for index, item in enumerate(value))
    return tuple(entry for entry in entries if _prints(entry, shape))


def _prints(entry: Entry, shape: Shape) -> bool:
    return any(getattr(entry, key.attr) for key in shape.keys if key.name not in NOT_PRINTED)
