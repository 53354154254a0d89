"""Dates in words."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.render import months
from kiosk.resume.dates import PartialDate as On

TODAY = date(2026, 11, 22)


def english(text: str) -> str:
    return text


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (On(2016), "2016"),
        (On(2016, 4), "Apr 2016"),
        (On(2025, 11, 8), "Nov 8, 2025"),
        (None, ""),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(when: On | None, words: str) -> None:
    assert months.day(when, english) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (On(2016, 4), On(2019, 2), "Apr 2016 – Feb 2019"),
        (On(2016), On(2019, 2), "2016 – Feb 2019"),
        (On(2019), None, "2019 – Present"),
        (On(2026), None, "2026 – Present"),
        (On(2027, 1), None, "From Jan 2027"),
        (None, On(2017, 5), "Until May 2017"),
        (On(2025, 3), On(2025, 3), "Mar 2025"),
        (None, None, ""),
    ],
)
def test_the_time_of_a_job(start: On | None, end: On | None, words: str) -> None:
    assert months.span(start, end, TODAY, english) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (On(2002), On(2004), "2002 – 2004"),
        (On(2024, 8), On(2028, 5), "Aug 2024 – May 2028 (expected)"),
        (None, On(2027, 5), "Expected May 2027"),
        (None, On(2017, 5), "May 2017"),
        (None, On(2026), "2026"),
        (On(2025, 9), None, "Sep 2025 – Present"),
        (None, None, ""),
    ],
)
def test_the_time_at_a_school(start: On | None, end: On | None, words: str) -> None:
    assert months.school_span(start, end, TODAY, english) == words
