"""When somebody can work: days with the same times are told together, and what is not ours is not told."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.resume import hours, jsonresume
from kiosk.resume.model import Basics, Resume

TIMES = st.lists(st.sampled_from(hours.TIMES))


@given(TIMES)
def test_runs_of_days_tell_each_time_once(times: list[str]) -> None:
    told: list[str] = []
    for first, last, parts in hours.by_day(times):
        days = hours.DAYS[hours.DAYS.index(first) : hours.DAYS.index(last) + 1]
        told += [f"{day}-{part}" for day in days for part in parts]
    assert tuple(told) == hours.known(times)
    assert set(told) == set(times)


@given(TIMES)
def test_neighbours_with_the_same_parts_are_one_run(times: list[str]) -> None:
    runs = hours.by_day(times)
    for (_first, last, parts), (first, _last, others) in zip(runs, runs[1:], strict=False):
        assert parts != others or hours.DAYS.index(first) > hours.DAYS.index(last) + 1


@given(TIMES)
def test_it_comes_back_from_the_file(times: list[str]) -> None:
    kept = Resume(basics=Basics(name="Sam"), meta={"kiosk": {"when": {"days": times, "ride": True}}})
    again = jsonresume.loads(jsonresume.dumps(kept)).resume
    assert hours.by_day(hours.of(again)["days"]) == hours.by_day(times)
    assert hours.of(again)["ride"] is True


def test_what_is_not_ours_is_not_told() -> None:
    assert hours.known(["mon-noon", 3, None, "sun-night"]) == ("sun-night",)
    assert hours.known("mon-morning") == ()
    assert hours.known(None) == ()
    assert hours.of(Resume(meta={"kiosk": {"when": "always"}})) == {}
