"""Hypothesis strategies for resumes, as any test may need them.

resumes()          as they are in the program: clean texts, nothing empty; what is written reads back equal
untidy_resumes()   as a wizard or an importer may hold them for a moment: blank entries, control characters
json_values()      any JSON
documents()        JSON that looks like a resume, right or wrong
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from kiosk.resume import clean
from kiosk.resume.dates import FIRST_YEAR, LAST_YEAR, PartialDate
from kiosk.resume.formats import is_uri
from kiosk.resume.model import Resume
from kiosk.resume.shapes import RESUME, Key, Kind, Shape
from kiosk.resume.strict import SCHEMA, VERSION
from kiosk.resume.texts import is_blank

ANY_TEXT = st.text(st.characters(codec=None), max_size=30)
"""Lone surrogates and control characters too."""

lines = st.one_of(st.sampled_from(["Cook", "José Núñez", "李小龍", "مريم"]), ANY_TEXT.map(clean.line)).filter(
    bool
)
paragraphs = st.one_of(lines, ANY_TEXT.map(clean.paragraph), st.just("One line.\n\nAnother.")).filter(bool)
emails = st.one_of(st.emails(), lines)
urls = st.one_of(st.sampled_from(["https://example.org/a?b=c#d", "www.example.org", "example.org/é"]), lines)


def _full(date: Any) -> PartialDate:
    return PartialDate(date.year, date.month, date.day)


full_dates = st.dates().filter(lambda date: FIRST_YEAR <= date.year <= LAST_YEAR).map(_full)
dates = st.one_of(
    st.integers(FIRST_YEAR, LAST_YEAR).map(PartialDate),
    full_dates.map(lambda date: PartialDate(date.year, date.month)),
    full_dates,
)


def json_values(leaves: int = 6) -> st.SearchStrategy[Any]:
    """Give any JSON value that a file can hold: null, true, numbers, texts, lists and objects."""
    texts = st.text(max_size=10)
    scalars = st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), texts
    )
    return st.recursive(
        scalars,
        lambda inner: st.one_of(
            st.lists(inner, max_size=3),
            st.dictionaries(texts, inner, max_size=3),
        ),
        max_leaves=leaves,
    )


def _extras(shape: Shape) -> st.SearchStrategy[dict[str, Any]]:
    names = st.text(max_size=10).filter(lambda name: shape.find(name) is None)
    return st.one_of(st.just({}), st.dictionaries(names, json_values(), max_size=2))


_VALUES: dict[Kind, st.SearchStrategy[Any]] = {
    Kind.LINE: lines,
    Kind.PARAGRAPH: paragraphs,
    Kind.PICTURE: lines,
    Kind.EMAIL: emails,
    Kind.URL: urls,
    Kind.DATE: dates,
    Kind.FULL_DATE: dates,
    Kind.LINES: st.lists(lines, max_size=3).map(tuple),
    Kind.WORDS: st.lists(lines, max_size=3).map(tuple),
    Kind.PARAGRAPHS: st.lists(paragraphs, max_size=3).map(tuple),
}


UNREAD_ENDS = ("soon", "May '14", "2014 or 2015", "[2014]", "true")
"""Ends that nobody can read."""


def _value(key: Key) -> st.SearchStrategy[Any]:
    if key.shape and key.kind is Kind.OBJECTS:
        return st.lists(entries(key.shape), max_size=3).map(tuple)
    return entries(key.shape) if key.shape else _VALUES[key.kind]


def entries(shape: Shape) -> st.SearchStrategy[Any]:
    """Give objects of one kind, each with something in it."""
    values = {key.attr: _value(key) for key in shape.keys}
    if "end_date" in values:
        values["end_unread"] = st.sampled_from(UNREAD_ENDS)
    known = st.fixed_dictionaries({}, optional=values).filter(_has_one_end)
    made = st.builds(lambda values, extra: shape.make(**values, extra=extra), known, _extras(shape))
    return made.filter(lambda entry: entry != shape.make())


def _has_one_end(values: dict[str, Any]) -> bool:
    return not (values.get("end_date") and values.get("end_unread"))


_META_TEXTS = {
    "canonical": urls,
    "version": lines.filter(lambda text: text != VERSION),
    "lastModified": lines,
}
_meta_extras = st.dictionaries(
    st.text(max_size=10).filter(lambda name: name not in {*_META_TEXTS, "kiosk"}), json_values(), max_size=2
)
_kiosk = st.fixed_dictionaries(
    {},
    optional={
        "extra": st.dictionaries(st.text(max_size=10), json_values(), min_size=1, max_size=2),
        "unread": st.lists(json_values(), min_size=1, max_size=2),
        "template": st.text(max_size=5),
    },
)


def _metas() -> st.SearchStrategy[dict[str, Any]]:
    known = st.fixed_dictionaries({}, optional=_META_TEXTS)
    return st.builds(
        lambda texts, extra, kiosk: texts | extra | ({"kiosk": kiosk} if kiosk else {}),
        known,
        _meta_extras,
        _kiosk,
    )


_schemas = st.sampled_from(["", "", "https://example.org/schema.json", "urn:x:y"]).filter(
    lambda text: text != SCHEMA and (not text or is_uri(text))
)


def _some(value: Callable[[Key], st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    """Give up to three sections: what goes wrong goes wrong in one of them, or between two."""
    values = {key.attr: value(key) for key in RESUME.keys}
    chosen = st.lists(st.sampled_from(sorted(values)), min_size=1, max_size=3, unique=True)
    return chosen.flatmap(lambda attrs: st.fixed_dictionaries({attr: values[attr] for attr in attrs}))


def _resume(values: dict[str, Any], meta: dict[str, Any], schema: str) -> Resume:
    return Resume(**values, meta=meta, schema=schema)


def resumes() -> st.SearchStrategy[Resume]:
    """Give resumes in the form that reading gives them, with something in them."""
    made = st.builds(_resume, _some(_value), _metas(), _schemas)
    return made.filter(lambda resume: not is_blank(resume))


def _untidy(key: Key) -> st.SearchStrategy[Any]:
    if key.shape and key.kind is Kind.OBJECTS:
        return st.lists(_untidy_entries(key.shape), max_size=3).map(tuple)
    if key.shape:
        return _untidy_entries(key.shape)
    if key.kind in (Kind.LINES, Kind.WORDS, Kind.PARAGRAPHS):
        return st.lists(ANY_TEXT, max_size=3).map(tuple)
    return st.none() | dates if key.kind in (Kind.DATE, Kind.FULL_DATE) else ANY_TEXT


def _untidy_entries(shape: Shape) -> st.SearchStrategy[Any]:
    known = st.fixed_dictionaries({}, optional={key.attr: _untidy(key) for key in shape.keys})
    names = st.one_of(ANY_TEXT, st.sampled_from([key.name for key in shape.keys]))
    extras = st.dictionaries(names, st.one_of(json_values(), ANY_TEXT, st.floats()), max_size=2)
    return st.builds(lambda values, extra: shape.make(**values, extra=extra), known, extras)


def untidy_resumes() -> st.SearchStrategy[Resume]:
    """Give resumes that hold what must not be written as it is."""
    return st.builds(_resume, _some(_untidy), _metas(), ANY_TEXT)


def _names(shape: Shape) -> list[str]:
    return [name for key in shape.keys for name in (key.name, *key.older, key.name.upper())]


def _wild(key: Key) -> st.SearchStrategy[Any]:
    """Give what may stand for a key in a file: the right thing, nothing, or anything at all."""
    texts = st.one_of(ANY_TEXT, st.sampled_from(["2014", "May 2014", "Present", "soon", "", " ", "a, b\nc"]))
    anything = st.one_of(texts, texts, json_values())
    if not key.shape:
        return st.one_of(anything, st.lists(anything, max_size=3))
    entry = _wild_entries(key.shape)
    return st.one_of(entry, st.lists(st.one_of(entry, anything), max_size=3), anything)


def _wild_entries(shape: Shape) -> st.SearchStrategy[dict[str, Any]]:
    known = {name: _wild(key) for name in _names(shape) if (key := _key(shape, name))}
    chosen = st.lists(st.sampled_from(sorted(known)), max_size=3, unique=True)
    values = chosen.flatmap(lambda names: st.fixed_dictionaries({name: known[name] for name in names}))
    extra = st.dictionaries(ANY_TEXT, json_values(), max_size=1)
    return st.builds(lambda values, extra: extra | values, values, extra)


def _key(shape: Shape, name: str) -> Key | None:
    found = shape.find(name)
    return found[1] if found else None


def documents() -> st.SearchStrategy[dict[str, Any]]:
    """Give JSON objects as files hold them: resumes with anything in any place, lone surrogates too."""
    records = st.fixed_dictionaries(
        {},
        optional={
            "path": st.one_of(
                json_values(), st.sampled_from([["basics"], ["work", 0], ["basics", "profiles", 1]])
            ),
            "of": json_values(),
            "values": st.one_of(json_values(), st.just({"url": "x", "email": "y", "foo": 1})),
        },
    )
    kiosk = st.fixed_dictionaries(
        {},
        optional={
            "values": st.one_of(st.lists(records, max_size=3), json_values()),
            "extra": json_values(),
            "unread": json_values(),
        },
    )
    meta = st.fixed_dictionaries(
        {},
        optional={"kiosk": st.one_of(kiosk, json_values()), "version": json_values(), "canonical": ANY_TEXT},
    )
    tops = st.fixed_dictionaries(
        {}, optional={"meta": st.one_of(meta, json_values()), "$schema": json_values()}
    )
    return st.builds(lambda entry, top: entry | top, _wild_entries(RESUME), tops)
