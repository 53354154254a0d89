"""Picked lines follow the end of their job; a person's own words never change."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content.lines import Line, Tense
from kiosk.content.store import Content
from kiosk.flow import gaps, tenses
from kiosk.flow.choices import Choices
from kiosk.flow.fields import WORK_DATES, Binding
from kiosk.flow.gaps import Gap
from kiosk.flow.offers import Offers
from kiosk.flow.session import Session
from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Education, Resume, Volunteer, Work

OFFERS = Offers()
CONTENT = Content()
LINES = [line for job in CONTENT.jobs for line in CONTENT.bank(job).lines]
UNPAID = [line for activity in CONTENT.activities.values() for line in activity.lines]
THEN = PartialDate(2020)
START = PartialDate(2015)


def ended(job: Work, end: PartialDate | None) -> Work:
    after = replace(job, end_date=end)
    told = tenses.follow(OFFERS, job, after)
    assert isinstance(told, Work)
    assert replace(told, highlights=job.highlights) == after
    return told


def filled(line: Line, tense: Tense, value: str) -> str:
    return line.text(tense, dict.fromkeys(line.blanks, value))


@settings(max_examples=40)
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=5, unique=True), st.sampled_from(["", "12"]))
def test_ending_and_going_on_again_is_as_it_was(lines: list[Line], value: str) -> None:
    now = tuple(filled(line, Tense.NOW, value) for line in lines)
    past = tuple(filled(line, Tense.PAST, value) for line in lines)
    job = Work(position="Cook", start_date=START, highlights=now)
    over = ended(job, THEN)
    assert over.highlights == past
    assert ended(over, None) == job


def test_every_line_of_the_bank_follows_even_where_the_title_says_nothing() -> None:
    job = Work(position="Qqqq", highlights=tuple(line.text(Tense.NOW) for line in LINES))
    assert ended(job, THEN).highlights == tuple(line.text(Tense.PAST) for line in LINES)


def test_every_line_of_an_activity_follows() -> None:
    now = Volunteer(position="Qqqq", highlights=tuple(line.text(Tense.NOW) for line in UNPAID))
    over = tenses.follow(OFFERS, now, replace(now, end_date=THEN))
    assert over.highlights == tuple(line.text(Tense.PAST) for line in UNPAID)


@pytest.mark.parametrize(
    "own",
    ["Cook meals my own way", "I clean", "Trained 4 new cooks", f"{LINES[0].text(Tense.NOW)} and more", ""],
)
def test_own_words_stay(own: str) -> None:
    job = Work(position="Cook", highlights=(own, LINES[0].text(Tense.NOW)))
    assert ended(job, THEN).highlights == (own, LINES[0].text(Tense.PAST))


def test_another_end_changes_no_line() -> None:
    line = LINES[0].text(Tense.NOW)  # the person brought it back by hand, after the end was known
    job = Work(position="Cook", end_date=PartialDate(2019), highlights=(line,))
    assert ended(job, THEN).highlights == (line,)
    school = Education(end_date=THEN)
    assert tenses.follow(OFFERS, Education(), school) is school


def test_the_line_of_a_gap_follows_too() -> None:
    family = CONTENT.breaks["family"]
    resume = gaps.answered(Resume(), Gap(THEN, None), "family", family)
    assert resume.work[0].highlights == (family.now,)
    assert ended(resume.work[0], PartialDate(2024)).highlights == (family.past,)


def test_it_is_one_step_for_undo() -> None:
    job = Work(position="Cook", start_date=START, highlights=(LINES[0].text(Tense.NOW),))
    session = Session(Choices(template="classic"), Resume(work=(job,)))

    def follow(before: Work, after: Work) -> Work:
        told = tenses.follow(OFFERS, before, after)
        assert isinstance(told, Work)
        return told

    binding = Binding(session, WORK_DATES[1], "work", 0, follow)
    binding.set(PartialDate(2020))
    binding.set(PartialDate(2020, 5))
    [changed] = session.resume.work
    assert (changed.end_date, changed.highlights) == (PartialDate(2020, 5), (LINES[0].text(Tense.PAST),))
    session.undo()
    assert session.resume.work == (job,)
    assert not session.can_undo
