"""Plain JSON values to a Resume: reads what can be understood and keeps, with a notice, what cannot.

Understood is also what older drafts and other programs write: a number or a list where a text belongs, a text
or one object where a list belongs, a bare text for a whole object, `Present` for no end, other names for the
same key.
"""

from __future__ import annotations

import json
import re
from typing import Any

from kiosk.resume import clean, limits
from kiosk.resume.beyond import Object, Path
from kiosk.resume.dates import PartialDate
from kiosk.resume.datetext import read_date
from kiosk.resume.jsontext import plain
from kiosk.resume.model import Json
from kiosk.resume.noticing import Noticing, place
from kiosk.resume.shapes import DATES, INTEREST, LANGUAGE, LISTS, RESUME, SKILL, Key, Kind, Shape

_LISTED_IN_A_LINE = (SKILL, LANGUAGE, INTEREST)
"""What people write as one text: "cooking, sewing"."""
_COMMAS = re.compile("[,;\n]")


class Reader:
    """Reads one file. What is over a limit raises ResumeFileError."""

    def __init__(self, file: str) -> None:
        self.noticing = Noticing(file)
        self._file = file
        self._entries = 0
        self._lines = 0
        self._characters = 0

    def sections(self, document: Object) -> tuple[dict[str, Any], Object]:
        """Return the sections as attributes of a Resume, and the keys that are none."""
        return self._values(RESUME, document, ())

    def line(self, value: Json, path: Path) -> str:
        """Return a value as one line of text."""
        return self._text(Kind.LINE, value, path)

    def _value(self, key: Key, value: Json, path: Path) -> Any:
        if key.kind in LISTS:
            return self._texts(key.kind, value, path)
        if key.kind in DATES:
            return self._date(key, value, path)
        if key.shape and key.kind is Kind.OBJECTS:
            return self._objects(key.shape, value, path)
        if key.shape:
            return self._object(key.shape, value, path)
        return self._text(key.kind, value, path)

    def _entry(self, shape: Shape, data: Object, path: Path) -> Any:
        """Return an object of the model, or None when nothing is in it."""
        values, extra = self._values(shape, data, path)
        if not values and not extra:
            return None
        return shape.make(**values, extra=plain(extra))

    def _values(self, shape: Shape, data: Object, path: Path) -> tuple[dict[str, Any], Object]:
        """Return the attributes of an object and the keys that mean none.

        Where a key had nothing to read, its other names may not stay: the next reader would take them.
        """
        known, extra = _by_key(shape, data)
        values: dict[str, Any] = {}
        for key, value in known.items():
            if read := self._value(key, value, (*path, key.name)):
                values[key.attr] = read
                continue
            if key.name == "endDate" and (unread := self._unread_end(value, (*path, key.name), values)):
                values["end_unread"] = unread
            for name in [name for name in extra if (found := shape.find(name)) and found[1] is key]:
                self.noticing.keep((*path, name), extra.pop(name))
        return values, extra

    def _unread_end(self, value: Json, path: Path, values: Object) -> str:
        """Return the text of an end that nobody can read, "" where it only says that something goes on."""
        text = _date_text(value)
        if read_date(text or "").present:
            if "start_date" not in values:
                self.noticing.date_unread(path, value)
            return ""
        unread = clean.line(json.dumps(plain(value), ensure_ascii=False) if text is None else text)
        if unread:
            self.noticing.end_unread(path)
        return unread

    def _object(self, shape: Shape, value: Json, path: Path) -> Any:
        if isinstance(value, list) and len(value) == 1:
            value = value[0]
        if isinstance(value, dict):
            return self._entry(shape, value, path)
        if _scalar(value) is None:
            self.noticing.unreadable(path, value)
            return None
        return self._entry(shape, {shape.main: value}, path)

    def _objects(self, shape: Shape, value: Json, path: Path) -> tuple[Any, ...]:
        found = []
        for index, item in enumerate(_items(shape, value)):
            if _is_nothing(item):
                continue
            if isinstance(item, list) and len(item) != 1:
                self.noticing.unreadable((*path, index), item)
            elif entry := self._object(shape, item, (*path, index)):
                found.append(entry)
            self._entries += 1
            if self._entries > limits.MAX_ENTRIES:
                raise limits.too_many_entries(self._file)
        return tuple(found)

    def _texts(self, kind: Kind, value: Json, path: Path) -> tuple[str, ...]:
        if isinstance(value, str):
            text = self._text(Kind.PARAGRAPH, value, path)
            value = _COMMAS.split(text) if kind is Kind.WORDS else text.split("\n")
        items = value if isinstance(value, list) else [value]
        item_kind = Kind.PARAGRAPH if kind is Kind.PARAGRAPHS else Kind.LINE
        texts = tuple(
            text for index, item in enumerate(items) if (text := self._text(item_kind, item, (*path, index)))
        )
        self._lines += len(texts)
        if self._lines > limits.MAX_LINES:
            raise limits.too_many_lines(self._file)
        return texts

    def _text(self, kind: Kind, value: Json, path: Path) -> str:
        if _is_nothing(value):
            return ""
        text = _scalar(value)
        if text is None:
            text = _joined(value, "\n" if kind is Kind.PARAGRAPH else ", ")
            if not text:
                self.noticing.unreadable(path, value)
            elif isinstance(value, dict):
                self.noticing.guessed(path, value)
        cleaned = clean.paragraph(text) if kind is Kind.PARAGRAPH else clean.line(text)
        if kind is not Kind.PICTURE:
            self._count(len(text), path)
        elif cleaned:
            self.noticing.picture_kept(path)
        return cleaned

    def _count(self, characters: int, path: Path) -> None:
        if characters > limits.MAX_CHARACTERS:
            raise limits.too_long(self._file, place(path))
        self._characters += characters
        if self._characters > limits.MAX_TEXT:
            raise limits.too_much_text(self._file)

    def _date(self, key: Key, value: Json, path: Path) -> PartialDate | None:
        text = _date_text(value)
        self._count(len(text or ""), path)
        if text is not None and not clean.line(text):
            return None
        read = read_date(text or "")
        if read.date is None and key.name == "endDate":
            return None  # it goes on, or it is for _unread_end
        if read.date is None:
            self.noticing.date_unread(path, value)
        elif not read.exact:
            self.noticing.date_in_part(path, value)
        return read.date


