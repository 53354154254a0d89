"""A Resume to plain JSON values: valid JSON Resume 1.0.0, whatever the resume holds.

Nothing empty is written. What 1.0.0 cannot hold goes under `meta.kiosk.values` (see `beyond.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kiosk.resume import clean, ours
from kiosk.resume.beyond import Object, Path, label, record
from kiosk.resume.dates import PartialDate
from kiosk.resume.formats import is_email, is_uri
from kiosk.resume.jsontext import plain, put_beside
from kiosk.resume.model import Entry, Resume
from kiosk.resume.shapes import DATES, LISTS, RESUME, Key, Kind, Shape

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
"""Where the schema says it lives: a name, never fetched."""
VERSION = "v1.0.0"


def document(resume: Resume, last_modified: str = "") -> Object:
    """Return the JSON Resume of a resume, its keys in the schema's order."""
    writer = _Writer()
    written: Object = {"$schema": resume.schema if is_uri(resume.schema) else SCHEMA}
    for key in RESUME.keys:
        if value := writer.value(key, getattr(resume, key.attr), (key.name,)):
            written[key.name] = value
    written["meta"] = _meta(resume.meta, last_modified, writer.records)
    return written


class _Writer:
    """Writes one resume and gathers the records of values that have no place in it."""

    def __init__(self) -> None:
        self.records: list[Object] = []

    def value(self, key: Key, value: Any, path: Path) -> Any:
        if key.shape and key.kind is Kind.OBJECTS:
            return self._objects(key.shape, value, path)
        if key.shape:
            written, beyond = self._object(key.shape, value, path)
            self._record(path, None, beyond)
            return written
        if key.kind in LISTS:
            cleaned = (
                clean.paragraph(text) if key.kind is Kind.PARAGRAPHS else clean.line(text) for text in value
            )
            return [text for text in cleaned if text]
        if key.kind in DATES:
            return str(value) if value else ""
        return clean.paragraph(value) if key.kind is Kind.PARAGRAPH else clean.line(value)

    def _objects(self, shape: Shape, entries: tuple[Entry, ...], path: Path) -> list[Object]:
        found: list[Object] = []
        index = 0
        for entry in entries:
            written, beyond = self._object(shape, entry, (*path, index))
            self._record((*path, index), label(shape, written) if written else None, beyond)
            index += bool(written or beyond)
            if written:
                found.append(written)
        return found

    def _object(self, shape: Shape, entry: Entry, path: Path) -> tuple[Object, Object]:
        """Return an object as written, and its values that 1.0.0 cannot hold."""
        written: Object = {}
        beyond: Object = {}
        for key in shape.keys:
            raw = getattr(entry, key.attr)
            if value := self.value(key, raw, (*path, key.name)):
                (written if _holds(key.kind, value, raw) else beyond)[key.name] = value
        if (unread := clean.line(getattr(entry, "end_unread", ""))) and "endDate" not in written:
            beyond["endDate"] = unread
        extra = dict(entry.extra)
        if kept := ours.of(entry):
            beyond[ours.KEY] = plain(kept)
            del extra[ours.KEY]
        _add_extra(written, extra, {key.name for key in shape.keys})
        return written, beyond

    def _record(self, path: Path, of: str | None, values: Object) -> None:
        if values:
            self.records.append(record(path, of, values))


def _holds(kind: Kind, written: Any, raw: Any) -> bool:
    """Whether 1.0.0 can hold the value where it belongs."""
    if kind is Kind.URL:
        return is_uri(written)
    if kind is Kind.EMAIL:
        return is_email(written)
    return kind is not Kind.FULL_DATE or (isinstance(raw, PartialDate) and raw.day is not None)


def _add_extra(written: Object, extra: Mapping[str, Any], known: set[str]) -> None:
    """Add the keys of other programs as they are; one with a name of ours steps aside."""
    last: dict[str, int] = {}
    taken: Object = dict.fromkeys(known) | written
    for name, value in plain(dict(extra)).items():
        put_beside(taken, last, name, value)
    written.update((name, value) for name, value in taken.items() if name not in known)


def _meta(meta: Mapping[str, Any], last_modified: str, records: list[Object]) -> Object:
    """Return `meta`: the schema's keys first, ours last."""
    rest: Object = dict(plain(dict(meta)))
    kiosk = dict(rest.pop("kiosk", {}))
    canonical = clean.line(rest.pop("canonical", ""))
    written: Object = {}
    if is_uri(canonical):
        written["canonical"] = canonical
    elif canonical:
        records.append(record(("meta",), None, {"canonical": canonical}))
    written["version"] = clean.line(rest.pop("version", "")) or VERSION
    modified = last_modified or clean.line(rest.pop("lastModified", ""))
    if modified:
        written["lastModified"] = modified
    rest.pop("lastModified", None)
    parts = {"extra": kiosk.pop("extra", None), "unread": kiosk.pop("unread", None), "values": records}
    kiosk |= {name: value for name, value in parts.items() if value}
    return written | rest | ({"kiosk": kiosk} if kiosk else {})
