"""The table of the warm-up: plain words, that every keyboard can type, and a question that answers itself."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.grade import grade
from kiosk.flow.warmup import EXERCISES, OVER, OVER_HELP, Exercise, Task

TYPED = [exercise for exercise in EXERCISES if exercise.task is Task.TYPE]


def texts() -> list[str]:
    asked = [text for one in EXERCISES for text in (one.title.format(word=one.wanted), one.help, one.done)]
    return [*asked, OVER, OVER_HELP]


@pytest.mark.parametrize("text", texts())
def test_the_words_are_plain(text: str) -> None:
    sentences = len(re.findall(r"[.?:]( |$)", text)) or 1
    assert grade(text, sentences) <= 6.5, text
    assert not re.search(r"\b(error|invalid|failed|wrong|must|score|points)\b|!", text.lower())


def test_it_asks_for_what_people_stumble_over() -> None:
    tasks = [one.task for one in EXERCISES]
    assert tasks[:3] == [Task.PRESS, Task.TICK, Task.FIND]
    assert tasks[-1] is Task.NEXT_BOX
    wanted = [one.wanted for one in TYPED]
    assert any(word != word.lower() for word in wanted), "a capital letter"
    assert any(" " in word for word in wanted), "a space"
    mended = [one for one in TYPED if one.given]
    assert [one.given[:-1] == one.wanted[:-1] and one.given != one.wanted for one in mended] == [True]
    assert next(one for one in TYPED if one.wanted != one.wanted.lower()).exact


def test_the_mouse_comes_first_and_can_be_passed_over_in_one_go() -> None:
    with_mouse = [one.with_mouse for one in EXERCISES]
    assert with_mouse == sorted(with_mouse, reverse=True)


def test_what_is_to_be_found_is_far_down_in_the_list() -> None:
    for one in EXERCISES:
        if one.task is Task.FIND:
            assert len(one.things) > 8
            assert one.things[-1] == one.wanted


@given(st.sampled_from(TYPED), st.text(" ", max_size=3), st.text(" ", max_size=3))
def test_the_word_is_taken_with_spaces_around_it_and_nothing_else_is(
    one: Exercise, before: str, after: str
) -> None:
    assert one.is_met_by(before + one.wanted + after)
    assert not one.is_met_by(one.wanted[:-1])
    assert not one.is_met_by(one.wanted + "x")
    assert not one.is_met_by(one.given)
    assert one.is_met_by(one.wanted.swapcase()) is not one.exact
