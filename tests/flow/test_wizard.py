"""The wizard walked without a screen: where Next, Back and Skip lead, and that nothing is lost on the way."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from flow.answered import answered, words
from kiosk.content.lines import Tense
from kiosk.flow import entries, paths, picking
from kiosk.flow.choices import Choices
from kiosk.flow.fields import WORK_LINES, Binding, FieldKind
from kiosk.flow.offers import Offers
from kiosk.flow.paths import Path
from kiosk.flow.session import Session
from kiosk.flow.steps import BY_ID, GROUPS, STEPS, PageKind
from kiosk.flow.wizard import Position, StepState, Wizard
from kiosk.resume.model import Education, Resume, Work

BANK = Offers().bank("cleaner").lines
CHOICES = Choices(template="classic")
TWO_JOBS = Resume(work=(Work(position="Cook"), Work(position="Cashier")), education=(Education(area="Law"),))


def begin(resume: Resume | None = None) -> tuple[Session, Wizard]:
    session = Session(CHOICES, resume)
    return session, Wizard(session)


def walked(wizard: Wizard, press: str, times: int) -> list[tuple[str, int | None]]:
    places = []
    for _time in range(times):
        getattr(wizard, press)()
        places.append((wizard.current.step.id, wizard.current.entry))
    return places


def test_with_jobs_and_a_school_next_passes_every_list() -> None:
    _session, wizard = begin(TWO_JOBS)
    assert [place for place, _entry in walked(wizard, "next", 16)] == [
        "drive",
        "path",
        "name",
        "contact",
        "wanted",
        "work",
        "education",
        "cards",
        "skills",
        "languages",
        "summary",
        "review",
        "order",
        "look",
        "save",
        "done",
    ]


def test_on_an_empty_list_next_begins_the_first_job_and_skip_passes_it() -> None:
    _session, wizard = begin()
    wizard.go("work")
    assert walked(wizard, "next", 6) == [
        ("work.place", 0),
        ("work.who", 0),
        ("work.dates", 0),
        ("work.lines", 0),
        ("work.proud", 0),
        ("work", None),
    ]
    assert walked(wizard, "skip", 2) == [("education", None), ("cards", None)]


def test_back_retraces_a_job_and_then_the_screens_before() -> None:
    _session, wizard = begin(TWO_JOBS)
    wizard.go("work.proud", 1)
    assert walked(wizard, "back", 8) == [
        ("work.lines", 1),
        ("work.dates", 1),
        ("work.who", 1),
        ("work.place", 1),
        ("work", None),
        ("wanted", None),
        ("contact", None),
        ("name", None),
    ]


def test_there_is_nothing_before_the_first_and_after_the_last_screen() -> None:
    _session, wizard = begin()
    wizard.back()
    assert wizard.current == Position(STEPS[0])
    wizard.go("done")
    wizard.next()
    assert wizard.current == Position(STEPS[-1])


@pytest.mark.parametrize("press", ["next", "back", "skip"])
def test_changing_one_answer_leads_back_to_where_one_came_from(press: str) -> None:
    _session, wizard = begin(TWO_JOBS)
    wizard.go("review")
    wizard.change("work.dates", 1, "end_date")
    assert wizard.returning
    assert wizard.current == Position(BY_ID["work.dates"], 1, "end_date")
    getattr(wizard, press)()
    assert wizard.current == Position(BY_ID["review"])
    assert not wizard.returning


def test_a_step_aside_from_a_step_aside_leads_back_one_by_one() -> None:
    wizard = Wizard(Session(Choices(template="classic")))
    wizard.go("contact")
    for step in ("save", "no-drive", "print"):
        wizard.change(step)
    for step in ("no-drive", "save", "contact"):
        assert wizard.returning
        wizard.back()
        assert wizard.current.step.id == step
    assert not wizard.returning
    wizard.back()
    assert wizard.current.step.id == "name"


def test_adding_begins_behind_the_last_and_makes_nothing_until_something_is_typed() -> None:
    session, wizard = begin(TWO_JOBS)
    wizard.go("work")
    wizard.add()
    assert wizard.current == Position(BY_ID["work.place"], 2)
    walked(wizard, "next", 3)
    assert session.resume == TWO_JOBS


def test_a_job_that_was_emptied_again_is_gone() -> None:
    session, wizard = begin(TWO_JOBS)
    wizard.go("work.place", 0)
    session.edit(entries.put(session.resume, "work", 0, Work(position=" ")))
    wizard.go("work")
    assert session.resume.work == TWO_JOBS.work[1:]


def test_undo_that_takes_the_job_away_leaves_a_new_one_to_ask_about() -> None:
    session, wizard = begin()
    wizard.go("work")
    for index, title in enumerate(("Cook", "Cashier")):
        wizard.go("work.place", index)
        session.edit(entries.put(session.resume, "work", index, Work(position=title)))
    wizard.go("work.place", 1)
    session.undo()
    session.undo()
    assert session.resume == Resume()
    assert wizard.current == Position(BY_ID["work.place"], 0)


def test_the_list_of_steps_says_how_far_each_is() -> None:
    _session, wizard = begin()
    assert [view.title for view in wizard.steps] == [group for group in GROUPS if group != "Also done"]
    assert [view.state for view in wizard.steps[:2]] == [StepState.CURRENT, StepState.TO_COME]
    walked(wizard, "next", 6)
    assert [view.state for view in wizard.steps[:3]] == [StepState.DONE, StepState.DONE, StepState.CURRENT]
    wizard.go("done")
    assert wizard.steps[-1].state is StepState.DONE
    assert wizard.steps[2].first.id == "work"


def test_observers_hear_of_every_place_until_they_stop() -> None:
    _session, wizard = begin()
    heard: list[str] = []
    stop = wizard.watch(lambda: heard.append(wizard.current.step.id))
    wizard.next()
    wizard.go("name")
    wizard.go("review")
    stop()
    wizard.next()
    assert heard == ["drive", "name", "review"]


def test_every_step_is_complete() -> None:
    for step in STEPS:
        assert step.title
        assert (step.kind is PageKind.FORM) == bool(step.fields)
        assert not step.of_entry or (step.section in entries.BLANK and step.short)
        assert step.kind is not PageKind.ENTRIES or (step.add and step.add_more)


class Visit(RuleBasedStateMachine):
    """A person who presses and types anything anywhere. Nothing typed is ever lost but by their own hand."""

    def __init__(self) -> None:
        super().__init__()
        self.session, self.wizard = begin()
        self.expected: dict[str, str] = {}

    @rule(press=st.sampled_from(["next", "back", "skip", "add", "home"]))
    def press(self, press: str) -> None:
        if press == "home":
            self.wizard.go("home")
        elif press != "add":
            getattr(self.wizard, press)()
        elif self.wizard.current.step.kind is PageKind.ENTRIES:
            self.wizard.add()

    @rule(text=words.filter(bool), which=st.integers(0, 5))
    def type(self, text: str, which: int) -> None:
        step, entry = self.wizard.current.step, self.wizard.current.entry
        boxes = [field for field in step.fields if field.kind is FieldKind.LINE]
        if boxes:
            field = boxes[which % len(boxes)]
            section = step.section if step.of_entry else ""
            binding = Binding(self.session, field, section, entry or 0)
            binding.set(text)
            assert binding.value == text
            self.expected[binding.step] = text

    @rule(path=st.sampled_from(Path))
    def another_path(self, path: Path) -> None:
        before = self.session.resume
        self.session.edit(paths.toggled(before, path))
        self.session.undo()
        assert self.session.resume == before
        self.session.redo()

    @rule(number=st.integers(0, 30))
    def tick(self, number: int) -> None:
        """Tick a line of the bank, and take it back with Undo: nothing else changes."""
        if self.wizard.current.step.id != "work.lines":
            return
        binding = Binding(self.session, WORK_LINES, "work", self.wizard.current.entry or 0)
        line = BANK[number % len(BANK)]
        before = self.session.resume
        self.session.commit()
        binding.set(picking.ticked(line, Tense.NOW, binding.value))
        if self.session.resume != before:
            self.session.undo()
            assert self.session.resume == before
            self.session.redo()

    @rule(to=st.sampled_from([step.id for step in STEPS if not step.of_entry]))
    def jump(self, to: str) -> None:
        self.wizard.go(to)

    @rule()
    def undo_and_redo(self) -> None:
        before = self.session.resume
        self.session.undo()
        self.session.redo()
        assert self.session.resume == before or not self.session.can_undo

    @invariant()
    def everything_typed_is_there(self) -> None:
        for step in STEPS:
            for field in step.fields:
                for index in range(entries.count(self.session.resume, step.section) if step.of_entry else 1):
                    section = step.section if step.of_entry else ""
                    binding = Binding(self.session, field, section, index)
                    if binding.step in self.expected:
                        assert binding.value == self.expected[binding.step]
        for name in self.expected:
            section, _dot, rest = name.partition(".")
            if section in entries.BLANK:
                assert int(rest.split(".")[0]) < entries.count(self.session.resume, section)

    @invariant()
    def the_entry_in_question_can_be_answered(self) -> None:
        here = self.wizard.current
        assert (here.entry is not None) == here.step.of_entry
        assert here.entry is None or here.entry <= entries.count(self.session.resume, here.step.section)


TestVisit = Visit.TestCase


@given(answered(), st.lists(st.sampled_from(["next", "back", "skip"]), max_size=30))
def test_walking_changes_no_answer(resume: Resume, presses: list[str]) -> None:
    resume = replace(
        resume,
        work=entries.without_blanks(resume, "work").work,
        education=entries.without_blanks(resume, "education").education,
        volunteer=entries.without_blanks(resume, "volunteer").volunteer,
    )
    session, wizard = begin(resume)
    for press in presses:
        getattr(wizard, press)()
    assert session.resume == resume
    assert not session.can_undo
