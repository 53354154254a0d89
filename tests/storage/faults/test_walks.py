"""Random walks: sticks are plugged and pulled, filled and tidied, people save, autosave, open, rename and are
cut off, in any order. Nothing that was ever told to be on a stick is lost.
"""

from __future__ import annotations

import errno
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from kiosk.errors import DriveError
from kiosk.storage.autosave import Autosave
from kiosk.storage.folder import FolderDrives
from kiosk.storage.names import backup_name
from kiosk.storage.place import TEMPORARY
from kiosk.storage.save import Receipt, save
from storage.faults.law import content, files
from storage.faults.tripwire import Killed, Tripwire, armed
from storage.saving import tree

NAMES = ("My Resume", "Ana Rey Resume", "Bo Lee Resume")
STICKS = ("red", "blue")
EDITABLE = " - open me in the resume kiosk"
THEIRS = ("{name}{n}.pdf", "{name}" + EDITABLE + "{n}.json", "{name}" + EDITABLE + "{n}.json.bak")
"""Names of ours that another program gives to its files."""

Result = TypeVar("Result")
Trouble = tuple[str, int]
"""What happens, and before which call; at most one per save."""

troubles = st.one_of(
    st.just(("", 1)), st.tuples(st.sampled_from(["pulled", "killed", "full"]), st.integers(1, 90))
)


def _pulled() -> None:
    raise OSError(errno.EIO, "pulled")


def _killed() -> None:
    raise Killed


def _full() -> None:
    raise OSError(errno.ENOSPC, "full")


WIRES: dict[str, tuple[str, Callable[[], None], bool]] = {
    "": ("none", _pulled, False),
    "pulled": ("any", _pulled, True),
    "killed": ("any", _killed, True),
    "full": ("write", _full, False),
}


