"""A tagged PDF says which language words are in, and which letters joined glyphs stand for."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from laying import page
from pypdf import PdfReader
from pypdfium2 import PdfDocument

EVERY_WAY = """<h1>Ana العربية</h1><p>Speaks <b>Ελληνικά</b>, <a href="https://example.org/">a שרה</a> and
<a href="https://example.org/b">b</a> <span>x</span> <span class="y">मीरा<br>देवी</span></p><ul><li>One
<ul><li>سارة</li></ul></li></ul><div style="display: flex"><span>left</span><span>王</span></div>"""


def spoken(pdf: bytes) -> Iterator[str]:
    """Yield the languages that the tags of a PDF name, in their order."""
    yield from _languages(PdfReader(BytesIO(pdf)).trailer["/Root"]["/StructTreeRoot"]["/K"])  # type: ignore[index]


def _languages(kids: Any) -> Iterator[str]:
    kids = kids.get_object() if hasattr(kids, "get_object") else kids
    for kid in kids if isinstance(kids, list) else [kids]:
        element = kid.get_object() if hasattr(kid, "get_object") else kid
        if isinstance(element, dict):
            if "/Lang" in element:
                yield str(element["/Lang"])
            yield from _languages(element.get("/K", []))


def read(pdf: bytes) -> str:
    with_pages = PdfDocument(pdf)
    try:
        return "\n".join(sheet.get_textpage().get_text_range() for sheet in with_pages)
    finally:
        with_pages.close()


def test_words_in_another_language_say_so(tmp_path: Path) -> None:
    found = list(spoken(page(EVERY_WAY, tmp_path).pdf()))
    for language in ("ar", "el", "he", "hi", "zh-Hans"):
        assert language in found
    assert "en" not in found


def test_a_page_in_one_language_says_it_once(tmp_path: Path) -> None:
    assert list(spoken(page("<p>Ana <span>Vale</span></p>", tmp_path).pdf())) == []


def test_what_a_template_says_of_languages_is_heard(tmp_path: Path) -> None:
    assert set(spoken(page("<p lang='fr'>Bonjour</p><p>Ana</p>", tmp_path).pdf())) == {"fr"}


def test_over_many_pages_every_line_is_still_what_it_says(tmp_path: Path) -> None:
    laid = page("".join(f"<p>{n} मीरा क्षत्रिय {n}</p>" for n in range(120)), tmp_path)
    assert laid.pages > 1
    assert read(laid.pdf()).split() == " ".join(f"{n} मीरा क्षत्रिय {n}" for n in range(120)).split()
