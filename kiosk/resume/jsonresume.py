"""Resume <-> JSON Resume file: lenient in, strict out. The one door for both.

    bytes -> text -> plain JSON values -> Resume          jsontext, beyond, lenient
    Resume -> plain JSON values -> bytes                  strict

The editable file is valid JSON Resume 1.0.0. Under `meta.kiosk` lives what that has no place for: `extra`
(unknown keys of the top level), `values` (see `beyond.py`), `unread` (what could not be understood, with its
place), and what other parts of the program put there.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from kiosk.errors import ResumeFileError
from kiosk.i18n import _
from kiosk.resume import beyond, jsontext, limits, strict
from kiosk.resume.beyond import Object
from kiosk.resume.files import read, shown
from kiosk.resume.formats import is_uri
from kiosk.resume.lenient import Reader
from kiosk.resume.model import Resume
from kiosk.resume.notices import Notice
from kiosk.resume.texts import is_blank

T = TypeVar("T")

_MAY_GROW_TOO_LARGE = limits.MAX_BYTES // 8
"""Bytes. The same JSON is at most about six times as long in the way we write it: \\u0001 for one byte."""
EXTRA = ("meta", "kiosk", "extra")
UNREAD = ("meta", "kiosk", "unread")
VALUES = ("meta", "kiosk", "values")
_META_TEXTS = ("canonical", "version", "lastModified")


@dataclass(frozen=True, slots=True, repr=False)
class Loaded:
    """What came of a file: the resume, and what the person should know about it."""

    resume: Resume
    notices: tuple[Notice, ...] = ()


def load(path: Path) -> Loaded:
    """Read a JSON Resume file. Raises ResumeFileError with one plain sentence that names it."""
    return loads(read(path), path.name)


def loads(data: bytes, name: str = "") -> Loaded:
    """Read the bytes of a JSON Resume file; `name` is what sentences call it. Raises ResumeFileError.

    What `dumps` wrote reads back equal. Takes a second or two and 150 MB at most, whatever the bytes.
    """
    file = shown(name)
    if len(data) > limits.MAX_BYTES:
        raise limits.too_large(file)
    reader = Reader(file)
    document = jsontext.parse(_text(data, reader, file), file)
    if not isinstance(document, dict):
        raise _no_resume(file)
    resume = _resume(document, reader)
    if is_blank(resume):
        raise _no_resume(file)
    if jsontext.depth(resume.meta) >= limits.MAX_DEPTH:
        raise limits.too_deep(file)
    if len(data) > _MAY_GROW_TOO_LARGE and len(dumps(resume)) > limits.MAX_BYTES:
        raise limits.too_large(file)
    return Loaded(resume, reader.noticing.notices)


def dumps(resume: Resume, *, last_modified: str = "") -> bytes:
    """Return the JSON Resume file of a resume: the same resume, the same bytes. Large ones are not indented.

    `last_modified` (ISO 8601, YYYY-MM-DDThh:mm:ss) sets `meta.lastModified`; otherwise that stays as it was.
    """
    document = strict.document(resume, last_modified)
    written = json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)
    if len(written) > _MAY_GROW_TOO_LARGE:
        written = json.dumps(document, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return f"{written}\n".encode()


def _text(data: bytes, reader: Reader, file: str) -> str:
    try:
        text, guessed = jsontext.decode(data)
    except UnicodeDecodeError:
        raise jsontext.cut_off(file) from None
    text = text.strip("\0\ufeff \t\r\n")
    if not text:
        raise ResumeFileError(
            _("{file} is empty.").format(file=file),
            _("Choose another copy of it, such as the one that ends in .bak."),
        )
    if guessed:
        reader.noticing.letters_guessed()
    return text


def _resume(document: Object, reader: Reader) -> Resume:
    schema = document.pop("$schema", None)
    kiosk = _kiosk(document, reader)
    meta = _meta(document.pop("meta", {}), reader)
    sections, extra = reader.sections(document)
    if not (isinstance(schema, str) and is_uri(schema)):
        extra |= {"$schema": schema} if schema else {}
        schema = ""
    _set_aside(kiosk, extra, reader)
    return Resume(
        **sections,
        schema="" if schema == strict.SCHEMA else schema,
        meta=meta | ({"kiosk": kiosk} if kiosk else {}),
    )


def _kiosk(document: Object, reader: Reader) -> Object:
    """Take our part out of `meta` and put the values it kept back to where they belong."""
    meta = document["meta"] = _taken(document, ("meta",), dict, reader)
    kiosk = _taken(meta, ("meta", "kiosk"), dict, reader)
    for lost in beyond.put_back(document, _taken(kiosk, VALUES, list, reader)):
        reader.noticing.keep(VALUES, lost)
    return dict(jsontext.plain(kiosk))


def _meta(meta: Object, reader: Reader) -> Object:
    """Return `meta` in our form: its texts are texts, the version that we write is as none."""
    texts = {name: reader.line(meta.pop(name, None), ("meta", name)) for name in _META_TEXTS}
    if texts["version"] == strict.VERSION:
        texts["version"] = ""
    rest: Object = jsontext.plain(meta)
    return {name: text for name, text in texts.items() if text} | rest


def _set_aside(kiosk: Object, extra: Object, reader: Reader) -> None:
    """Keep unknown keys of the top level and what could not be understood in our part of `meta`."""
    kept: Object = dict(_taken(kiosk, EXTRA, dict, reader))
    last: dict[str, int] = {}
    for name, value in jsontext.plain(extra).items():
        jsontext.put_beside(kept, last, name, value)
    unread = [*_taken(kiosk, UNREAD, list, reader), *reader.noticing.unread]
    kiosk |= ({"extra": kept} if kept else {}) | ({"unread": unread} if unread else {})


def _taken(holder: Object, path: tuple[str, ...], kind: type[T], reader: Reader) -> T:
    """Take what is at `path` out of its holder; a value of another type is kept aside, whoever wrote it."""
    value = holder.pop(path[-1], None)
    if isinstance(value, kind):
        return value
    if value is not None:
        reader.noticing.keep(path, value)
    return kind()


def _no_resume(file: str) -> ResumeFileError:
    return ResumeFileError(
        _("{file} has no resume in it that this program can read.").format(file=file),
        _("Choose the file that this program saved on your drive."),
    )
