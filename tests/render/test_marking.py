"""Words in another language are marked in the page, whatever the template is."""

from __future__ import annotations

from xml.etree.ElementTree import Element, tostring

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinyhtml5 import parse

from kiosk.render import marking


def parsed(body: str, language: str = "en") -> Element:
    page = f"<!DOCTYPE html><html lang='{language}'><head><title>李</title></head><body>{body}</body></html>"
    root: Element = parse(page, namespace_html_elements=False)
    return root


def marked(body: str, language: str = "en") -> str:
    root = parsed(body, language)
    marking.mark(root)
    return tostring(root, "unicode").partition("<body>")[2].removesuffix("</body></html>")


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("<p>Ana Vale, José</p>", "<p>Ana Vale, José</p>"),
        ("<p>at شركة النيل, 5</p>", '<p>at <span lang="ar">شركة النيل</span>, 5</p>'),
        (
            "<p>a <b>王</b> 한 שרה b</p>",
            '<p>a <b><span lang="zh-Hans">王</span></b> <span lang="ko">한</span> <span lang="he">שרה</span>'
            " b</p>",
        ),
        ("<p lang='ru'>Привет Ana</p>", '<p lang="ru">Привет <span lang="en">Ana</span></p>'),
        ("<p>x<br/>王</p>", '<p>x<br /><span lang="zh-Hans">王</span></p>'),
    ],
)
def test_words_of_other_alphabets_are_marked(body: str, shown: str) -> None:
    assert marked(body) == shown


def test_addresses_are_in_no_language() -> None:
    page = '<p><a href="mailto:ana@example.org">ana@example.org</a> Excel</p>'
    assert marked(page, "ar").endswith('ana@example.org</a> <span lang="en">Excel</span></p>')
    assert "<span" in marked('<a href="x">شركة</a>')


def test_the_body_may_have_a_language_of_its_own() -> None:
    root = parsed("김철수")
    root[-1].set("lang", "ko")
    marking.mark(root)
    assert len(list(root.iter("span"))) == 0


def test_a_page_without_a_body_stays_as_it_is() -> None:
    root = Element("html")
    marking.mark(root)
    assert tostring(root) == b"<html />"


@given(
    st.lists(st.text("aé王かな한שрع 1,-", max_size=8), min_size=3, max_size=3),
    st.sampled_from(("en", "ar", "zh", "ru")),
)
def test_no_letter_is_lost_or_moved(texts: list[str], language: str) -> None:
    root = parsed(f"<p>{texts[0]}<i>{texts[1]}</i>{texts[2]}</p>", language)
    marking.mark(root)
    assert "".join(root[-1].itertext()) == "".join(texts)
    once = tostring(root)
    marking.mark(root)
    assert tostring(root) == once
