"""Links of a PDF and of a Word file: each whole, and leading where its words say."""

from __future__ import annotations

import io
import math
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final
from urllib.parse import unquote

import pypdf
from lxml import etree

from kiosk.render.wording import link

from .items import Item, Tag

_RELATIONS: Final = "word/_rels/document.xml.rels"
_ROOM: Final = 144.0
"""Points of a page's width that its margins take at most."""
_ONE_LINE: Final = 85
"""Letters of an address that surely fit on one line."""


def expected(items: Sequence[Item]) -> set[str]:
    """Return where the links of a page must lead."""
    return {address for item in items if item.tag is Tag.LINK and (address := link(item.text))}


def in_pdf(pdf: bytes) -> dict[str, int]:
    """Return where a PDF's links lead, and how many pieces each has more than its length needs."""
    pieces: dict[str, list[float]] = {}
    width = 0.0
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        width = float(page.mediabox.width) - _ROOM
        for address, length in _annotations(page):
            pieces.setdefault(address, []).append(length)
    return {address: len(found) - math.ceil(sum(found) / width) for address, found in pieces.items()}


def _annotations(page: Any) -> Iterator[tuple[str, float]]:
    for annotation in page.get("/Annots", ()):
        note = annotation.get_object()
        if note["/Subtype"] == "/Link" and "/URI" in note.get("/A", {}):
            left, _bottom, right, _top = map(float, note["/Rect"])
            yield unquote(str(note["/A"]["/URI"])), right - left


def in_word(docx: bytes) -> set[str]:
    """Return where a Word file's links lead."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        relations = etree.fromstring(archive.read(_RELATIONS))
    return {unquote(each.get("Target")) for each in relations if each.get("TargetMode") == "External"}


def unread(items: Sequence[Item], readings: Mapping[str, str]) -> list[str]:
    """Return the addresses that a reader does not read letter by letter.

    Where a line ends with a hyphen some take it away: an address that is broken there is a wrong one.
    """
    found = []
    for reader, text in readings.items():
        page = "".join(text.split())
        addresses = (item.text for item in items if item.tag is Tag.LINK and len(item.text) <= _ONE_LINE)
        found += [f"{reader}: {address}" for address in addresses if "".join(address.split()) not in page]
    return found


def faults(items: Sequence[Item], pdf: bytes, docx: bytes) -> list[str]:
    """Return what is wrong with the links of a page."""
    wanted = {unquote(address) for address in expected(items)}
    found = in_pdf(pdf)
    return [
        *(f"PDF: no link to {address}" for address in sorted(wanted - set(found))),
        *(f"PDF: {address} is in {more} pieces too many" for address, more in found.items() if more > 0),
        *(f"Word: no link to {address}" for address in sorted(wanted - in_word(docx))),
    ]
