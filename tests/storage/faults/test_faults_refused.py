"""A drive that says no, says yes and does not keep it, or dies: each call at each step.

The drive is a file system of ours (faultfs.py); what really is on its medium is looked at beside it.
"""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.errors import DriveError, DriveFull, DriveGone, DriveReadOnly, NotVerified
from kiosk.storage.folder import FolderDrives
from kiosk.storage.mounts import mounts
from kiosk.storage.place import TEMPORARY
from kiosk.storage.save import SaveCancelled, SaveState, save
from storage import real_drives
from storage.conftest import only_as_root
from storage.faults import faultfs
from storage.faults.faultfs import Fault
from storage.faults.law import (
    DOINGS,
    EDITABLE_2,
    NAME,
    Patron,
    attempted,
    content,
    files,
    judge,
    next_one_is_well,
    prepared,
)
from storage.saving import tree

pytestmark = [pytest.mark.slow, pytest.mark.root]


@dataclass(frozen=True)
class Faulty:
    """The mounted file system, its medium, and where it takes its orders."""

    point: Path
    medium: Path
    orders: Path

    def order(self, *faults: Fault) -> None:
        faultfs.order(self.orders, *faults)

    def was_met(self) -> bool:
        return faultfs.met(self.orders).exists()


@pytest.fixture(scope="module")
def mounted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Faulty]:
    only_as_root()
    top = tmp_path_factory.mktemp("faulty")
    faulty = Faulty(top / "point", top / "medium", top / "orders.json")
    faulty.point.mkdir()
    faulty.medium.mkdir()
    faulty.order()
    command = [sys.executable, faultfs.__file__, str(faulty.medium), str(faulty.point), str(faulty.orders)]
    with real_drives.running(*command):
        real_drives.until(lambda: any(it.point == faulty.point for it in mounts()), "the faulty file system")
        yield faulty


@pytest.fixture
def faulty(mounted: Faulty) -> Iterator[Faulty]:
    """Give it empty and without faults."""
    yield mounted
    mounted.order()
    for entry in mounted.medium.iterdir():
        shutil.rmtree(entry)


NO = {"EIO": DriveGone, "ENOSPC": DriveFull, "EDQUOT": DriveFull, "EFBIG": DriveFull, "EROFS": DriveReadOnly}
"""What a person is told when a call ends so."""

REFUSED = [
    *(("create", effect, at) for effect in ("EROFS", "ENOSPC", "EIO") for at in (1, 2)),
    *(("write", effect, at) for effect in ("EIO", "ENOSPC", "EROFS") for at in (1, 2)),
    ("write", "EDQUOT", 1),
    ("write", "EFBIG", 1),
    *(("fsync", effect, at) for effect in ("EIO", "ENOSPC") for at in (1, 2)),
    *(("flush", effect, 1) for effect in ("EIO", "ENOSPC")),
    *(("rename", effect, at) for effect in ("EIO", "EROFS", "ENOSPC") for at in (1, 2)),
    *(("fsyncdir", "EIO", at) for at in (1, 2)),
    ("readdir", "EIO", 1),
    ("statfs", "EIO", 2),
]


@pytest.mark.parametrize("doing", DOINGS)
@pytest.mark.parametrize(("call", "effect", "at"), REFUSED)
def test_what_is_refused_once(doing: str, call: str, effect: str, at: int, faulty: Faulty) -> None:
    """The drive obeys again after it: nothing of a save is left, not even a temporary file."""
    patron = Patron(FolderDrives(faulty.point), faulty.point)
    before = prepared(doing, patron)
    faulty.order(Fault(call, effect, at, times=1))
    problem = attempted(doing, patron, expect=None)
    assert faulty.was_met()
    assert problem is None or isinstance(problem, NO[effect])
    assert problem is not None or call in ("flush", "readdir"), "nobody noticed"
    judge(doing, before, tree(faulty.medium), receipt=problem is None, obeys=True)
    next_one_is_well(doing, patron, before)


@pytest.mark.parametrize("doing", DOINGS)
@pytest.mark.parametrize(
    ("call", "at"), [("create", 1), ("write", 1), ("write", 2), ("fsync", 1), ("rename", 1), ("rename", 2),
                     ("fsyncdir", 1), ("fsyncdir", 2)]
)  # fmt: skip
def test_dead_from_then_on(doing: str, call: str, at: int, faulty: Faulty) -> None:
    patron = Patron(FolderDrives(faulty.point), faulty.point)
    before = prepared(doing, patron)
    faulty.order(Fault(call, "dead", at))
    assert isinstance(attempted(doing, patron), DriveGone)
    faulty.order()
    judge(doing, before, tree(faulty.medium), receipt=False)
    next_one_is_well(doing, patron, before)


