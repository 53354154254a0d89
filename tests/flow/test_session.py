"""Laws of the session: nothing is lost, what is undone comes back, observers hear of every change."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flow.answered import answered
from kiosk.flow.choices import Choices
from kiosk.flow.session import MOST_SNAPSHOTS, Session
from kiosk.render.types import Paper
from kiosk.resume.model import Basics, Resume, Work
from kiosk.storage.drive import Drive
from kiosk.storage.save import Receipt, Verification

CHOICES = Choices(template="classic")
DRIVE = Drive(device="/dev/sdz1", label="STICK", size=1, free=1, mount=Path("/"), usable=True)


def named(name: str) -> Resume:
    return Resume(basics=Basics(name=name))


def receipt() -> Receipt:
    return Receipt(Path("/x"), (), 1, Verification.REREAD)


@pytest.mark.slow
@given(st.lists(answered(), min_size=1, max_size=6))
def test_undo_goes_back_through_every_edit_and_redo_forward(edits: list[Resume]) -> None:
    session = Session(CHOICES)
    states = [session.resume]
    for resume in edits:
        session.edit(resume)
        if resume != states[-1]:
            states.append(resume)
    for state in reversed(states[:-1]):
        session.undo()
        assert session.resume == state
    assert not session.can_undo
    for state in states[1:]:
        session.redo()
        assert session.resume == state
    assert not session.can_redo


@given(answered(), answered())
def test_undo_after_an_edit_changes_nothing(before: Resume, after: Resume) -> None:
    session = Session(CHOICES, before)
    session.edit(after)
    session.undo()
    assert session.resume == before


def test_typing_in_one_field_is_one_step_until_it_is_committed() -> None:
    session = Session(CHOICES)
    for text in ("M", "Ma", "Maria"):
        session.edit(named(text), step="basics.name")
    session.commit()
    session.edit(named("Maria S"), step="basics.name")
    session.undo()
    assert session.resume == named("Maria")
    session.undo()
    assert session.resume == Resume()


def test_typing_after_undo_cannot_be_redone() -> None:
    session = Session(CHOICES)
    session.edit(named("Ann"))
    session.undo()
    session.edit(named("Bob"))
    session.redo()
    assert session.resume == named("Bob")


def test_the_same_answer_is_no_step() -> None:
    session = Session(CHOICES, named("Ann"))
    session.edit(named("Ann"))
    assert not session.can_undo


def test_history_has_an_end() -> None:
    session = Session(CHOICES)
    for number in range(MOST_SNAPSHOTS + 20):
        session.edit(named(str(number)))
    steps = 0
    while session.can_undo:
        session.undo()
        steps += 1
    assert steps == MOST_SNAPSHOTS


def test_observers_hear_of_edits_choices_and_saves_until_they_stop() -> None:
    session = Session(CHOICES)
    heard: list[Resume] = []
    stop = session.watch(lambda: heard.append(session.resume))
    session.edit(named("Ann"))
    session.choose(paper=Paper.A4)
    session.choose(paper=Paper.A4)
    session.mark_saved(receipt(), session.resume, DRIVE)
    assert [resume.basics for resume in heard] == [named("Ann").basics] * 3
    assert session.choices == replace(CHOICES, paper=Paper.A4)
    stop()
    session.undo()
    assert len(heard) == 3
    assert session.choices == CHOICES


def test_only_what_was_saved_is_saved() -> None:
    session = Session(CHOICES)
    assert not session.unsaved
    session.edit(named("Ann"))
    saved = session.resume
    session.edit(named("Ann B"))
    session.mark_saved(receipt(), saved, DRIVE)
    assert session.unsaved
    session.undo()
    assert not session.unsaved
    assert (session.saved, session.drive) == (saved, DRIVE)


def test_who_has_no_drive_is_without_until_a_save() -> None:
    session = Session(CHOICES)
    told: list[bool] = []
    session.watch(lambda: told.append(session.without_drive))
    session.go_without_drive()
    session.mark_saved(receipt(), session.resume, DRIVE)
    assert told == [True, False]
    session.go_without_drive()
    session.forget()
    assert not session.without_drive


def test_a_resume_from_a_drive_is_not_unsaved_and_cannot_be_undone() -> None:
    session = Session(CHOICES)
    session.edit(named("Somebody"))
    session.open(named("Ann"))
    assert (session.resume, session.unsaved, session.can_undo) == (named("Ann"), False, False)


def test_what_was_begun_goes_with_its_entry_and_comes_back_with_it() -> None:
    cook, cashier = Work(position="Cook"), Work(position="Cashier")
    session = Session(CHOICES, Resume(work=(cook, cashier)))
    session.keep_draft("work.1.start_date", "20")
    session.keep_draft("education.0.end_date", "19")
    session.edit(Resume(work=(cashier, cook)))
    assert session.begun("work", 0) == {"start_date": "20"}
    session.edit(Resume(work=(cook,)))
    assert session.begun("work", 0) == {}
    session.edit(Resume(work=(cook, cashier)), begun={"work.1.start_date": "20"})
    assert session.draft("work.1.start_date") == "20"
    for _step in range(3):
        session.undo()
    assert session.draft("work.1.start_date") == "20"
    assert session.draft("education.0.end_date") == "19"


def test_what_is_forgotten_is_not_kept() -> None:
    session = Session(CHOICES)
    session.keep_draft("education.0.end_date", "19")
    session.keep_draft("education.0.end_date", None)
    assert session.draft("education.0.end_date") is None


def test_forgetting_leaves_nothing() -> None:
    session = Session(CHOICES)
    session.watch(lambda: None)
    for name in ("Secret One", "Secret Two"):
        session.edit(named(name))
    session.undo()
    session.keep_draft("basics.name", "Secret Three")
    session.mark_saved(receipt(), session.resume, DRIVE)
    session.forget()
    assert session.resume == Resume()
    assert (session.saved, session.receipt, session.drive) == (None, None, None)
    assert [session.can_undo, session.can_redo, session.unsaved] == [False] * 3
    assert session.draft("basics.name") is None


def test_nothing_prints_what_was_typed() -> None:
    session = Session(CHOICES, named("Maria Secret"))
    assert "Secret" not in repr(session) + str(session) + repr(session.resume)


def test_undo_and_redo_leave_what_was_begun_elsewhere() -> None:
    session = Session(CHOICES)
    session.keep_draft("work.0.start_date", "20")
    session.commit()
    session.edit(named("Ann"), step="basics.name")
    session.undo()
    assert session.draft("work.0.start_date") == "20"
    session.redo()
    assert session.draft("work.0.start_date") == "20"


def test_undo_takes_back_what_was_begun_of_the_answer_itself() -> None:
    session = Session(CHOICES)
    session.commit()
    for year in ("2", "20", "201"):
        session.keep_draft("basics.name", year)
    session.keep_draft("basics.name", None)
    session.edit(named("2019"), step="basics.name")
    session.undo()
    assert session.draft("basics.name") is None


def test_what_was_begun_after_an_answer_comes_back_when_that_is_done_again() -> None:
    session = Session(CHOICES)
    session.edit(named("Ann"), step="basics.name")
    session.keep_draft("work.0.start_date", "20")
    session.undo()
    assert session.draft("work.0.start_date") is None, "it is not there yet at that time"
    session.redo()
    assert session.draft("work.0.start_date") == "20"


def test_what_was_begun_of_two_answers_is_kept_when_the_second_is_taken_back() -> None:
    session = Session(CHOICES)
    session.keep_draft("work.0.start_date", "20")
    session.keep_draft("basics.name", "2")
    session.edit(named("Ann"), step="basics.name")
    session.undo()
    assert session.draft("work.0.start_date") == "20"
    assert session.draft("basics.name") is None
