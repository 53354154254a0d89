"""Newest first, and the file's order where the dates do not say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.render.order import by_date
from kiosk.resume.dates import PartialDate as On
from kiosk.resume.model import Award, Resume, Work


def order(*spans: tuple[On | None, On | None]) -> list[str]:
    jobs = tuple(Work(name=str(n), start_date=start, end_date=end) for n, (start, end) in enumerate(spans))
    return [job.name for job in by_date(Resume(work=jobs)).work]


def test_newest_end_comes_first_then_newest_start() -> None:
    assert order((On(2001), On(2004)), (On(2010), On(2016)), (On(2012), On(2016))) == ["2", "1", "0"]


def test_what_goes_on_comes_before_what_ended() -> None:
    assert order((On(2001), On(2026)), (On(1999), None)) == ["1", "0"]


def test_the_file_decides_where_the_dates_do_not() -> None:
    assert order((On(2010), On(2016, 3)), (On(2010), On(2016))) == ["0", "1"]
    assert order((On(2010), On(2016, 3)), (On(2010), On(2016)), (On(2010), On(2016, 9))) == ["1", "2", "0"]


def test_an_entry_without_dates_keeps_its_place() -> None:
    assert order((On(2001), On(2004)), (None, None), (On(2010), On(2016))) == ["2", "1", "0"]


def test_prizes_go_by_their_day() -> None:
    awards = (Award(title="old", date=On(2021)), Award(title="new", date=On(2023)))
    assert [award.title for award in by_date(Resume(awards=awards)).awards] == ["new", "old"]


years = st.one_of(
    st.none(), st.integers(2000, 2003).map(On), st.builds(On, st.just(2001), st.integers(1, 12))
)


@given(st.lists(st.tuples(years, years), max_size=6))
def test_nothing_is_lost_and_a_second_time_changes_nothing(spans: list[tuple[On | None, On | None]]) -> None:
    jobs = tuple(Work(name=str(n), start_date=start, end_date=end) for n, (start, end) in enumerate(spans))
    once = by_date(Resume(work=jobs))
    assert sorted(job.name for job in once.work) == sorted(job.name for job in jobs)
    assert by_date(once) == once


def test_what_may_have_ended_is_not_said_to_go_on() -> None:
    """An end that nobody can read: the start is the last that is sure."""
    unread = Work(name="unread", start_date=On(2014, 5), end_unread="May '15")
    later = Work(name="later", start_date=On(2016), end_date=On(2017))
    now = Work(name="now", start_date=On(2013))
    ordered = by_date(Resume(work=(unread, later, now))).work
    assert [job.name for job in ordered] == ["now", "later", "unread"]
    assert ordered[2].end_date == On(2014, 5)
    assert by_date(Resume(work=(Work(end_unread="soon"),))).work[0].end_date is None
