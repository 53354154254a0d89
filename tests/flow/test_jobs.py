"""A job that is just listed, and the line that one is proud of."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.flow import fields, jobs
from kiosk.flow.choices import Choices
from kiosk.flow.session import Session
from kiosk.flow.steps import BY_ID
from kiosk.flow.wizard import Wizard
from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Resume, Work

NOW = date(2026, 11, 27)
LINE = st.text("abc ", max_size=6)


@pytest.mark.parametrize(
    ("end", "old"),
    [
        (None, False),
        (PartialDate(2015), True),
        (PartialDate(2016), False),
        (PartialDate(2016, 10), True),
        (PartialDate(2016, 11), False),
        (PartialDate(2024), False),
    ],
)
def test_old_is_what_surely_ended_over_ten_years_ago(end: PartialDate | None, old: bool) -> None:
    assert jobs.is_old(Work(end_date=end), NOW) is old


def test_a_listed_job_is_asked_for_nothing_more() -> None:
    job = Work(position="Laborer", end_date=PartialDate(1998))
    assert jobs.may_be_listed(Resume(), job)
    assert jobs.asks_for_lines(Resume(), job)
    listed = fields.written(job, jobs.LISTED, True)
    wizard = Wizard(Session(Choices(template="classic"), Resume(work=(listed,))))
    assert not jobs.asks_for_lines(Resume(), listed)
    wizard.go("work.lines", 0)
    wizard.next()
    assert wizard.current.step is BY_ID["work"]
    wizard.go("work.proud", 0)
    wizard.back()
    assert wizard.current.step is BY_ID["work.lines"]


def test_a_job_with_lines_is_never_asked_to_drop_them() -> None:
    job = Work(position="Laborer", end_date=PartialDate(1998), highlights=("Loaded cars",))
    assert not jobs.may_be_listed(Resume(), job)
    assert jobs.asks_for_lines(Resume(), fields.written(job, jobs.LISTED, True))


@given(st.lists(LINE, max_size=3), st.lists(LINE, min_size=1, max_size=5))
def test_the_line_of_pride_is_one_line_and_the_others_stay(lines: list[str], typed: list[str]) -> None:
    job = Work(highlights=tuple(lines))
    for text in typed:
        job = jobs.with_proud(job, text)
        assert jobs.proud_of(job) == text
        assert job.highlights == (*lines, *((text,) if text else ()))
    assert jobs.with_proud(job, "") == Work(highlights=tuple(lines))


def test_a_line_that_was_changed_among_the_others_is_an_ordinary_one() -> None:
    job = jobs.with_proud(Work(highlights=("Cooked",)), "Trained 4 cooks")
    changed = fields.written(job, "highlights", ("Cooked", "Trained 5 cooks"))
    assert jobs.proud_of(changed) == ""
    assert jobs.with_proud(changed, "Never missed a day").highlights == (
        "Cooked",
        "Trained 5 cooks",
        "Never missed a day",
    )


def test_a_beginning_without_an_end_is_no_line() -> None:
    assert [jobs.finished(text) for text in ("Trained ", "Was trusted to", "Trained  cooks ", "")] == [
        "",
        "",
        "Trained cooks",
        "",
    ]
    assert jobs.begun_with(1, "Trained the cooks") == "Was trusted to the cooks"
    assert jobs.begun_with(0, "") == "Trained "


def test_time_that_was_no_job_is_asked_for_neither_employer_nor_pride() -> None:
    line = fields.written(
        Work(position="Full-time parent", highlights=("Raised children",)), jobs.GAP, "children"
    )
    wizard = Wizard(Session(Choices(template="classic"), Resume(work=(line,))))
    wizard.go("work.place", 0)
    walked = []
    for _step in range(3):
        wizard.next()
        walked.append(wizard.current.step.id)
    assert walked == ["work.dates", "work.lines", "work"]
