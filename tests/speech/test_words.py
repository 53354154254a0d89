"""What a voice is given to read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.flow.looks import LANGUAGES
from kiosk.speech import words
from kiosk.speech.types import Passage


def test_all_our_languages_have_a_voice_but_tagalog() -> None:
    assert [code for code in LANGUAGES if not words.voice(code)] == ["tl"]
    assert words.voice("pt_BR") == words.voice("pt-PT") == words.voice("pt")


def test_lines_pause_and_brackets_are_no_phonemes() -> None:
    assert words.plain("Your  name\n\n Ann [[lee]] \0") == "Your name.\nAnn [ [lee]]."
    assert words.plain("Where did you work?") == "Where did you work?"


def test_neighbours_of_one_language_are_read_in_one_go() -> None:
    passages = [Passage("A"), Passage("B"), Passage("", "es"), Passage("C"), Passage("D", "es"), Passage("E")]
    assert list(words.by_voice(passages)) == [("en-us", "A.\nB.\nC."), ("es-419", "D."), ("en-us", "E.")]


@given(st.text())
def test_nothing_of_a_text_is_lost_but_spaces(text: str) -> None:
    said = words.plain(text)
    assert "[[" not in said
    assert "\0" not in said
    kept = "".join(text.replace("\0", "").split())
    assert "".join(said.split()).replace(".", "") == kept.replace(".", "")
