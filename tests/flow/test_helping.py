"""What *Help* says: for every screen, in plain words."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from helpers.grade import grade
from kiosk.flow import helping
from kiosk.flow.step import PageKind
from kiosk.flow.steps import STEPS


def test_every_kind_of_screen_has_help_and_no_help_is_for_nothing() -> None:
    assert set(helping.KINDS) == set(PageKind)
    assert set(helping.STEPS) <= {step.id for step in STEPS}


def test_no_kind_and_no_step_is_written_twice() -> None:
    """Of two entries of one name Python keeps the last, without a word."""
    tree = ast.parse(Path(helping.__file__).read_text("utf-8"))
    tables = [node for node in ast.walk(tree) if isinstance(node, ast.Dict)]
    assert len(tables) == 2
    for table in tables:
        names = [ast.unparse(key) for key in table.keys if key is not None]
        assert len(names) == len(set(names))


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.id)
def test_two_or_three_sentences_more_than_the_screen_itself(step: object) -> None:
    (found,) = [one for one in STEPS if one is step]
    said = helping.about(found)
    more = [words for words in said if words != found.help]
    assert 2 <= len(more) <= 3


def test_the_words_are_plain() -> None:
    texts = [words for said in (*helping.KINDS.values(), *helping.STEPS.values()) for words in said]
    texts += [words for _icon, _name, words in helping.BUTTONS] + [words for _key, words in helping.KEYS]
    sentences = sum(words.count(".") + words.count("?") for words in texts)
    assert grade(" ".join(texts), sentences) <= 6
    hard = [words for words in texts if {"error", "invalid", "failed"} & set(words.lower().split())]
    assert hard == []
