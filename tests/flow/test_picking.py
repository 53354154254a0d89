"""Ticking a line: what it writes is recognised again, in both tenses, filled or not; other lines stay."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.lines import Line, Tense
from kiosk.content.store import Content
from kiosk.flow import picking
from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Work

CONTENT = Content()
ROOMS = Line(past="Cleaned rooms[, about {number} a day]", now="Clean rooms[, about {number} a day]")
FLOORS = Line(past="Mopped floors", now="Mop floors")
ALL = [(job, line) for job in CONTENT.jobs for line in CONTENT.bank(job).lines]

own = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12)
ticks = st.lists(st.sampled_from([ROOMS, FLOORS]), max_size=6)


def fillings(line: Line) -> st.SearchStrategy[Mapping[str, str]]:
    return st.fixed_dictionaries({}, optional=dict.fromkeys(line.blanks, own))


@given(st.data(), st.sampled_from(ALL), st.sampled_from(Tense))
def test_every_line_of_the_bank_is_recognised_as_it_was_written(
    data: st.DataObject, which: tuple[str, Line], tense: Tense
) -> None:
    line = which[1]
    filled = data.draw(fillings(line))
    found = picking.recognised(line, line.text(tense, filled))
    assert found is not None
    same_words = line.text(Tense.PAST, filled) == line.text(Tense.NOW, filled)
    assert found[0] is tense or same_words
    assert found[1] == filled


def test_no_line_of_a_bank_is_taken_for_another() -> None:
    for job in CONTENT.jobs:
        lines = CONTENT.bank(job).lines
        for number, line in enumerate(lines):
            texts = [
                line.text(tense, filled)
                for tense in Tense
                for filled in ({}, dict.fromkeys(line.blanks, "7"))
            ]
            others = [other for at, other in enumerate(lines) if at != number]
            assert not [text for text in texts for other in others if picking.recognised(other, text)], job


@given(st.lists(own, max_size=3).map(tuple), ticks, st.sampled_from(Tense))
def test_ticking_keeps_the_order_and_unticking_gives_back_what_was(
    mine: tuple[str, ...], ticked: list[Line], tense: Tense
) -> None:
    lines = mine
    for line in ticked:
        lines = picking.ticked(line, tense, lines)
    assert lines == (*mine, *(line.text(tense) for line in dict.fromkeys(ticked)))
    for line in ticked:
        lines = picking.unticked(line, lines)
    assert lines == mine


def test_a_blank_can_be_filled_changed_and_emptied_where_it_stands() -> None:
    lines: picking.Lines = ("My own", "Cleaned rooms", "Mopped floors")
    assert picking.filled(ROOMS, lines, "number", "14")[1] == "Cleaned rooms, about 14 a day"
    lines = picking.filled(ROOMS, picking.filled(ROOMS, lines, "number", "1"), "number", "12")
    assert lines == ("My own", "Cleaned rooms, about 12 a day", "Mopped floors")
    assert picking.filled(ROOMS, lines, "number", " ") == ("My own", "Cleaned rooms", "Mopped floors")


def test_a_line_that_was_changed_is_the_person_s_own() -> None:
    lines = ("Cleaned rooms and halls",)
    assert picking.pick_of(ROOMS, lines) is None
    assert picking.unticked(ROOMS, lines) == lines
    assert picking.filled(ROOMS, lines, "number", "3") == lines


@pytest.mark.parametrize(
    ("job", "tense"),
    [
        (Work(), Tense.NOW),
        (Work(start_date=PartialDate(2019)), Tense.NOW),
        (Work(end_date=PartialDate(2019)), Tense.PAST),
        (Work(end_unread="last spring"), Tense.PAST),
    ],
)
def test_a_job_that_has_ended_is_told_as_over(job: Work, tense: Tense) -> None:
    assert picking.tense_of(job) is tense


def test_every_ticked_line_is_shown() -> None:
    lines = Content().bank("cleaner").lines
    assert picking.how_many(lines, (), 8) == 8
    assert picking.how_many(lines, (lines[10].now,), 8) == 11
    assert picking.how_many(lines[:3], (), 8) == 3
