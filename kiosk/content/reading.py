"""A TOML file as frozen dataclasses, strictly: an unknown key or a wrong value is a ContentError.

The dataclass is the schema: its attributes are the keys, those without a default must be there. Lists become
tuples, tables that map names to records become read-only mappings.
"""

from __future__ import annotations

import dataclasses
import difflib
import tomllib
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from kiosk.content.lines import Malformed
from kiosk.errors import ContentError
from kiosk.i18n import N_, _

MOST_BYTES = 2_000_000

T = TypeVar("T")


def record(file: Path, kind: type[T]) -> T:
    """Return the file as one record. Raises ContentError."""
    return _record(file, "", kind, _table(file))


def named(file: Path, kind: type[T]) -> MappingProxyType[str, T]:
    """Return the file as records by the names of its tables. Raises ContentError."""
    return _named(file, "", kind, _table(file))


def mixed(file: Path, kind_of: Callable[[str], type]) -> dict[str, Any]:
    """Return the file as records by name, where the name says of which kind each is. Raises ContentError."""
    table = _table(file)
    return {name: _record(file, name, kind_of(name), table[name]) for name in table}


def check_known(file: Path, place: str, words: Iterable[str], known: Iterable[str]) -> None:
    """Raise ContentError for the first word that is not known, naming the nearest that is."""
    there = list(known)
    for word in words:
        if word not in there:
            raise _unknown(file, place, word, there)


def _table(file: Path) -> dict[str, Any]:
    try:
        if file.stat().st_size > MOST_BYTES:
            raise _wrong(file, "", _("the file is too large"))
        return tomllib.loads(file.read_text("utf-8-sig"))
    except OSError as problem:
        raise _wrong(file, "", problem.strerror or type(problem).__name__) from problem
    except (ValueError, RecursionError) as problem:  # not UTF-8, or not TOML: the message has the line
        raise _wrong(file, "", str(problem)) from problem


def _record(file: Path, place: str, kind: type[T], value: Any) -> T:
    if not isinstance(value, dict):
        raise _wrong(file, place, _("there should be a table of names and values"))
    known = _attributes(cast(Any, kind))
    for key in value:
        if key not in known:
            raise _unknown(file, _deeper(place, key), key, known)
    needed = {field.name for field in dataclasses.fields(kind) if _is_needed(field)}  # type: ignore[arg-type]
    for key in known:
        if key in needed - value.keys():
            raise _wrong(file, _deeper(place, key), _("this is missing"))
    try:
        return kind(**{key: _value(file, _deeper(place, key), known[key], value[key]) for key in value})
    except Malformed as problem:
        raise _wrong(file, place, str(problem)) from problem


def _is_needed(field: dataclasses.Field[Any]) -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


@cache
def _attributes(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _value(file: Path, place: str, kind: Any, value: Any) -> Any:
    """Return one value as the attribute's type wants it."""
    if get_origin(kind) is tuple:
        return _list(file, place, get_args(kind)[0], value)
    if get_origin(kind) is MappingProxyType:
        return _named(file, place, get_args(kind)[1], value)
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return _record(file, place, kind, value)
    return _single(file, place, kind, value)


def _single(file: Path, place: str, kind: Any, value: Any) -> Any:
    if issubclass(kind, StrEnum):
        if value not in list(kind):
            raise _unknown(file, place, str(value), kind)
        return kind(value)
    if type(value) is not kind:
        raise _wrong(file, place, _(_SHOULD_BE[kind]))
    if kind is str and value != " ".join(value.split()):
        raise _wrong(file, place, _("there are spaces or line breaks too many"))
    return value


_SHOULD_BE = {
    str: N_("there should be a text in quotes"),
    bool: N_("there should be true or false, without quotes"),
}


def _list(file: Path, place: str, kind: Any, value: Any) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise _wrong(file, place, _("there should be a list in [ ]"))
    return tuple(_value(file, _deeper(place, str(n)), kind, one) for n, one in enumerate(value, 1))


def _named(file: Path, place: str, kind: Any, value: Any) -> MappingProxyType[str, Any]:
    if not isinstance(value, dict):
        raise _wrong(file, place, _("there should be a table of names and values"))
    return MappingProxyType({key: _value(file, _deeper(place, key), kind, value[key]) for key in value})


def _deeper(place: str, key: str) -> str:
    return f"{place}, {key}" if place else key


def _unknown(file: Path, place: str, word: str, known: Any) -> ContentError:
    words = [str(name) for name in known]
    near = difflib.get_close_matches(word, words, n=1, cutoff=0.0)[0]
    reason = _("{word} is not known. Known: {known}. The nearest is {near}")
    return _wrong(file, place, reason.format(word=word, known=", ".join(words), near=near))


def _wrong(file: Path, place: str, reason: str) -> ContentError:
    where = _("{file}, at {place}").format(file=file, place=place) if place else str(file)
    return ContentError(
        _("{where}: {reason}.").format(where=where, reason=reason.rstrip(".")),
        _("Staff can correct this file. Every other part of the program works as before."),
    )
