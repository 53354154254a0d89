"""*Hide my page*: the same key hides and shows, everywhere, and nothing of it is kept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kiosk.paths import SAMPLES
from kiosk.resume import jsonresume
from kiosk.ui import hiding
from kiosk.ui.controls import Button
from kiosk.ui.fields import FieldEditor
from kiosk.ui.larger import Larger, Reader
from kiosk.ui.paper import Sheet
from kiosk.ui.theme import Look
from kiosk.ui.toolstrip import ToolStrip
from ui.sitting_room import Room, room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

FILLED = jsonresume.load(SAMPLES / "plant-worker.json").resume
NAME, PHONE = FILLED.basics.name, FILLED.basics.phone


@pytest.fixture
def made(qtbot: QtBot) -> Iterator[Room]:
    with room(qtbot, FILLED) as opened:
        yield opened


def press(made: Room, key: Qt.Key = Qt.Key.Key_F9) -> None:
    QTest.keyClick(QApplication.focusWidget() or made.window, key)
    QApplication.processEvents()


def seen(widget: QWidget) -> str:
    """Return every word that can be read on the screen."""
    labels = [one.text() for one in widget.findChildren(QLabel) if one.isVisible()]
    boxes = [one.displayText() for one in widget.findChildren(QLineEdit) if one.isVisible()]
    return "\n".join((*labels, *boxes))


def spoken(widget: QWidget) -> str:
    """Return what a screen reader could say about everything that is visible."""
    said = []
    for one in (widget, *widget.findChildren(QWidget)):
        if one.isVisible() and (known := QAccessible.queryAccessibleInterface(one)):
            said += [known.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Description)]
    return "\n".join(said)


@pytest.mark.parametrize("key", [Qt.Key.Key_F9, Qt.Key.Key_Pause])
def test_contact_facts_become_dots_and_the_page_a_plain_panel(made: Room, key: Qt.Key) -> None:
    made.at("contact")
    sheet = made.window.frame.preview.findChild(Sheet)
    assert sheet is not None
    before = picture(sheet)
    assert PHONE in seen(made.page)
    press(made, key)
    assert PHONE not in seen(made.page)
    assert FILLED.basics.location.city not in seen(made.page)
    assert picture(sheet) != before
    assert "hidden" in spoken(made.window.frame.preview).lower()
    press(made, key)
    assert PHONE in seen(made.page)
    assert picture(sheet) == before


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def test_a_page_that_is_drawn_while_hidden_is_hidden_too(made: Room) -> None:
    sheet = made.window.frame.preview.findChild(Sheet)
    assert sheet is not None
    press(made)
    hidden = picture(sheet)
    page = QImage(85, 110, QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.red)
    sheet.show_image(page, NAME)
    QApplication.processEvents()
    assert picture(sheet) == hidden
    assert NAME not in spoken(sheet)
    press(made)
    assert picture(sheet) != hidden
    assert NAME in spoken(sheet)


@pytest.mark.parametrize("step", ["review", "save", "codes", "open"])
def test_screens_of_answers_and_files_are_covered_whole(made: Room, step: str) -> None:
    made.at("name")
    press(made)
    page = made.at(step)
    QApplication.processEvents()
    assert not page.isVisible()
    assert NAME not in seen(made.window)
    assert NAME not in spoken(made.window)
    focused = QApplication.focusWidget()
    assert isinstance(focused, Button)
    assert focused.text() == "Show my page"
    focused.click()
    assert page.isVisible()
    assert not hiding.on()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.isVisible()


def test_what_is_about_work_can_still_be_typed(made: Room) -> None:
    press(made)
    made.at("work.place", 0)
    assert FILLED.work[0].position in seen(made.page)


def test_typing_goes_on_and_what_is_typed_stays(made: Room) -> None:
    made.at("contact")
    press(made)
    box = QApplication.focusWidget()
    assert isinstance(box, QLineEdit)
    QTest.keyClicks(box, "9")
    assert made.session.resume.basics.phone == PHONE + "9"
    press(made)
    assert QApplication.focusWidget() is box
    assert box.displayText() == PHONE + "9"


def test_what_was_hidden_on_one_screen_is_shown_from_another(made: Room) -> None:
    made.at("contact")
    press(made)
    made.at("review")
    press(made)
    made.at("contact")
    assert PHONE in seen(made.page)


def test_it_works_over_see_it_larger_and_its_words(made: Room) -> None:
    made.window.open_larger()
    reader = made.window.findChild(Reader)
    assert reader is not None
    reader.read(f"{NAME} {PHONE}")
    reader.show_words(True)
    view = made.window.findChild(Larger)
    assert view is not None
    assert PHONE in seen(view)
    press(made)
    assert PHONE not in seen(view) + spoken(view)
    assert "Press F9" in seen(view)
    reader.show_words(False)
    sheet = view.findChild(Sheet)
    assert sheet is not None
    assert "Hidden" in spoken(sheet)
    press(made)
    reader.show_words(True)
    assert NAME in seen(view)
    QTest.keyClick(view, Qt.Key.Key_Escape)


def test_a_view_that_is_opened_while_hidden_is_hidden(made: Room) -> None:
    press(made)
    made.window.open_larger()
    reader = made.window.findChild(Reader)
    assert reader is not None
    reader.read(PHONE)
    assert PHONE not in spoken(made.window)


def test_it_is_said_aloud_once_each_time(made: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: True))
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    press(made)
    press(made)
    assert said == ["Your page is hidden.", "Your page is shown again."]


def test_the_button_says_what_it_would_do_and_is_in_sight_while_hidden(made: Room) -> None:
    press(made)
    strip = made.window.findChild(ToolStrip)
    assert strip is not None
    assert strip.isVisible()
    button = strip.first()
    assert isinstance(button, Button)
    assert button.text() == "Show my page"
    button.click()
    assert button.text() == "Hide my page"
    assert not hiding.on()


def test_the_window_ends_and_the_next_hides_nothing(qtbot: QtBot) -> None:
    with room(qtbot, FILLED) as first:
        press(first)
        assert hiding.on()
    assert not hiding.on()


def test_every_field_with_contact_facts_is_masked(made: Room) -> None:
    """A field that is added to the tables is hidden unless somebody says that it need not be."""
    press(made)
    for step in ("name", "contact"):
        made.at(step)
        for editor in made.page.findChildren(FieldEditor):
            for box in editor.findChildren(QLineEdit):
                assert box.echoMode() == QLineEdit.EchoMode.Password, editor.binding.field.attr


@pytest.mark.parametrize("text_size", [100, 200])
def test_the_tools_open_under_the_header_and_are_reached_by_tab(made: Room, text_size: int) -> None:
    window = made.window
    window.change_look(Look(text_size=text_size))
    assert window.findChild(ToolStrip) is None, "made when it is first wanted"
    tools = next(one for one in window.findChildren(Button) if one.accessibleName() == "Tools")
    tools.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(tools, Qt.Key.Key_Space)
    strip = window.findChild(ToolStrip)
    assert strip is not None
    assert strip.isAncestorOf(QApplication.focusWidget() or window)
    for button in strip.findChildren(Button):
        assert min(button.width(), button.height()) >= 44
        assert button.mapTo(window, button.rect().topRight()).x() < window.width()
    tools.click()
    assert not strip.isVisible()
    window.resize(700, 768)
    tools.click()
    assert all(one.accessibleName() for one in strip.findChildren(Button)), "named without words too"


def test_what_is_typed_in_stays_in_sight_when_the_tools_open(made: Room) -> None:
    made.window.change_look(Look(text_size=200))
    made.at("contact")
    QApplication.processEvents()
    made.window.frame.header.open_tools()
    QApplication.processEvents()
    box, page = QApplication.focusWidget(), made.page
    assert box is not None
    assert box.mapTo(page, box.rect().bottomLeft()).y() <= page.height()


def test_a_click_on_a_tool_leaves_the_focus_where_it_is(made: Room) -> None:
    made.at("contact")
    box = QApplication.focusWidget()
    made.window.frame.header.open_tools()
    strip = made.window.findChild(ToolStrip)
    assert strip is not None
    QTest.mouseClick(strip.first(), Qt.MouseButton.LeftButton)
    assert hiding.on()
    assert QApplication.focusWidget() is box
