"""Pulled out, unmounted, or the program killed at any step of a save or an autosave, on each file system.

What is pulled is a real file system under its real driver; then it is mended as a computer does it, mounted
again, and looked at.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.storage.folder import FolderDrives
from storage.faults import killed
from storage.faults.conftest import Plug
from storage.faults.filesystems import KINDS, MountPoint
from storage.faults.law import EDITABLE_2, Patron, attempted, content, judge, next_one_is_well, prepared
from storage.faults.tripwire import Tripwire, armed
from storage.saving import tree

pytestmark = [pytest.mark.slow, pytest.mark.root]

STEPS = {
    "save": ["write 2", "fsync 1", "fsync 4", "rename 1", "rename 3", "fsync 5", "syncfs 1"],
    "save after autosave": ["fsync 5", "rename 4", "rename 5", "fsync 7", "syncfs 1"],
    "autosave": ["write 1", "fsync 1", "write 2", "rename 1", "rename 2", "fsync 4", "syncfs 1"],
}
"""Before which call of the program it happens. The last fsyncs are those of folders."""

ROOT = Path(__file__).resolve().parents[3]

MATRIX = [(kind, doing, step) for kind in KINDS for doing in STEPS for step in STEPS[doing]]
every_step_everywhere = pytest.mark.parametrize(("kind", "doing", "step"), MATRIX)


def wire(step: str, trip: object) -> Tripwire:
    call, number = step.split()
    return Tripwire(call, int(number), trip)  # type: ignore[arg-type]


@every_step_everywhere
def test_pulled_out(kind: str, doing: str, step: str, plug: Plug) -> None:
    stick = plug(kind)
    patron = Patron(FolderDrives(stick.point), stick.point)
    before = prepared(doing, patron)
    os.sync()
    with armed(wire(step, stick.yank)) as met:
        attempted(doing, patron)
    assert met.tripped
    stick.put_in_again()
    judge(doing, before, tree(stick.point), receipt=False)
    next_one_is_well(doing, patron, before)


@pytest.mark.parametrize("doing", STEPS)
@pytest.mark.parametrize("kind", KINDS)
def test_pulled_out_right_after_the_receipt(kind: str, doing: str, plug: Plug) -> None:
    """What was told to be on the drive is on it, not on its way there."""
    stick = plug(kind)
    patron = Patron(FolderDrives(stick.point), stick.point)
    before = prepared(doing, patron)
    attempted(doing, patron, expect=True)
    stick.yank()
    stick.put_in_again()
    judge(doing, before, tree(stick.point), receipt=True, obeys=True)
    next_one_is_well(doing, patron, before)


@every_step_everywhere
def test_the_program_killed(kind: str, doing: str, step: str, plug: Plug) -> None:
    stick = plug(kind)
    patron = Patron(FolderDrives(stick.point), stick.point)
    before = prepared("save", patron)
    if doing != "save":  # the program that is killed made it
        before[EDITABLE_2] = content("first", "json")
    path = os.pathsep.join([str(ROOT), *sys.path])
    done = subprocess.run(
        [sys.executable, killed.__file__, str(stick.point), doing, *step.split()],
        env=os.environ | {"PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == -9, done.stderr
    judge(doing, before, tree(stick.point), receipt=False)
    next_one_is_well(doing, patron, before)


@pytest.mark.parametrize("step", ["open 1", "write 1", "fsync 1", "rename 1", "syncfs 1"])
@pytest.mark.parametrize("doing", STEPS)
@pytest.mark.parametrize("kind", KINDS)
def test_unmounted_under_us(kind: str, doing: str, step: str, plug: Plug) -> None:
    """What has it open may go on for a while: that is no receipt, and nothing lands on the computer."""
    stick = plug(kind)
    patron = Patron(MountPoint(stick.point), stick.point)
    before = prepared(doing, patron)
    with armed(wire(step, lambda: stick.unmount("-l"))) as met:
        attempted(doing, patron)
    assert met.tripped
    assert list(stick.point.iterdir()) == []
    stick.put_in_again()
    judge(doing, before, tree(stick.point), receipt=False, obeys=True)
    next_one_is_well(doing, patron, before)
