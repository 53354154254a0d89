"""Laws of adding, changing, moving and removing entries."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from flow.answered import answered
from kiosk.flow import entries
from kiosk.resume.model import Education, Resume, Skill, Volunteer, Work

SECTIONS = st.sampled_from(sorted(entries.BLANK))
COOK, CASHIER, BAKER = Work(position="Cook"), Work(position="Cashier"), Work(position="Baker")
THREE = Resume(work=(COOK, CASHIER, BAKER))


@given(answered(), SECTIONS, st.data())
def test_what_is_removed_and_put_back_was_never_gone(
    resume: Resume, section: str, data: st.DataObject
) -> None:
    count = entries.count(resume, section)
    if not count:
        resume, count = entries.put(resume, section, 0, entries.get(_full(), section, 0)), 1
    index = data.draw(st.integers(0, count - 1))
    gone = entries.get(resume, section, index)
    removed = entries.remove(resume, section, index)
    assert entries.count(removed, section) == count - 1
    assert entries.insert(removed, section, index, gone) == resume


@given(answered(), SECTIONS, st.integers(-1, 4), st.integers(-1, 4))
def test_moving_there_and_back_changes_nothing(resume: Resume, section: str, here: int, there: int) -> None:
    moved = entries.move(resume, section, here, there)
    assert entries.move(moved, section, there, here) == resume


@given(answered(), SECTIONS)
def test_a_change_leaves_every_other_entry_alone(resume: Resume, section: str) -> None:
    count = entries.count(resume, section)
    added = entries.put(resume, section, count, entries.get(_full(), section, 0))
    assert entries.section_of(added, section)[:count] == entries.section_of(resume, section)
    before: dict[str, Any] = {section: entries.section_of(resume, section)}
    assert replace(added, **before) == resume


def _full() -> Resume:
    return Resume(
        work=(COOK,),
        education=(Education(institution="School"),),
        volunteer=(Volunteer(position="Coach"),),
        skills=(Skill(name="Knives"),),
    )


def test_moving_takes_one_entry_past_the_others() -> None:
    assert entries.move(THREE, "work", 0, 2).work == (CASHIER, BAKER, COOK)
    assert entries.move(THREE, "work", 0, -1) is THREE
    assert entries.move(THREE, "work", 2, 3) is THREE


def test_the_entry_behind_the_last_is_blank_and_exists_once_something_is_put_there() -> None:
    assert entries.get(THREE, "work", 3) == Work()
    assert entries.put(THREE, "work", 3, Work()) is THREE
    assert entries.put(THREE, "work", 3, CASHIER).work[3] == CASHIER


def test_entries_that_say_nothing_are_dropped() -> None:
    resume = Resume(work=(COOK, Work(), Work(position="  ", highlights=("", " "))))
    assert entries.without_blanks(resume, "work").work == (COOK,)


def test_an_entry_with_something_another_program_wrote_is_kept() -> None:
    resume = Resume(work=(Work(extra={"keep": 1}),))
    assert entries.without_blanks(resume, "work") is resume


def test_there_is_a_limit_that_no_honest_resume_meets() -> None:
    full = Resume(work=(COOK,) * entries.MOST_ENTRIES)
    assert entries.put(full, "work", entries.MOST_ENTRIES, CASHIER) is full
