"""The frame: names, keys, sizes, covers, and where the focus is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kiosk.flow.steps import STEPS
from kiosk.paths import SAMPLES
from kiosk.resume import jsonresume
from kiosk.resume.model import Basics, Resume
from kiosk.storage.save import Receipt, Verification
from kiosk.ui import theme
from kiosk.ui.controls import Button
from kiosk.ui.header import Header
from kiosk.ui.status import status
from kiosk.ui.theme import Look
from kiosk.ui.window import Window
from ui.sitting_room import Drives, Room, room, stick

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
"""What Qt's screen for tests says about every window."""

FILLED = jsonresume.load(SAMPLES / "plant-worker.json").resume
ALL_STEPS = [pytest.param(step.id, 0 if step.of_entry else None, id=step.id) for step in STEPS]


@pytest.fixture
def at_home(qtbot: QtBot) -> Iterator[Room]:
    with room(qtbot, FILLED) as made:
        yield made


def here() -> QWidget:
    """Return what has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None, "the focus is lost"
    return widget


def name_of(widget: QWidget) -> str:
    """Return what a screen reader calls a control."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def shown(window: Window, kind: type[QWidget] = QWidget) -> list[QWidget]:
    """Return the controls of one kind that can be seen."""
    return [widget for widget in window.findChildren(kind) if widget.isVisible()]


def button(window: Window, name: str) -> Button:
    """Return the visible button of this name."""
    return next(one for one in window.findChildren(Button) if one.isVisible() and name_of(one) == name)


def region_of(window: Window, widget: QWidget) -> int:
    """Return the number of the region of the frame that `widget` is in."""
    return next(n for n, region in enumerate(window.frame.regions) if region.isAncestorOf(widget))


@pytest.mark.parametrize(("step", "entry"), ALL_STEPS)
def test_every_control_is_called_what_is_written_on_it(qtbot: QtBot, step: str, entry: int | None) -> None:
    with room(qtbot, FILLED) as made:
        made.at(step, entry)
        for one in shown(made.window):
            if one.focusPolicy() == Qt.FocusPolicy.NoFocus:
                continue
            name = name_of(one)
            assert name, f"{type(one).__name__} has no name"
            if isinstance(one, QAbstractButton):
                written = one.text().replace("&&", "&")
                assert written in name


SIZES = [
    (1366, 100),
    *(pytest.param(*size, marks=pytest.mark.slow) for size in ((1366, 130), (1366, 150), (1920, 175))),
    (1366, 200),
]


@pytest.mark.slow
@pytest.mark.parametrize(("width", "size"), SIZES)
def test_nothing_is_cut_and_nothing_is_wider_than_the_window(qtbot: QtBot, width: int, size: int) -> None:
    with room(qtbot, FILLED) as made:
        window = made.window
        window.resize(width, 768)
        window.change_look(Look(text_size=size))
        for step in STEPS:
            made.at(step.id, 0 if step.of_entry else None)
            QApplication.processEvents()
            assert window.width() == width, f"{step.id} makes the window wider"
            assert window.height() == 768, f"{step.id} makes the window higher"
            for one in (*shown(window, QAbstractButton), *shown(window, QLabel)):
                right = one.mapTo(window, one.rect().topRight()).x()
                left = one.mapTo(window, one.rect().topLeft()).x()
                assert left >= 0
                assert right < width, f"{step.id}: {name_of(one)} is beyond the edge"
                if isinstance(one, Button):
                    assert one.width() >= one.minimumSizeHint().width(), f"{step.id}: {name_of(one)} is cut"


@pytest.mark.parametrize("size", [100, 200])
def test_what_can_be_pressed_is_large_enough(at_home: Room, size: int) -> None:
    at_home.window.change_look(Look(text_size=size))
    at_home.at("name")
    QApplication.processEvents()
    for one in shown(at_home.window, Button):
        assert min(one.width(), one.height()) >= 44, name_of(one)


