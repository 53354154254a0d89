"""Values that JSON Resume 1.0.0 cannot hold: a certificate's year alone, a web address without `http:`, an
end that is no date, and what only this program keeps of an entry (`kiosk.resume.ours`).

They are written under `meta.kiosk.values`, one record per object, and put back into the plain JSON before it
is read:

    {"path": ["certificates", 0], "of": "CPR and first aid", "values": {"date": "2025"}}

`of` is the first text of the object, so that a file which another program has changed never gets a value in
the wrong place. A record without `of` is an object that held nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.resume import limits
from kiosk.resume.model import Json
from kiosk.resume.shapes import PROFILE, RESUME, Kind, Shape

Path = tuple[str | int, ...]
Object = dict[str, Json]

MOST_RECORDS = 2 * limits.MAX_ENTRIES

_SHAPES: dict[tuple[str, ...], Shape] = {
    (key.name,): key.shape for key in RESUME.keys if key.kind is Kind.OBJECTS and key.shape
} | {("basics", "profiles"): PROFILE}


def label(shape: Shape, written: Object) -> str:
    """Return the first text of an object, by which it is known again; "" when it has none."""
    texts = (written.get(key.name) for key in shape.keys if key.kind in (Kind.LINE, Kind.PARAGRAPH))
    return next((text for text in texts if isinstance(text, str) and text), "")


def record(path: Path, of: str | None, values: Object) -> Object:
    """Return what is written for the values of one object; `of` None if it is not written itself."""
    return {"path": list(path), **({} if of is None else {"of": of}), "values": values}


def put_back(document: Object, records: Iterable[Json]) -> list[Json]:
    """Put the values of the records into the plain JSON of a file; return the records that belong nowhere.

    A value that the file has by itself wins: another program wrote it later.
    """
    lost: list[Json] = []
    for number, entry in enumerate(records):
        target = _target(document, entry) if number < MOST_RECORDS else None
        if target is None:
            lost.append(entry)
            continue
        for name, value in entry["values"].items():
            if not target.get(name):
                target[name] = value
    return lost


def _target(document: Object, entry: Json) -> Object | None:
    """Find the object that a record is about, or make the one that held nothing else."""
    if not isinstance(entry, dict) or not isinstance(entry.get("values"), dict):
        return None
    match entry.get("path"):
        case ["basics" | "meta" as name]:
            return _object(document, name)
        case [str(section), int(index)] if (section,) in _SHAPES:
            return _item(document, section, _SHAPES[section,], index, entry.get("of"))
        case ["basics", "profiles", int(index)]:
            basics = _object(document, "basics")
            return None if basics is None else _item(basics, "profiles", PROFILE, index, entry.get("of"))
    return None


def _object(holder: Object, name: str) -> Object | None:
    found = holder.get(name)
    if found is None:
        found = holder[name] = {}
    return found if isinstance(found, dict) else None


def _item(holder: Object, name: str, shape: Shape, index: int, of: Json) -> Object | None:
    items = holder.get(name)
    if items is None:
        items = holder[name] = []
    if not isinstance(items, list) or len(items) > limits.MAX_ENTRIES:
        return None
    if of is None:
        place = min(max(index, 0), len(items))
        items.insert(place, {})
        return items[place]  # type: ignore[no-any-return]
    if 0 <= index < len(items) and _is(items[index], shape, of):
        return items[index]  # type: ignore[no-any-return]
    alike = [item for item in items if of and _is(item, shape, of)]
    return alike[0] if len(alike) == 1 else None


def _is(item: Json, shape: Shape, of: Json) -> bool:
    return isinstance(item, dict) and label(shape, item) == of
