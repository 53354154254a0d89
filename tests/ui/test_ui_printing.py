"""The print screen: pages and price first, then how far it is, in words; and always a way out."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kiosk import settings
from kiosk.errors import PrinterSilent
from kiosk.flow.printing import MOST_COPIES
from kiosk.printing.types import JobState, Printer, PrintJob, Trouble
from kiosk.render.types import Notice
from kiosk.resume.model import Basics, Resume
from kiosk.ui.controls import Button
from kiosk.ui.pages import printing
from ui.fake_printers import FakePrinters, Sent
from ui.sitting_room import Room, room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
ANN = Resume(basics=Basics(name="Ann Lee"))
shipped = settings.load()


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look often, and know a price."""
    monkeypatch.setattr(printing, "EVERY_MS", 10)
    use(monkeypatch, price_per_page="10 cents")


def use(monkeypatch: pytest.MonkeyPatch, **values: object) -> None:
    now = replace(shipped, **values)  # type: ignore[arg-type]
    monkeypatch.setattr(settings, "load", lambda: now)


class Person:
    """Somebody at the print screen."""

    def __init__(self, qtbot: QtBot, made: Room) -> None:
        self._qtbot = qtbot
        self.room = made

    @property
    def words(self) -> str:
        shown = [one.text() for one in self.room.page.findChildren(QLabel) if one.isVisible()]
        return "\n".join([*shown, *(button.text() for button in self.buttons)])

    @property
    def buttons(self) -> list[Button]:
        return [button for button in self.room.page.findChildren(Button) if button.isVisible()]

    def sees(self, words: str) -> None:
        def there() -> None:
            assert words in self.words

        self._qtbot.waitUntil(there)

    def button(self, words: str) -> Button:
        return next(button for button in self.buttons if button.text() == words)

    def press(self, words: str) -> None:
        button = self.button(words)
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)

    def press_next(self, label: str) -> None:
        assert self.room.page.next_label() == label
        QTest.keyClick(self.room.window.frame.footer.next_button, Qt.Key.Key_Space)


@pytest.fixture
def person(qtbot: QtBot) -> Iterator[Person]:
    with room(qtbot, ANN) as made:
        made.at("save")
        made.wizard.change("print")
        found = Person(qtbot, made)
        yield found
        made.printers.problem = None


def test_pages_and_price_are_shown_before_anything_is_printed(person: Person) -> None:
    person.sees("1 page, 10 cents. Pay at the desk.")
    assert "Front desk printer, by the door" in person.words
    assert person.room.printers.sent == []
    person.press("More")
    assert "2 pages, 20 cents. Pay at the desk." in person.words
    person.press_next("Print")
    person.sees("Your pages are being printed.")
    assert person.room.printers.sent == [Sent(b"Ann Lee", 2, "letter")]


def test_copies_stop_at_both_ends_and_the_focus_is_never_lost(person: Person) -> None:
    person.sees("How many copies?")
    assert not person.button("Fewer").isEnabled()
    for _press in range(MOST_COPIES - 1):
        person.press("More")
    assert "9 copies" in person.words
    assert not person.button("More").isEnabled()
    assert QApplication.focusWidget() is person.button("Fewer")
    person.press("Fewer")
    assert "8 copies" in person.words


def test_what_the_printer_says_is_told_until_the_pages_are_there(person: Person) -> None:
    printers = person.room.printers
    person.sees("1 page")
    person.press_next("Print")
    person.sees("Your pages are being printed.")
    printers.trouble = Trouble.PAPER
    person.sees("The printer has no paper.")
    assert "Please tell the staff." in person.words
    printers.trouble = None
    printers.finish(JobState.HELD)
    person.sees("Your pages wait for you at the printer.")
    printers.finish()
    person.sees("Your pages are at the printer.")
    assert "Stop printing" not in person.words
    assert person.room.page.heading == "Get your pages"
    person.press_next("Go on")
    assert person.room.wizard.current.step.id == "save"


def test_printing_can_be_stopped(person: Person) -> None:
    person.sees("1 page")
    person.press_next("Print")
    person.sees("Stop printing")
    person.press("Stop printing")
    person.sees("Stopped. Nothing more is printed.")
    assert person.room.page.heading == "Printing is stopped"
    assert person.room.printers.cancelled == [PrintJob("front", 1)]


