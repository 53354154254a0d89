"""The measure measured: syllables as people say them, and texts whose grade is known."""

from __future__ import annotations

import pytest

from helpers.grade import grade, syllables


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("cook cooked tied played washed baked trained tapes files while make safe names", 1),
        ("counted table tables boxes dishes dishwash safely orders busy payments workers cleaning", 2),
        ("customers delivered medicine telephone vegetable" , 3),
        ("temperature refrigerator", 4),
    ],
)  # fmt: skip
def test_syllables(words: str, count: int) -> None:
    close = [
        word
        for word in words.split()
        if abs(syllables(word) - count) > (word in {"vegetable", "refrigerator"})
    ]
    assert close == []


def test_easy_words_are_a_low_grade_and_hard_ones_a_high() -> None:
    assert grade("Washed the pots and put them back") < 2
    assert 4 < grade("Counted the cash drawer at the end of each shift and told the manager") < 8
    assert grade("Facilitated interdepartmental communication utilizing organizational methodologies") > 20
    assert grade("") == 0
