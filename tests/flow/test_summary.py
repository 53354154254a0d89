"""The line that is proposed: true, short, and only of what the person gave."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.strategies import resumes
from kiosk.flow import paths, summary
from kiosk.flow.answers import look_over
from kiosk.flow.paths import Path
from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Basics, Education, Resume, Skill, Volunteer, Work

TODAY = date(2026, 11, 27)
FOUR_YEARS = Work(position="Cashier", start_date=PartialDate(2019), end_date=PartialDate(2023))
DOES = (Skill(name="Excel"), Skill(name="Making change"), Skill(name="Helping customers"))


@pytest.mark.parametrize(
    ("resume", "line"),
    [
        (
            Resume(work=(FOUR_YEARS,), skills=DOES),
            "Cashier with 4 years of experience, good at making change and helping customers.",
        ),
        (Resume(work=(FOUR_YEARS,)), "Cashier with 4 years of experience."),
        (Resume(work=(FOUR_YEARS,), skills=DOES[:1]), "Cashier with 4 years of experience. Skills: Excel."),
        (Resume(skills=DOES), "Good at making change and helping customers."),
        (
            Resume(skills=(Skill(name="Washing and ironing"), Skill(name="Making beds"))),
            "Good at washing and ironing, and at making beds.",
        ),
        (
            Resume(volunteer=(Volunteer(position="babysitter"),), skills=DOES[1:2]),
            "Babysitter, good at making change.",
        ),
        (Resume(work=(Work(position="Cook"),)), ""),
        (Resume(skills=DOES[:1]), ""),
        (Resume(), ""),
    ],
)
def test_it_is_made_of_a_title_years_and_two_skills(resume: Resume, line: str) -> None:
    assert summary.proposal(resume, TODAY) == line


def test_a_student_is_one_at_their_school() -> None:
    resume = Resume(education=(Education(institution="Lincoln High School"),), skills=DOES[1:])
    said = paths.toggled(resume, Path.STUDENT)
    assert summary.proposal(said, TODAY).startswith("Student at Lincoln High School, good at making")
    assert "Student" not in summary.proposal(resume, TODAY)


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ((2025,), (2026,), ""),  # by years alone this may be two days
        ((2024,), (2026,), "2 years"),
        ((2025, 1), (2026, 2), "1 year "),
        ((2025, 3), (2026, 2), ""),
        ((2020, 11), None, "6 years"),
    ],
)
def test_years_are_never_more_than_the_dates_say(
    start: tuple[int, ...], end: tuple[int, ...] | None, told: str
) -> None:
    work = Work(position="Cook", start_date=PartialDate(*start), end_date=PartialDate(*end) if end else None)
    line = summary.proposal(Resume(work=(work,)), TODAY)
    assert (f"with {told}" in line) if told else (line == "")


def test_an_end_that_nobody_can_read_is_not_counted_as_now() -> None:
    work = replace(FOUR_YEARS, end_date=None, end_unread="soon")
    assert summary.proposal(Resume(work=(work,)), TODAY) == ""


def test_the_same_time_in_two_places_counts_once() -> None:
    twice = Resume(work=(FOUR_YEARS, replace(FOUR_YEARS, name="Other")))
    assert summary.proposal(twice, TODAY) == "Cashier with 4 years of experience."


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), max_size=6))
def test_the_months_of_all_spans_are_those_in_any(spans: list[tuple[int, int]]) -> None:
    months = {month for start, end in spans for month in range(start, end)}
    assert summary.total(spans) == len(months)


@pytest.mark.slow
@given(resumes())
def test_every_word_of_it_is_ours_or_theirs_and_it_fits_on_two_lines(resume: Resume) -> None:
    line = summary.proposal(resume, TODAY)
    assert len(line) <= summary.LONGEST
    assert "\n" not in line
    assert "I am" not in line or any("I am" in skill.name for skill in resume.skills) or resume.work


def test_three_jobs_by_date_are_not_asked_but_can_be_looked_over() -> None:
    jobs = Resume(work=(FOUR_YEARS,) * 3)
    assert not summary.asked(jobs)
    assert any(answer.step.id == "summary" for group in look_over(jobs) for answer in group.answers)
    assert summary.asked(Resume(work=(FOUR_YEARS,) * 2))
    assert summary.asked(replace(jobs, basics=Basics(summary="Cook.")))
    assert summary.asked(replace(jobs, meta={"kiosk": {"look": {"order": "skills-first"}}}))