@pytest.mark.parametrize(
    "fault",
    [
        Fault("write", "drop", 1, times=1),
        Fault("write", "drop", 4),
        Fault("write", "flip", 2, times=1),
        Fault("read", "flip"),
        Fault("read", "EIO"),
        Fault("read", "dead", 3),
    ],
    ids=lambda fault: f"{fault.call} {fault.effect} {fault.at}",
)
def test_what_is_not_kept_gets_no_receipt(fault: Fault, faulty: Faulty) -> None:
    """A fake stick says yes to everything. Only reading back finds out."""
    patron = Patron(FolderDrives(faulty.point), faulty.point)
    before = prepared("save", patron)
    faulty.order(fault)
    problem = attempted("save", patron)
    assert faulty.was_met()
    assert isinstance(problem, NotVerified if fault.effect in ("drop", "flip") else DriveGone)
    faulty.order()
    judge("save", before, tree(faulty.medium), receipt=False, obeys=fault.effect != "dead")
    next_one_is_well("save", patron, before)


@pytest.mark.parametrize("effect", ["drop", "flip"])
def test_an_autosave_that_was_not_kept_is_not_built_upon(effect: str, faulty: Faulty) -> None:
    """It says Saved, never Checked. The next one sees that the file is not ours as it is, and leaves it."""
    patron = Patron(FolderDrives(faulty.point), faulty.point)
    before = prepared("autosave", patron)
    faulty.order(Fault("write", effect, 1, times=1))
    patron.autosaves("new")
    faulty.order()
    spoiled = tree(faulty.medium)
    patron.autosaves("next")
    assert spoiled.items() <= tree(faulty.medium).items()
    assert content("next", "json") in tree(faulty.medium).values()
    assert before[EDITABLE_2] in spoiled.values(), "the last good copy is gone"


@pytest.mark.parametrize("doing", DOINGS)
def test_short_writes_are_continued(doing: str, faulty: Faulty) -> None:
    patron = Patron(FolderDrives(faulty.point), faulty.point)
    before = prepared(doing, patron)
    faulty.order(Fault("write", "short"))
    attempted(doing, patron, expect=True)
    assert faulty.was_met()
    judge(doing, before, tree(faulty.medium), receipt=True, obeys=True)


@pytest.mark.parametrize("doing", DOINGS)
@pytest.mark.parametrize("call", ["write", "fsync", "rename"])
def test_what_cannot_even_be_cleaned_up_is_cleared_by_the_next(doing: str, call: str, faulty: Faulty) -> None:
    patron = Patron(FolderDrives(faulty.point), faulty.point)
    before = prepared(doing, patron)
    faulty.order(Fault(call, "EIO", 2), Fault("unlink", "EIO"))
    attempted(doing, patron)
    faulty.order()
    now = tree(faulty.medium)
    judge(doing, before, now, receipt=False)
    assert [name for name in now if TEMPORARY.fullmatch(Path(name).name)]
    next_one_is_well(doing, patron, before)


def stalled(faulty: Faulty, call: str, seconds: float) -> tuple[float, type[BaseException] | None]:
    """Save on a thread while one call stalls, and cancel; returns how long this thread was held up."""
    patron = Patron(FolderDrives(faulty.point), faulty.point)
    before = prepared("save", patron)
    cancel, writing = threading.Event(), threading.Event()
    came: list[type[BaseException] | None] = []

    def run() -> None:
        (drive,) = patron.source.drives()
        try:
            save(
                patron.source,
                drive,
                NAME,
                files("new"),
                on_state=lambda state: writing.set() if state is SaveState.WRITING else None,
                cancelled=cancel.is_set,
            )
        except (SaveCancelled, DriveError) as error:
            came.append(type(error))
        else:
            came.append(None)

    faulty.order(Fault(call, "stall", 1, times=1, seconds=seconds))
    thread = threading.Thread(target=run, name="saving")
    thread.start()
    assert writing.wait(real_drives.PATIENCE + seconds)
    gap, last = 0.0, time.monotonic()
    while thread.is_alive():
        if faulty.was_met():
            cancel.set()
        thread.join(0.01)
        gap, last = max(gap, time.monotonic() - last), time.monotonic()
    faulty.order()
    judge("save", before, tree(faulty.medium), receipt=came == [None], obeys=True)
    next_one_is_well("save", patron, before)
    return gap, came[0]


@pytest.mark.parametrize("call", ["create", "write", "fsync"])
def test_a_stall_holds_up_nobody_and_cancel_works(call: str, faulty: Faulty) -> None:
    _gap, came = stalled(faulty, call, 0.5)
    assert came is SaveCancelled


@pytest.mark.parametrize("call", ["rename", "fsyncdir"])
def test_a_stall_after_the_names_are_given_ends_in_a_receipt(call: str, faulty: Faulty) -> None:
    _gap, came = stalled(faulty, call, 0.5)
    assert came is None


@pytest.mark.long
@pytest.mark.parametrize("call", ["write", "fsync"])
def test_a_stall_of_thirty_seconds(call: str, faulty: Faulty) -> None:
    gap, came = stalled(faulty, call, 30.0)
    assert came is SaveCancelled
    assert gap < 5.0


def test_the_folder_cannot_be_made(faulty: Faulty) -> None:
    for effect, problem in (("ENOSPC", DriveFull), ("EROFS", DriveReadOnly), ("EIO", DriveGone)):
        patron = Patron(FolderDrives(faulty.point), faulty.point)
        for doing in DOINGS:
            faulty.order(Fault("mkdir", effect, 1, times=1))
            assert isinstance(attempted(doing, patron), problem)
            with suppress(FileNotFoundError):
                assert os.listdir(faulty.medium) == []  # noqa: PTH208
