"""PartialDate: only real days, ISO text, and comparisons that do not pretend to know more."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from helpers import strategies
from kiosk.resume.dates import PartialDate
from kiosk.resume.datetext import read_date


@pytest.mark.parametrize(
    ("parts", "text"),
    [((2024,), "2024"), ((2024, 5), "2024-05"), ((2024, 5, 17), "2024-05-17"), ((1000, 1, 1), "1000-01-01")],
)
def test_it_is_written_as_json_resume_wants(parts: tuple[int, ...], text: str) -> None:
    assert str(PartialDate(*parts)) == text


@pytest.mark.parametrize(
    "parts",
    [(999,), (3000,), (2024, 0), (2024, 13), (2023, 2, 29), (2024, 4, 31), (2024, 5, 0), (2024, None, 5)],
)
def test_what_is_in_no_calendar_is_no_date(parts: tuple[int, ...]) -> None:
    with pytest.raises(ValueError):
        PartialDate(*parts)


@given(strategies.dates)
def test_its_text_reads_back(when: PartialDate) -> None:
    read = read_date(str(when))
    assert (read.date, read.exact, read.present) == (when, True, False)


@given(strategies.dates)
def test_it_lies_between_its_earliest_and_latest_day(when: PartialDate) -> None:
    assert when.earliest <= when.latest
    for day in (when.earliest, when.latest):
        assert when.compare(PartialDate(day.year, day.month, day.day)) == 0


def test_the_latest_day_knows_the_length_of_months() -> None:
    assert PartialDate(2024, 2).latest == date(2024, 2, 29)
    assert PartialDate(2023, 12).latest == date(2023, 12, 31)
    assert PartialDate(2999).latest == date(2999, 12, 31)


@given(strategies.dates, strategies.dates)
def test_comparing_the_other_way_round_says_the_opposite(one: PartialDate, other: PartialDate) -> None:
    assert one.compare(other) == -other.compare(one)


@given(strategies.dates, strategies.dates, strategies.dates)
def test_surely_earlier_passes_on(one: PartialDate, other: PartialDate, third: PartialDate) -> None:
    if one.compare(other) < 0 and other.compare(third) < 0:
        assert one.compare(third) < 0


def test_what_is_not_known_is_not_compared() -> None:
    year, may, june = PartialDate(2014), PartialDate(2014, 5), PartialDate(2014, 6)
    assert (year.compare(may), year.compare(june), may.compare(june)) == (0, 0, -1)
    assert PartialDate(2015).compare(june) == 1
