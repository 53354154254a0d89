"""Data as a part of a Word file: any text comes back, and a file that lies gives nothing."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from kiosk import paths
from kiosk.render.word import data

MOST = 100_000
NOTHING_BUT = b'{"basics": {"name": "Ana"}}'


def zipped(parts: dict[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", packing) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def item(text: str, before: str = "", tag: str = "json") -> bytes:
    return f'{before}<{tag} xmlns="{data.NAMESPACE}">{text}</{tag}>'.encode()


def doctored(change: Callable[[dict[str, bytes]], dict[str, bytes]]) -> bytes:
    return zipped(change({"customXml/item1.xml": item(NOTHING_BUT.decode())}))


HOSTILE = {
    "no zip": b"PK\x03\x04 and then nothing",
    "empty zip": zipped({}),
    "no part": zipped({"word/document.xml": b"<x/>"}),
    "another's part": zipped({"customXml/item1.xml": b"<sources xmlns='urn:x'>{}</sources>"}),
    "another element": zipped({"customXml/item1.xml": item("{}", tag="text")}),
    "no xml": zipped({"customXml/item1.xml": b"\xff\xfe{}"}),
    "cut off": zipped({"customXml/item1.xml": item("{}")[:-3]}),
    "entities": zipped({"customXml/item1.xml": item("&a;", '<!DOCTYPE json [<!ENTITY a "{}">]>')}),
    "a file": zipped(
        {"customXml/item1.xml": item("&a;", '<!DOCTYPE json [<!ENTITY a SYSTEM "file:///etc/passwd">]>')}
    ),
    "entities in UTF-16": zipped(
        {"customXml/item1.xml": item("&a;", '<!DOCTYPE json [<!ENTITY a "{}">]>').decode().encode("utf-16")}
    ),
    "a bomb": zipped({"customXml/item1.xml": item(" " * 400_000)}),
    "too much": zipped({"customXml/item1.xml": item(" " * (MOST + 1))}, zipfile.ZIP_STORED),
    "too many parts": doctored(lambda it: {f"word/{n}.xml": b"" for n in range(600)} | it),
    "somewhere else": zipped({"customXml/deep/er/item1.xml": item("{}")}),
    "deep": zipped({"customXml/item1.xml": b"<a>" * 100_000}),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_files_that_hold_nothing_for_us(name: str) -> None:
    assert data.read(HOSTILE[name], MOST) is None


def test_a_part_of_ours_among_others() -> None:
    file = doctored(lambda it: {"customXml/item0.xml": b"<x/>", "customXml/item2.xml": b"no"} | it)
    assert data.read(file, MOST) == NOTHING_BUT


def test_no_more_is_unpacked_than_asked_for() -> None:
    file = doctored(lambda it: it)
    assert data.read(file, len(NOTHING_BUT)) == NOTHING_BUT
    assert data.read(file, len(NOTHING_BUT) - 1) is None


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
@example("\x00\x01\ufffe\uffff\U0001fffe\r\n<&>\"'\\")
def test_any_text_comes_back(text: str) -> None:
    content = json.dumps({"x": text}, ensure_ascii=False).encode()
    parts = {name: etree.parse(paths.ASSETS / "docx" / name).getroot() for name in (data.TYPES, data.LINKS)}
    data.put(parts, content)
    again = data.read(zipped({name: etree.tostring(it) for name, it in parts.items()}), MOST)
    assert json.loads(again or b"") == {"x": text}


def test_links_have_names_of_their_own() -> None:
    parts = {name: etree.parse(paths.ASSETS / "docx" / name).getroot() for name in (data.TYPES, data.LINKS)}
    data.put(parts, b"{}")
    ids = [link.get("Id") for link in parts[data.LINKS]]
    assert len(set(ids)) == len(ids)
