"""Dates as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.resume.datetext import MONTHS, read_date

SURE = {
    "2014": "2014",
    "2014-5": "2014-05",
    "2014-05-17": "2014-05-17",
    "2014/05/17": "2014-05-17",
    "2014.5.17": "2014-05-17",
    "05/2014": "2014-05",
    "5 / 2014": "2014-05",
    "5.2014": "2014-05",
    "May 2014": "2014-05",
    "MAY, 2014": "2014-05",
    "May-2014": "2014-05",
    "2014 May": "2014-05",
    "Sept. 2014": "2014-09",
    "17 May 2014": "2014-05-17",
    "May 17th, 2014": "2014-05-17",
    "the 1st of May 2014": "2014-05-01",
    "mayo de 2014": "2014-05",
    "17 de mayo de 2014": "2014-05-17",
    "ene. 2014": "2014-01",
    "setiembre del 2014": "2014-09",
    "25/12/2014": "2014-12-25",
    "12/25/2014": "2014-12-25",
    "05/05/2014": "2014-05-05",
    "2014-00-00": "2014",
    "2014-05-00": "2014-05",
    "2014-06-29T00:00:00.000Z": "2014-06-29",
    "2014-06-29 08:30": "2014-06-29",
    " 2014\t": "2014",
    "２０１４": "2014",
    "٢٠١٤": "2014",
    "2014年5月": "2014-05",
    "2014년 5월 17일": "2014-05-17",
}

IN_PART = {
    "03/04/2014": "2014",
    "3.4.2014": "2014",
    "Summer 2014": "2014",
    "otoño de 2014": "2014",
    "about 2014": "2014",
    "Expected May 2027": "2027-05",
    "late May 2014": "2014-05",
    "2014-02-31": "2014-02",
    "30 Feb 2014": "2014-02",
    "2014-13": "2014",
    "99/99/2014": "2014",
}

UNCLEAR = [
    *(
        "",
        " ",
        "soon",
        "n/a",
        "?",
        "05/14",
        "May '14",
        "May 14",
        "5",
        "17 2014",
        "14",
        "0000",
        "00/0000",
        "3024",
    ),
    *("2014-2016", "2014 - present", "2014 or 2015", "before 2014", "janitor 2014", "ma 2014", "2014-5-"),
    *(
        "may june 2014",
        "1 2 May 2014",
        "20140517",
        "1388534400",
        "-2014",
        "²",
        "½ 2014",
        "2014" * 40,
        "May" * 9999,
    ),
]

PRESENT = [
    "Present",
    "present.",
    "NOW",
    "Current",
    "to date",
    "Actual",
    "actualidad",
    "Presente",
    "hoy",
    "HASTA HOY",
]


@pytest.mark.parametrize(("text", "iso"), SURE.items())
def test_what_is_sure_is_taken_whole(text: str, iso: str) -> None:
    read = read_date(text)
    assert (str(read.date), read.exact) == (iso, True)


@pytest.mark.parametrize(("text", "iso"), IN_PART.items())
def test_of_the_rest_only_the_sure_part_is_taken(text: str, iso: str) -> None:
    read = read_date(text)
    assert (str(read.date), read.exact) == (iso, False)


@pytest.mark.parametrize("text", UNCLEAR)
def test_what_is_not_sure_is_not_guessed(text: str) -> None:
    assert not read_date(text)
    assert not read_date(text).exact


@pytest.mark.parametrize("text", PRESENT)
def test_it_still_goes_on(text: str) -> None:
    read = read_date(text)
    assert read.present
    assert read.date is None


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)), st.sampled_from(sorted(MONTHS)))
def test_a_day_in_words_is_read_in_every_language(day: date, language: str) -> None:
    month = MONTHS[language][day.month - 1]
    assert str(read_date(f"{day.day} {month} {day.year}").date) == day.isoformat()
    assert str(read_date(f"{month[:3]} {day.year}").date) == day.isoformat()[:7]


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)))
def test_a_day_in_numbers_is_never_read_as_another_day(day: date) -> None:
    for text in (f"{day.day}/{day.month}/{day.year}", f"{day.month}/{day.day}/{day.year}"):
        read = read_date(text)
        assert read.date is not None
        assert str(read.date) in (day.isoformat(), str(day.year))
        assert read.exact == (read.date.day is not None)


@given(st.one_of(st.text(max_size=40), st.text("0123456789-/. maye", max_size=14)))
def test_any_text_is_a_date_or_none(text: str) -> None:
    read = read_date(text)
    assert bool(read) == (read.date is not None or read.present)


def test_a_reading_does_not_tell_what_it_read() -> None:
    assert "2014" not in repr(read_date("May 2014"))
