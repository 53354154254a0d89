"""The controls: what is typed is in the resume at once, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.flow import fields
from kiosk.flow.fields import Binding, Field
from kiosk.flow.session import Choices, Session
from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Basics, Resume, Skill, Work
from kiosk.ui.controls import Button
from kiosk.ui.dates import DateEditor, MonthPicker, TickTile
from kiosk.ui.editors import editor_for
from kiosk.ui.fields import FieldEditor, TextBox
from kiosk.ui.lines import LineRow, LinesEditor
from kiosk.ui.notice import PutBack
from kiosk.ui.wrapbox import WrapBox

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
CHOICES = Choices(template="classic")
START, END = fields.WORK_DATES


class Desk:
    """Editors on a bare window, and the session behind them."""

    def __init__(self, qtbot: QtBot, resume: Resume | None = None) -> None:
        self.session = Session(CHOICES, resume)
        self.window = QWidget()
        self._qtbot = qtbot
        self._editors: list[FieldEditor] = []
        self.session.watch(self._changed)

    def _changed(self) -> None:
        for editor in self._editors:
            editor.session_changed()

    def put(self, field: Field, section: str = "") -> FieldEditor:
        editor = editor_for(Binding(self.session, field, section))
        editor.setParent(self.window)
        self._editors.append(editor)
        if not self.window.isVisible():
            with self._qtbot.waitActive(self.window):
                self.window.show()
        editor.show()
        editor.first().setFocus()
        return editor

    @property
    def job(self) -> Work:
        return self.session.resume.work[0]


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(qtbot)
    yield made
    made.window.hide()
    made.window.deleteLater()


def did(desk: Desk) -> tuple[str, ...]:
    return desk.job.highlights


def with_lines(*lines: str) -> Resume:
    return Resume(work=(Work(position="Cook", highlights=lines),))


def boxes(editor: FieldEditor) -> list[str]:
    return [row.box.text() for row in editor.findChildren(LineRow) if not row.isHidden()]


def typed(widget: QWidget, text: str) -> None:
    QTest.keyClicks(widget, text)


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
    desk = Desk(qtbot, Resume(work=(Work(start_date=PartialDate(2019, 5, 17)),)))
    editor = desk.put(START, "work")
    assert isinstance(editor, DateEditor)
    months(editor)[4].click()
    months(editor)[4].click()
    assert desk.job.start_date == PartialDate(2019, 5)
    desk.window.hide()
    desk.window.deleteLater()


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


def test_enter_makes_the_next_line_and_the_last_empty_one_goes_on(desk: Desk, qtbot: QtBot) -> None:
    editor = desk.put(fields.WORK_LINES, "work")
    typed(editor.first(), "Cooked")
    QTest.keyClick(QApplication.focusWidget() or editor, Qt.Key.Key_Return)
    typed(QApplication.focusWidget() or editor, "Cleaned")
    assert did(desk) == ("Cooked", "Cleaned")
    QTest.keyClick(QApplication.focusWidget() or editor, Qt.Key.Key_Return)
    with qtbot.waitSignal(editor.entered):
        QTest.keyClick(QApplication.focusWidget() or editor, Qt.Key.Key_Return)


def lines_desk(qtbot: QtBot, resume: Resume) -> Iterator[tuple[Desk, LinesEditor]]:
    desk = Desk(qtbot, resume)
    editor = desk.put(fields.WORK_LINES, "work")
    assert isinstance(editor, LinesEditor)
    yield desk, editor
    desk.window.hide()
    desk.window.deleteLater()


@pytest.fixture
def three(qtbot: QtBot) -> Iterator[tuple[Desk, LinesEditor]]:
    yield from lines_desk(qtbot, with_lines("One", "Two", "Three"))


def test_a_removed_line_can_be_put_back_and_the_focus_stays_near(three: tuple[Desk, LinesEditor]) -> None:
    desk, editor = three
    row = editor.findChildren(LineRow)[1]
    row.remove.click()
    assert did(desk) == ("One", "Three")
    assert QApplication.focusWidget() is row.box
    editor.findChildren(PutBack)[0].findChildren(Button)[0].click()
    assert did(desk) == ("One", "Two", "Three")
    assert QApplication.focusWidget() is row.box


def test_backspace_in_an_empty_line_goes_on_in_the_one_above(three: tuple[Desk, LinesEditor]) -> None:
    desk, editor = three
    box = editor.findChildren(LineRow)[1].box
    box.setFocus()
    for _key in range(len("Two") + 1):
        QTest.keyClick(box, Qt.Key.Key_Backspace)
    assert did(desk) == ("One", "Three")
    assert QApplication.focusWidget() is editor.findChildren(LineRow)[0].box


def test_the_arrows_move_between_lines(three: tuple[Desk, LinesEditor]) -> None:
    _desk, editor = three
    rows = editor.findChildren(LineRow)
    rows[1].box.setFocus()
    QTest.keyClick(rows[1].box, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is rows[2].box
    QTest.keyClick(rows[2].box, Qt.Key.Key_Up)
    QTest.keyClick(rows[1].box, Qt.Key.Key_Up)
    QTest.keyClick(rows[0].box, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is rows[0].box


def test_undo_brings_back_lines(three: tuple[Desk, LinesEditor]) -> None:
    desk, editor = three
    editor.findChildren(LineRow)[0].remove.click()
    desk.session.undo()
    assert boxes(editor) == ["One", "Two", "Three", ""]


def test_pasted_lines_become_lines(three: tuple[Desk, LinesEditor]) -> None:
    desk, editor = three
    data = QMimeData()
    data.setText("Four\r\n\n  Five ")
    box = editor.first()
    assert isinstance(box, WrapBox)
    box.insertFromMimeData(data)
    assert did(desk) == ("One", "Two", "Three", "Four", "Five")
    data.setText("half")
    last = QApplication.focusWidget()
    assert isinstance(last, WrapBox)
    last.insertFromMimeData(data)
    assert did(desk)[-1] == "half"


def test_empty_lines_go_when_the_screen_is_left(three: tuple[Desk, LinesEditor]) -> None:
    desk, editor = three
    box = editor.findChildren(LineRow)[1].box
    box.setFocus()
    for _key in range(len("Two")):
        QTest.keyClick(box, Qt.Key.Key_Backspace)
    assert did(desk) == ("One", "", "Three")
    editor.settle()
    assert did(desk) == ("One", "Three")


def test_a_long_line_wraps_in_its_box_and_stops_at_its_limit(desk: Desk) -> None:
    editor = desk.put(
        Field(attr="highlights", label="Lines", kind=fields.FieldKind.LINES, longest=80), "work"
    )
    editor.resize(500, 400)
    box = editor.first()
    assert isinstance(box, WrapBox)
    one_line = box.sizeHint().height()
    typed(box, "word " * 17)
    assert len(box.text()) == 80
    assert box.sizeHint().height() > one_line
    assert "\n" not in box.text()


def test_a_list_has_an_end_and_says_so(qtbot: QtBot) -> None:
    resume = with_lines(*(str(number) for number in range(fields.MOST_LINES)))
    for _desk, editor in lines_desk(qtbot, resume):
        assert len(boxes(editor)) == fields.MOST_LINES


def test_changing_a_skill_keeps_the_words_of_its_group(qtbot: QtBot) -> None:
    desk = Desk(
        qtbot, Resume(basics=Basics(), skills=(Skill(name="Kitchen", keywords=("knives", "stoves")),))
    )
    editor = desk.put(fields.SKILLS)
    box = editor.findChildren(LineRow)[0].box
    box.setFocus()
    box.to_end()
    typed(box, "s")
    assert desk.session.resume.skills == (Skill(name="Kitchens", keywords=("knives", "stoves")),)
    desk.window.hide()
    desk.window.deleteLater()
