"""Where the person is, and where Next, Back and Skip lead. Knows no screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from itertools import takewhile

from kiosk.flow import begun, entries, fields
from kiosk.flow.session import Session
from kiosk.flow.steps import BY_ID, STEPS, PageKind, Step, for_person


@dataclass(frozen=True, slots=True)
class Position:
    """A step, the index of the entry that it is about, if any, and the field that is wanted there, if any."""

    step: Step
    entry: int | None = None
    field: str = ""


class StepState(Enum):
    """How far a group of steps is."""

    DONE = auto()
    CURRENT = auto()
    TO_COME = auto()


@dataclass(frozen=True, slots=True)
class GroupView:
    """One line of the list of steps: its title (to be translated), its state, and the step it leads to."""

    title: str
    state: StepState
    first: Step


class Wizard:
    """Walks the table of steps for one session. Observers are told after every change of place."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._current = Position(STEPS[0])
        self._seen = {STEPS[0].group}
        self._return_to: tuple[Position, ...] = ()
        self._watchers: list[Callable[[], None]] = []
        self._unwatch = session.watch(self._keep_entry_in_range)

    @property
    def current(self) -> Position:
        """Where the person is."""
        return self._current

    @property
    def returning(self) -> bool:
        """Whether Next leads back to where this screen was opened from, *Look it over* mostly."""
        return bool(self._return_to)

    @property
    def steps(self) -> tuple[GroupView, ...]:
        """The list of steps that are for this person, with how far each is."""
        here, resume = self._current.step, self._session.resume
        asked = [step for step in for_person(resume) if step.when(resume) or step is here]
        firsts = {step.group: step for step in reversed(asked)}
        groups = dict.fromkeys(step.group for step in asked)
        return tuple(GroupView(group, self._state(group), firsts[group]) for group in groups)

    def next(self) -> None:
        """Go on. On a list of entries that is empty this begins the first one."""
        step = self._current.step
        if self._return_to:
            self._return()
        elif step.kind is PageKind.ENTRIES and not entries.count(self._session.resume, step.section):
            self.add()
        else:
            self._move(self._after())

    def skip(self) -> None:
        """Go on without an answer; what was typed is kept."""
        if self._return_to:
            self._return()
        else:
            self._move(self._after())

    def back(self) -> None:
        """Go to the screen before this one."""
        if self._return_to:
            self._return()
        else:
            self._move(self._before())

    def go(self, step_id: str, entry: int | None = None) -> None:
        """Go to any step; `entry` is needed where the step asks about one."""
        self._move(Position(BY_ID[step_id], entry))

    def change(self, step_id: str, entry: int | None = None, field: str = "") -> None:
        """Go to a step aside, as to change one answer; Next, Back and Skip then lead back to where we are."""
        self._move(Position(BY_ID[step_id], entry, field), return_to=(*self._return_to, self._current))

    def add(self) -> None:
        """Begin a new entry of the section we are in. It exists once something is typed."""
        section = self._current.step.section
        first = next(step for step in STEPS if step.of_entry and step.section == section)
        self._move(Position(first, entries.count(self._session.resume, section)))

    def watch(self, changed: Callable[[], None]) -> Callable[[], None]:
        """Call `changed` after every change of place; returns what stops it."""
        self._watchers.append(changed)

        def unwatch() -> None:
            if changed in self._watchers:
                self._watchers.remove(changed)

        return unwatch

    def _after(self) -> Position:
        here = self._current.step
        steps = for_person(self._session.resume)
        index = steps.index(here) + 1
        if here.of_entry:
            following = self._of_entry(steps[index:])
            return Position(following, self._current.entry) if following else Position(BY_ID[here.section])
        return self._nearest(steps[index:]) or self._current

    def _before(self) -> Position:
        here = self._current.step
        steps = for_person(self._session.resume)
        index = steps.index(here)
        if here.of_entry:
            before = self._of_entry(steps[:index][::-1])
            return Position(before, self._current.entry) if before else Position(BY_ID[here.section])
        return self._nearest(steps[:index][::-1], again=True) or self._current

    def _of_entry(self, steps: tuple[Step, ...]) -> Step | None:
        """Return the first step that asks about the entry we are at, None when there is no more."""
        section, at = self._current.step.section, self._current.entry or 0
        entry = entries.get(self._session.resume, section, at)
        asked = takewhile(lambda step: step.of_entry and step.section == section, steps)
        return next((step for step in asked if step.about(entry)), None)

    def _nearest(self, steps: tuple[Step, ...], *, again: bool = False) -> Position | None:
        resume = self._session.resume
        asked = (step for step in steps if ((again and step.again) or step.when)(resume))
        return next((Position(step) for step in asked if not (step.of_entry or step.aside)), None)

    def _return(self) -> None:
        *others, last = self._return_to
        self._move(last, tuple(others))

    def _move(self, to: Position, return_to: tuple[Position, ...] = ()) -> None:
        left = self._current
        self._return_to = return_to
        if to == left:
            return
        self._current = to
        self._seen.add(to.step.group)
        self._session.commit()
        if left.step.of_entry and (left.step.section, left.entry) != (to.step.section, to.entry):
            self._drop_blanks(left.step.section)
        self._tell()

    def _drop_blanks(self, section: str) -> None:
        """Drop the entries that say nothing; what was pressed there is still chosen when one begins again."""
        before = self._session.resume
        after = entries.without_blanks(before, section)
        self._session.edit(after, begun=begun.pressed(before, after, section))

    def _keep_entry_in_range(self) -> None:
        """Undo may take away the entry that the screen is about: the screen then asks for a new one."""
        here = self._current
        if here.entry is not None:
            last = entries.count(self._session.resume, here.step.section)
            if here.entry > last:
                self._current = Position(here.step, last)
                self._tell()

    def _state(self, group: str) -> StepState:
        here = self._current.step
        if group == here.group:
            return StepState.DONE if here.kind is PageKind.DONE else StepState.CURRENT
        return StepState.DONE if group in self._seen or self._answered(group) else StepState.TO_COME

    def _answered(self, group: str) -> bool:
        """Whether there is something in a group, as there is after opening a file."""
        resume = self._session.resume
        return any(
            entries.count(resume, step.section)
            if step.section
            else any(fields.value(field, resume) for field in step.fields)
            for step in STEPS
            if step.group == group
        )

    def _tell(self) -> None:
        for watcher in tuple(self._watchers):
            watcher()
