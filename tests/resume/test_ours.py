"""What JSON Resume has no key for: kept with the resume and with each entry, and valid in the file."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.render import attached
from kiosk.resume import jsonresume, ours
from kiosk.resume.clean import line
from kiosk.resume.model import Certificate, Education, Entry, Resume

SCHOOL = Education(institution="Kyiv School of Pharmacy")


def again(resume: Resume) -> Resume:
    """Write a resume and read it."""
    return jsonresume.loads(jsonresume.dumps(resume)).resume


@pytest.mark.parametrize("thing", [Resume(), SCHOOL])
def test_what_is_kept_is_found_and_an_empty_value_leaves_nothing(thing: Resume | Entry) -> None:
    kept = ours.kept(thing, "country", "Ukraine")
    assert ours.text(kept, "country") == "Ukraine"
    assert ours.kept(kept, "country", "") == thing


def test_what_is_no_text_is_no_text() -> None:
    assert ours.text(Resume(meta={"kiosk": {"wanted": 3}}), "wanted") == ""
    assert ours.text(Resume(meta={"kiosk": 3}), "wanted") == ""
    assert ours.text(Education(extra={"kiosk": {"country": []}}), "country") == ""


def test_the_file_has_no_key_of_ours_in_an_entry() -> None:
    resume = Resume(education=(SCHOOL, ours.kept(SCHOOL, "country", "Ukraine")))
    written = json.loads(jsonresume.dumps(resume))
    assert [list(school) for school in written["education"]] == [["institution"], ["institution"]]
    assert written["meta"]["kiosk"]["values"] == [
        {"path": ["education", 1], "of": SCHOOL.institution, "values": {"kiosk": {"country": "Ukraine"}}}
    ]


@pytest.mark.parametrize("theirs", [[1], "kiosk", {}, 3])
def test_what_is_no_object_under_our_name_is_somebody_elses(theirs: object) -> None:
    resume = Resume(education=(replace(SCHOOL, extra={"kiosk": theirs}),))
    assert again(resume) == resume
    assert json.loads(jsonresume.dumps(resume))["education"][0]["kiosk"] == theirs


def test_a_box_that_is_ticked_stays_ticked() -> None:
    resume = Resume(education=(ours.kept(SCHOOL, "going", True),))
    assert ours.value(again(resume).education[0], "going") is True


@given(st.lists(st.dictionaries(st.sampled_from(["country", "going"]), st.text(min_size=1)), max_size=4))
def test_it_comes_back_to_the_entry_that_it_is_about(values: list[dict[str, str]]) -> None:
    cards = []
    for number, kept in enumerate(values):
        card = Certificate(name=f"Card {number}")
        for key, value in kept.items():
            card = ours.kept(card, key, line(value))
        cards.append(card)
    resume = Resume(certificates=(Certificate(name="First"), *cards))
    assert again(resume) == resume


def test_only_what_stands_on_the_page_is_given_to_an_employer() -> None:
    school = ours.kept(ours.kept(SCHOOL, "country", "Ukraine"), "left", "SECRET")
    theirs = replace(school, extra={**school.extra, "other": "SECRET"})
    inside = attached.printed(Resume(education=(theirs,)))
    assert b"SECRET" not in inside
    assert ours.text(jsonresume.loads(inside).resume.education[0], "country") == "Ukraine"
