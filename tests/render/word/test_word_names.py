"""What Word calls our fonts, languages and styles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.render import typefaces
from kiosk.render.scripts import Script
from kiosk.render.word import names
from kiosk.render.word.names import Fonts


@pytest.mark.parametrize(
    ("families", "fonts"),
    [
        (("Carlito",), Fonts("Calibri", "Arial", "Microsoft YaHei")),
        (("Caladea",), Fonts("Cambria", "Times New Roman", "SimSun")),
        (("Carlito", "Noto Naskh Arabic"), Fonts("Calibri", "Noto Naskh Arabic", "Microsoft YaHei")),
        (("Carlito", "Noto Sans CJK JP"), Fonts("Calibri", "Arial", "Noto Sans CJK JP")),
        (
            ("Liberation Serif", "Noto Serif CJK TC"),
            Fonts("Times New Roman", "Times New Roman", "Noto Serif CJK TC"),
        ),
        (("Georgia", "Noto Serif CJK KR"), Fonts("Georgia", "Arial", "Noto Serif CJK KR")),
        (("Carlito", "Noto Sans Thai"), Fonts("Calibri", "Noto Sans Thai", "Microsoft YaHei")),
        (
            ("Carlito", "Noto Sans Ethiopic"),
            Fonts("Noto Sans Ethiopic", "Noto Sans Ethiopic", "Microsoft YaHei"),
        ),
        (("sans-serif",), Fonts("Arial", "Arial", "Microsoft YaHei")),
    ],
)
def test_word_has_a_font_for_each_of_ours(families: tuple[str, ...], fonts: Fonts) -> None:
    assert names.fonts(families) == fonts


@pytest.mark.parametrize(
    ("families", "text", "same"),
    [
        (("Carlito", "Noto Sans Arabic"), "Łódź – Ωmega, Привет “x” €", True),
        (("Carlito", "Noto Sans Arabic"), "a مريم", False),
        (("Carlito",), "李", False),
        (("Noto Sans",), "a", False),
    ],
)
def test_which_text_is_as_long_in_word(families: tuple[str, ...], text: str, same: bool) -> None:
    assert names.has_same_measure(families, text) is same


@pytest.mark.parametrize("script", list(Script))
@pytest.mark.parametrize("family", ["Carlito", "Caladea"])
def test_every_font_that_few_computers_have_has_a_stand_in(script: Script, family: str) -> None:
    other = typefaces.of_language(family, script.value)
    if other:
        assert names.stand_in(other)
        assert names.stand_in(names.stand_in(other)) == ""
    if "CJK" in other:
        assert names.fonts((family, other)).east_asian == other


@pytest.mark.parametrize(
    ("page", "languages"),
    [
        ("en", {"val": "en-US", "eastAsia": "zh-CN", "bidi": "ar-SA"}),
        ("ru", {"val": "ru-RU", "eastAsia": "zh-CN", "bidi": "ar-SA"}),
        ("tl", {"val": "fil-PH", "eastAsia": "zh-CN", "bidi": "ar-SA"}),
        ("ko", {"val": "en-US", "eastAsia": "ko-KR", "bidi": "ar-SA"}),
        ("he", {"val": "en-US", "eastAsia": "zh-CN", "bidi": "he-IL"}),
        ("th", {"val": "en-US", "eastAsia": "zh-CN", "bidi": "th-TH"}),
    ],
)
def test_a_page_has_a_language_for_each_kind_of_letters(page: str, languages: dict[str, str]) -> None:
    assert names.languages(page) == languages


def test_a_language_without_a_country_gets_one() -> None:
    assert names.language("en") == "en-US"
    assert names.language("en-GB") == "en-GB"
    assert names.language("so") == "so"


@pytest.mark.parametrize(("name", "id_"), [("Heading 1", "Heading1"), ("Été", "c9te9")])
def test_ids_are_letters_and_digits(name: str, id_: str) -> None:
    assert names.style_id(name) == id_


@given(st.sets(st.text("abé-李_", min_size=1, max_size=4), min_size=2))
def test_different_names_have_different_ids(found: set[str]) -> None:
    assert all(names.style_id(name).isalnum() for name in found)
    assert len({names.style_id(f"X{name}") for name in found}) == len(found)


def test_names_are_written_as_word_writes_them() -> None:
    assert names.style_name("Heading 2") == "heading 2"
    assert names.style_name("List Bullet") == "List Bullet"
    assert [
        name for name in ("Heading 2", "List Number 3", "Title", "Employer") if names.is_built_in(name)
    ] == [
        "Heading 2",
        "List Number 3",
        "Title",
    ]
