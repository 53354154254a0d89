"""The keys on the screen: each types what it shows, in the box that has the focus, and lets it keep that."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from kiosk import paths
from kiosk.errors import ContentError
from kiosk.flow.field import Typed
from kiosk.flow.steps import STEPS
from kiosk.resume.model import Basics, Resume, Work
from kiosk.ui import focus, layouts
from kiosk.ui.aids import Aids
from kiosk.ui.controls import Button
from kiosk.ui.fields import TextBox
from kiosk.ui.keyboard import plan as planning
from kiosk.ui.keyboard import shift as shifting
from kiosk.ui.keyboard.board import Board
from kiosk.ui.keyboard.dock import Dock, is_box
from kiosk.ui.keyboard.key import Key
from kiosk.ui.keyboard.plan import NAMES, Action, first, plans
from kiosk.ui.keyboard.shift import Shift
from kiosk.ui.theme import Look
from ui import colours, screens
from ui.screens import DIAGONAL, View
from ui.sitting_room import Room, room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

SOMEBODY = Resume(basics=Basics(name="Ann"), work=(Work(position="Cook", highlights=("Cooked soup",)),))
SIGNS = sorted({cap.text for plan in plans().values() for row in plan.caps for cap in row if cap.text})


@pytest.fixture
def made(qtbot: QtBot) -> Iterator[Room]:
    with room(qtbot, SOMEBODY) as sitting:
        sitting.window.listen_to_touch()
        yield sitting


@pytest.fixture(scope="module")
def finger() -> QPointingDevice:
    device: QPointingDevice = QTest.createTouchDevice()
    return device


def settled() -> None:
    for _turn in range(6):
        QApplication.processEvents()


def dock_of(made: Room) -> Dock:
    return made.window.findChildren(Aids)[0].dock


def board_of(made: Room) -> Board:
    return dock_of(made).board


def here() -> QLineEdit | QPlainTextEdit:
    box = QApplication.focusWidget()
    assert isinstance(box, QLineEdit | QPlainTextEdit)
    return box


def text_of(box: QLineEdit | QPlainTextEdit) -> str:
    return box.text() if isinstance(box, QLineEdit) else box.toPlainText()


def key(board: Board, words: str) -> Key:
    return next(one for one in board.plate.keys if one.words == words)


def click(board: Board, *words: str) -> None:
    for word in words:
        QTest.mouseClick(key(board, word), Qt.MouseButton.LeftButton)


def touch(made: Room, finger: QPointingDevice, widget: QWidget) -> None:
    """Put a finger on the middle of a widget and lift it, as the system tells of it."""
    window = made.window
    place = widget.mapTo(window, widget.rect().center())
    made_of_it = QTest.touchEvent(window, finger, False)
    made_of_it.press(0, place, window)
    made_of_it.commit()
    made_of_it.release(0, place, window)
    made_of_it.commit()
    settled()


def ask_for_keys(made: Room) -> Board:
    for words in ("Tools", "Keys on the screen"):
        button = next(b for b in made.window.findChildren(Button) if b.accessibleName() == words)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        settled()
    return board_of(made)


@pytest.mark.parametrize("shift", Shift)
@pytest.mark.parametrize("name", plans())
def test_every_key_types_exactly_what_it_shows(made: Room, name: str, shift: Shift) -> None:
    made.at("name")
    board = ask_for_keys(made)
    board.bring(name)
    for number in range(len(board.plate.keys)):
        one = board.plate.keys[number]
        if not one.cap.text:
            continue
        here().clear()
        while shift is not board.shift and any(k.cap.action is Action.SHIFT for k in board.plate.keys):
            next(k for k in board.plate.keys if k.cap.action is Action.SHIFT).click()
        shown = one.text().replace("&&", "&")
        QTest.mouseClick(one, Qt.MouseButton.LeftButton)
        assert text_of(here()) == shown == made.session.resume.basics.name


@given(st.lists(st.one_of(st.none(), st.sampled_from(SIGNS))))
def test_shift_is_for_one_capital_or_for_all_until_it_is_pressed_again(presses: list[str | None]) -> None:
    shift, since = Shift.OFF, 0
    for text in presses:
        if text is None:
            shift, since = shifting.pressed(shift), (since + 1) % 3
            assert list(Shift).index(shift) == since
            continue
        shown = shifting.face(shift, text)
        has_two = len(text) == 1 and text.upper() != text
        assert shown == (text.upper() if has_two and since else text)
        shift = shifting.after(shift, text)
        since = 0 if since == 1 and has_two else since
        assert list(Shift).index(shift) == since


def test_letters_follow_shift_where_one_sees_it(made: Room) -> None:
    made.at("name")
    board = ask_for_keys(made)
    here().clear()
    click(board, "Shift")
    assert [one.text() for one in board.plate.keys[:3]] == ["Q", "W", "E"]
    click(board, "B", "o")
    assert [one.text() for one in board.plate.keys[:3]] == ["q", "w", "e"]
    click(board, "Space", "Shift", "Shift", "T", "V", "5", "Capitals", "a")
    assert text_of(here()) == "Bo TV5a"


def test_the_other_keys_do_what_they_are_called(made: Room) -> None:
    made.at("contact")
    board = ask_for_keys(made)
    box = here()
    click(board, "5", "5", "1", "Backspace", "5", "Move left", "Move left", "+", "Move right", "-")
    assert text_of(box) == "5+5-5"
    click(board, "Enter")
    settled()
    assert here() is not box, "Enter goes on to the next box"


@pytest.mark.parametrize("name", plans())
def test_all_sets_of_keys_can_be_reached_from_each(made: Room, name: str) -> None:
    made.at("name")
    board = ask_for_keys(made)
    board.bring(name)
    reached, new = {name}, [name]
    while new:
        board.bring(new.pop())
        brings = {one.cap.keys for one in board.plate.keys if one.cap.keys}
        new += brings - reached
        reached |= brings
    assert reached == set(plans())


def test_the_first_keys_follow_the_box(made: Room) -> None:
    made.at("contact")
    board = ask_for_keys(made)
    seen = []
    for box in made.page.findChildren(TextBox):
        if box.isVisible():
            box.setFocus()
            settled()
            seen.append((box.accessibleName(), board.shown))
    assert seen == [("Phone", "numbers"), ("Email", "email"), ("City", "letters"), ("State", "letters")]
    click(board, "Ñ Español")
    made.at("name")
    settled()
    assert board.shown == "spanish", "who chose these letters has them from now on"


def test_letters_of_the_language_of_the_screens_come_first() -> None:
    assert first(Typed.LETTERS, "es") == "spanish"
    assert first(Typed.LETTERS, "en") == first(Typed.LETTERS, "vi") == "letters"


SIZES = [(1024, 100), (1366, 200), pytest.param(1366, 100, marks=pytest.mark.slow)]


@pytest.mark.parametrize(("width", "size"), SIZES)
def test_every_key_is_large_named_and_whole(qtbot: QtBot, width: int, size: int) -> None:
    with room(qtbot, SOMEBODY, text_size=size) as made:
        made.window.resize(width, 768)
        made.at("name")
        board = ask_for_keys(made)
        for name in plans():
            board.bring(name)
            settled()
            around = board.rect()
            for one in board.plate.keys:
                assert one.accessibleName() == one.words != ""
                assert min(one.width(), one.height()) >= 44, one.words
                assert one.height() >= 56
                assert around.contains(one.geometry()), one.words
                assert one.fontMetrics().horizontalAdvance(one.text()) <= one.width() - 8, one.words
            places = [one.geometry() for one in board.plate.keys]
            pairs = [(a, b) for a in places for b in places if a != b and a.intersects(b)]
            assert pairs == []


OPEN = set("acemnosuvwxz")
"""Letters whose own lines do not fill most of the room that they take."""

EVERY_DAY = DIAGONAL[1:3]


@pytest.mark.slow
@pytest.mark.parametrize(
    "view",
    [view if view in EVERY_DAY else pytest.param(view, marks=pytest.mark.slow) for view in DIAGONAL],
    ids=str,
)
def test_the_keys_are_whole_and_seen_in_every_look_and_language(qtbot: QtBot, view: View) -> None:
    with screens.seen(qtbot, view) as made:
        made.at("name")
        dock_of(made).toggle()
        board = board_of(made)
        for name in plans():
            board.bring(name)
            screens.settle()
            assert screens.wrong(board) == [], name
            texts = [(found.split("'")[1].replace("\\u200e", ""), found) for found in colours.pale(board)]
            assert [found for text, found in texts if text in OPEN or len(text) > 1] == [], name
        board.bring("spanish")
        for _press in Shift:
            click(board, *(one.words for one in board.plate.keys if one.cap.action is Action.SHIFT))
            screens.settle()
            assert screens.wrong(board) == [], board.shift


def test_signs_are_not_turned_round_where_the_screen_is(qtbot: QtBot) -> None:
    painted = []
    for view in (View(), View(mirrored=True)):
        with screens.seen(qtbot, view) as made:
            made.at("name")
            dock_of(made).toggle()
            board = board_of(made)
            board.bring("numbers")
            screens.settle()
            pictures = [key(board, sign).grab().toImage() for sign in "()/?"]
            board.bring("email")
            screens.settle()
            painted.append([*pictures, key(board, ".com").grab().toImage()])
    plain, mirrored = painted
    assert plain == mirrored
    assert plain[0] != plain[1]


def test_keys_take_no_focus_and_tab_does_not_come_there(made: Room) -> None:
    made.at("name")
    board = ask_for_keys(made)
    box = here()
    click(board, "a", "Shift", "123 Numbers and signs", "ABC English")
    assert here() is box
    assert focus.stops(board) == []
    assert all(one.focusPolicy() == Qt.FocusPolicy.NoFocus for one in board.plate.keys)
    for _press in range(40):
        now = QApplication.focusWidget()
        assert now is not None
        QTest.keyClick(now, Qt.Key.Key_Tab)
        stop = QApplication.focusWidget()
        assert stop is not None
        assert not board.isAncestorOf(stop)


def test_undo_and_limits_are_those_of_a_real_keyboard(made: Room) -> None:
    made.at("name")
    board = ask_for_keys(made)
    click(board, "x")
    assert made.session.resume.basics.name == "Annx"
    made.session.undo()
    assert made.session.resume.basics.name == text_of(here()) == "Ann"
    made.at("work.dates", 0)
    year = next(box for box in made.page.findChildren(TextBox) if box.isVisible() and box.isEnabled())
    year.setFocus()
    settled()
    click(board, *"20199")
    assert year.text() == "2019"


def test_a_finger_in_a_box_brings_the_keys_and_they_stay_until_sent_away(
    made: Room, finger: QPointingDevice
) -> None:
    made.at("name")
    settled()
    assert not dock_of(made).is_shown
    touch(made, finger, here())
    board = board_of(made)
    assert board.isVisible()
    touch(made, finger, key(board, "n"))
    touch(made, finger, key(board, "Shift"))
    touch(made, finger, key(board, "E"))
    assert made.session.resume.basics.name == "AnnnE"
    touch(made, finger, made.window.frame.footer.next_button)
    assert made.wizard.current.step.id == "contact"
    assert board.isVisible()
    assert board.shown == "numbers"
    touch(made, finger, key(board, "Hide keys"))
    assert not board.isVisible()
    assert here().accessibleName() == "Phone", "the box keeps the focus"
    made.at("name")
    settled()
    assert not board.isVisible()


def test_a_finger_elsewhere_and_a_mouse_bring_no_keys(made: Room, finger: QPointingDevice) -> None:
    made.at("path")
    touch(made, finger, made.page.findChildren(Button)[0])
    made.at("name")
    settled()
    QTest.mouseClick(here(), Qt.MouseButton.LeftButton)
    settled()
    assert not dock_of(made).is_shown


def test_nothing_moves_while_a_button_is_held_down(made: Room) -> None:
    made.at("name")
    board = ask_for_keys(made)
    following = made.window.frame.footer.next_button
    place = following.mapTo(made.window, following.rect().center())
    handle = made.window.windowHandle()
    assert handle is not None
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    settled()
    assert following.mapTo(made.window, following.rect().center()) == place
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    settled()
    assert made.wizard.current.step.id == "contact"
    assert board.isVisible()


def test_the_tools_make_room_for_the_keys_and_the_same_button_sends_them_away(made: Room) -> None:
    made.at("name")
    tools = next(b for b in made.window.findChildren(Button) if b.accessibleName() == "Tools")
    board = ask_for_keys(made)
    box = here()
    assert board.isVisible()
    assert not tools.isChecked()
    tools.setFocus()
    QTest.keyClick(tools, Qt.Key.Key_Space)
    ask = next(b for b in made.window.findChildren(Button) if b.accessibleName() == "Keys on the screen")
    ask.setFocus()
    QTest.keyClick(ask, Qt.Key.Key_Return)
    settled()
    assert not board.isVisible()
    assert here() is box


def test_the_keys_are_gone_where_nothing_is_typed_and_come_back(made: Room) -> None:
    made.at("path")
    board = ask_for_keys(made)
    assert not board.isVisible()
    words = next(b for b in made.window.findChildren(Button) if b.isVisible() and b.text() == "Go on")
    words.click()
    made.at("name")
    settled()
    assert board.isVisible()
    made.at("path")
    settled()
    assert not board.isVisible()
    assert made.window.contentsMargins().bottom() == 0


LOOKS = [
    pytest.param(100, 0, 0, marks=pytest.mark.slow),
    (200, 0, 0),
    pytest.param(150, 1, 0, marks=pytest.mark.slow),
    pytest.param(100, 0, 1, marks=pytest.mark.slow),
]


@pytest.mark.parametrize(("size", "contrast", "mirrored"), LOOKS)
def test_the_box_is_seen_above_the_keys(made: Room, size: int, contrast: int, mirrored: int) -> None:
    window = made.window
    if mirrored:
        window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window.change_look(Look(high_contrast=bool(contrast), text_size=size))
    made.at("name")
    board = ask_for_keys(made)
    for step in STEPS:
        if not step.fields:
            continue
        made.at(step.id, 0 if step.of_entry else None)
        for box in [one for one in made.page.findChildren(QWidget) if is_box(one)]:
            box.setFocus()
            settled()
            place = box.mapTo(window, QPoint(0, 0))
            assert (window.width(), window.height()) == (1366, 768)
            assert board.geometry().bottom() == 767
            assert place.y() >= window.frame.header.height(), f"{step.id}: {box.accessibleName()}"
            bottom = place.y() + box.height()
            assert bottom <= window.frame.footer.mapTo(window, QPoint(0, 0)).y(), box.accessibleName()
            assert window.frame.footer.geometry().bottom() <= board.y()


def test_a_box_on_a_cover_is_typed_in_too(made: Room, finger: QPointingDevice) -> None:
    view = QWidget()
    inside = QWidget()
    column = layouts.column(inside)
    column.addSpacing(600)
    box = TextBox("Name of the file", 40)
    column.addWidget(box)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setWidget(inside)
    layouts.column(view).addWidget(scroll)
    made.window.cover(view, box)
    settled()
    touch(made, finger, box)
    board = board_of(made)
    click(board, "o", "k")
    assert box.text() == "ok"
    assert box.mapTo(made.window, box.rect().bottomLeft()).y() < board.y()
    assert made.session.resume == SOMEBODY
    made.window.uncover()
    settled()


def test_names_are_there_for_all_actions_and_no_text_is_kept(made: Room) -> None:
    assert set(NAMES) == set(Action) - {Action.GAP}
    made.at("name")
    board = ask_for_keys(made)
    before = {one.words for one in board.plate.keys}
    click(board, "z", "z")
    assert {one.words for one in board.plate.keys} == before
    held = [w.accessibleName() + w.accessibleDescription() for w in board.findChildren(QWidget)]
    assert not any("Annzz" in text for text in held)


BAD = {
    "uneven": 'rows = ["a b", "c"]',
    "none": "rows = []",
    "unknown": 'rows = ["{nothing}"]',
    "odd": 'rows = ["{sh", "a"]',
    "flat": 'rows = ["a*0"]',
}


@pytest.mark.parametrize("rows", BAD.values(), ids=BAD)
def test_a_file_of_keys_that_is_not_right_says_so(tmp_path: Path, rows: str) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(f'name = "Mine"\nface = "M"\ntypes = "letters"\n{rows}\n', "utf-8")
    with pytest.raises(ContentError, match="mine.toml"):
        planning.plans(tmp_path)


def test_spanish_letters_are_plain_keys() -> None:
    there = {cap.text for row in plans()["spanish"].caps for cap in row}
    assert set("abcdefghijklmnopqrstuvwxyzñáéíóúü") <= there


def test_the_keys_are_not_loaded_with_the_first_screen() -> None:
    code = (
        "import sys, kiosk.app; print([m for m in sys.modules if 'keyboard' in m or m == 'kiosk.ui.touch'])"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], cwd=paths.ROOT, capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == "[]"
