"""Two thousand random steps without a window: every one can be undone to the letter, and nothing is lost.

Stronger than the walk through the real window: what was begun and is no answer yet is followed too, entry by
entry, and all of the way is undone at the end and done again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from kiosk.flow import entries
from kiosk.flow.choices import Choices
from kiosk.flow.employers import Employer, another_role
from kiosk.flow.fields import Binding, Field, FieldKind
from kiosk.flow.paths import Path, toggled
from kiosk.flow.session import Session
from kiosk.flow.steps import STEPS
from kiosk.flow.wizard import Wizard
from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Resume

pytestmark = pytest.mark.slow

SECTIONS = ("work", "education", "volunteer")
TAGGED = {"work": "position", "education": "institution", "volunteer": "position"}
"""The field of an entry that is written first here and names it for good."""
PLACES = [step.id for step in STEPS if not step.of_entry]
USUAL = {Employer.FAMILY, Employer.SELF}
"""What writes words that are printed."""
MOST = 5

Begun = dict[str, dict[str, Any]]
Moment = tuple[Resume, dict[str, Any]]


def fields_of(section: str, *kinds: FieldKind) -> list[Field]:
    return [
        field
        for step in STEPS
        if step.of_entry and step.section == section
        for field in step.fields
        if field.kind in kinds and field.attr != TAGGED[section]
    ]


class Walk(RuleBasedStateMachine):
    """Whoever writes, begins, moves, removes, puts back and undoes in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.session = Session(Choices(template="classic"))
        self.wizard = Wizard(self.session)
        self.written = 0
        self.gone: list[tuple[str, int, Any, dict[str, Any]]] = []
        self.begun: Begun = {}  # what was begun, by the entry's name

    # ------------------------------------------------------------------------------------------ steps

    @rule(section=st.sampled_from(SECTIONS))
    def add(self, section: str) -> None:
        if entries.count(self.session.resume, section) < MOST:
            name = self._new_words()
            at = entries.count(self.session.resume, section)
            field = next(
                f for s in STEPS if s.section == section for f in s.fields if f.attr == TAGGED[section]
            )
            self._undoable(lambda: Binding(self.session, field, section, at).set(name))
            self.begun[name] = self.begun.pop(f"new {section}", {})
            pressed = self.begun[name].pop("extra", None)
            assert pressed is None or entries.get(self._now, section, at).extra == pressed

    @rule(section=st.sampled_from(SECTIONS), at=st.integers(0, MOST), which=st.integers(0, 9))
    def write(self, section: str, at: int, which: int) -> None:
        """Write a new text into a field: no other text goes with it."""
        some = fields_of(section, FieldKind.LINE)
        binding = Binding(self.session, some[which % len(some)], section, self._at(section, at))
        if self._has(section):
            old, others = {str(binding.value)}, self._texts()
            self._undoable(lambda: binding.set(self._new_words()))
            usual = {"Private home", "Self-employed"}
            assert others - old - usual <= self._texts() | {binding.value}

    @rule(section=st.sampled_from(SECTIONS), at=st.integers(0, MOST), year=st.integers(2000, 2026))
    def date(self, section: str, at: int, year: int) -> None:
        if self._has(section):
            field = fields_of(section, FieldKind.DATE)[-1]
            place = self._at(section, at)
            binding = Binding(self.session, field, section, place)
            if binding.value != PartialDate(year):

                def set_date() -> None:
                    binding.keep_draft(None)
                    binding.set(PartialDate(year))

                self._undoable(set_date)
                self.begun.get(self._name(section, place), {}).pop("end_date", None)

    @rule(section=st.sampled_from(SECTIONS), at=st.integers(0, MOST), which=st.integers(0, 9))
    def choose(self, section: str, at: int, which: int) -> None:
        """Press a tile: no name that was typed goes with it."""
        some = fields_of(section, FieldKind.CHOICE)
        if some and self._has(section):
            field, before = some[which % len(some)], self._texts()
            choice = field.choices[which % len(field.choices)].value
            kept = str(Binding(self.session, field, section, self._at(section, at)).value)
            self._undoable(lambda: Binding(self.session, field, section, self._at(section, at)).set(choice))
            assert before - self._texts() <= {kept, "Private home", "Self-employed"}

    @rule(section=st.sampled_from(SECTIONS), which=st.integers(0, 9), to=st.sampled_from(PLACES))
    def only_choose_and_leave(self, section: str, which: int, to: str) -> None:
        """Press a tile of the new entry and nothing else, and leave: it is still chosen, and is no entry."""
        some = fields_of(section, FieldKind.CHOICE, FieldKind.BOX)
        new = entries.count(self._now, section)
        if not some:
            return
        field = some[which % len(some)]
        bare = [choice.value for choice in field.choices if choice.value not in USUAL]
        value = bare[which % len(bare)] if field.kind is FieldKind.CHOICE else True
        binding = Binding(self.session, field, section, new)
        self.wizard.go(next(step.id for step in STEPS if step.section == section and step.of_entry), new)
        before, pressed = self._texts(), self._pressed(section)
        binding.set(value)
        if not entries.says_nothing(entries.get(self._now, section, new)):
            self.session.undo()  # it is printed, and so an entry
            return
        self.session.commit()
        self._undoable(lambda: self.wizard.go(to))
        assert entries.count(self._now, section) == new
        assert binding.value == value
        assert before <= self._texts()
        assert pressed.keys() <= self._pressed(section).keys(), "what was pressed before is still chosen"
        self._take_pressed(section)

    @rule(section=st.sampled_from(SECTIONS), at=st.integers(0, MOST + 1))
    def begin(self, section: str, at: int) -> None:
        """Begin a year, of an entry or of the new one."""
        count = entries.count(self.session.resume, section)
        place = at % (count + 1)
        half = str(self.written % 100)
        self.written += 1
        self.session.commit()
        Binding(self.session, fields_of(section, FieldKind.DATE)[-1], section, place).keep_draft(half)
        self.begun.setdefault(self._name(section, place), {})["end_date"] = half

    @rule(section=st.sampled_from(SECTIONS), at=st.integers(0, MOST), to=st.integers(0, MOST))
    def move(self, section: str, at: int, to: int) -> None:
        if self._has(section):
            self._keeps_all(entries.move(self._now, section, self._at(section, at), self._at(section, to)))

    @rule(section=st.sampled_from(SECTIONS), at=st.integers(0, MOST))
    def remove(self, section: str, at: int) -> None:
        if self._has(section):
            place = self._at(section, at)
            name, entry = self._name(section, place), entries.get(self._now, section, place)
            self.gone.append((section, place, entry, self.session.begun(section, place)))
            self._edited(entries.remove(self._now, section, place))
            self.begun.pop(name, None)

    @precondition(lambda self: bool(self.gone))
    @rule()
    def put_back(self) -> None:
        section, place, entry, begun = self.gone.pop()
        place = min(place, entries.count(self._now, section))
        names = {f"{section}.{place}.{field}": draft for field, draft in begun.items()}
        self._edited(entries.insert(self._now, section, place, entry), names)
        self.begun[self._name(section, place)] = begun

    @rule(at=st.integers(0, MOST))
    def another_role(self, at: int) -> None:
        if self._has("work") and entries.count(self._now, "work") < MOST:
            place = self._at("work", at)
            begun = another_role(entries.get(self._now, "work", place))
            if not entries.says_nothing(begun):
                self._keeps_all(entries.insert(self._now, "work", place + 1, begun))
                field = next(
                    f for s in STEPS for f in s.fields if s.section == "work" and f.attr == "position"
                )
                self._undoable(lambda: Binding(self.session, field, "work", place + 1).set(self._new_words()))

    @rule(section=st.sampled_from(SECTIONS), at=st.integers(0, MOST), to=st.sampled_from(PLACES))
    def empty_and_leave(self, section: str, at: int, to: str) -> None:
        """Empty an entry and go elsewhere: it is dropped, and what was begun of the others is theirs."""
        if not self._has(section):
            return
        place = self._at(section, at)
        name = self._name(section, place)
        first = next(step for step in STEPS if step.of_entry and step.section == section)
        self.wizard.go(first.id, place)
        self.session.commit()
        self.session.edit(entries.put(self._now, section, place, entries.BLANK[section]))
        self._undoable(lambda: self.wizard.go(to))
        begun = self.begun.pop(name, {})
        self.begun[f"new {section}"] = {**begun, **self.begun.get(f"new {section}", {})}
        self._take_pressed(section)

    @rule(press=st.sampled_from(["next", "back", "skip"]), times=st.integers(1, 4))
    def press(self, press: str, times: int) -> None:
        for _time in range(times):
            before = self._moment
            getattr(self.wizard, press)()
            assert self._moment == before

    @rule(to=st.sampled_from(PLACES))
    def jump(self, to: str) -> None:
        before = self._moment
        self.wizard.go(to)
        assert self._moment == before

    @rule(path=st.sampled_from(Path))
    def another_path(self, path: Path) -> None:
        self._keeps_all(toggled(self._now, path))

    @rule(steps=st.integers(1, 12))
    def there_and_back(self, steps: int) -> None:
        """Undo some steps and do them again: all is as it was."""
        before, steps = self._moment, min(steps, len(self.session._past))
        for _step in range(steps):
            self.session.undo()
        for _step in range(steps):
            self.session.redo()
        assert self._moment == before

    # ------------------------------------------------------------------------------------------- laws

    @invariant()
    def what_was_begun_stands_where_it_was_begun(self) -> None:
        for section in SECTIONS:
            for place in range(entries.count(self._now, section) + 1):
                begun = self.begun.get(self._name(section, place), {})
                assert self.session.begun(section, place) == begun, (section, place)

    @invariant()
    def the_entry_in_question_can_be_answered(self) -> None:
        here = self.wizard.current
        assert (here.entry is not None) == here.step.of_entry
        assert here.entry is None or here.entry <= entries.count(self._now, here.step.section)

    def teardown(self) -> None:
        """Undo all of the way, and do it again."""
        end = self._moment
        ways = [self._moment]
        while self.session.can_undo:
            self.session.undo()
            ways.append(self._moment)
        assert self._now == Resume()
        for there in reversed(ways[:-1]):
            self.session.redo()
            assert self._moment == there
        assert self._moment == end

    # ------------------------------------------------------------------------------------------ things

    @property
    def _now(self) -> Resume:
        return self.session.resume

    @property
    def _moment(self) -> Moment:
        return self.session.resume, dict(self.session._drafts)

    def _undoable(self, do: Callable[[], object]) -> None:
        """Do it, undo it: all is as it was, what was begun too. Then do it again."""
        self.session.commit()
        before, past = self._moment, len(self.session._past)
        do()
        after, done = self._moment, len(self.session._past) - past
        for _step in range(done):
            self.session.undo()
        assert self._moment == before
        for _step in range(done):
            self.session.redo()
        assert self._moment == after

    def _edited(self, resume: Resume, begun: dict[str, Any] | None = None) -> None:
        self._undoable(lambda: self.session.edit(resume, begun=begun))
        self.session.commit()

    def _keeps_all(self, resume: Resume) -> None:
        before = self._texts()
        self._edited(resume)
        assert before <= self._texts()

    def _pressed(self, section: str) -> dict[str, Any]:
        """Return what is chosen of the new entry."""
        new = self.session.begun(section, entries.count(self._now, section))
        return dict(new.get("extra", {}).get("kiosk", {}))

    def _take_pressed(self, section: str) -> None:
        """Remember what is kept of the new entry by now."""
        new = self.session.begun(section, entries.count(self._now, section))
        if "extra" in new:
            self.begun.setdefault(f"new {section}", {})["extra"] = new["extra"]

    def _has(self, section: str) -> bool:
        return entries.count(self._now, section) > 0

    def _at(self, section: str, at: int) -> int:
        return at % max(1, entries.count(self._now, section))

    def _new_words(self) -> str:
        self.written += 1
        return f"Words {self.written}"

    def _name(self, section: str, place: int) -> str:
        """Return what an entry is known by, however often it moves."""
        if place >= entries.count(self._now, section):
            return f"new {section}"
        return str(getattr(entries.get(self._now, section, place), TAGGED[section]))

    def _texts(self) -> set[str]:
        """Return every text of an entry, and everything that was begun."""
        texts = {draft for draft in self.session._drafts.values() if isinstance(draft, str)}
        for section in SECTIONS:
            for entry in entries.section_of(self._now, section):
                for field in fields_of(section, FieldKind.LINE, FieldKind.CHOICE):
                    binding = field.reads(entry) if field.reads else None
                    value = binding if field.reads else getattr(entry, field.attr, "")
                    if isinstance(value, str) and value:
                        texts.add(value)
                texts.add(getattr(entry, TAGGED[section]))
        return texts


TestWalk = Walk.TestCase
TestWalk.settings = settings(max_examples=60, stateful_step_count=50, deadline=None)
