"""Bytes to plain JSON values: any encoding, no surprise in depth, doubled keys or numbers."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping
from itertools import accumulate
from typing import NoReturn

from kiosk.errors import ResumeFileError
from kiosk.i18n import _
from kiosk.resume import limits
from kiosk.resume.clean import only_characters
from kiosk.resume.model import Json

LONGEST_INTEGER = 400
"""Digits. Longer ones are kept as text: Python refuses to read them and few programs could."""

_STRINGS = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)
_NO_MARKS = re.compile(r"[^\[\]{},]++")
_STEP = {"[": 1, "{": 1, "]": -1, "}": -1, ",": 0}


class NumberText(str):
    """A number with a point or an exponent as it stands in the file: 3.80 is a score and not 3.8."""

    __slots__ = ()


def decode(data: bytes) -> tuple[str, bool]:
    """Return the text of a file and whether its letters were guessed; UnicodeDecodeError for half a letter.

    UTF-8, UTF-16 and UTF-32, each with and without a byte-order mark; what is none of them is read as Windows
    did in Western Europe and America before UTF-8.
    """
    encoding = json.detect_encoding(data)
    try:
        return data.decode(encoding, "surrogatepass"), False
    except UnicodeDecodeError:
        if not encoding.startswith("utf-8"):
            raise
        return data.decode("cp1252", "ignore"), True


def parse(text: str, file: str) -> Json:
    """Return the JSON value that `text` holds. Raises ResumeFileError naming `file`.

    Control characters may stand in strings. NaN and Infinity are null, as no resume can mean them. Of doubled
    keys the last one keeps the name, the others stay beside it as `key (2)`.
    """
    _measure(text, file)
    try:
        return json.loads(
            text,
            strict=False,
            parse_int=_integer,
            parse_float=NumberText,
            parse_constant=_nothing,
            object_pairs_hook=_object,
        )
    except json.JSONDecodeError as problem:
        _refuse(text, problem, file)


def _measure(text: str, file: str) -> None:
    """Refuse what is too deep or too much before it is parsed; takes no stack, whatever the text.

    The first look counts too much, because it counts in strings too, and is enough for every honest resume.
    """
    openings = text.count("[") + text.count("{")
    if openings <= limits.MAX_DEPTH and openings + text.count(",") <= limits.MAX_VALUES:
        return
    marks = _NO_MARKS.sub("", _STRINGS.sub("", text))
    if max(accumulate(map(_STEP.__getitem__, marks)), default=0) > limits.MAX_DEPTH:
        raise limits.too_deep(file)
    if len(marks) - marks.count("]") - marks.count("}") > limits.MAX_VALUES:
        raise limits.too_many_values(file)


def depth(value: Json) -> int:
    """Return how deep lists and objects stand inside one another: 0 for a text, 1 for an empty list."""
    level, deep = [value], 0
    while level := [item for item in level if isinstance(item, dict | list)]:
        deep += 1
        level = [child for item in level for child in (item.values() if isinstance(item, dict) else item)]
    return deep


def plain(value: Json) -> Json:
    """Return a value that any JSON file can hold: the values of keys we do not know pass through here only.

    What needs no change is not copied.
    """
    if isinstance(value, NumberText):
        number = float(value)
        return number if math.isfinite(number) else str(value)
    if isinstance(value, str):
        return only_characters(value)
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, list | tuple):
        items = [plain(item) for item in value]
        return value if isinstance(value, list) and _same(items, value) else items
    if isinstance(value, Mapping):
        return _plain_object(value)
    return value


def put_beside(found: dict[str, Json], last: dict[str, int], name: str, value: Json) -> None:
    """Add a value under `name`, or under `name (2)` and so on if it is taken; `last` counts."""
    number, free = last.get(name, 1), name
    while free in found:
        number += 1
        free = f"{name} ({number})"
    last[name] = number
    found[free] = value


def _plain_object(value: Mapping[str, Json]) -> Json:
    names = [only_characters(name) for name in value]
    items = [plain(item) for item in value.values()]
    if isinstance(value, dict) and _same(items, value.values()) and _same(names, value):
        return value
    kept: dict[str, Json] = {}
    last: dict[str, int] = {}
    for name, item in zip(names, items, strict=True):
        put_beside(kept, last, name, item)
    return kept


def _same(these: Iterable[object], those: Iterable[object]) -> bool:
    return all(one is other for one, other in zip(these, those, strict=True))


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) <= LONGEST_INTEGER else digits


def _nothing(_constant: str) -> None:
    return None


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    return found if len(found) == len(pairs) else _with_doubles(pairs)


def _with_doubles(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    """Keep every value of a key that stands twice, unless both are the same."""
    found: dict[str, Json] = {}
    last: dict[str, int] = {}
    for name, value in pairs:
        if name in found and found[name] != value:
            put_beside(found, last, name, found[name])
        found[name] = value
    return found


def cut_off(file: str) -> ResumeFileError:
    """Return what to raise for a file whose end is missing."""
    return ResumeFileError(
        _("{file} is cut off: its end is missing.").format(file=file),
        _("Choose another copy of it, such as the one that ends in .bak."),
    )


def _refuse(text: str, problem: json.JSONDecodeError, file: str) -> NoReturn:
    """Raise the sentence that helps most: cut off, notes in it, a comma too many, or no resume at all."""
    rest = text[problem.pos :].lstrip()
    if not rest or problem.msg.startswith("Unterminated string"):
        raise cut_off(file) from None
    if rest.startswith(("//", "/*", "#")):
        message = _("{file} has a note in line {line}, which a resume file cannot have.")
        remedy = _("Take the note out and open the file again.")
    elif rest[0] in "]}" or problem.msg.startswith("Illegal trailing comma"):
        message = _("{file} has a comma too many near line {line}.")
        remedy = _("Take the comma out and open the file again.")
    else:
        message = _("{file} is not a resume file that this program can read (line {line}).")
        remedy = _("Choose the file that this program saved on your drive.")
    raise ResumeFileError(message.format(file=file, line=problem.lineno), remedy) from None
