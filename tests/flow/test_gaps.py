"""Rule R24: which time is not shown, when to be quiet, and the one line that fills it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.records import Break
from kiosk.content.store import Content
from kiosk.flow import answers, gaps, jobs, paths
from kiosk.flow.gaps import NOT_SAID, Gap
from kiosk.render.order import by_date
from kiosk.resume import jsonresume
from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Education, Resume, Volunteer, Work

NOW = date(2026, 11, 27)
BREAKS = Content().breaks
FAMILY = BREAKS["family"]


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "today", lambda: NOW)


def day(text: str) -> PartialDate | None:
    return PartialDate(*map(int, text.split("-"))) if text else None


def job(start: str, end: str = "", **more: str) -> Work:
    return Work(position="Cook", name="Diner", start_date=day(start), end_date=day(end), **more)  # type: ignore[arg-type]


def years(*work: Work, **more: object) -> list[tuple[int, int | None]]:
    resume = Resume(work=work, **more)  # type: ignore[arg-type]
    return [(gap.start.year, gap.end.year if gap.end else None) for gap in gaps.found(resume)]


LATE = job("2022-01")
FIRES = [
    ((LATE, job("2015", "2019")), (2019, 2021)),  # 2019 to January 2022: all of 2020 and 2021
    ((job("2021"), job("2015", "2019")), (2019, 2021)),  # years alone, two apart
    ((job("2020-04"), job("2015", "2019-03")), (2019, 2020)),  # April to March: 12 months
    ((job("2020-01"), job("2015", "2018-12")), (2019, 2019)),  # the year 2019
    ((job("2015", "2025-10"),), (2025, None)),  # over 12 months since the last job
    (
        (job("2019-01"), job("2005", "2009")),
        (2009, 2018),
    ),  # began long ago, and more than a year of it lately
]
QUIET = [
    (job("2020"), job("2015", "2019")),  # years alone, one apart
    (job("2020-03"), job("2015", "2019-03")),  # 11 months
    (job("2015", "2025-11"),),  # under 12 months since the last job
    (job("2015", "2025"),),  # the same: it may have been December
    (job("2024"),),  # nothing before the first entry
    (job("2014"), job("2008", "2011")),  # more than 10 years ago
    (job("2017-06"), job("2008", "2009")),  # less than 12 months of it in the last 10 years
    (job("2015", "2019"), job("2016")),  # another goes on
    (job("2015", "2030"), job("2012", "2014")),  # an end in the future
    (job("2015", end_unread="some day"),),  # nobody knows when it ended
    (job("", ""), job("", "2026")),
    (),
]


@pytest.mark.parametrize(("work", "period"), FIRES)
def test_a_gap_is_found(work: tuple[Work, ...], period: tuple[int, int | None]) -> None:
    assert years(*work) == [period]
    assert years(*reversed(work)) == [period], "the order of the file does not matter"


@pytest.mark.parametrize("work", QUIET)
def test_it_stays_quiet(work: tuple[Work, ...]) -> None:
    assert years(*work) == []


GAP = (job("2022-01"), job("2015", "2018"))


def test_school_and_volunteering_are_shown_time() -> None:
    assert years(*GAP) == [(2018, 2021)]
    assert years(*GAP, education=(Education(start_date=day("2018"), end_date=day("2021")),)) == []
    assert years(*GAP, volunteer=(Volunteer(start_date=day("2018"), end_date=day("2021-12")),)) == []
    assert years(*GAP, education=(Education(end_date=day("2020")),)) == [(2020, 2021), (2018, 2020)]
    assert years(*GAP, education=(Education(end_date=day("2019")), Education(end_date=day("2020-09")))) == [
        (2020, 2021)
    ]
    assert years(job("2015", "2023"), education=(Education(end_date=day("2027")),)) == []
    assert years(job("2015", "2023"), job("2027")) == [(2023, None)]


def test_a_first_job_has_no_gaps() -> None:
    first = paths.toggled(Resume(work=GAP), paths.Path.FIRST_JOB)
    assert gaps.found(first) == ()


def test_the_line_is_among_the_jobs_with_its_years_in_its_place() -> None:
    resume = Resume(work=GAP)
    [gap] = gaps.found(resume)
    filled = gaps.answered(resume, gap, "family", FAMILY)
    assert [(it.position, it.highlights) for it in filled.work][1] == (FAMILY.title, (FAMILY.past,))
    assert (filled.work[1].start_date, filled.work[1].end_date) == (day("2018"), day("2021"))
    for order in (filled.work, filled.work[::-1]):
        printed = by_date(replace(filled, work=order)).work
        assert [it.position for it in printed] == ["Cook", FAMILY.title, "Cook"]
    assert gaps.answer(filled, gap) == "family"
    assert gaps.still_open(filled) == ()
    assert gaps.found(filled) == (gap,), "it can be answered again"


def test_what_goes_on_is_said_in_the_present() -> None:
    resume = Resume(work=(job("2015", "2023"),))
    [gap] = gaps.found(resume)
    line = gaps.answered(resume, gap, "looking", BREAKS["looking"]).work[0]
    assert (line.start_date, line.end_date, line.highlights) == (
        day("2023"),
        None,
        (BREAKS["looking"].now,),
    )


def test_rather_not_say_adds_nothing_and_is_remembered_in_the_file() -> None:
    resume = Resume(work=GAP)
    [gap] = gaps.found(resume)
    quiet = gaps.answered(resume, gap, NOT_SAID, BREAKS[NOT_SAID])
    assert quiet.work == GAP
    back = jsonresume.loads(jsonresume.dumps(quiet)).resume
    assert (gaps.are_open(resume), gaps.are_open(back), gaps.are_there(back)) == (True, False, True)
    assert gaps.answer(back, gap) == NOT_SAID


def test_a_line_that_was_removed_is_not_asked_for_again() -> None:
    resume = Resume(work=GAP)
    [gap] = gaps.found(resume)
    filled = gaps.answered(resume, gap, "family", FAMILY)
    removed = replace(filled, work=GAP)
    assert (gaps.are_open(removed), gaps.answer(removed, gap)) == (False, NOT_SAID)


def test_look_it_over_shows_each_gap_and_leads_back() -> None:
    resume = Resume(work=GAP)
    [gap] = gaps.found(resume)
    for choice, said in ((None, ()), ("family", (FAMILY.title,)), (NOT_SAID, ("Rather not say",))):
        told = gaps.answered(resume, gap, choice, BREAKS[choice]) if choice else resume
        row = next(row for row in answers.look_over(told)[1].answers if row.step.id == "gap")
        assert (row.label, row.lines) == ("Time not shown: 2018 to 2021", said)
        assert (row.entry, row.field) == (None, gap.key)


DATE = st.one_of(
    st.none(),
    st.builds(PartialDate, st.integers(2008, 2028)),
    st.builds(PartialDate, st.integers(2008, 2028), st.integers(1, 12)),
)
WORK = st.builds(Work, position=st.just("Cook"), start_date=DATE, end_date=DATE)
RESUME = st.builds(
    Resume,
    work=st.lists(WORK, max_size=4).map(tuple),
    education=st.lists(st.builds(Education, start_date=DATE, end_date=DATE), max_size=2).map(tuple),
)
CHOICE = st.sampled_from(sorted(BREAKS))


@given(RESUME, st.lists(CHOICE, min_size=1, max_size=4))
def test_whatever_is_chosen_can_be_chosen_again_and_touches_nothing_else(
    resume: Resume, said: list[str]
) -> None:
    for gap in gaps.found(resume, NOW):
        told = resume
        for choice in said:
            told = gaps.answered(told, gap, choice, BREAKS[choice])
            assert gaps.answer(told, gap) == choice
        lines = [it for it in told.work if gaps.is_line(it)]
        assert len(lines) == bool(BREAKS[said[-1]].title)
        assert tuple(it for it in told.work if not gaps.is_line(it)) == resume.work
        assert gaps.found(told, NOW) == gaps.found(resume, NOW)
        assert gap not in gaps.still_open(told, NOW)


@given(RESUME)
def test_no_day_of_a_gap_is_shown_and_a_year_of_it_is_recent(resume: Resume) -> None:
    entries: tuple[Work | Education, ...] = (*resume.work, *resume.education)
    shown = [
        (it.start_date.earliest, it.end_date.latest if it.end_date else NOW)
        for it in entries
        if it.start_date
    ]
    for gap in gaps.found(resume, NOW):
        first, last = gap.after.latest, gap.until.earliest if gap.until else NOW
        assert (last - first).days >= 364
        assert (last - date(2016, 11, 1)).days >= 364
        assert not [span for span in shown if span[0] < last and span[1] > first and span[0] <= span[1]]


def test_a_break_without_a_title_is_the_one_that_adds_nothing() -> None:
    assert [name for name, one in BREAKS.items() if not one.title] == [NOT_SAID]
    assert isinstance(FAMILY, Break)
    assert Gap(PartialDate(2018), None).key == "2018/"
