"""Asked first: the drive shows up by itself, one press takes it, and a slow one holds up nothing."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from kiosk.resume import jsonresume
from kiosk.resume.model import Basics, Resume
from kiosk.storage import problems
from kiosk.storage.drive import Drive
from kiosk.storage.if_found import IF_FOUND
from kiosk.ui.controls import Button
from kiosk.ui.seen import Seen
from ui.sitting_room import Drives, Room, room, stick

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
ANN = Resume(basics=Basics(name="Ann Lee"))
GAP_MS = 50
"""The longest that the screen may stand still, in milliseconds: what the person feels as a stop."""
MUCH_LONGER = 4
"""Where the machine holds everybody up for longer: how many times as long it may be."""


class Person:
    """Somebody who reads the screen and presses what is written on buttons."""

    def __init__(self, qtbot: QtBot, made: Room) -> None:
        self._qtbot = qtbot
        self.room = made

    @property
    def words(self) -> str:
        texts = [one.text() for one in self.room.window.findChildren(QLabel) if one.isVisible()]
        texts += [one.text() for one in self.room.window.findChildren(Button) if one.isVisible()]
        return "\n".join(texts)

    def sees(self, words: str, timeout: int = 5000) -> None:
        def there() -> None:
            assert words in self.words

        self._qtbot.waitUntil(there, timeout=timeout)

    def press(self, words: str) -> None:
        """Press a button by the keyboard."""
        buttons = self.room.window.findChildren(Button)
        button = next(one for one in buttons if one.isVisible() and one.text() == words)
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)

    @property
    def here(self) -> str:
        """What has the focus."""
        focus = QApplication.focusWidget()
        return focus.text() if isinstance(focus, Button) else ""


@pytest.fixture
def drives() -> Drives:
    return Drives()


@pytest.fixture
def person(qtbot: QtBot, drives: Drives) -> Iterator[Person]:
    with room(qtbot, drives=drives) as made:
        made.window.page.findChildren(Button)[0].click()
        try:
            yield Person(qtbot, made)
        finally:
            drives.goes_on.set()


def folder(tmp_path: Path, label: str = "BLUE") -> Path:
    made = tmp_path / label
    made.mkdir(exist_ok=True)
    return made


def test_a_drive_shows_up_by_itself_and_one_press_takes_it(
    person: Person, drives: Drives, tmp_path: Path
) -> None:
    person.sees("Put in your USB drive")
    assert person.here == "I have no drive"
    drives.plug(stick(folder(tmp_path), "BLUE"))
    person.sees("Is this your drive?")
    assert person.here == "Use this drive"
    person.press("Use this drive")
    person.sees("Is this your first job?")
    assert person.room.session.drive == drives.found[0]


def test_of_several_one_is_chosen(person: Person, drives: Drives, tmp_path: Path) -> None:
    drives.plug(stick(folder(tmp_path, "RED"), "RED"), stick(folder(tmp_path), "BLUE"))
    person.sees("Which one is yours?")
    assert person.words.count("yours?") == 1
    assert "Is this your drive?" not in person.words
    person.room.page.go_next()
    assert person.room.wizard.current.step.id == "drive", "it is asked, not guessed"
    assert person.here.startswith("RED")
    person.press("BLUE\n4.0 GB free of 16.0 GB")
    person.press("Use this drive")
    drive = person.room.session.drive
    assert drive is not None
    assert drive.label == "BLUE"


def test_what_cannot_be_used_says_why_and_what_to_do(person: Person, drives: Drives) -> None:
    locked = problems.locked("SAFE")
    drives.plug(
        Drive("/dev/x", "SAFE", 8, None, None, usable=False, why=locked.message, remedy=locked.remedy)
    )
    person.sees("SAFE is locked with a password. Use a drive that is not locked.")
    person.sees("Put in your USB drive")
    assert person.room.page.next_label() == ""


def test_without_a_drive_the_way_leads_on_and_every_screen_says_so(person: Person) -> None:
    person.press("I have no drive")
    person.sees("Is this your first job?")
    person.sees("No drive: nothing is kept here.")
    assert person.room.session.without_drive


def test_it_can_be_skipped_and_is_asked_again_until_it_is_settled(
    person: Person, drives: Drives, tmp_path: Path
) -> None:
    person.press("Skip this")
    person.sees("Is this your first job?")
    person.room.wizard.go("home")
    person.press("Start a new resume")
    person.sees("Put in your USB drive")
    drives.plug(stick(folder(tmp_path), "BLUE"))
    person.sees("Is this your drive?")
    person.press("Use this drive")
    person.room.wizard.go("home")
    person.press("Start a new resume")
    person.sees("Is this your first job?")


def test_a_drive_that_is_put_in_later_takes_the_line_away_and_gets_everything(
    person: Person, drives: Drives, tmp_path: Path
) -> None:
    person.press("I have no drive")
    person.room.session.edit(ANN)
    person.room.at("contact")
    drives.plug(stick(folder(tmp_path), "BLUE"))
    person.sees("Saved on your drive ")
    assert not person.room.window.frame.banner.isVisible()
    assert len(list(folder(tmp_path).rglob("*.json"))) == 1


def test_pulled_in_the_middle_one_types_on_and_it_catches_up(
    person: Person, drives: Drives, tmp_path: Path
) -> None:
    blue = stick(folder(tmp_path), "BLUE")
    drives.plug(blue)
    person.sees("Is this your drive?")
    person.press("Use this drive")
    person.sees("Is this your first job?")
    person.press("Next")
    for number, text in enumerate(("Ann Lee", "555 0142")):
        focus = QApplication.focusWidget()
        assert isinstance(focus, QLineEdit)
        QTest.keyClicks(focus, text)
        QTest.keyClick(focus, Qt.Key.Key_Return)
        if number == 0:
            person.sees("Saved on your drive ")
            drives.plug()
            person.sees("Your drive is out. Put it in again: your answers are safe here.")
    person.press("Next")
    person.sees("What job do you want?")
    drives.plug(blue)
    person.sees("Saved on your drive ")
    (path,) = folder(tmp_path).rglob("*.json")
    saved = jsonresume.load(path).resume
    assert (saved.basics.name, saved.basics.phone) == ("Ann Lee", "555 0142")
    assert saved == person.room.session.resume


class Gaps:
    """A 5 ms timer of the GUI thread and how long it stood still at most, beside a thread that only sleeps.

    The thread is the control: what holds it up too is the machine, which others use as well.
    """

    def __init__(self, made: Room) -> None:
        self._timer = QTimer(made.window, interval=5, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(lambda: self._tick("gui"))
        self._over = threading.Event()
        self._control = threading.Thread(target=self._sleep, daemon=True)
        self.reset()
        self._timer.start()
        self._control.start()

    def _sleep(self) -> None:
        while not self._over.wait(0.005):
            self._tick("control")

    def _tick(self, who: str) -> None:
        now = time.monotonic()
        self._longest[who] = max(self._longest[who], now - self._last[who])
        self._last[who] = now

    def reset(self) -> None:
        """Measure from now on."""
        self._last = dict.fromkeys(("gui", "control"), time.monotonic())
        self._longest = dict.fromkeys(self._last, 0.0)

    def stop(self) -> None:
        """Measure no more."""
        self._over.set()
        self._control.join()

    @property
    def are_short(self) -> bool:
        """Whether the screen never stood still for longer than it may."""
        return self._longest["gui"] * 1000 < max(GAP_MS, MUCH_LONGER * self._longest["control"] * 1000)


@pytest.mark.parametrize("seconds", [2, pytest.param(30, marks=pytest.mark.long)])
def test_a_drive_that_stalls_stops_neither_the_screen_nor_stop_nor_the_way_back(
    person: Person, qtbot: QtBot, drives: Drives, tmp_path: Path, seconds: float
) -> None:
    drives.plug(stick(folder(tmp_path), "BLUE"))
    person.sees("Is this your drive?")
    person.press("Use this drive")
    person.room.session.edit(ANN)
    for step in ("contact", "name", "save", "contact"):  # built before: that takes its own time
        person.room.at(step)
        qtbot.wait(50)
    person.sees("Saved on your drive ")
    person.room.at("save")
    person.sees("Save to my drive")
    drives.goes_on.clear()
    stalled = time.monotonic()
    person.press("Save to my drive")
    person.sees("Saving to your drive")
    qtbot.wait(200)
    gaps = Gaps(person.room)
    qtbot.wait(round(seconds * 1000))
    assert gaps.are_short
    person.press("Stop")
    person.sees("Your drive is slow to answer.")
    person.press("Go back")
    assert person.room.wizard.current.step.id != "save"
    person.room.session.edit(Resume(basics=Basics(name="Ann Lee", phone="1")))
    person.room.at("contact")
    gaps.reset()
    qtbot.wait(300)
    assert gaps.are_short
    assert time.monotonic() - stalled > seconds
    gaps.stop()
    drives.goes_on.set()
    qtbot.waitUntil(lambda: person.room.keeping.now.resume == person.room.session.resume)
    assert not list(folder(tmp_path).rglob("*.pdf")), "what was stopped left nothing"


def test_other_work_goes_on_while_a_drive_stalls(
    person: Person, qtbot: QtBot, drives: Drives, tmp_path: Path
) -> None:
    drives.plug(stick(folder(tmp_path), "BLUE"))
    person.sees("Is this your drive?")
    person.press("Use this drive")
    person.room.session.edit(ANN)
    drives.goes_on.clear()
    person.room.at("save")
    person.sees("Save to my drive")
    person.press("Save to my drive")
    answers: list[int] = []
    person.room.tasks.run(lambda: 1, answers.append, lambda _problem: None)
    qtbot.waitUntil(lambda: answers == [1], timeout=1000)
    drives.goes_on.set()
    person.sees("Your resume is on your drive")


def at_receipt(person: Person, drives: Drives, tmp_path: Path) -> Path:
    """Save everything."""
    top = folder(tmp_path)
    drives.plug(stick(top, "BLUE"))
    person.sees("Is this your drive?")
    person.press("Use this drive")
    person.room.session.edit(ANN)
    person.room.at("save")
    person.sees("Save to my drive")
    person.press("Save to my drive")
    person.sees("Your resume is on your drive")
    return top


def test_the_pdf_is_shown_as_it_is_on_the_drive(person: Person, drives: Drives, tmp_path: Path) -> None:
    top = at_receipt(person, drives, tmp_path)
    person.press("Open it to see")
    person.sees("On your drive: Ann Lee Resume.pdf")
    (seen,) = person.room.window.findChildren(Seen)
    assert seen.pages == 1
    QTest.keyClick(seen, Qt.Key.Key_Escape)
    person.sees("Your resume is on your drive")
    next(top.rglob("*.pdf")).unlink()
    person.press("Open it to see")
    person.sees("It cannot be shown right now")
    person.sees("BLUE stopped answering.")


def test_a_note_for_whoever_finds_the_drive(person: Person, drives: Drives, tmp_path: Path) -> None:
    top = at_receipt(person, drives, tmp_path)
    person.press("Write a note on the drive")
    box = QApplication.focusWidget()
    assert isinstance(box, QLineEdit)
    QTest.keyClicks(box, "555 0142")
    QTest.keyClick(box, Qt.Key.Key_Return)
    person.sees(f"Your note is on the drive: {IF_FOUND}.")
    assert "555 0142" in (top / IF_FOUND).read_text()
    assert "Write a note on the drive" not in person.words


def test_a_note_that_is_there_stays(person: Person, drives: Drives, tmp_path: Path) -> None:
    top = at_receipt(person, drives, tmp_path)
    (top / IF_FOUND).write_text("mine")
    person.press("Write a note on the drive")
    person.press("Back")
    person.sees("Your resume is on your drive")
    person.press("Write a note on the drive")
    box = QApplication.focusWidget()
    assert isinstance(box, QLineEdit)
    QTest.keyClicks(box, "555 0142")
    person.press("Write the note")
    person.sees("We left it as it is.")
    assert (top / IF_FOUND).read_text() == "mine"


def test_the_answers_go_inside_only_when_that_is_wanted(
    person: Person, drives: Drives, tmp_path: Path
) -> None:
    drives.plug(stick(folder(tmp_path), "BLUE"))
    person.room.session.edit(ANN)
    person.room.at("save")
    person.sees("Keep my answers inside these files")
    assert not person.room.session.choices.attach
    person.press("Keep my answers inside these files")
    assert person.room.session.choices.attach
    person.room.at("contact")
    person.room.at("save")
    tick = next(
        b for b in person.room.page.findChildren(Button) if b.text() == "Keep my answers inside these files"
    )
    assert tick.isChecked()


def test_a_format_that_is_left_out_is_named_with_what_to_do(
    person: Person, drives: Drives, tmp_path: Path
) -> None:
    person.room.worker.broken = "docx"
    at_receipt(person, drives, tmp_path)
    person.sees("The Word file could not be made. Everything else is saved. Please try again.")
