"""What others put in the way on real file systems: links, folders, names in another case, other programs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.storage.folder import FolderDrives
from kiosk.storage.names import backup_name, file_name
from storage.faults import several
from storage.faults.conftest import Plug
from storage.faults.filesystems import KINDS
from storage.faults.law import NAME, Patron, attempted, content
from storage.saving import tree

pytestmark = [pytest.mark.slow, pytest.mark.root]

ROOT = Path(__file__).resolve().parents[3]
EDITABLE = file_name(NAME, "json")
everywhere = pytest.mark.parametrize("kind", KINDS)
either_way = pytest.mark.parametrize("doing", ["save", "autosave"])


def a_file(path: Path) -> None:
    path.write_bytes(b"somebody else's")


def a_link(path: Path) -> None:
    """To a file outside the folder; FAT has no links, so there it is a file."""
    victim = path.parent.parent / "victim.txt"
    victim.write_bytes(b"victim")
    try:
        path.symlink_to(victim)
    except OSError:
        a_file(path)


def a_dangling_link(path: Path) -> None:
    try:
        path.symlink_to("nowhere")
    except OSError:
        a_file(path)


PLANTS: dict[str, Callable[[Path], object]] = {
    "file": a_file,
    "folder": Path.mkdir,
    "link": a_link,
    "dangling link": a_dangling_link,
}
NAMES = {
    "pdf": f"{NAME}.pdf",
    "editable": EDITABLE,
    "backup": backup_name(EDITABLE),
    "other case": EDITABLE.upper(),
}


@everywhere
@pytest.mark.parametrize("plant", PLANTS)
@pytest.mark.parametrize("name", NAMES)
def test_planted_at_a_name_of_ours(kind: str, plant: str, name: str, plug: Plug) -> None:
    """Nothing of it is touched or followed, and both a save and two autosaves find names of their own."""
    stick = plug(kind)
    planted = stick.point / NAME / NAMES[name]
    planted.parent.mkdir()
    PLANTS[plant](planted)
    before, was = tree(stick.point), planted.lstat()
    patron = Patron(FolderDrives(stick.point), stick.point)
    patron.autosaves("first")
    patron.autosaves("second")
    patron.saves("new")
    now = tree(stick.point)
    assert before.items() <= now.items()
    assert (planted.lstat().st_mode, planted.lstat().st_size) == (was.st_mode, was.st_size)
    assert now[f"{NAME}/{file_name(NAME, 'json', 2)}"] == content("new", "json")
    assert now[f"{NAME}/{file_name(NAME, 'pdf', 2)}"] == content("new", "pdf")


@everywhere
@either_way
@pytest.mark.parametrize("plant", ["file", "link", "dangling link"])
def test_planted_at_the_folder_s_name(kind: str, doing: str, plant: str, plug: Plug) -> None:
    stick = plug(kind)
    PLANTS[plant](stick.point / NAME)
    before = tree(stick.point)
    patron = Patron(FolderDrives(stick.point), stick.point)
    attempted(doing, patron, expect=True)
    now = tree(stick.point)
    assert before.items() <= now.items()
    assert now[f"{NAME} (2)/{EDITABLE}"] == content("new", "json")


@everywhere
@either_way
def test_names_that_differ_by_case_or_composition(kind: str, doing: str, plug: Plug) -> None:
    """The folder is the same folder in any case; an e with its accent apart is somebody else's file."""
    stick = plug(kind)
    folder = stick.point / NAME.upper()
    folder.mkdir()
    (folder / "Re\u0301sume\u0301.pdf").write_bytes(b"apart")
    (folder / f"{NAME}.PDF").write_bytes(b"other case")
    before = tree(stick.point)
    patron = Patron(FolderDrives(stick.point), stick.point)
    attempted(doing, patron, expect=True)
    now = tree(stick.point)
    assert before.items() <= now.items()
    assert now[f"{folder.name}/{file_name(NAME, 'json', 2)}"] == content("new", "json")


@everywhere
@either_way
@pytest.mark.parametrize("year", [1980, 2099])
def test_a_clock_that_is_wrong(
    kind: str, doing: str, year: int, plug: Plug, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files of another time harm nothing, and nobody asks the clock what day it is."""
    stick = plug(kind)
    patron = Patron(FolderDrives(stick.point), stick.point)
    patron.bring_older_things()
    patron.autosaves("first")
    then = (year - 1970) * 365.25 * 86400
    for path in stick.point.rglob("*"):
        os.utime(path, (then, then))

    def ask() -> float:
        raise AssertionError("somebody asked the clock")

    monkeypatch.setattr("time.time", ask)
    attempted(doing, patron, expect=True)
    monkeypatch.undo()
    assert content("new", "json") in tree(stick.point).values()


@everywhere
def test_several_programs_at_once(kind: str, plug: Plug) -> None:
    """Each gets numbers of its own, every receipt is true, and each one's autosave is its own."""
    stick = plug(kind)
    path = os.pathsep.join([str(ROOT), *sys.path])
    programs = [
        subprocess.Popen(
            [sys.executable, several.__file__, str(stick.point), tag],
            env=os.environ | {"PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"},
            stdout=subprocess.PIPE,
        )
        for tag in ("a", "b", "c")
    ]
    told = [json.loads(program.communicate()[0]) for program in programs]
    assert [program.returncode for program in programs] == [0, 0, 0]
    now = tree(stick.point)
    names = [file for receipts in told for file in receipts]
    assert len(set(names)) == len(names), "two programs were told the same file"
    for receipts in told:
        for file, what in receipts.items():
            assert now[file] == content(what, file.rpartition(".")[2]), file
    assert not [file for file in now if file.endswith(".tmp")]
