"""What was begun of an entry stands by that entry, wherever it goes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.flow import entries
from kiosk.flow.begun import followed
from kiosk.resume.model import Basics, Resume, Work

JOBS = tuple(Work(position=title) for title in ("Cook", "Cashier", "Driver"))
THREE = Resume(work=JOBS)
ALL = {f"work.{place}.end_date": str(place) for place in range(4)} | {
    "education.0.end_date": "E",
    "name": "N",
}
OTHERS = {"education.0.end_date": "E", "name": "N"}


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
