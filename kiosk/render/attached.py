"""The resume's data inside its PDF and Word file, where the patron agreed: that one file can be opened again.

An employer receives it, so it is JSON Resume of what is printed and nothing else: no picture, no keys of
other programs, nothing of `meta` that says more than the page. Read back, it is a stranger's: it has a limit,
it is read in the worker, and it goes through the same door as every other resume.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar, cast

from kiosk import i18n
from kiosk.errors import ResumeFileError
from kiosk.i18n import N_
from kiosk.render import raster
from kiosk.render.order import HOURS, sections
from kiosk.render.pdf import Attachment
from kiosk.render.types import Order, RenderJob
from kiosk.render.word import data as word
from kiosk.resume import hours, jsonresume, ours
from kiosk.resume.jsonresume import Loaded
from kiosk.resume.limits import MAX_BYTES
from kiosk.resume.model import Entry, Json, Resume
from kiosk.resume.shapes import RESUME, Kind, Shape
from kiosk.resume.texts import NOT_PRINTED

NAME = "resume.json"
KIND = "application/json"

MOST = 4 * MAX_BYTES
"""Bytes of a PDF or Word file that is looked into: one of ours takes hundredths of it, pictures take more."""

_TITLE = N_("Resume")
_PDF = b"%PDF-"
_ZIP = b"PK\x03\x04"
_HEAD = 1024

T = TypeVar("T", bound=Entry | Resume)


def printed(resume: Resume, order: Order = Order.BY_DATE) -> bytes:
    """Return the JSON Resume file of what a page with this resume prints, in this order."""
    return jsonresume.dumps(replace(_printed(resume, RESUME), meta=_meta(resume, order)))


def _meta(resume: Resume, order: Order) -> dict[str, Json]:
    """Return what of ours the page shows: its order, where that is not the usual one, and when one can work.

    The keys are those of `flow/choices.py` and `resume/hours.py`.
    """
    kept: dict[str, Json] = {}
    if order is not Order.BY_DATE:
        kept["look"] = {"order": order.value}
    if HOURS in sections(resume, order) and (when := hours.printed(resume)):
        kept[hours.KEY] = when
    return {ours.KEY: kept} if kept else {}


def attachment(content: bytes, job: RenderJob) -> Attachment:
    """Return that file as a part of the PDF, described in the language of the page."""
    title = i18n.catalogue("resume", job.language).gettext(_TITLE)
    return Attachment(NAME, KIND, content, f"{title} (JSON Resume 1.0.0)", job.today)


def read(data: bytes) -> bytes | None:
    """Return the file that stands in a PDF or Word file under our name; None when there is none to be had.

    Raises nothing for what a file can hold. For the worker: hostile files may take its memory or its time.
    """
    if len(data) > MOST:
        return None
    if data.startswith(_ZIP):
        return word.read(data, MAX_BYTES)
    return raster.attached(data, NAME, MAX_BYTES) if _PDF in data[:_HEAD] else None


def loads(data: bytes, name: str = "") -> Loaded | None:
    """Return the resume inside a PDF or Word file, None when there is none that can be read.

    `name` is what its notices call the file.
    """
    content = read(data)
    try:
        return None if content is None else jsonresume.loads(content, name)
    except ResumeFileError:
        return None


def _printed(entry: T, shape: Shape) -> T:
    """Return an entry with the keys that a page prints: it is made anew, so that nothing else comes along."""
    values: dict[str, Any] = {}
    for key in shape.keys:
        if key.name in NOT_PRINTED:
            continue
        value = getattr(entry, key.attr)
        if key.shape and key.kind is Kind.OBJECTS:
            value = tuple(_printed(item, key.shape) for item in value)
        elif key.shape:
            value = _printed(value, key.shape)
        values[key.attr] = value
    if isinstance(entry, Entry):
        values["extra"] = ours.printed(entry)
    return cast(T, shape.make(**values))
