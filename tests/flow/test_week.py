"""What was ticked of a week, in the words of the screen."""

from __future__ import annotations

from kiosk.flow import week
from kiosk.resume import hours


def test_days_with_the_same_times_are_one_line() -> None:
    times = ["mon-morning", "tue-morning", "thu-night"]
    assert week.said(times) == ("Monday to Tuesday: Morning", "Thursday: Night")
    assert week.said([]) == ()


def test_every_day_and_part_has_a_name() -> None:
    assert tuple(week.DAY_NAMES) == hours.DAYS
    assert tuple(week.PART_NAMES) == hours.PARTS
