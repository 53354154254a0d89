"""The real program as a screen reader meets it, from outside its process: names, roles, states, events.

The way from Home to the next question after the name is walked through the tree alone: no key, no mouse.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from access import rooms
from access.screen_reader import CONTROLS, ScreenReader, State, Thing

pytestmark = pytest.mark.slow


class Reader:
    """Somebody who hears the screen and does what can be done with what is heard."""

    def __init__(self, ears: ScreenReader, window: Thing) -> None:
        self.ears = ears
        self.window = window
        self._here: tuple[str, str] | None = None

    def things(self) -> list[Thing]:
        """Return all that is shown."""
        return list(self.window.walk())

    def find(self, name: str, fits: Callable[[Thing], bool] = lambda _thing: True) -> Thing:
        """Wait for a control of that name."""

        def look() -> Thing | None:
            named = (thing for thing in self.things() if thing.name == name and thing.role in CONTROLS)
            return next((thing for thing in named if fits(thing)), None)

        return self.ears.wait_for(look, name)

    def press(self, name: str) -> None:
        self.find(name).press()

    def hears(self, question: str) -> Thing:
        """Wait until a new screen is announced; returns what has the focus then, which was told as well.

        Unless it is Next again, which has the focus on and on.
        """

        def told() -> Thing | None:
            self.ears.listen()
            said = [one.words for one in self.ears.heard if one.kind == "announcement"]
            if not any(words.startswith(question) for words in said):
                return None
            focused = [one.source for one in self.ears.heard if one.kind == "focus"]
            here = next((thing for thing in self.things() if State.FOCUSED in thing.states), None)
            return here if here is not None and here.place in (*focused, self._here) else None

        here = self.ears.wait_for(told, f"{question!r} and the focus")
        self.ears.heard.clear()
        self._here = here.place
        return here


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    made = tmp_path / "STICK"
    made.mkdir()
    return made


@pytest.fixture
def reader(tmp_path: Path, drive: Path) -> Iterator[Reader]:
    with rooms.screen_reader(tmp_path, drive) as (ears, window):
        yield Reader(ears, window)
    left = [one for one in psutil.process_iter(["environ"]) if _was_ours(one, tmp_path)]
    psutil.wait_procs(left, timeout=10)
    assert [one for one in left if one.is_running() and one.status() != psutil.STATUS_ZOMBIE] == []


def _was_ours(process: psutil.Process, folder: Path) -> bool:
    return (process.info["environ"] or {}).get("XDG_RUNTIME_DIR") == str(folder / "run")


def nameless(reader: Reader) -> list[str]:
    """Return the controls that a screen reader could only call by their role."""
    return [repr(thing) for thing in reader.things() if thing.role in CONTROLS and not thing.name.strip()]


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
