"""The real program as a screen reader meets it, from outside its process: names, roles, states, events.

The way from Home to the next question after the name is walked through the tree alone: no key, no mouse.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from access.listener import Reader, nameless
from access.screen_reader import State, Thing

pytestmark = pytest.mark.slow


def test_from_home_past_the_name_by_the_tree_alone(reader: Reader, drive: Path) -> None:
    assert reader.window.role == "frame"
    start = reader.find("Start a new resume", lambda thing: State.FOCUSED in thing.states)
    assert start.role == "push button"
    assert nameless(reader) == []
    start.press()

    here = reader.hears("Is this your drive? We keep your answers on it")
    assert here.name == "Use this drive"
    assert nameless(reader) == []
    here.press()

    reader.hears("Is this your first job? Tick all that is true.")
    assert nameless(reader) == []
    worked = reader.find("I have worked before")
    assert worked.role == "check box"
    assert {State.CHECKABLE, State.CHECKED} <= worked.states
    military = reader.find("I served in the military")
    assert State.CHECKED not in military.states
    military.toggle()
    reader.find("I served in the military", lambda thing: State.CHECKED in thing.states)
    reader.press("Next")

    name = reader.hears("What is your name? Use the name you want at work.")
    assert (name.role, name.name) == ("text", "Your name")
    assert name.description == "For example: Maria Santos"
    assert {State.FOCUSED, State.EDITABLE, State.SENSITIVE} <= name.states
    assert nameless(reader) == []
    name.write("Maria Santos")
    assert name.text == "Maria Santos"
    reader.press("Next")

    assert reader.hears("How can an employer reach you?").name == "Phone"
    assert nameless(reader) == []
    reader.ears.wait_for(lambda: [*drive.rglob("Maria Santos Resume*.json")], "the answer on the drive")


def test_back_next_and_the_steps_are_told_and_no_control_lacks_a_name(reader: Reader) -> None:
    reader.press("Start a new resume")
    reader.hears("Is this your drive?")
    for step, question in (
        ("Work", "Where did you work?"),
        ("School", "Where did you go to school or train?"),
        ("Skills", "Do you have a card, license or certificate?"),
        ("Look it over", "Look it over"),
        ("Pick a look", "What should come first?"),
        ("Save", "Talk to the staff"),  # nothing was written
    ):
        reader.press(step)
        reader.hears(question)
        assert nameless(reader) == [], step
        assert reader.find(step).description.endswith("You are here.")
    reader.press("Back")
    reader.hears("Pick a look")
    reader.press("Next")
    reader.hears("Talk to the staff")
    reader.press("Finish and erase")
    assert reader.hears("Finish and erase?").name == "Go back"


def test_a_control_without_a_name_would_be_found(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    reader.find("Start a new resume")
    monkeypatch.setattr(Thing, "name", property(lambda _thing: " "))
    assert len(nameless(reader)) > 5
