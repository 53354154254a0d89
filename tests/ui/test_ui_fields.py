"""The controls: what is typed is in the resume at once, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.flow import fields
from kiosk.flow.fields import Field
from kiosk.letters import Letters
from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Resume, Work
from kiosk.ui import boxnote
from kiosk.ui.boxnote import BoxNote
from kiosk.ui.controls import Button
from kiosk.ui.dates import MonthPicker, TickTile
from kiosk.ui.fields import FieldEditor, TextBox
from ui.desk import Desk, desk_with, typed

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
START, END = fields.WORK_DATES


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    with desk_with(qtbot) as made:
        yield made


def test_every_key_is_in_the_resume_and_undo_takes_the_whole_word(desk: Desk) -> None:
    box = desk.put(fields.NAME).first()
    typed(box, "Ann")
    assert desk.session.resume.basics.name == "Ann"
    QTest.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.session.resume == Resume()
    assert isinstance(box, TextBox)
    assert box.text() == ""
    QTest.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert box.text() == "Ann"


def test_spaces_around_words_go_when_the_screen_is_left(desk: Desk) -> None:
    editor = desk.put(fields.NAME)
    typed(editor.first(), "  Ann   Lee ")
    editor.settle()
    assert desk.session.resume.basics.name == "Ann Lee"


def test_a_letter_that_no_page_can_show_is_named_while_typing(desk: Desk) -> None:
    boxnote.know(Letters.of([(0x20, 0x7E)]))
    try:
        editor = desk.put(fields.NAME)
        typed(editor.first(), "Ann")
        [note] = editor.findChildren(BoxNote)
        assert not note.isVisible()
        box = editor.first()
        assert isinstance(box, TextBox)
        box.insert("\u1e9e")  # the keyboard of the tests has no such key
        assert note.isVisible()
        assert "\u1e9e" in note.text()
    finally:
        boxnote.know(Letters.of([]))


def test_a_full_box_says_so(desk: Desk) -> None:
    editor = desk.put(Field(attr="basics.name", label="Name", longest=3))
    note = editor.findChildren(QWidget)[-1]
    typed(editor.first(), "Anna")
    assert desk.session.resume.basics.name == "Ann"
    assert note.isVisible()


def test_boxes_offer_no_menu_and_take_no_drops(desk: Desk) -> None:
    for editor in (desk.put(fields.NAME), desk.put(fields.WORK_LINES, "work")):
        box = editor.first()
        assert box.contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu
        assert not box.acceptDrops()


def test_a_year_is_a_date_once_it_has_four_digits(desk: Desk) -> None:
    editor = desk.put(START, "work")
    typed(editor.first(), "201")
    assert desk.session.resume == Resume()
    assert "four numbers" in editor.advice()
    typed(editor.first(), "9")
    assert desk.job.start_date == PartialDate(2019)
    assert editor.advice() == ""


def test_half_a_year_is_still_there_when_one_comes_back(desk: Desk) -> None:
    typed(desk.put(START, "work").first(), "20")
    again = desk.put(START, "work").first()
    assert isinstance(again, TextBox)
    assert again.text() == "20"


def months(editor: FieldEditor) -> list[Button]:
    return editor.findChildren(MonthPicker)[0].findChildren(Button)


def test_a_month_can_be_pressed_and_let_go_again(desk: Desk) -> None:
    editor = desk.put(START, "work")
    typed(editor.first(), "2019")
    months(editor)[4].click()
    assert desk.job.start_date == PartialDate(2019, 5)
    months(editor)[6].click()
    assert desk.job.start_date == PartialDate(2019, 7)
    months(editor)[6].click()
    assert desk.job.start_date == PartialDate(2019)


def test_a_month_without_a_year_is_kept_and_asked_about(desk: Desk) -> None:
    editor = desk.put(START, "work")
    months(editor)[0].click()
    assert desk.session.resume == Resume()
    assert "add the year" in editor.advice()
    assert [m.isChecked() for m in months(desk.put(START, "work"))][0]


def test_the_months_are_one_stop_for_tab_and_the_arrows_move_inside(desk: Desk) -> None:
    editor = desk.put(START, "work")
    desk.window.resize(1200, 400)
    editor.resize(1200, 300)
    row = months(editor)
    tabbed = [m.text() for m in row if m.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert tabbed == ["Jan"]
    row[0].setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(QApplication.focusWidget() or row[0], key)
    assert QApplication.focusWidget() is row[1]
    assert [m.text() for m in row if m.focusPolicy() & Qt.FocusPolicy.TabFocus] == ["Feb"]


def test_a_month_can_be_taken_from_a_date_of_another_program(qtbot: QtBot) -> None:
    with desk_with(qtbot, Resume(work=(Work(start_date=PartialDate(2019, 5, 17)),))) as desk:
        editor = desk.put(START, "work")
        months(editor)[4].click()
        months(editor)[4].click()
        assert desk.job.start_date == PartialDate(2019, 5)


def ended(desk: Desk) -> PartialDate | None:
    return desk.job.end_date


def still(editor: FieldEditor) -> TickTile:
    return editor.findChildren(TickTile)[0]


def test_still_there_closes_the_boxes_and_opens_them_again(desk: Desk) -> None:
    typed(desk.put(START, "work").first(), "2019")
    end = desk.put(END, "work")
    assert still(end).isChecked()  # a start without an end lasts until now: the page says so, and so do we
    still(end).click()
    year = end.findChildren(TextBox)[0]
    typed(year, "2021")
    assert ended(desk) == PartialDate(2021)
    still(end).click()
    assert (ended(desk), year.isEnabled()) == (None, False)
    still(end).click()
    assert (ended(desk), year.isEnabled()) == (PartialDate(2021), True)


def test_typing_the_start_ticks_nothing_under_the_persons_hands(desk: Desk) -> None:
    end = desk.put(END, "work")
    typed(desk.put(START, "work").first(), "2019")
    assert not still(end).isChecked()
    assert "tick" in end.advice()


def test_an_end_before_the_start_is_worth_a_word(desk: Desk) -> None:
    typed(desk.put(START, "work").first(), "2019")
    end = desk.put(END, "work")
    still(end).click()
    typed(end.findChildren(TextBox)[0], "2009")
    assert "slip" in end.advice()


def test_what_a_screen_reader_writes_is_the_answer(desk: Desk) -> None:
    """Seen through AT-SPI: the words were in the box, and the resume knew nothing of them."""
    box = desk.put(fields.NAME).first()
    QAccessible.queryAccessibleInterface(box).setText(QAccessible.Text.Value, "Maria Santos")
    assert desk.session.resume.basics.name == "Maria Santos"