def _by_key(shape: Shape, data: Object) -> tuple[dict[Key, Json], Object]:
    """Sort the values of an object by the keys they mean, in the schema's order, and those that mean none.

    The surest name wins where several mean one key; the others stay as they are.
    """
    known: dict[Key, tuple[int, str]] = {}
    for name, value in data.items():
        found = shape.find(name)
        if found and not _is_nothing(value) and (found[1] not in known or found[0] < known[found[1]][0]):
            known[found[1]] = (found[0], name)
    used = {name for _rank, name in known.values()}
    extra = {
        name: value
        for name, value in data.items()
        if name not in used and not (_is_nothing(value) and shape.find(name))
    }
    return {key: data[known[key][1]] for key in shape.keys if key in known}, extra


def _items(shape: Shape, value: Json) -> list[Json]:
    """Return the objects of a list that may be written as one object, by number or name, or as one text."""
    if isinstance(value, list):
        return value
    if isinstance(value, str):
        return list(_COMMAS.split(value) if shape in _LISTED_IN_A_LINE else clean.lines(value))
    if not isinstance(value, dict) or any(shape.find(name) for name in value):
        return [value]
    if all(isinstance(item, dict) for item in value.values()):
        first = shape.keys[0].name
        return [item if name.isdecimal() else {first: name} | item for name, item in value.items()]
    return _pairs(shape, value) if shape in _LISTED_IN_A_LINE else [value]


def _pairs(shape: Shape, value: Object) -> list[Json]:
    """Return the objects of {"Spanish": "Native"} or {"Office": ["Word", "Excel"]}."""
    first, second, last = shape.keys[0].name, shape.keys[1].name, shape.keys[-1].name
    return [{first: name, last if isinstance(item, list) else second: item} for name, item in value.items()]


def _is_nothing(value: Json) -> bool:
    """Whether there is nothing to read: null, an empty list or object, a text of blanks."""
    return value is None or value in ([], {}) or (isinstance(value, str) and not value.strip())


def _scalar(value: Json) -> str | None:
    """Return a text or a number as text, and None for all else."""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return None


def _joined(value: Json, between: str) -> str:
    """Return the texts of a list or an object as one, "" when anything else is in it."""
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else [value]
    texts = [_scalar(item) for item in items if item is not None]
    return "" if None in texts else between.join(text for text in texts if text and text.strip())


def _date_text(value: Json) -> str | None:
    """Return a date as text: also {"year": 2014, "month": 5}, as some programs write it."""
    if isinstance(value, dict):
        parts = [_scalar(value.get(part)) for part in ("year", "month", "day")]
        return "-".join(part for part in parts if part) if parts[0] else None
    return _scalar(value)
