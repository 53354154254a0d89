"""The save screen and the last one, with drives that come, go, are full, or are two."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from kiosk.errors import DriveBusy, DriveGone, RenderError
from kiosk.resume.model import Basics, Resume
from kiosk.storage.drive import Drive
from kiosk.ui.controls import Button
from ui.sitting_room import Drives, Room, room, stick

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
ANN = Resume(basics=Basics(name="Ann Lee"))


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    made = tmp_path / "one", tmp_path / "two"
    for folder in made:
        folder.mkdir()
    return made


class Saver:
    """A person at the save screen."""

    def __init__(self, qtbot: QtBot, made: Room) -> None:
        self._qtbot = qtbot
        self.room = made

    def sees(self, words: str) -> None:
        def there() -> None:
            assert words in self.words

        self._qtbot.waitUntil(there)

    @property
    def words(self) -> str:
        page = self.room.page
        shown = [w.text() for w in page.findChildren(QLabel) if w.isVisible()]
        return "\n".join([*shown, *(b.text() for b in page.findChildren(Button) if b.isVisible())])

    @property
    def next(self) -> str:
        return self.room.page.next_label()

    def press_next(self) -> None:
        self.room.page.go_next()

    def tile(self, label: str) -> Button:
        tiles = [b for b in self.room.page.findChildren(Button) if b.isCheckable() and b.isVisible()]
        return next(tile for tile in tiles if label in tile.text())


@contextmanager
def at_save(qtbot: QtBot, drives: Drives, resume: Resume = ANN) -> Iterator[Saver]:
    with room(qtbot, resume, drives) as made:
        made.at("save")
        yield Saver(qtbot, made)


def test_the_only_drive_is_chosen_and_one_press_saves(qtbot: QtBot, folders: tuple[Path, Path]) -> None:
    drives = Drives(stick(folders[0]))
    with at_save(qtbot, drives) as saver:
        saver.sees("STICK\n4.0 GB free of 16.0 GB")
        assert saver.next == "Save to my drive"
        saver.press_next()
        saver.sees("Ann Lee Resume.pdf")
        assert (folders[0] / "Ann Lee Resume" / "Ann Lee Resume.pdf").read_bytes() == b"Ann Lee"
        assert saver.room.page.heading == "Your resume is on your drive"
        assert not saver.room.session.unsaved
        assert "compared" in saver.words
        assert saver.words.count("Print my page") == 1
        assert "I have no drive" not in saver.words
        saver.press_next()
        saver.sees("You may take your drive.")
        assert drives.unmounted == [stick(folders[0])]
        drives.plug()
        saver.sees("Your drive is out. Goodbye.")
    assert drives.watched == 0


def test_pressing_before_the_drives_are_known_still_saves(qtbot: QtBot, folders: tuple[Path, Path]) -> None:
    with at_save(qtbot, Drives(stick(folders[0]))) as saver:
        saver.press_next()
        saver.sees("Ann Lee Resume.pdf")


def test_with_two_drives_one_must_be_chosen(qtbot: QtBot, folders: tuple[Path, Path]) -> None:
    one, two = stick(folders[0], "RED"), stick(folders[1], "BLUE")
    with at_save(qtbot, Drives(one, two)) as saver:
        saver.sees("BLUE")
        saver.press_next()
        saver.sees("Press your drive first.")
        assert QApplication.focusWidget() is saver.tile("RED")
        saver.tile("BLUE").click()
        saver.press_next()
        saver.sees("On BLUE")
        assert list(folders[0].iterdir()) == []


def test_a_drive_that_is_put_in_appears_and_one_that_is_pulled_goes(
    qtbot: QtBot, folders: tuple[Path, Path]
) -> None:
    drives = Drives()
    with at_save(qtbot, drives) as saver:
        saver.sees("Put your USB drive into the computer.")
        assert saver.next == "Look again"
        drives.plug(stick(folders[0]))
        saver.sees("STICK")
        assert saver.next == "Save to my drive"
        drives.plug()
        saver.sees("Put your USB drive into the computer.")


def test_a_drive_that_cannot_be_used_says_why(qtbot: QtBot) -> None:
    locked = Drive("/dev/x", "LOCKED", 8_000_000_000, None, None, usable=False, why="It is locked.")
    with at_save(qtbot, Drives(locked)) as saver:
        saver.sees("It is locked.")


def test_a_problem_is_told_calmly_and_can_be_tried_again(qtbot: QtBot, folders: tuple[Path, Path]) -> None:
    drives = Drives(stick(folders[0]))
    drives.problem = DriveGone("STICK was pulled out.", "Put it back in.")
    with at_save(qtbot, drives) as saver:
        saver.press_next()
        saver.sees("STICK was pulled out.")
        assert "Put it back in." in saver.words
        assert "Your answers are still here." in saver.words
        assert saver.room.session.unsaved
        drives.problem = None
        saver.press_next()
        saver.sees("4.0 GB free")
        saver.press_next()
        saver.sees("Ann Lee Resume.pdf")


def test_a_page_that_cannot_be_made_is_told_too(qtbot: QtBot, folders: tuple[Path, Path]) -> None:
    with at_save(qtbot, Drives(stick(folders[0]))) as saver:
        saver.room.worker.problem = RenderError("The page could not be made.")
        saver.press_next()
        saver.sees("The page could not be made.")
        assert not list(folders[0].rglob("*.pdf"))


def test_a_name_in_other_letters_can_be_spelled_for_the_files(
    qtbot: QtBot, folders: tuple[Path, Path]
) -> None:
    with at_save(qtbot, Drives(stick(folders[0])), Resume(basics=Basics(name="李小龍"))) as saver:
        saver.sees("plain letters")
        box = next(b for b in saver.room.page.findChildren(QLineEdit) if b.isVisible())
        assert QApplication.focusWidget() is box
        assert box.text().isascii()
        box.setText("Bruce Lee")
        saver.press_next()
        saver.sees("Bruce Lee Resume.pdf")


def test_save_now_leads_back_to_the_question(qtbot: QtBot, folders: tuple[Path, Path]) -> None:
    with room(qtbot, ANN, Drives(stick(folders[0]))) as made:
        made.at("contact")
        made.wizard.change("save")
        saver = Saver(qtbot, made)
        saver.press_next()
        saver.sees("I am done")
        assert saver.next == "Go on with my resume"
        saver.press_next()
        assert made.wizard.current.step.id == "contact"
        made.wizard.change("save")
        saver.sees("Ann Lee Resume.pdf")  # nothing changed: what was saved is shown again


def test_changed_answers_are_saved_beside_the_first(qtbot: QtBot, folders: tuple[Path, Path]) -> None:
    with at_save(qtbot, Drives(stick(folders[0]))) as saver:
        saver.press_next()
        saver.sees("Ann Lee Resume.pdf")
        saver.room.session.edit(Resume(basics=Basics(name="Ann Lee", phone="1")))
        saver.room.at("review")
        saver.room.at("save")
        saver.sees("4.0 GB free")
        saver.press_next()
        saver.sees("Ann Lee Resume (2).pdf")


def test_a_drive_that_is_in_use_can_be_let_go_of_again(qtbot: QtBot, folders: tuple[Path, Path]) -> None:
    drives = Drives(stick(folders[0]))
    with at_save(qtbot, drives) as saver:
        saver.press_next()
        saver.sees("Ann Lee Resume.pdf")
        drives.problem = DriveBusy("Another program uses STICK.", "Wait a moment.")
        saver.press_next()
        saver.sees("Another program uses STICK.")
        assert "Wait a moment." in saver.words
        drives.problem = None
        again = next(b for b in saver.room.page.findChildren(Button) if b.text() == "Try again")
        again.click()
        saver.sees("You may take your drive.")


def test_a_drive_that_was_taken_out_as_told_is_not_missed_after_printing(
    qtbot: QtBot, folders: tuple[Path, Path]
) -> None:
    drives = Drives(stick(folders[0]))
    with at_save(qtbot, drives) as saver:
        saver.press_next()
        saver.sees("Ann Lee Resume.pdf")
        saver.press_next()
        saver.sees("You may take your drive.")
        drives.problem = DriveGone("STICK was pulled out.", "Put it back in.")
        buttons = [b for b in saver.room.page.findChildren(Button) if b.text() == "Print my page"]
        next(b for b in buttons if b.isVisible()).click()
        assert saver.room.wizard.current.step.id == "print"
        saver.room.wizard.back()
        saver.sees("Your drive is out. Goodbye.")
        assert "pulled out" not in saver.words


def test_the_last_screen_without_a_save_says_so(qtbot: QtBot) -> None:
    with room(qtbot, ANN, Drives()) as made:
        made.at("done")
        assert "not on a drive yet" in Saver(qtbot, made).words
