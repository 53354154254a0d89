"""Text without what must never reach a document."""

from __future__ import annotations

import unicodedata

from hypothesis import given

from helpers.strategies import ANY_TEXT
from kiosk.resume import clean


def test_control_characters_go_and_words_stay() -> None:
    assert clean.paragraph("A\x00na\x1b \x07Ruiz\x9f\ufffe\ufeff\ud800") == "Ana Ruiz"


def test_every_kind_of_line_break_is_one() -> None:
    assert clean.paragraph("one\r\ntwo\rthree\vfour\u2028five\x85six") == "one\ntwo\nthree\nfour\nfive\nsix"


def test_a_line_has_one_space_where_a_line_broke() -> None:
    assert clean.line(" 12 Main St \r\n\n\tApt 3 ") == "12 Main St Apt 3"


def test_spaces_that_were_typed_stay() -> None:
    assert clean.line("A  B") == "A  B"


def test_what_other_alphabets_need_stays() -> None:
    text = "می\u200cخواهم 👩\u200d🍳 e\u0301 ❤\ufe0f \u200fא"
    assert clean.line(text) == text


def test_the_lines_of_a_text() -> None:
    assert clean.lines("one\n\n  \r\n two\x00") == ("one", "two")


@given(ANY_TEXT)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    for cleaner in (clean.line, clean.paragraph, clean.only_characters):
        assert cleaner(cleaner(text)) == cleaner(text)


@given(ANY_TEXT)
def test_no_control_character_is_left(text: str) -> None:
    assert not {"Cc", "Cs"} & {unicodedata.category(letter) for letter in clean.line(text)}
    assert {letter for letter in clean.paragraph(text) if unicodedata.category(letter) == "Cc"} <= {
        "\n",
        "\t",
    }
    clean.only_characters(text).encode()
