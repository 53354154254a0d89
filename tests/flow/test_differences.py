"""What Undo changed, in words: each answer, and each entry that came, went or moved."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from helpers.strategies import resumes
from kiosk.flow import differences
from kiosk.resume.model import Basics, Education, Location, Resume, Skill, Work

COOK, CLERK = Work(position="Cook"), Work(position="Clerk", name="Food Mart")
ANN = Resume(basics=Basics(name="Ann Lee"), work=(COOK, CLERK))

CASES = {
    "an answer": (replace(ANN, basics=Basics(name="Ann Wu")), ("Your name: Ann Wu",)),
    "an empty one": (replace(ANN, basics=Basics()), ("Your name: Left blank",)),
    "removed": (replace(ANN, work=(CLERK,)), ("Removed: Cook",)),
    "back": (replace(ANN, education=(Education(institution="Duluth High"),)), ("It is back: Duluth High",)),
    "moved": (replace(ANN, work=(CLERK, COOK)), ("Clerk is now number 1.",)),
    "of a job": (
        replace(ANN, work=(replace(COOK, name="Blue Door"), CLERK)),
        ("Who you worked for, Cook: Blue Door",),
    ),
    "lines": (
        replace(ANN, skills=(Skill(name="Soup"), Skill(name="Cash"))),
        ("Your skills: Soup, Cash",),
    ),
    "how it looks": (replace(ANN, meta={"kiosk": {"template": "airy"}}), ()),
}


@pytest.mark.parametrize(("after", "words"), CASES.values(), ids=CASES)
def test_told(after: Resume, words: tuple[str, ...]) -> None:
    assert differences.told(ANN, after) == words


def test_what_is_folded_away_while_it_is_empty_is_told_too() -> None:
    at_home = replace(ANN, basics=replace(ANN.basics, location=Location(postal_code="55802")))
    assert differences.told(at_home, ANN) == ("ZIP code: Left blank",)


@pytest.mark.slow
@given(resumes(), resumes())
def test_never_more_than_can_be_listened_to_and_nothing_where_nothing_is_other(
    before: Resume, after: Resume
) -> None:
    assert len(differences.told(before, after)) <= differences.MOST
    assert differences.told(before, before) == ()