def test_tab_goes_through_the_page_then_on_then_the_rest_and_round(at_home: Room) -> None:
    window = at_home.window
    at_home.at("contact")
    first = QApplication.focusWidget()
    assert isinstance(first, QLineEdit)
    visited: list[QWidget] = [first]
    while len(visited) < 60:
        QTest.keyClick(here(), Qt.Key.Key_Tab)
        if here() is first:
            break
        visited.append(here())
    regions = [region_of(window, one) for one in visited]
    assert regions == sorted(regions)
    assert set(regions) == {0, 1, 3, 4, 5}, "every region but the line that replaces the steps"
    on = [name_of(one) for one in visited if region_of(window, one) == 1]
    assert on == ["Next", "Skip this", "Save now", "Back"]
    QTest.keyClick(first, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is visited[-1]


def test_a_page_begins_at_its_first_field(at_home: Room) -> None:
    at_home.at("name")
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    at_home.at("contact")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert at_home.page.isAncestorOf(focused)


def test_enter_presses_what_has_the_focus(at_home: Room) -> None:
    at_home.at("name")
    following = at_home.window.frame.footer.next_button
    following.setFocus()
    QTest.keyClick(following, Qt.Key.Key_Return)
    assert at_home.wizard.current.step.id == "contact"


def test_keys_change_text_size_and_go_back(at_home: Room) -> None:
    window = at_home.window
    QTest.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert theme.in_use().text_size == theme.TEXT_SIZES[1]
    QTest.keyClick(window, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert theme.in_use().text_size == 100
    QTest.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert theme.in_use().text_size == 100
    at_home.at("contact")
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert at_home.wizard.current.step.id == "name"
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert at_home.wizard.current.step.id == "save"
    at_home.wizard.back()
    assert at_home.wizard.current.step.id == "name", "Save now comes back to where it was asked for"


def test_undo_and_redo_by_key_and_button(at_home: Room) -> None:
    window = at_home.window
    at_home.at("review")
    at_home.session.edit(Resume(basics=Basics(name="Bea")))
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert at_home.session.resume == FILLED
    QTest.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert at_home.session.resume.basics.name == "Bea"
    button(window, "Undo").click()
    assert at_home.session.resume == FILLED
    assert not any(name_of(one) == "Undo" for one in shown(window, Button)), "nothing is left to undo"


def test_the_contrast_button_says_what_it_would_do(at_home: Room) -> None:
    button(at_home.window, "High contrast").click()
    assert theme.in_use().high_contrast
    button(at_home.window, "Normal colors").click()
    assert not theme.in_use().high_contrast


def test_the_list_of_steps_leads_and_says_where_we_are(at_home: Room) -> None:
    window = at_home.window
    button(window, "School").click()
    assert at_home.wizard.current.step.id == "education"
    step = QAccessible.queryAccessibleInterface(button(window, "School"))
    assert step.text(QAccessible.Text.Description).endswith("You are here.")
    window.change_look(Look(text_size=200))
    assert "Step 5 of 9: School" in {one.text() for one in window.findChildren(QLabel) if one.isVisible()}
    assert button(window, "See my page").isVisible()


def test_see_it_larger_gives_the_focus_back(at_home: Room) -> None:
    window = at_home.window
    at_home.at("name")
    before = QApplication.focusWidget()
    window.open_larger()
    assert not window.frame.isVisible()
    QTest.keyClick(here(), Qt.Key.Key_Tab)
    assert not window.frame.isAncestorOf(here())
    button(window, "Close").click()
    assert window.frame.isVisible()
    assert QApplication.focusWidget() is before


def test_finish_asks_and_offers_to_save_first(at_home: Room, qtbot: QtBot) -> None:
    window = at_home.window
    at_home.at("contact")
    button(window, "Finish and erase").click()
    names = [name_of(one) for one in shown(window, Button)]
    assert names == ["Save now", "Go back", "Finish and erase"]
    assert name_of(QApplication.focusWidget() or window) == "Save now", "Enter by mistake erases nothing"
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert at_home.session.resume == FILLED, "keys do nothing to what is covered"
    button(window, "Save now").click()
    assert at_home.wizard.current.step.id == "save"
    window.ask_to_finish()
    with qtbot.waitSignal(window.finished):
        button(window, "Finish and erase").click()


def test_finish_with_nothing_unsaved_starts_at_go_back(at_home: Room) -> None:
    at_home.session.open(FILLED)
    at_home.window.ask_to_finish()
    assert [name_of(one) for one in shown(at_home.window, Button)] == ["Go back", "Finish and erase"]
    button(at_home.window, "Go back").click()
    assert at_home.window.frame.isVisible()


def test_a_bug_is_told_calmly_and_the_answers_are_kept(at_home: Room) -> None:
    at_home.window.show_bug()
    words = " ".join(one.text() for one in at_home.window.findChildren(QLabel) if one.isVisible()).lower()
    assert "your answers are still here" in words
    assert not {"error", "invalid", "failed"} & set(words.split())
    button(at_home.window, "Go on").click()
    assert at_home.session.resume == FILLED


def test_escape_leaves_every_question_without_harm(at_home: Room) -> None:
    window = at_home.window
    for ask in (window.ask_to_finish, window.show_bug, window.open_larger):
        ask()
        assert not window.frame.isVisible()
        QTest.keyClick(here(), Qt.Key.Key_Escape)
        assert window.frame.isVisible()
        assert at_home.session.resume == FILLED


def test_the_last_screen_has_one_way_to_finish_and_every_step_ticked(at_home: Room) -> None:
    at_home.at("done")
    ways = [one for one in shown(at_home.window, Button) if name_of(one) == "Finish and erase"]
    assert ways == [at_home.window.frame.footer.next_button]
    states = {one.property("state") for one in at_home.window.frame.stepper.findChildren(Button)}
    assert "current" not in states
    at_home.at("name")
    assert len([one for one in shown(at_home.window, Button) if name_of(one) == "Finish and erase"]) == 1


def test_undo_by_key_changes_nothing_where_answers_are_not_seen(at_home: Room) -> None:
    at_home.session.edit(Resume())
    at_home.at("save")
    QTest.keyClick(at_home.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert at_home.session.resume == Resume()
    at_home.at("name")
    QTest.keyClick(at_home.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert at_home.session.resume == FILLED


def test_a_screen_opens_at_what_has_the_focus(at_home: Room) -> None:
    at_home.window.change_look(Look(text_size=200))
    at_home.at("work.lines", 0)
    QApplication.processEvents()
    box, page = here(), at_home.page
    top = box.mapTo(page, box.rect().topLeft()).y()
    assert top >= 0
    assert top + box.height() <= page.height()


def test_closing_only_asks_to_end(at_home: Room, qtbot: QtBot) -> None:
    with qtbot.waitSignal(at_home.window.closed):
        assert not at_home.window.close(), "who listens erases first"
    assert at_home.window.isVisible()


def test_pages_are_built_when_first_shown(at_home: Room) -> None:
    pages = at_home.window.frame.pages
    assert pages.count() == 1
    at_home.at("name")
    at_home.at("home")
    at_home.at("name")
    assert pages.count() == 2


def test_the_page_scrolls_to_what_has_the_focus(at_home: Room) -> None:
    window = at_home.window
    window.change_look(Look(text_size=200))
    at_home.at("contact")
    last: QWidget | None = None
    for _ in range(12):
        focused = here()
        if not at_home.page.isAncestorOf(focused):
            break
        QApplication.processEvents()
        top = focused.mapTo(window, focused.rect().topLeft()).y()
        page = at_home.page.mapTo(window, at_home.page.rect().topLeft()).y()
        assert page <= top
        assert top + focused.height() <= page + at_home.page.height()
        last = focused
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert last is not None


def test_the_header_says_when_it_was_saved(qtbot: QtBot, tmp_path: Path) -> None:
    drives = Drives(stick(tmp_path))
    with room(qtbot, FILLED, drives) as made:
        header = made.window.frame.header
        assert header.status == "Not saved yet"
        receipt = Receipt(tmp_path, (), 1, Verification.REREAD)
        made.session.mark_saved(receipt, FILLED, stick(tmp_path))
        assert header.status.startswith("Saved on your drive ")
        made.session.edit(Resume(basics=Basics(name="Bea")))
        assert header.status.startswith("Changed since ")
        made.at("contact")  # and what changed is kept
        qtbot.waitUntil(lambda: header.status.startswith("Saved on your drive "))
        assert header.is_good
        made.session.edit(Resume(basics=Basics(name="Bea", phone="1")))
        assert header.status.startswith("Saved on your drive ")
        assert not header.is_good, "not all of it"


def test_who_finishes_hears_what_is_on_the_drive(qtbot: QtBot, tmp_path: Path) -> None:
    with room(qtbot, FILLED, Drives(stick(tmp_path))) as made:
        made.window.ask_to_finish()
        assert "Some of your answers are not on your drive yet." in covered(made.window)
        made.window.uncover()
        made.session.use_drive(stick(tmp_path))
        made.at("contact")
        qtbot.waitUntil(lambda: made.keeping.now.resume == made.session.resume)
        made.window.ask_to_finish()
        assert "but your PDF and Word file are not there yet." in covered(made.window)


def covered(window: Window) -> str:
    return " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def test_a_drive_that_is_pulled_is_told_on_every_screen_until_it_is_back(
    qtbot: QtBot, tmp_path: Path
) -> None:
    drives = Drives(stick(tmp_path))
    with room(qtbot, FILLED, drives) as made:
        made.session.use_drive(stick(tmp_path))
        made.at("contact")
        frame = made.window.frame
        qtbot.waitUntil(lambda: frame.header.status.startswith("Saved on your drive "))
        drives.plug()
        qtbot.waitUntil(lambda: frame.header.status == "Your drive is out")
        words = "Your drive is out. Put it in again: your answers are safe here."
        assert (frame.banner.isVisible(), frame.banner.words) == (True, words)
        drives.plug(stick(tmp_path))
        qtbot.waitUntil(lambda: not frame.banner.isVisible())
        assert frame.header.status.startswith("Saved on your drive ")


@pytest.mark.parametrize(
    ("unsaved", "saved_at", "expected"),
    [
        (False, "", ("", False)),
        (True, "", ("Not saved yet", False)),
        (False, "10:42", ("Saved on your drive 10:42", True)),
        (True, "10:42", ("Changed since 10:42", False)),
    ],
)
def test_the_status_in_every_case(unsaved: bool, saved_at: str, expected: tuple[str, bool]) -> None:
    assert status(unsaved, saved_at) == expected


def test_the_frame_is_mirrored(qtbot: QtBot, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        with room(qtbot, FILLED) as made:
            made.at("contact")
            QApplication.processEvents()
            window = made.window

            def middle(widget: QWidget) -> int:
                return widget.mapTo(window, widget.rect().center()).x()

            assert middle(window.frame.stepper) > middle(window.frame.pages) > middle(window.frame.preview)
            assert middle(button(window, "Next")) < middle(button(window, "Back"))
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_a_narrow_header_without_a_status_asks_for_no_size(qtbot: QtBot) -> None:
    """Qt warns of a negative one, which fails a test."""
    header = Header()
    qtbot.addWidget(header)
    header.resize(300, 80)
    with qtbot.waitExposed(header):
        header.show()
    assert header.width() == 300
    assert header.status == ""
