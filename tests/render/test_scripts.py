"""Alphabets and the languages guessed from them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.render import scripts
from kiosk.render.scripts import Habits, Script, Stretch

PLAIN = Habits(japanese=False, traditional=False)


def told(text: str, page: str = "en") -> list[tuple[str, str]]:
    """Return the parts of a text that are not in the page's language, and the languages of them."""
    known = scripts.habits(text)
    parts = ((it.text, scripts.language(it, page, known)) for it in scripts.stretches(text))
    return [(text, language) for text, language in parts if language != page]


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("José Łukasz Nguyễn, 2019 – “x”", []),
        ("Speaks Ελληνικά and Русский", [("Ελληνικά", "el"), ("Русский", "ru")]),
        ("Олена Ґудзь", [("Олена Ґудзь", "uk")]),
        ("at شركة النيل, 5 in Cairo", [("شركة النيل", "ar")]),
        ("پژوهشگر / שרה כהן", [("پژوهشگر", "fa"), ("שרה כהן", "he")]),
        ("मीरा देवी สมชาย አበበ", [("मीरा देवी", "hi"), ("สมชาย", "th"), ("አበበ", "am")]),
        ("王小明 in 北京", [("王小明", "zh-Hans"), ("北京", "zh-Hans")]),
        ("臺灣大學", [("臺灣大學", "zh-Hant")]),
        ("山田太郎、カフェ", [("山田太郎、カフェ", "ja")]),
        ("山田太郎 (カフェ)", [("山田太郎", "ja"), ("カフェ", "ja")]),
        ("김철수 학교", [("김철수 학교", "ko")]),
        ("張伟", [("張伟", "zh-Hans")]),
    ],
)
def test_words_of_other_alphabets_on_an_english_page(text: str, languages: list[tuple[str, str]]) -> None:
    assert told(text) == languages


@pytest.mark.parametrize(
    ("page", "text", "languages"),
    [
        ("ar", "دربت على QuickBooks 2019 والجرد", [("QuickBooks 2019", "en")]),
        ("ru", "Работа в Microsoft Excel", [("Microsoft Excel", "en")]),
        ("zh", "王小明 Excel 한국", [("Excel", "en"), ("한국", "ko")]),
        ("zh", "臺灣大學", [("臺灣大學", "zh-Hant")]),
        ("zh-TW", "臺灣大學 王小明", []),
        ("ko", "金哲洙 김철수 かな", [("かな", "ja")]),
        ("ja", "山田太郎 カフェ", []),
        ("vi", "Nguyễn", []),
        ("uk", "Київ Москва", []),
    ],
)
def test_words_of_other_alphabets_on_other_pages(
    page: str, text: str, languages: list[tuple[str, str]]
) -> None:
    assert told(text, page) == languages


@given(st.text(max_size=60), st.sampled_from(("en", "ar", "zh", "zh-TW", "ja", "ko", "ru", "he", "am", "xx")))
def test_nothing_is_lost_and_what_is_in_the_alphabet_of_the_page_is_in_its_language(
    text: str, page: str
) -> None:
    known = scripts.habits(text)
    found = list(scripts.stretches(text))
    assert "".join(stretch.text for stretch in found) == text
    for stretch in found:
        own = scripts.language(stretch, page, known)
        assert own
        if stretch.script is None:
            assert own == page
        elif own != page and "zh" not in (page, own.split("-")[0]) and page not in ("ja", "ko"):
            assert scripts.script_of(own) in (stretch.script, Script.CHINESE)
            assert scripts.script_of(page) is not stretch.script or stretch.script is Script.CHINESE


@pytest.mark.parametrize("script", list(Script))
def test_each_alphabet_is_that_of_its_language(script: Script) -> None:
    assert scripts.script_of(script.value) is script
    assert scripts.script_of(f"{script.value}-XX") is script
    if script is not Script.CHINESE:
        assert scripts.language(Stretch("x", script), script.value, PLAIN) == script.value


def test_an_empty_text_has_no_letters() -> None:
    assert list(scripts.stretches("")) == []
    assert scripts.first_letter("12 (x") == "x"
    assert scripts.first_letter("12") == ""
    assert not scripts.reads_from_right("")
