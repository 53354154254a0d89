"""What was begun of an entry stands by that entry, wherever it goes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.flow import entries
from kiosk.flow.begun import followed
from kiosk.flow.choices import Choices
from kiosk.flow.employers import KIND, Employer, kind_of
from kiosk.flow.field import Field
from kiosk.flow.fields import Binding
from kiosk.flow.session import Session
from kiosk.flow.steps import STEPS
from kiosk.flow.wizard import Wizard
from kiosk.resume.model import Basics, Resume, Work

JOBS = tuple(Work(position=title) for title in ("Cook", "Cashier", "Driver"))
THREE = Resume(work=JOBS)
ALL = {f"work.{place}.end_date": str(place) for place in range(4)} | {
    "education.0.end_date": "E",
    "name": "N",
}
OTHERS = {"education.0.end_date": "E", "name": "N"}


def field_of(attr: str) -> Field:
    return next(
        field for step in STEPS if step.section == "work" for field in step.fields if field.attr == attr
    )


def after(resume: Resume, *, typed: bool = False) -> dict[str, str]:
    """Return what was begun of jobs, by the place, after an edit; nothing else is touched."""
    drafts = followed(ALL, THREE, resume, typed=typed)
    assert {key: drafts.pop(key) for key in OTHERS} == OTHERS
    return {key.split(".")[1]: value for key, value in drafts.items()}


@given(st.permutations(range(3)))
def test_it_goes_wherever_the_entries_go(order: list[int]) -> None:
    moved = Resume(work=tuple(JOBS[place] for place in order))
    assert after(moved) == {str(to): str(place) for to, place in enumerate(order)} | {"3": "3"}


def test_it_goes_with_an_entry_that_is_removed_and_nobody_elses_goes() -> None:
    assert after(entries.remove(THREE, "work", 1)) == {"0": "0", "1": "2", "2": "3"}


@pytest.mark.parametrize(("typed", "new"), [(True, "3"), (False, "4")])
def test_of_the_new_entry_it_stays_with_what_is_typed_there(typed: bool, new: str) -> None:
    more = Resume(work=(*JOBS, Work(position="Baker")))
    assert after(more, typed=typed) == {"0": "0", "1": "1", "2": "2", new: "3"}


def test_it_makes_room_for_an_entry_in_between() -> None:
    more = entries.insert(THREE, "work", 1, Work(position="Baker"))
    assert after(more) == {"0": "0", "2": "1", "3": "2", "4": "3"}


def test_a_changed_entry_is_still_the_same() -> None:
    changed = entries.put(THREE, "work", 1, Work(position="Baker"))
    assert after(changed) == {str(place): str(place) for place in range(4)}


def test_of_an_entry_that_says_nothing_it_is_the_new_ones() -> None:
    before = Resume(work=(Work(), JOBS[0]))
    drafts = followed({"work.0.end_date": "20"}, before, Resume(work=JOBS[:1]), typed=False)
    assert drafts == {"work.1.end_date": "20"}


def test_what_was_begun_of_the_new_one_is_not_replaced_by_it() -> None:
    before = Resume(work=(Work(), JOBS[0]))
    both = {"work.0.end_date": "20", "work.2.end_date": "19"}
    assert followed(both, before, Resume(work=JOBS[:1]), typed=False) == {"work.1.end_date": "19"}


def test_an_answer_elsewhere_changes_nothing() -> None:
    other = Resume(basics=Basics(name="Ann"), work=JOBS)
    assert followed(ALL, THREE, other, typed=False) == ALL


def test_whom_a_job_was_for_is_still_chosen_when_one_comes_back_and_goes_into_what_is_written_then() -> None:
    session = Session(Choices(template="classic"), Resume(work=JOBS[:1]))
    wizard = Wizard(session)
    kind, title = (field_of(attr) for attr in (KIND, "position"))
    wizard.go("work.place", 1)
    Binding(session, kind, "work", 1).set(Employer.AGENCY)
    before = session.resume
    wizard.go("work")
    assert session.resume.work == JOBS[:1], "it is no job yet: nothing of it is printed or listed"
    wizard.add()
    assert wizard.current.entry == 1
    assert Binding(session, kind, "work", 1).value == Employer.AGENCY
    Binding(session, title, "work", 1).set("Packer")
    assert kind_of(session.resume.work[1]) is Employer.AGENCY
    assert session.begun("work", 1) == {}, "it is an answer now"
    session.undo()
    assert Binding(session, kind, "work", 1).value == Employer.AGENCY
    session.undo()
    assert session.resume == before
    session.redo()
    session.redo()
    assert kind_of(session.resume.work[1]) is Employer.AGENCY


def test_what_is_not_changed_makes_no_entry_of_it() -> None:
    session = Session(Choices(template="classic"))
    session.keep_draft("work.0.extra", {"kiosk": {"employer": "state"}})
    Binding(session, field_of("highlights"), "work", 0).set(())
    assert session.resume == Resume()


def test_another_job_in_front_moves_it_along_and_another_person_does_not_get_it() -> None:
    session = Session(Choices(template="classic"))
    session.keep_draft("work.0.extra", {"kiosk": {"employer": "state"}})
    session.edit(Resume(work=JOBS[:1]))
    assert Binding(session, field_of(KIND), "work", 1).value == Employer.STATE
    session.open(Resume())
    assert Binding(session, field_of(KIND), "work", 0).value == ""
