"""How the page is to look: saved with the answers, undone like them, and lenient with what is unknown."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.flow import choices, looks
from kiosk.flow.choices import Choices
from kiosk.flow.export import job_for
from kiosk.flow.session import Session
from kiosk.render.accents import ACCENTS
from kiosk.render.types import Order, Paper, RenderJob, TextSize
from kiosk.resume import jsonresume
from kiosk.resume.model import Basics, Resume

USUAL = Choices(template="classic")
LOOKS = frozenset({"classic", "serif"})
ANN = Resume(basics=Basics(name="Ann"), meta={"other": {"a": 1}, "kiosk": {"leftovers": ["x"]}})

any_choices = st.builds(
    Choices,
    template=st.sampled_from(sorted(LOOKS)),
    paper=st.sampled_from(Paper),
    language=st.sampled_from(["en", "es"]),
    order=st.sampled_from(Order),
    size=st.sampled_from(TextSize),
    accent=st.sampled_from(["", *ACCENTS]),
    fit=st.booleans(),
)


@given(any_choices)
def test_what_was_chosen_comes_back_from_the_file(chosen: Choices) -> None:
    file = jsonresume.dumps(choices.remembered(ANN, chosen))
    opened = jsonresume.loads(file, "a.json").resume
    assert choices.of(opened, USUAL, LOOKS) == chosen
    assert opened.meta["other"] == {"a": 1}
    assert opened.meta["kiosk"]["leftovers"] == ["x"]


@pytest.mark.parametrize("field", [field.name for field in fields(Choices)])
@pytest.mark.parametrize("value", ["no-such-thing", 7, None, ["a"], {"a": 1}])
def test_what_nobody_knows_counts_as_not_chosen(field: str, value: Any) -> None:
    resume = replace(ANN, meta={"kiosk": {"look": {field: value, "shoes": "red"}}})
    assert choices.of(resume, USUAL, LOOKS) == USUAL


@pytest.mark.parametrize("look", [None, "classic", ["a"], 3])
def test_a_look_that_is_no_table_counts_as_none(look: Any) -> None:
    assert choices.of(replace(ANN, meta={"kiosk": {"look": look}}), USUAL, LOOKS) == USUAL
    assert choices.of(replace(ANN, meta={"kiosk": look}), USUAL, LOOKS) == USUAL


def test_every_choice_reaches_the_page() -> None:
    chosen = Choices(
        template="serif",
        paper=Paper.A4,
        language="es",
        order=Order.FIRST_JOB,
        size=TextSize.LARGE,
        accent="wine",
        fit=True,
    )
    job = job_for(ANN, chosen)
    for field in fields(Choices):
        assert getattr(job, field.name) == getattr(chosen, field.name)
        assert field.name in {it.name for it in fields(RenderJob)}


def test_choosing_can_be_undone_and_makes_the_saved_files_old() -> None:
    session = Session(USUAL, looks=LOOKS)
    session.open(ANN)
    session.choose(template="serif")
    assert (session.choices.template, session.unsaved) == ("serif", True)
    session.undo()
    assert (session.choices.template, session.unsaved) == ("classic", False)
    session.redo()
    assert session.choices.template == "serif"


def test_choosing_a_look_is_no_answer_yet() -> None:
    session = Session(USUAL, looks=LOOKS)
    session.choose(template="serif")
    assert not session.unsaved


def test_there_are_words_for_everything_that_can_be_chosen() -> None:
    assert {it.order for it in looks.ORDERS} == set(Order)
    assert set(looks.SIZES) == set(TextSize)
    assert set(looks.COLOURS) == set(ACCENTS)
    assert "en" in looks.page_languages()
