"""The answers on the drive after every screen: pulled, put in again, full, slow, never in the way."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from pathlib import Path

import pytest

from fake_drives import Drives, stick
from kiosk.errors import DriveError, DriveFull
from kiosk.flow import kept
from kiosk.flow.choices import Choices
from kiosk.flow.following import agree, follow
from kiosk.flow.keeping import Keeping
from kiosk.flow.kept import KeepState
from kiosk.flow.plugged import Plugged
from kiosk.flow.session import Session
from kiosk.flow.wizard import Wizard
from kiosk.resume import jsonresume
from kiosk.resume.model import Basics, Resume
from kiosk.storage.names import file_name
from kiosk.storage.save import FileToSave, Receipt, save

NAME = "Ann Lee Resume"
FILE = file_name(NAME, "json")


def ann(phone: str = "") -> Resume:
    return Resume(basics=Basics(name="Ann Lee", phone=phone))


class Desk:
    """One sitting without a screen, at drives that are folders."""

    def __init__(self, top: Path) -> None:
        self.top = top
        self.drives = Drives()
        self.bugs: list[BaseException] = []
        self.plugged = Plugged(self.drives, self.bugs.append)
        self.keeping = Keeping(self.drives, self.plugged, self.bugs.append)
        self.states: list[KeepState] = []
        self._told = threading.Condition()
        self.keeping.watch(self._tell)
        self.keeping.start()
        self.plugged.start()
        self.until(lambda: self.plugged.drives is not None)

    def _tell(self) -> None:
        with self._told:
            self.states.append(self.keeping.now.state)
            self._told.notify_all()

    def until(self, true: Callable[[], bool]) -> None:
        end = time.monotonic() + 20
        while not true():
            assert time.monotonic() < end, self.states
            with self._told:
                self._told.wait(0.01)

    def comes_to(self, state: KeepState) -> None:
        self.until(lambda: self.keeping.now.state is state)

    def plug(self, *labels: str) -> None:
        """Put in the sticks of these labels; each is a folder that stays what it is."""
        self.drives.plug(*(stick(self.folder(label), label) for label in labels))

    def folder(self, label: str) -> Path:
        folder = self.top / label
        folder.mkdir(exist_ok=True)
        return folder

    def held(self, label: str = "BLUE") -> Resume | None:
        """What the editable file on a stick holds."""
        file = self.folder(label) / NAME / FILE
        return jsonresume.load(file).resume if file.exists() else None

    def uses(self, label: str = "BLUE") -> None:
        self.plug(label)
        self.until(lambda: bool(self.plugged.drives))
        self.keeping.use(self.drives.found[0])

    def saves(self, resume: Resume, label: str, name: str = NAME) -> Receipt:
        """A final save."""
        drive = next(it for it in self.drives.found if it.label == label)
        files = [FileToSave("pdf", b"%PDF"), FileToSave("json", jsonresume.dumps(resume))]
        with self.keeping.standing_aside():
            receipt = save(self.drives, drive, name, files, mine=self.keeping.mine)
            self.keeping.finished(drive, name, receipt, resume)
        return receipt


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.drives.goes_on.set()
    assert made.keeping.close(10)
    assert made.plugged.close(10)
    assert made.bugs == []


def test_the_answers_are_on_the_chosen_drive_after_each_screen(desk: Desk) -> None:
    desk.uses()
    desk.comes_to(KeepState.READY)
    assert list(desk.folder("BLUE").iterdir()) == [], "nothing was said yet"
    desk.keeping.keep(ann())
    desk.until(lambda: desk.held() == ann())
    desk.keeping.keep(ann("1"))
    desk.until(lambda: desk.held() == ann("1"))
    desk.until(lambda: desk.keeping.now.resume == ann("1"))
    assert desk.keeping.now.state is KeepState.SAVED
    assert kept.warning(desk.keeping.now) == ""


def test_nothing_is_written_while_nothing_has_changed(desk: Desk) -> None:
    desk.uses()
    desk.keeping.keep(ann())
    desk.comes_to(KeepState.SAVED)
    before, at = desk.drives.mounts, desk.keeping.now.at
    for _screen in range(3):
        desk.keeping.keep(ann())
    with desk.keeping.standing_aside():
        pass
    assert desk.keeping.close(10)
    assert desk.drives.mounts == before
    assert at is not None


def test_pulled_in_the_middle_it_catches_up_by_itself(desk: Desk) -> None:
    desk.uses()
    desk.keeping.keep(ann())
    desk.comes_to(KeepState.SAVED)
    desk.plug()
    desk.comes_to(KeepState.OUT)
    assert kept.warning(desk.keeping.now).startswith("Your drive is out. Put it in again")
    desk.keeping.keep(ann("1"))
    desk.keeping.keep(ann("12"))
    desk.plug("BLUE")
    desk.until(lambda: desk.held() == ann("12"))
    desk.comes_to(KeepState.SAVED)


def test_another_drive_is_not_taken_for_the_one_that_is_out(desk: Desk) -> None:
    desk.uses()
    desk.keeping.keep(ann())
    desk.comes_to(KeepState.SAVED)
    desk.plug("RED")
    desk.comes_to(KeepState.OUT)
    desk.keeping.keep(ann("1"))
    desk.plug("RED", "BLUE")
    desk.until(lambda: desk.held() == ann("1"))
    assert desk.held("RED") is None


def test_a_drive_that_is_put_in_later_is_the_persons_and_gets_everything(desk: Desk) -> None:
    desk.keeping.keep(ann("1"))
    desk.plug("BLUE")
    desk.until(lambda: desk.held() == ann("1"))
    desk.comes_to(KeepState.SAVED)


def test_a_drive_that_was_there_before_is_nobodys(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    assert desk.keeping.close(10)
    assert desk.plugged.close(10)
    forgotten = Drives(stick(desk.folder("BLUE"), "BLUE"))
    plugged = Plugged(forgotten)
    keeping = Keeping(forgotten, plugged)
    keeping.start()
    plugged.start()
    desk.until(lambda: bool(plugged.drives))
    keeping.keep(ann())
    assert keeping.close(10)
    assert plugged.close(10)
    assert desk.held() is None
    assert forgotten.mounts == 0


def test_two_at_once_are_not_guessed_between(desk: Desk) -> None:
    desk.keeping.keep(ann())
    desk.plug("BLUE", "RED")
    desk.until(lambda: len(desk.plugged.drives or ()) == 2)
    with desk.keeping.standing_aside():
        assert desk.keeping.now.state is KeepState.NO_DRIVE
    assert desk.drives.mounts == 0


def test_a_full_drive_says_so_and_is_tried_again_at_the_next_screen(desk: Desk) -> None:
    desk.uses()
    desk.drives.problem = DriveFull("BLUE has no room for your files.", "Make some room there.")
    desk.keeping.keep(ann())
    desk.comes_to(KeepState.PROBLEM)
    assert kept.warning(desk.keeping.now) == (
        "BLUE has no room for your files. Your answers are safe here. Make some room there."
    )
    desk.drives.problem = None
    desk.keeping.keep(ann())
    desk.comes_to(KeepState.SAVED)
    assert desk.held() == ann()


def test_what_a_problem_says_is_not_said_twice() -> None:
    from kiosk.storage import problems

    gone: DriveError = problems.gone("BLUE")
    words = kept.warning(kept.Kept(KeepState.PROBLEM, problem=gone))
    assert words.count("still here") == 1
    assert "safe here" not in words


def test_while_a_drive_stalls_the_newest_answers_wait_and_nobody_else(desk: Desk) -> None:
    desk.uses()
    desk.drives.goes_on.clear()
    began = time.monotonic()
    for phone in "12345":
        desk.keeping.keep(ann(phone))
    assert time.monotonic() - began < 0.5
    assert not desk.keeping.close(0.1), "the end does not wait for it either"
    desk.drives.goes_on.set()


def test_a_final_save_can_give_up_waiting_for_a_drive_that_stalls(desk: Desk) -> None:
    desk.uses()
    desk.drives.goes_on.clear()
    desk.keeping.keep(ann())
    desk.until(lambda: desk.drives.mounts == 1)
    with pytest.raises(CancelledError), desk.keeping.standing_aside(lambda: True):
        pass


def test_after_a_final_save_its_file_goes_on_under_its_name(desk: Desk) -> None:
    desk.uses()
    desk.keeping.keep(ann())
    desk.comes_to(KeepState.SAVED)
    receipt = desk.saves(ann(), "BLUE", "Anna Lee Resume")
    desk.keeping.keep(ann("1"))
    desk.until(lambda: jsonresume.load(receipt.files[1].path).resume == ann("1"))
    assert not (desk.folder("BLUE") / NAME).exists(), "what autosave alone had made is cleared away"


def test_a_final_save_on_another_drive_takes_the_keeping_there(desk: Desk) -> None:
    desk.uses()
    desk.keeping.keep(ann())
    desk.comes_to(KeepState.SAVED)
    desk.plug("BLUE", "RED")
    desk.saves(ann(), "RED")
    desk.keeping.keep(ann("1"))
    desk.until(lambda: desk.held("RED") == ann("1"))
    assert desk.held("BLUE") == ann()


def test_the_file_that_was_opened_is_the_one_that_is_kept(desk: Desk) -> None:
    desk.plug("BLUE")
    desk.until(lambda: bool(desk.plugged.drives))
    path = desk.folder("BLUE") / FILE
    path.write_bytes(jsonresume.dumps(ann()))
    desk.keeping.opened(desk.drives.found[0], path, ann(), path.read_bytes())
    desk.comes_to(KeepState.READY)
    desk.keeping.keep(ann())
    desk.keeping.keep(ann("1"))
    desk.until(lambda: jsonresume.load(path).resume == ann("1"))
    assert sorted(it.name for it in desk.folder("BLUE").iterdir()) == [FILE, f"{FILE}.bak"]


def test_a_drive_that_may_be_taken_is_only_written_to_for_something_new(desk: Desk) -> None:
    desk.uses()
    desk.keeping.keep(ann())
    desk.keeping.let_go(desk.drives.found[0])
    assert desk.held() == ann(), "what waited came first"
    assert [it.label for it in desk.drives.unmounted] == ["BLUE"]
    mounts = desk.drives.mounts
    desk.keeping.keep(ann())
    desk.plug()
    desk.until(lambda: not desk.plugged.drives)
    with desk.keeping.standing_aside():
        assert desk.keeping.now.state is KeepState.SAVED, "it was taken out as we said"
    assert desk.drives.mounts == mounts
    desk.keeping.keep(ann("1"))
    desk.comes_to(KeepState.OUT)
    desk.plug("BLUE")
    desk.keeping.keep(ann("12"))
    desk.until(lambda: desk.held() == ann("12"))


def test_the_end_writes_what_waits_and_forgets(desk: Desk) -> None:
    desk.uses()
    desk.keeping.keep(ann("1"))
    assert desk.keeping.close(10)
    assert desk.held() == ann("1")
    assert desk.keeping.now.resume is None


def test_a_bug_is_told_and_the_next_screen_is_kept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.uses()
    with monkeypatch.context() as broken:
        broken.setattr("kiosk.resume.jsonresume.dumps", lambda _resume: 1 / 0)
        desk.keeping.keep(ann())
        desk.until(lambda: bool(desk.bugs))
    desk.bugs.clear()
    desk.keeping.keep(ann("1"))
    desk.until(lambda: desk.held() == ann("1"))


def test_the_session_and_the_wizard_are_followed(desk: Desk) -> None:
    session = Session(Choices(template="classic"))
    wizard = Wizard(session)
    follow(session, wizard, desk.keeping)
    desk.plug("BLUE")
    session.use_drive(desk.drives.found[0])
    session.edit(ann())
    assert desk.held() is None
    wizard.go("contact")
    desk.until(lambda: desk.held() == ann())


def test_the_session_hears_which_drive_it_is(desk: Desk) -> None:
    session = Session(Choices(template="classic"))
    session.go_without_drive()
    agree(session, desk.keeping)
    assert session.drive is None
    desk.keeping.keep(ann())
    desk.plug("BLUE")
    desk.comes_to(KeepState.SAVED)
    agree(session, desk.keeping)
    assert session.drive == desk.drives.found[0]
    assert not session.without_drive
