"""Reading aloud: what is read, when it may be, and how it stops."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kiosk.flow.steps import STEPS
from kiosk.resume.model import Basics, Education, Resume, Work
from kiosk.speech.espeak import Espeak
from kiosk.speech.types import End
from kiosk.ui.controls import Button, ButtonKind
from kiosk.ui.toolstrip import ToolStrip
from ui.fake_speech import FakeSpeech
from ui.sitting_room import Room, room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

ANN = Resume(
    basics=Basics(name="Ann Lee", phone="555 010 0134"),
    work=(Work(position="Cook", name="Corner Diner", highlights=("Cooked for 80 people",)),),
    education=(Education(institution="Lincoln High School"),),
)


@pytest.fixture
def voice() -> FakeSpeech:
    return FakeSpeech()


@pytest.fixture
def ann(qtbot: QtBot, voice: FakeSpeech) -> Iterator[Room]:
    with room(qtbot, ANN, speech=voice) as made:
        yield made


def press(made: Room, key: Qt.Key = Qt.Key.Key_F8) -> None:
    QTest.keyClick(QApplication.focusWidget() or made.window, key)
    QApplication.processEvents()


def click(made: Room, words: str) -> None:
    buttons = [one for one in made.window.findChildren(Button) if one.isVisible() and one.text() == words]
    buttons[0].click()
    QApplication.processEvents()


def seen(made: Room) -> str:
    return "\n".join(one.text() for one in made.window.findChildren(QLabel) if one.isVisible())


def with_headphones(made: Room) -> None:
    """Answer that the headphones are on, once."""
    press(made)
    click(made, "Yes, I hear it")


def test_nothing_private_is_said_before_headphones_are_on(ann: Room, voice: FakeSpeech) -> None:
    ann.at("contact")
    press(ann)
    assert voice.words == "Put on headphones. Do you hear this?"
    assert "555 010 0134" not in voice.words
    filled = [one for one in ann.window.findChildren(Button) if one.isVisible()]
    assert [one.text() for one in filled if one.kind is ButtonKind.PRIMARY] == ["Yes, I hear it"]
    click(ann, "Say it again")
    press(ann, Qt.Key.Key_Return)
    assert len(voice.said) == 3, "Enter by mistake says it once more"
    assert voice.said[0] == voice.said[1]
    click(ann, "Yes, I hear it")
    assert "555 010 0134" in voice.words


def test_it_is_asked_once_in_a_sitting(ann: Room, voice: FakeSpeech) -> None:
    ann.at("name")
    with_headphones(ann)
    voice.end()
    QApplication.processEvents()
    ann.at("contact")
    press(ann)
    assert voice.words.startswith("How can an employer reach you?")


def test_question_help_label_and_answer_are_read(ann: Room, voice: FakeSpeech) -> None:
    ann.at("contact")
    box = QApplication.focusWidget()
    with_headphones(ann)
    assert voice.words.split("\n") == [
        "How can an employer reach you?",
        "City and state are enough. You can leave any box blank.",
        "Phone",
        "For example: 555 010 0134",
        "555 010 0134",
    ]
    assert QApplication.focusWidget() is box, "back where one was"
    press(ann)
    press(ann, Qt.Key.Key_Tab)
    press(ann)
    assert voice.words.endswith("Nothing is written here yet.")


def test_the_focus_of_the_page_counts_when_the_button_has_it(ann: Room, voice: FakeSpeech) -> None:
    ann.at("contact")
    with_headphones(ann)
    press(ann)
    ann.window.frame.header.open_tools()
    strip = ann.window.findChild(ToolStrip)
    assert strip is not None
    strip.first().setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(strip.first(), Qt.Key.Key_Space)
    assert voice.words.endswith("555 010 0134")


def test_each_language_has_its_voice(qtbot: QtBot, voice: FakeSpeech) -> None:
    with room(qtbot, ANN, speech=voice) as made:
        made.session.choose(language="es")
        made.at("name")
        with_headphones(made)
        assert {(one.text, one.language) for one in voice.said[-1]} >= {
            ("What is your name?", "en"),
            ("Ann Lee", "es"),
        }


def test_the_same_key_and_escape_and_going_on_stop_it(ann: Room, voice: FakeSpeech) -> None:
    ann.at("name")
    with_headphones(ann)
    assert voice.speaking
    press(ann)
    assert not voice.speaking
    press(ann)
    assert voice.speaking
    press(ann, Qt.Key.Key_Escape)
    assert not voice.speaking
    press(ann)
    ann.window.frame.footer.next_button.click()
    assert not voice.speaking
    press(ann)
    ann.window.open_larger()
    assert not voice.speaking
    press(ann)
    assert not voice.speaking, "what is covered is not read"


def test_the_button_says_what_it_would_do(ann: Room, voice: FakeSpeech) -> None:
    ann.at("name")
    ann.window.frame.header.open_tools()
    with_headphones(ann)
    strip = ann.window.findChild(ToolStrip)
    assert strip is not None
    button = strip.first()
    assert isinstance(button, Button)
    assert button.text() == "Stop reading"
    button.click()
    assert button.text() == "Read aloud"
    button.click()
    voice.end()
    QApplication.processEvents()
    assert button.text() == "Read aloud"


def test_all_of_the_page_is_read_where_it_is_looked_over(ann: Room, voice: FakeSpeech) -> None:
    ann.at("review")
    click(ann, "Read my page")
    click(ann, "Yes, I hear it")
    for part in ("Ann Lee", "Corner Diner", "Cooked for 80 people", "Lincoln High School"):
        assert part in voice.words
    assert voice.words.index("Ann Lee") < voice.words.index("Corner Diner")
    click(ann, "Stop reading")
    assert not voice.speaking


@pytest.mark.parametrize("leave", ["escape", "nothing heard"])
def test_who_does_not_hear_it_gets_no_reading_and_a_way_on(ann: Room, voice: FakeSpeech, leave: str) -> None:
    ann.at("name")
    box = QApplication.focusWidget()
    press(ann)
    if leave == "escape":
        press(ann, Qt.Key.Key_Escape)
    else:
        click(ann, "No, I hear nothing")
        assert "There is no sound" in seen(ann)
        click(ann, "Go back")
    assert ann.window.frame.isVisible()
    assert QApplication.focusWidget() is box
    assert not voice.speaking
    press(ann)
    assert voice.words == "Put on headphones. Do you hear this?", "it is asked again"


def test_a_computer_without_sound_says_so_plainly(ann: Room, voice: FakeSpeech) -> None:
    ann.at("name")
    press(ann)
    voice.end(End.NO_SOUND)
    QApplication.processEvents()
    assert "There is no sound" in seen(ann)
    assert "no sound at all" in seen(ann)
    click(ann, "Try again")
    assert voice.words == "Put on headphones. Do you hear this?"
    click(ann, "Yes, I hear it")
    voice.end(End.NO_SOUND)  # they were pulled out
    QApplication.processEvents()
    click(ann, "Go back")
    press(ann)
    assert voice.words == "Put on headphones. Do you hear this?", "others may hear it now: ask again"


def test_a_language_without_a_voice_is_told(ann: Room, voice: FakeSpeech) -> None:
    voice.languages = set()
    ann.at("name")
    press(ann)
    assert "no voice for this language" in seen(ann)
    assert voice.said == []
    click(ann, "Go back")


def test_without_the_program_there_is_no_button_and_the_key_does_nothing(
    ann: Room, voice: FakeSpeech
) -> None:
    voice.there = False
    ann.at("review")
    ann.window.frame.header.open_tools()
    press(ann)
    words = {one.text() for one in ann.window.findChildren(Button) if one.isVisible()}
    assert not words & {"Read aloud", "Read my page"}
    assert "Hide my page" in words
    assert voice.said == []


@pytest.mark.parametrize("step", [step.id for step in STEPS])
def test_every_screen_can_be_read(qtbot: QtBot, voice: FakeSpeech, step: str) -> None:
    with room(qtbot, ANN, speech=voice) as made:
        made.at("name")
        with_headphones(made)
        kind = next(one for one in STEPS if one.id == step)
        made.at(step, 0 if kind.of_entry else None)
        press(made)
        assert voice.words.startswith(made.page.heading)
        focused = QApplication.focusWidget()
        if isinstance(focused, QLineEdit):
            assert focused.accessibleName() in voice.words


def test_the_window_ends_and_so_does_the_voice(qtbot: QtBot, voice: FakeSpeech) -> None:
    with room(qtbot, ANN, speech=voice) as made:
        made.at("name")
        with_headphones(made)
        assert voice.speaking
        made.window.close_down()
        assert not voice.speaking


def test_the_real_voice_reads_a_screen_while_the_screen_goes_on(qtbot: QtBot) -> None:
    take, sink = os.pipe()
    sound = bytearray()

    def listen() -> None:
        while part := os.read(take, 1 << 16):
            sound.extend(part)

    thread = threading.Thread(target=listen)
    thread.start()
    real = Espeak(sink=sink)
    try:
        with room(qtbot, ANN, speech=real) as made:
            made.at("name")
            press(made)
            click(made, "Yes, I hear it")
            strip: QWidget | None = made.window.findChild(ToolStrip)
            assert strip is not None
            button = next(one for one in strip.findChildren(Button) if "ead" in one.text())
            qtbot.waitUntil(lambda: button.text() == "Read aloud", timeout=20000)
    finally:
        real.close()
        os.close(sink)
        thread.join(20)
        os.close(take)
    assert sound.count(b"RIFF") >= 1
    assert len(sound) > 22050 * 2 * 2, "two seconds and more"
