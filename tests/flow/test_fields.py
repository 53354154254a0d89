"""The table of fields fits the model, and what is set through a binding is what is read."""

from __future__ import annotations

import pytest

from kiosk.flow import answers, entries, fields
from kiosk.flow.choices import Choices
from kiosk.flow.fields import Binding, Choice, FieldKind
from kiosk.flow.session import Session
from kiosk.flow.steps import STEPS
from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Resume, Skill, Work

ALL = [(step, field) for step in STEPS for field in step.fields]
VALUES = {
    FieldKind.LINE: "Text",
    FieldKind.SENTENCE: "Text",
    FieldKind.DATE: PartialDate(2019, 5),
    FieldKind.LINES: ("One", "Two"),
    FieldKind.BOX: True,
    FieldKind.SENTENCE: "Cook.",
    FieldKind.DAYS: ["mon-morning"],
}


@pytest.mark.parametrize(("step", "field"), ALL, ids=[f"{s.id}-{f.attr}" for s, f in ALL])
def test_every_field_holds_an_answer(step: object, field: fields.Field) -> None:
    from kiosk.flow.steps import Step

    assert isinstance(step, Step)
    session = Session(Choices(template="classic"))
    binding = Binding(session, field, step.section if step.of_entry else "", 0)
    value = field.choices[-1].value if field.kind is FieldKind.CHOICE else VALUES[field.kind]
    if field.attr in {"skills", "languages", "certificates"}:
        value = tuple(fields.line_item(field, text) for text in ("One", "Two"))
    binding.set(value)
    assert binding.value == value
    assert session.resume != Resume()
    session.undo()
    assert session.resume == Resume()


@pytest.mark.parametrize(("step", "field"), ALL, ids=[f"{s.id}-{f.attr}" for s, f in ALL])
def test_every_field_says_what_it_is(step: object, field: fields.Field) -> None:
    assert step
    assert field.label
    assert bool(field.month_label) == (field.kind is FieldKind.DATE)
    assert field.longest > 0


def test_an_entry_of_which_only_the_kind_was_said_is_none() -> None:
    resume = Resume(work=(Work(extra={"kiosk": {"employer": "family"}}), Work(extra={"theirs": 1})))
    assert entries.without_blanks(resume, "work").work == (Work(extra={"theirs": 1}),)


def test_choices_and_boxes_are_said_in_words() -> None:
    choices = (Choice("", "A company"), Choice("family", "A family"))
    field = fields.Field(attr="x", label="Who", kind=FieldKind.CHOICE, choices=choices)
    assert fields.said(field, "family") == ("A family",)
    assert fields.said(field, "") == ("A company",)
    assert fields.said(field, "another program's") == ()
    box = fields.Field(attr="x", label="Just list it", kind=FieldKind.BOX)
    assert [fields.said(box, value) for value in (True, "", "yes")] == [("Just list it",), (), ()]


def test_labels_on_one_screen_differ() -> None:
    for step in STEPS:
        labels = [text for field in step.fields for text in (field.label, field.month_label) if text]
        assert len(set(labels)) == len(labels)


def test_setting_one_thing_leaves_the_rest_alone() -> None:
    job = Work(position="Cook", name="Diner", extra={"keep": 1})
    changed = fields.written(job, "position", "Chef")
    assert changed == Work(position="Chef", name="Diner", extra={"keep": 1})
    resume = fields.written(Resume(work=(job,)), "basics.location.city", "Akron")
    assert (resume.basics.location.city, resume.work) == ("Akron", (job,))


def test_a_binding_of_an_entry_reads_its_neighbours() -> None:
    resume = entries.put(Resume(), "work", 0, Work(start_date=PartialDate(2019)))
    binding = Binding(Session(Choices(template="classic"), resume), fields.WORK_DATES[1], "work", 0)
    assert binding.sibling("start_date") == PartialDate(2019)
    assert binding.value is None


def test_a_skill_keeps_its_words_when_its_name_changes() -> None:
    skill = Skill(name="Kitchen", keywords=("knives",), level="high")
    changed = fields.line_item(fields.SKILLS, "Cooking", skill)
    assert changed == Skill(name="Cooking", keywords=("knives",), level="high")
    assert fields.line_text(changed) == "Cooking"
    assert fields.line_item(fields.WORK_LINES, "Cooked", "Cook") == "Cooked"


def test_whoever_answers_when_it_ended_replaces_what_nobody_could_read() -> None:
    job = Work(position="Cook", start_date=PartialDate(2014), end_unread="TBD")
    assert fields.written(job, "position", "Head cook").end_unread == "TBD"
    for answer in (PartialDate(2016), None):
        assert fields.written(job, "end_date", answer).end_unread == ""


def test_a_job_with_an_end_that_nobody_can_read_is_not_said_to_go_on() -> None:
    job = Work(position="Cook", start_date=PartialDate(2014), end_unread="TBD")
    assert answers.detail(job) == "2014"
