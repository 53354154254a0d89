"""Finding resumes on a drive that may hold anything, and opening what every version of ours has saved."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from concurrent.futures import Future
from importlib import import_module
from pathlib import Path
from typing import Any, cast

import pytest

from fake_drives import Drives, stick
from kiosk import paths
from kiosk.errors import ResumeFileError, TooSlow
from kiosk.flow import opening
from kiosk.flow.opening import Found, Kind, Search
from kiosk.resume import jsonresume, limits
from kiosk.resume.model import Basics, Resume
from kiosk.storage.drive import Drive
from kiosk.storage.names import file_name
from kiosk.worker import Worker

FIXTURES = paths.ROOT / "tests" / "fixtures"
VERSIONS = sorted(path for path in FIXTURES.iterdir() if path.is_dir())
NAME = "Ann Lee Resume"
OURS = file_name(NAME, "json")
ANN = Resume(basics=Basics(name="Ann Lee"))


class Direct:
    """Does at once, here, what the worker would do."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.problem: BaseException | None = None

    def submit(self, function: str, *args: Any, timeout: float) -> Future[Any]:
        assert timeout > 0
        self.asked.append(args[1])
        future: Future[Any] = Future()
        module, _, name = function.partition(":")
        try:
            if self.problem is not None:
                raise self.problem
            future.set_result(getattr(import_module(module), name)(*args))
        except Exception as why:  # as the worker's future gives it
            future.set_exception(why)
        return future


class Desk:
    """A drive that is a folder, and who looks into it."""

    def __init__(self, top: Path) -> None:
        self.top = top
        self.drives = Drives(stick(top))
        self.direct = Direct()

    @property
    def worker(self) -> Worker:
        return cast(Worker, self.direct)

    def put(self, name: str, content: bytes, changed: float = 1_000_000) -> Path:
        path = self.top / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        os.utime(path, (changed, changed))
        return path

    def finds(self) -> Search:
        return opening.find(self.drives, self.drives.found)

    def opens(self, found: Found) -> Resume:
        return opening.load(self.worker, self.drives, found).loaded.resume

    def looks_into(self, unsure: Sequence[Found]) -> list[str]:
        found = opening.look_into(self.worker, self.drives, unsure, lambda: False)
        return [it.file.path.name for it in found]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.mark.parametrize("version", VERSIONS, ids=lambda path: path.name)
def test_what_every_version_saved_opens(desk: Desk, version: Path) -> None:
    shutil.copytree(version, desk.top / NAME)
    search = desk.finds()
    (ours,) = search.found
    assert ours.kind is Kind.OURS
    assert {it.kind for it in search.unsure} == {Kind.PDF, Kind.WORD}
    assert sorted(desk.looks_into(search.unsure)) == [f"{NAME}.docx", f"{NAME}.pdf"]
    earlier = opening.earlier_copy(ours)
    assert earlier is not None
    for found in (ours, earlier, *search.unsure):
        resume = desk.opens(found)
        assert resume.basics.name == "Ann Lee", found.kind
        assert resume.work[0].highlights, found.kind
    assert len(desk.opens(earlier).skills) < len(desk.opens(ours).skills)
    assert "look" in desk.opens(ours).meta["kiosk"]


def test_another_programs_resume_is_found_and_other_json_is_not(desk: Desk) -> None:
    desk.put("cv.json", (FIXTURES / "another program.json").read_bytes())
    desk.put("settings.json", b'{"theme": "dark"}')
    desk.put("empty.json", b"{}")
    desk.put("list.json", b"[1, 2")
    search = desk.finds()
    assert search.found == ()
    assert desk.looks_into(search.unsure) == ["cv.json"]


def test_the_newest_comes_first_and_the_drive_is_searched_one_folder_down(desk: Desk) -> None:
    data = jsonresume.dumps(ANN)
    desk.put(f"{NAME}/{OURS}", data, changed=1000)
    desk.put(file_name(NAME, "json", 2), data, changed=3000)
    desk.put(f"Old/{file_name('Bo Ek Resume', 'json')}", data, changed=2000)
    deeper = desk.top / "Old" / "Older"
    deeper.mkdir()
    (deeper / OURS).write_bytes(data)
    assert [it.name for it in desk.finds().found] == [f"{NAME} (2)", "Bo Ek Resume", NAME]


