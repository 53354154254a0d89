"""The helpers that templates call."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.render import wording
from kiosk.resume.model import Location, Skill, Work


def english(text: str) -> str:
    return text


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://example.org/a?b=1", "https://example.org/a?b=1"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("tel:+15550100", "tel:+15550100"),
        ("ana@example.org", "mailto:ana@example.org"),
        ("ana+job@example.org", "mailto:ana+job@example.org"),
        ("ana?cc=all@example.org", "mailto:ana%3Fcc%3Dall@example.org"),
        ("example.org", ""),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("data:text/html,x", ""),
        ("https://example.org/ javascript:", ""),
        ("https://", ""),
        ("", ""),
    ],
)
def test_only_the_web_mail_and_phone_are_linked(address: str, target: str) -> None:
    assert wording.link(address) == target


def test_a_text_is_the_lines_it_was_typed_in() -> None:
    assert wording.lines(" One \r\n\nTwo\u2028Three\n") == ["One", "Two", "Three"]


def test_a_comma_in_a_text_makes_semicolons_between_texts() -> None:
    assert wording.listed(["Windows", "Ovens"], english) == "Windows, Ovens"
    assert wording.listed(["Floors: wood, tile", "Ovens"], english) == "Floors: wood, tile; Ovens"


@pytest.mark.parametrize(("text", "shown"), [("3.7 GPA", "3.7 GPA"), ("3.7/4.0", "GPA: 3.7/4.0"), ("", "")])
def test_a_bare_score_says_what_it_is(text: str, shown: str) -> None:
    assert wording.score(text, english) == shown


@pytest.mark.parametrize(
    ("location", "shown"),
    [
        (Location(city="Tucson", region="AZ", country_code="US"), "Tucson, AZ"),
        (Location(address="2 Elm St\nApt. 3", city="Lewiston", region="ME", postal_code="04240"),
         "2 Elm St, Apt. 3, Lewiston, ME 04240"),
        (Location(postal_code="04240"), "04240"),
        (Location(country_code="US"), ""),
    ],
)  # fmt: skip
def test_where_a_person_lives(location: Location, shown: str) -> None:
    assert wording.place(location) == shown


def test_bare_skills_share_a_line_and_keep_their_order() -> None:
    cooking, cash = Skill(name="Cooking"), Skill(name="Cash")
    forklift, typing = Skill(name="Forklift", level="Good"), Skill(name="Typing")
    assert wording.runs([cooking, cash, forklift, typing]) == [[cooking, cash], [forklift], [typing]]


@pytest.mark.parametrize(
    ("language", "way"), [("en", "ltr"), ("ar", "rtl"), ("ar-EG", "rtl"), ("fa_IR", "rtl")]
)
def test_the_way_a_language_is_written(language: str, way: str) -> None:
    assert wording.direction(language) == way


def test_jobs_that_follow_each_other_at_one_employer_are_together() -> None:
    names = ("Food Mart", "food  mart", "Diner", "Food Mart", "", "")
    groups = wording.employers([Work(name=name) for name in names])
    assert [[job.name for job in group] for group in groups] == [
        ["Food Mart", "food  mart"],
        ["Diner"],
        ["Food Mart"],
        [""],
        [""],
    ]


@given(st.lists(st.text("abc ", min_size=1, max_size=40), max_size=60))
def test_many_short_texts_become_rows_and_none_is_lost(texts: list[str]) -> None:
    found = wording.rows(texts)
    assert [text for row in found for text in row] == texts
    assert len(texts) > wording.ONE_ROW or found == [texts]
    assert all(len(", ".join(row)) <= 76 for row in found if len(found) > 1)


def test_rows_are_about_equally_long() -> None:
    """The last one is no single word."""
    lengths = [len(", ".join(row)) for row in wording.rows([f"Skill number {n}" for n in range(21)])]
    assert max(lengths) - min(lengths) < 20
