"""The whole way, by keyboard alone: from the first key to verified files on a drive, then the next patron.

The window, the worker, the writer and the drive (a folder) are the real ones.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from kiosk import logs, settings
from kiosk.app import WARM_UP, Exit, Sitting
from kiosk.flow.kept import Kept
from kiosk.resume.model import Resume
from kiosk.storage.folder import FolderDrives
from kiosk.storage.names import BACKUP
from kiosk.worker import Worker

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("propagateSizeHints")]

PATIENCE = 30_000
"""Milliseconds that a busy machine may take for what takes a moment."""


class Person:
    """Somebody with a keyboard and eyes: presses keys and reads what is written on what has the focus."""

    def __init__(self, qtbot: QtBot, sitting: Sitting) -> None:
        self._qtbot = qtbot
        self.window = sitting.window

    @property
    def here(self) -> QWidget:
        """What has the focus."""
        widget = QApplication.focusWidget()
        assert widget is not None, "the focus is lost"
        return widget

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.here, key)

    def select_all(self) -> None:
        QTest.keySequence(self.here, QKeySequence(QKeySequence.StandardKey.SelectAll))

    def enter(self) -> None:
        self.press(Qt.Key.Key_Return)

    def write(self, text: str) -> None:
        """Type into the box that has the focus, and go on with Enter."""
        assert isinstance(self.here, QLineEdit | QPlainTextEdit), self.here.accessibleName()
        QTest.keyClicks(self.here, text)
        self.enter()

    def tab_to(self, name: str) -> None:
        for _press in range(80):
            if self.here.accessibleName() == name:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {name!r}")

    def choose(self, name: str) -> None:
        """Go to a button with Tab and press it."""
        self.tab_to(name)
        self.press(Qt.Key.Key_Space)

    def sees(self, heading: str) -> None:
        def there() -> None:
            assert self.window.page.heading == heading

        self._qtbot.waitUntil(there, timeout=PATIENCE)

    def reads(self, words: str) -> None:
        """Wait for words anywhere on the screen."""

        def there() -> None:
            labels = [one for one in self.window.findChildren(QLabel) if one.isVisible()]
            assert any(words in label.text() for label in labels)

        self._qtbot.waitUntil(there, timeout=PATIENCE)


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    folder = tmp_path / "STICK"
    folder.mkdir()
    return folder


@pytest.fixture
def sitting(qapp: QApplication, qtbot: QtBot, drive: Path) -> Iterator[Sitting]:
    told = StringIO()
    logs.to(told)
    made = Sitting(qapp, settings.load(), FolderDrives(drive), Worker(WARM_UP))
    made.window.resize(1366, 768)
    with qtbot.waitActive(made.window):
        made.window.show()
    yield made
    made.end(Exit.CLOSED)
    logs.to(None)
    assert told.getvalue() == "", "a bug is told to the log, and calmly on the screen"


def answer_everything(person: Person) -> None:
    person.sees("Make your resume")
    person.choose("Start a new resume")
    person.sees("Is this your drive?")
    person.choose("Use this drive")

    person.sees("Is this your first job?")
    person.choose("Next")
    person.sees("What is your name?")
    person.write("Maria Santos")

    person.sees("How can an employer reach you?")
    for answer in ("555 010 0134", "maria.santos@example.org", "Springfield", "OH"):
        person.write(answer)
    person.sees("What job do you want?")
    person.write("Store clerk")

    person.sees("Where did you work?")
    person.enter()
    person.sees("What was the job?")
    person.write("Cashier")
    person.sees("Who did you work for?")
    person.tab_to("Name of the place or person")
    for answer in ("R&D Food Mart", "Springfield, OH"):
        person.write(answer)
    person.sees("When did you work there?")
    person.write("2019")
    person.choose("I still work there")
    person.choose("Next")
    person.sees("What did you do there?")
    person.tab_to("Line 1")
    person.write("Helped 150 customers a day")
    person.write("Counted the {{ cash }} drawer")
    person.enter()
    person.sees("What are you proud of there?")
    person.choose("Skip this")

    person.sees("Where did you work?")
    person.choose("Add another job")
    person.sees("What was the job?")
    person.write("Home health aide")
    person.sees("Who did you work for?")
    person.choose("Next")
    person.sees("When did you work there?")
    person.choose("Skip this")
    person.sees("What did you do there?")
    person.choose("Skip this")
    person.sees("What are you proud of there?")
    person.choose("Skip this")
    person.sees("Where did you work?")
    person.choose("Move up: Home health aide")
    person.choose("Remove: Cashier")
    person.choose("Put it back")
    person.choose("Next")

    person.sees("Where did you go to school or train?")
    person.enter()
    person.sees("Which school was it?")
    for answer in ("Lincoln High School", ""):
        person.write(answer)
    person.sees("What did you get there?")
    person.choose("High school diploma")
    person.choose("Next")
    person.sees("When did you finish?")
    person.tab_to("Year you finished, or will finish")
    person.write("2014")
    person.sees("Where did you go to school or train?")
    person.choose("Next")

    person.sees("Do you have a card, license or certificate?")
    person.choose("Skip this")
    person.sees("What are you good at?")
    person.tab_to("Line 1")
    for answer in ("Spanish and English", "Cash register"):
        person.write(answer)
    person.enter()
    person.sees("What languages do you speak?")
    person.choose("Skip this")
    person.sees("Finish this line: “I am a ...”")
    person.choose("Use this line")
    person.choose("Next")


def save(person: Person) -> None:
    person.sees("Look it over")
    person.choose("Change: Phone")
    person.sees("How can an employer reach you?")
    person.select_all()
    person.write("555 010 0199")
    person.choose("Done")
    person.sees("Look it over")
    person.choose("Next")
    person.sees("What should come first?")
    person.choose("Next")
    person.sees("Pick a look")
    person.choose("Next")
    person.sees("Save to your drive")
    person.choose("Save to my drive")
    person.sees("Your resume is on your drive")
    person.choose("I am done")
    person.sees("You did it!")
    person.reads("You may take your drive.")


def test_from_the_first_key_to_files_on_the_drive_and_nothing_left(
    qtbot: QtBot, sitting: Sitting, drive: Path
) -> None:
    person = Person(qtbot, sitting)
    answer_everything(person)
    save(person)

    folder = drive / "Maria Santos Resume"
    assert sorted(path.name for path in folder.iterdir()) == [
        "Maria Santos Resume - open me in the resume kiosk.json",
        "Maria Santos Resume - open me in the resume kiosk.json.bak",
        "Maria Santos Resume.docx",
        "Maria Santos Resume.pdf",
        "Maria Santos Resume.txt",
    ]
    typed = (
        "Maria Santos",
        "555 010 0199",
        "maria.santos@example.org",
        "Springfield",
        "Cashier",
        "R&D Food Mart",
        "2019",
        "Helped 150 customers a day",
        "Counted the {{ cash }} drawer",
        "Home health aide",
        "Lincoln High School",
        "High school diploma",
        "2014",
        "Spanish and English",
        "Cash register",
        "Store clerk",
        "Home health aide. Skills: Spanish and English, Cash register.",
    )
    words = text_of(folder / "Maria Santos Resume.pdf")
    assert [text for text in typed if text not in words] == []
    plain = (folder / "Maria Santos Resume.txt").read_text("utf-8")
    assert [text for text in typed if text not in plain] == []
    editable = json.loads(
        (folder / "Maria Santos Resume - open me in the resume kiosk.json").read_text("utf-8")
    )
    assert [job["position"] for job in editable["work"]] == ["Home health aide", "Cashier"]
    receipt = sitting.session.receipt
    assert receipt is not None
    assert {f.path.name: f.sha256 for f in receipt.files} == {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if path.suffix != BACKUP
    }

    QGuiApplication.clipboard().setText("Maria Santos")
    person.choose("Finish and erase")
    person.choose("Finish and erase")
    assert sitting.session.resume == Resume()
    assert sitting.keeping.now == Kept(), "nor does what kept them know the answers any more"
    assert QGuiApplication.clipboard().text() == ""


def test_pulled_in_the_middle_one_goes_on_and_the_drive_has_everything_in_the_end(
    qtbot: QtBot, sitting: Sitting, drive: Path, tmp_path: Path
) -> None:
    person = Person(qtbot, sitting)
    person.choose("Start a new resume")
    person.sees("Is this your drive?")
    person.choose("Use this drive")
    person.sees("Is this your first job?")
    person.choose("Next")
    person.sees("What is your name?")
    person.write("Maria Santos")
    person.reads("Saved on your drive ")
    drive.rename(tmp_path / "in the pocket")
    person.reads("Your drive is out. Put it in again: your answers are safe here.")
    person.sees("How can an employer reach you?")
    for answer in ("555 010 0134", "maria.santos@example.org", "Springfield", "OH"):
        person.write(answer)
    person.sees("What job do you want?")
    (tmp_path / "in the pocket").rename(drive)
    person.reads("Saved on your drive ")
    (file,) = drive.rglob("*.json")
    kept = json.loads(file.read_text("utf-8"))["basics"]
    assert (kept["name"], kept["phone"], kept["location"]["city"]) == (
        "Maria Santos",
        "555 010 0134",
        "Springfield",
    )
    assert not list(drive.rglob("*.tmp"))


def test_the_next_patron_starts_from_nothing(qtbot: QtBot, qapp: QApplication, drive: Path) -> None:
    for name in ("Maria Secret", ""):
        sitting = Sitting(qapp, settings.load(), FolderDrives(drive), Worker(WARM_UP))
        sitting.window.resize(1366, 768)
        with qtbot.waitActive(sitting.window):
            sitting.window.show()
        person = Person(qtbot, sitting)
        person.choose("Start a new resume")
        person.sees("Is this your drive?")
        person.choose("Skip this")
        person.sees("Is this your first job?")
        person.choose("Next")
        person.sees("What is your name?")
        assert shown(sitting.window, "Secret") == []
        assert sitting.session.resume == Resume()
        if name:
            person.write(name)
            person.sees("How can an employer reach you?")
        sitting.end(Exit.FINISHED)


def text_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text.replace("\r\n", "\n")


def shown(window: QWidget, text: str) -> list[str]:
    """Return every text of the window that holds `text`."""
    texts = [box.text() for box in window.findChildren(QLineEdit)]
    texts += [box.toPlainText() for box in window.findChildren(QPlainTextEdit)]
    texts += [button.text() for button in window.findChildren(QAbstractButton)]
    return [found for found in texts if text in found]