def test_nothing_is_followed_and_nothing_but_plain_files_is_opened(desk: Desk, tmp_path: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-outside"
    outside.mkdir()
    (outside / OURS).write_bytes(jsonresume.dumps(ANN))
    (desk.top / OURS).symlink_to(outside / OURS)
    (desk.top / "Linked").symlink_to(outside, target_is_directory=True)
    os.mkfifo(desk.top / file_name("Bo Ek Resume", "json"))
    (desk.top / file_name("Cy Po Resume", "json")).mkdir()
    desk.put(f"._{OURS}", b"what another system puts beside every file")
    assert desk.finds() == Search((), ())


def test_a_file_that_became_a_link_after_it_was_found_is_not_followed(desk: Desk, tmp_path: Path) -> None:
    path = desk.put(OURS, jsonresume.dumps(ANN))
    (found,) = desk.finds().found
    secret = tmp_path.parent / f"{tmp_path.name}-secret.json"
    path.rename(secret)
    path.symlink_to(secret)
    with pytest.raises(Exception, match="STICK"):
        desk.opens(found)


def test_a_damaged_file_has_its_earlier_copy_and_one_alone_is_found_by_itself(desk: Desk) -> None:
    desk.put(OURS, b'{"basics": {"name": "Ann')
    desk.put(f"{OURS}.bak", jsonresume.dumps(ANN))
    (ours,) = desk.finds().found
    with pytest.raises(ResumeFileError):
        desk.opens(ours)
    earlier = opening.earlier_copy(ours)
    assert earlier is not None
    assert desk.opens(earlier) == ANN
    (desk.top / OURS).unlink()
    (alone,) = desk.finds().found
    assert (alone.kind, alone.name) == (Kind.EARLIER, NAME)
    assert desk.opens(alone) == ANN


def test_an_empty_file_is_damaged_too(desk: Desk) -> None:
    desk.put(OURS, b"{}")
    with pytest.raises(ResumeFileError, match="no resume in"):
        desk.opens(desk.finds().found[0])


def test_too_large_is_said_and_not_read(desk: Desk) -> None:
    path = desk.put(OURS, b"")
    os.truncate(path, limits.MAX_BYTES + 1)
    with pytest.raises(ResumeFileError):
        desk.opens(desk.finds().found[0])
    assert desk.direct.asked == []


def test_what_is_called_like_ours_is_looked_into_first_and_not_everything_is(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "MOST_LOOKED_INTO", 3)
    for number in range(5):
        desk.put(f"bill {number}.pdf", b"%PDF-1.7", changed=5000 + number)
    desk.put("Ann Lee Resume (2).pdf", b"%PDF-1.7", changed=10)
    assert desk.looks_into(desk.finds().unsure) == []
    assert desk.direct.asked == ["Ann Lee Resume (2).pdf", "bill 4.pdf", "bill 3.pdf"]


def test_a_file_that_takes_too_long_keeps_no_other_from_being_found(desk: Desk) -> None:
    desk.put("cv.json", (FIXTURES / "another program.json").read_bytes())
    desk.direct.problem = TooSlow("It took too long.")
    unsure = desk.finds().unsure
    assert desk.looks_into(unsure) == []
    desk.direct.problem = None
    assert desk.looks_into(unsure) == ["cv.json"]


def test_looking_stops_when_told(desk: Desk) -> None:
    desk.put("cv.json", b"{}")
    assert opening.look_into(desk.worker, desk.drives, desk.finds().unsure, lambda: True) == ()
    assert desk.direct.asked == []


def test_a_drive_that_cannot_be_read_hides_no_other(desk: Desk) -> None:
    desk.put(OURS, jsonresume.dumps(ANN))
    locked = Drive("/dev/x", "LOCKED", 1, None, None, usable=False, why="It is locked.")
    gone = Drive("/dev/y", "GONE", 1, None, None, usable=True)
    found = opening.find(desk.drives, (locked, gone, *desk.drives.found)).found
    assert [it.drive.label for it in found] == ["STICK"]


@pytest.mark.slow
def test_the_real_worker_opens_them_too(desk: Desk) -> None:
    shutil.copytree(VERSIONS[-1], desk.top / NAME)
    with Worker() as worker:
        unsure = desk.finds().unsure
        assert len(opening.look_into(worker, desk.drives, unsure, lambda: False)) == 2
