"""Somebody who hears the screen and does what can be done with what is heard: no key, no mouse, no eye."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from access.screen_reader import CONTROLS, ScreenReader, State, Thing


class Reader:
    """One person with a screen reader in front of the wizard."""

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
        found = self.find(name)
        found.press() if "Press" in found.actions else found.toggle()

    def tick(self, name: str) -> None:
        """Tick a box, which then says so."""
        self.find(name, lambda thing: State.CHECKED not in thing.states).toggle()
        self.find(name, lambda thing: State.CHECKED in thing.states)

    def write(self, name: str, text: str) -> None:
        """Put a text into a box, which then holds it."""
        box = self.find(name)
        box.write(text)
        assert box.text == text

    def hears(self, question: str) -> Thing:
        """Wait until a new screen is announced; returns what has the focus then, which was told as well.

        Unless it is Next again, which has the focus on and on.
        """
        return self.hears_one((question,))[1]

    def hears_one(self, questions: Iterable[str]) -> tuple[str, Thing]:
        """Wait for one of several screens; returns which it was, and what has the focus."""
        wanted = tuple(questions)

        def told() -> tuple[str, Thing] | None:
            self.ears.listen()
            said = [one.words for one in self.ears.heard if one.kind == "announcement"]
            found = next((one for one in wanted if any(words.startswith(one) for words in said)), None)
            if found is None:
                return None
            focused = [one.source for one in self.ears.heard if one.kind == "focus"]
            here = self.focus
            return (found, here) if here is not None and here.place in (*focused, self._here) else None

        try:
            found, here = self.ears.wait_for(told, f"one of {wanted[:3]} and the focus")
        except AssertionError as wrong:
            said = [one.words for one in self.ears.heard if one.kind == "announcement"]
            raise AssertionError(f"{wrong}; heard was {said}, the focus is at {self.focus!r}") from None
        self.ears.heard.clear()
        self._here = here.place
        return found, here

    @property
    def focus(self) -> Thing | None:
        """What has the focus now."""
        return next((thing for thing in self.things() if State.FOCUSED in thing.states), None)

    def is_told(self, words: str) -> str:
        """Wait until something is said that holds `words`, whatever has the focus; returns all of it."""

        def told() -> str | None:
            self.ears.listen()
            said = [one.words for one in self.ears.heard if one.kind == "announcement"]
            return next((one for one in said if words in one), None)

        found = self.ears.wait_for(told, f"{words!r} said")
        self.ears.heard = [one for one in self.ears.heard if one.kind == "focus"]
        return found

    def is_at(self, name: str) -> Thing:
        """Wait until the focus is on something of that name, and was heard to go there."""

        def there() -> Thing | None:
            self.ears.listen()
            here = self.focus
            focused = [one.source for one in self.ears.heard if one.kind == "focus"]
            if here is None or here.name != name or here.place not in (*focused, self._here):
                return None
            self._here = here.place
            return here

        found = self.ears.wait_for(there, f"the focus at {name!r}")
        self.ears.heard.clear()
        return found


def nameless(reader: Reader) -> list[str]:
    """Return the controls that a screen reader could only call by their role."""
    return [repr(thing) for thing in reader.things() if thing.role in CONTROLS and not thing.name.strip()]