def test_a_printer_in_trouble_is_told_before(qtbot: QtBot) -> None:
    with room(qtbot, ANN) as made:
        made.printers.trouble = Trouble.JAM
        made.at("print")
        Person(qtbot, made).sees("Paper is stuck in the printer.")
        assert made.page.next_label() == "Print"


def test_a_letter_that_cannot_be_printed_is_told_before(qtbot: QtBot) -> None:
    with room(qtbot, ANN) as made:
        made.worker.notices = (Notice("missing-letter", "One letter cannot be shown."),)
        made.at("print")
        Person(qtbot, made).sees("One letter cannot be shown.")


def test_a_printer_that_does_not_answer_can_be_tried_again(qtbot: QtBot) -> None:
    with room(qtbot, ANN) as made:
        made.printers.problem = PrinterSilent("The printer does not answer.", "Please tell the staff.")
        made.at("print")
        person = Person(qtbot, made)
        person.sees("The printer does not answer.")
        assert "Your answers are still here." in person.words
        assert made.page.heading == "Not printed yet"
        made.printers.problem = None
        person.press_next("Try again")
        person.sees("1 page, 10 cents.")


def test_pages_that_are_lost_from_sight_are_not_printed_twice(person: Person) -> None:
    printers = person.room.printers
    person.sees("1 page")
    person.press_next("Print")
    person.sees("Your pages are being printed.")
    printers.problem = PrinterSilent("The printer does not answer.")
    person.sees("The printer does not answer.")
    assert person.room.page.heading == "We lost sight of your pages"
    printers.problem = None
    person.press_next("Try again")
    person.sees("Your pages are being printed.")
    assert len(printers.sent) == 1


def test_a_printer_that_takes_no_pages_is_told(qtbot: QtBot) -> None:
    with room(qtbot, ANN) as made:
        made.printers.found = (Printer(name="lab", label="Lab", accepts=False),)
        made.at("print")
        person = Person(qtbot, made)
        person.sees("1 page")
        person.press_next("Print")
        person.sees("The printer Lab takes no pages now.")
        assert made.page.heading == "Not printed yet"


def test_who_comes_back_sees_the_same_pages_and_nobody_looks_meanwhile(person: Person, qtbot: QtBot) -> None:
    person.sees("1 page")
    person.press_next("Print")
    person.sees("Your pages are being printed.")
    person.room.at("contact")
    qtbot.waitUntil(lambda: not person.room.page.isHidden())
    QApplication.processEvents()
    person.room.tasks.run(lambda: None, lambda _none: None, lambda _problem: None)
    looks = person.room.printers.looks
    qtbot.wait(60)
    assert person.room.printers.looks <= looks + 1  # the one that was under way
    person.room.printers.finish()
    person.room.at("print")
    person.sees("Your pages are at the printer.")
    assert len(person.room.printers.sent) == 1
    person.room.at("contact")
    person.room.at("print")
    person.sees("How many copies?")


def test_the_screen_lives_while_the_printer_takes_its_time(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, go = threading.Event(), threading.Event()
    really = FakePrinters.send

    def slowly(self: FakePrinters, printer: Printer, pdf: bytes, /, *, copies: int, paper: str) -> PrintJob:
        asked.set()
        assert go.wait(10)
        return really(self, printer, pdf, copies=copies, paper=paper)

    monkeypatch.setattr(FakePrinters, "send", slowly)
    with room(qtbot, ANN) as made:
        made.at("print")
        person = Person(qtbot, made)
        person.sees("1 page")
        person.press_next("Print")
        assert asked.wait(10)
        person.sees("Sending your page to the printer...")
        assert not made.page.can_go_back()
        here = QApplication.focusWidget()
        assert here is not None
        assert made.page.isAncestorOf(here), "a second press must not lead away"
        assert made.page.next_label() == ""
        go.set()
        person.sees("Your pages are being printed.")
        assert made.page.can_go_back()


@pytest.mark.parametrize("step", ["save", "no-drive", "done"])
def test_where_nothing_is_printed_nobody_is_led_there(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    with room(qtbot, ANN) as made:
        made.at(step)
        assert "Print my page" in Person(qtbot, made).words
    use(monkeypatch, printing=False)
    with room(qtbot, ANN) as made:
        made.at(step)
        assert "Print my page" not in Person(qtbot, made).words
