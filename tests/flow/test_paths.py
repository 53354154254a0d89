"""The way so far: kept in the resume, undone with it, and what it decides."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flow.test_wizard import begin
from kiosk.flow import paths
from kiosk.flow.answers import look_over
from kiosk.flow.paths import NAMES, Path
from kiosk.flow.steps import STEPS, for_person
from kiosk.flow.wizard import Wizard
from kiosk.render.types import Order
from kiosk.resume import jsonresume
from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Basics, Resume, Volunteer, Work


def said(*which: Path) -> Resume:
    resume = Resume(meta={"kiosk": {"path": []}})
    for path in which:
        resume = paths.toggled(resume, path)
    return resume


def asked(wizard: Wizard) -> list[str]:
    """Return the screens that Skip leads through, from the name to the review."""
    wizard.go("name")
    found = []
    while wizard.current.step.id != "review":
        wizard.skip()
        found.append(wizard.current.step.id)
    return found


def test_nothing_said_is_having_worked_before() -> None:
    assert paths.of(Resume()) == {Path.WORKED}
    assert paths.of(Resume(meta={"kiosk": {"path": "worked"}})) == {Path.WORKED}
    assert paths.of(Resume(meta={"kiosk": {"path": ["astronaut", "military"]}})) == {Path.MILITARY}
    assert paths.of(Resume(meta={"kiosk": 3})) == {Path.WORKED}


@given(st.lists(st.sampled_from(Path), max_size=8))
def test_nobody_has_a_first_job_after_others_and_twice_is_undone(which: list[Path]) -> None:
    resume = said(*which)
    found = paths.of(resume)
    assert not (Path.FIRST_JOB in found and found & {Path.WORKED, Path.AWAY, Path.ABROAD})
    for path in found:
        assert paths.of(paths.toggled(paths.toggled(resume, path), path)) == found


def test_it_is_saved_opened_and_undone_with_the_resume() -> None:
    session, _wizard = begin(Resume(basics=Basics(name="Ann")))
    session.edit(paths.toggled(session.resume, Path.FIRST_JOB))
    assert paths.of(jsonresume.loads(jsonresume.dumps(session.resume)).resume) == {Path.FIRST_JOB}
    session.undo()
    assert paths.of(session.resume) == {Path.WORKED}


def test_other_things_under_our_key_stay() -> None:
    resume = paths.toggled(Resume(meta={"kiosk": {"look": {"size": "large"}}}), Path.STUDENT)
    assert resume.meta["kiosk"]["look"] == {"size": "large"}


def test_a_first_job_is_asked_for_no_jobs_and_for_what_else_was_done() -> None:
    _session, wizard = begin(said(Path.FIRST_JOB))
    assert asked(wizard) == [
        "contact",
        "wanted",
        "education",
        "volunteer",
        "cards",
        "skills",
        "languages",
        "summary",
        "hours",
        "review",
    ]
    titles = [view.title for view in wizard.steps]
    assert "Work" not in titles
    assert "Also done" in titles


JOBS_FIRST = ["work", "education", "cards", "skills", "languages", "summary", "review"]
SCHOOL_FIRST = [
    "education", "work", "volunteer", "cards", "skills", "languages", "summary", "hours", "review",
]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "screens"),
    [
        (Path.WORKED, JOBS_FIRST),
        (Path.ABROAD, JOBS_FIRST),
        (Path.MILITARY, JOBS_FIRST),
        (Path.AWAY, ["work", "volunteer", *JOBS_FIRST[1:]]),
        (Path.STUDENT, SCHOOL_FIRST),
    ],
)
def test_every_path_has_its_screens_in_its_order(path: Path, screens: list[str]) -> None:
    session, wizard = begin(said(path))
    assert asked(wizard) == ["contact", "wanted", *screens]
    walked = ["review"]
    while walked[-1] != "name":
        wizard.back()
        walked.append(wizard.current.step.id)
    assert walked[::-1] == ["name", "contact", "wanted", *screens], "Back leads the same way"
    groups = [view.title for view in wizard.steps]
    assert (groups.index("School") < groups.index("Work")) is (path is Path.STUDENT)
    told = [group.title for group in look_over(session.resume)]
    assert [title for title in told if title in groups] == [title for title in groups if title in told]


@given(st.lists(st.sampled_from(Path), max_size=6))
def test_on_every_path_every_screen_is_there_once(which: list[Path]) -> None:
    assert sorted(step.id for step in for_person(said(*which))) == sorted(step.id for step in STEPS)


def test_jobs_and_activities_that_are_there_are_never_hidden() -> None:
    resume = paths.toggled(Resume(work=(Work(position="Cook"),)), Path.FIRST_JOB)
    _session, wizard = begin(resume)
    assert "work" in asked(wizard)
    _session, wizard = begin(Resume(volunteer=(Volunteer(position="Coach"),)))
    assert "volunteer" in asked(wizard)


@pytest.mark.parametrize(
    ("path", "order"),
    [(Path.FIRST_JOB, Order.FIRST_JOB), (Path.WORKED, Order.BY_DATE), (Path.AWAY, Order.BY_DATE)],
)
def test_a_first_job_begins_with_school_unless_something_else_was_chosen(path: Path, order: Order) -> None:
    session, _wizard = begin(said(path))
    assert session.choices.order is order
    session.choose(order=Order.SKILLS_FIRST)
    assert session.choices.order is Order.SKILLS_FIRST


def test_skills_first_is_only_suggested_after_a_break() -> None:
    today = date(2026, 11, 27)

    def ended(*years: int | None) -> Resume:
        return Resume(work=tuple(Work(end_date=PartialDate(year) if year else None) for year in years))

    assert paths.suggests_skills(said(Path.AWAY))
    assert not paths.suggests_skills(Resume())
    assert paths.suggests_skills(ended(2019, 2023), today)
    assert not paths.suggests_skills(ended(2019, 2024), today)
    assert not paths.suggests_skills(ended(2019, None), today), "one goes on, or nobody knows"


def test_every_path_has_a_name() -> None:
    assert set(NAMES) == set(Path)