class Walk(RuleBasedStateMachine):
    """Two sticks, one slot, one sitting after another."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory(dir="/dev/shm")
        self.top = Path(self._folder.name)
        self.kept: dict[str, dict[str, bytes]] = {stick: {} for stick in STICKS}
        """Files that stay as they are: of final saves, of sittings before, and of other programs."""
        self.editables: dict[str, dict[str, set[bytes]]] = {stick: {} for stick in STICKS}
        """Files that autosave replaces: what each of them may hold after something went wrong."""
        self.final: dict[str, set[str]] = {stick: set() for stick in STICKS}
        """Those of them that were opened or saved for good: they change, but never go."""
        self.plugged = ""
        self.filled = False
        self.wrote = 0
        self.source = FolderDrives(self.top / "no stick")

    def teardown(self) -> None:
        self._folder.cleanup()

    @initialize()
    def two_sticks(self) -> None:
        for stick in STICKS:
            (self.top / stick).mkdir()
        self.a_new_person_sits_down()

    @rule()
    def a_new_person_sits_down(self) -> None:
        """Nothing is known of the sitting before; its files are somebody else's now and stay."""
        for stick in STICKS:
            for name in self.editables[stick]:
                for it in (name, backup_name(name)):
                    if (self.top / stick / it).is_file():
                        self.kept[stick][it] = (self.top / stick / it).read_bytes()
            self.editables[stick].clear()
            self.final[stick].clear()
        self.name = NAMES[0]
        self.autosave = Autosave(self.source)

    @rule(stick=st.sampled_from(STICKS))
    def plug(self, stick: str) -> None:
        self.plugged, self.filled = stick, False
        self.source = self.autosave._source = FolderDrives(self.top / stick)

    @precondition(lambda self: self.plugged)
    @rule()
    def pull(self) -> None:
        self.plugged = ""

    @rule(name=st.sampled_from(NAMES))
    def give_a_name(self, name: str) -> None:
        self.name = name

    @precondition(lambda self: self.plugged)
    @rule()
    def fill_or_tidy(self) -> None:
        """Another program takes all the room, or gives it back."""
        self.filled = not self.filled

    @precondition(lambda self: self.plugged)
    @rule(number=st.integers(1, 3), name=st.sampled_from(NAMES), pattern=st.sampled_from(THEIRS))
    def another_program_writes(self, number: int, name: str, pattern: str) -> None:
        """It makes files with names of ours. What it does to our own files: test_autosave_editable.py."""
        file = f"{name}/" + pattern.format(name=name, n=f" ({number})" if number > 1 else "")
        path = self.top / self.plugged / file
        if not path.exists() and file.removesuffix(".bak") not in self.editables[self.plugged]:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(self._new())
            self.kept[self.plugged][file] = path.read_bytes()

    @precondition(lambda self: self.plugged)
    @rule(trouble=troubles)
    def autosaves(self, trouble: Trouble) -> None:
        what = self._new()
        (drive,) = self.source.drives()
        path = self._through(trouble, what, lambda: self.autosave.save(drive, self.name, what))
        if path is not None:
            self._moved()
            self.editables[self.plugged][str(path.relative_to(self.top / self.plugged))] = {what}

    @precondition(lambda self: self.plugged)
    @rule(trouble=troubles)
    def saves(self, trouble: Trouble) -> None:
        self.wrote += 1
        these = files(f"save {self.wrote}")
        (drive,) = self.source.drives()
        receipt = self._through(
            trouble,
            these[-1].content,
            lambda: save(self.source, drive, self.name, these, mine=self.autosave.mine),
        )
        if receipt is not None:
            self.autosave.finished(drive, self.name, receipt)
            self._moved()
            self._remember(receipt, {it.ending: it.content for it in these})

    @precondition(lambda self: self.plugged)
    @rule(pick=st.integers(0, 50))
    def opens(self, pick: int) -> None:
        """A new person opens one of the editable files that are there."""
        self.a_new_person_sits_down()
        kept, top = self.kept[self.plugged], self.top / self.plugged
        there = sorted(name for name in kept if name.endswith(".json"))
        if there:
            name = there[pick % len(there)]
            self.name = Path(name).parent.name
            (drive,) = self.source.drives()
            self.autosave.opened(drive, top / name, self.name, kept[name])
            self.editables[self.plugged][name] = {kept.pop(name)}
            self.final[self.plugged].add(name)
            kept.pop(backup_name(name), None)

    @precondition(lambda self: self.plugged and not self.filled)
    @rule()
    def all_is_tidy_after_the_next_one(self) -> None:
        self.autosaves(("", 1))
        assert not [it for it in tree(self.top / self.plugged) if TEMPORARY.fullmatch(Path(it).name)]

    @invariant()
    def nothing_is_lost(self) -> None:
        for stick in STICKS:
            now = tree(self.top / stick)
            for name, whole in self.kept[stick].items():
                assert now.get(name) == whole, f"{stick}: {name} is lost or harmed"
            for name, may in self.editables[stick].items():
                assert now.get(name) in may, f"{stick}: {name} is lost or half"

    def _new(self) -> bytes:
        self.wrote += 1
        return content(f"{self.wrote}", "json")

    def _moved(self) -> None:
        """What autosave alone made may be gone, now that a newer one is safe elsewhere."""
        stick = self.plugged
        for name in self.editables[stick].keys() - self.final[stick]:
            if not (self.top / stick / name).exists():
                del self.editables[stick][name]

    def _remember(self, receipt: Receipt, contents: dict[str, bytes]) -> None:
        stick = self.plugged
        for saved in receipt.files:
            name = str(saved.path.relative_to(self.top / stick))
            if saved.ending == "json":
                self.editables[stick][name] = {contents["json"]}
                self.final[stick].add(name)
            else:
                self.kept[stick][name] = contents[saved.ending]

    def _through(self, trouble: Trouble, what: bytes, do: Callable[[], Result]) -> Result | None:
        """Do it with this trouble on the way; None when it was cut off."""
        kind, number = ("full", 1) if self.filled else trouble
        call, trip, stays = WIRES[kind]
        wire = Tripwire(call, number if call == "any" else min(number, 5), trip, stays or self.filled)
        try:
            with armed(wire):
                return do()
        except (Killed, DriveError) as cut:
            self._cut_off(what)
            if isinstance(cut, Killed):
                self.a_new_person_sits_down()
                self.plug(self.plugged)
        if kind == "pulled":
            self.plugged = ""
        return None

    def _cut_off(self, what: bytes) -> None:
        """Any file of autosave may hold it already; if one does, those that it came from may be gone."""
        for may in self.editables[self.plugged].values():
            may.add(what)
        if what in tree(self.top / self.plugged).values():
            self._moved()
        self.nothing_is_lost()


@pytest.mark.slow
def test_a_thousand_steps() -> None:
    run_state_machine_as_test(Walk, settings=settings(max_examples=30, stateful_step_count=40))


@pytest.mark.long
def test_many_thousand_steps() -> None:
    run_state_machine_as_test(Walk, settings=settings(max_examples=1000, stateful_step_count=60))
