"""Lists of lines: Enter makes the next, what is removed can be put back, and long lines wrap."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.flow import fields
from kiosk.flow.fields import Field
from kiosk.resume.model import Resume, Skill, Work
from kiosk.ui.controls import Button
from kiosk.ui.fields import FieldEditor
from kiosk.ui.lines import LineRow, LinesEditor
from kiosk.ui.notice import PutBack
from kiosk.ui.wrapbox import WrapBox
from ui.desk import Desk, desk_with, typed

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    with desk_with(qtbot) as made:
        yield made


def did(desk: Desk) -> tuple[str, ...]:
    return desk.job.highlights


def with_lines(*lines: str) -> Resume:
    return Resume(work=(Work(position="Cook", highlights=lines),))


def boxes(editor: FieldEditor) -> list[str]:
    return [row.box.text() for row in editor.findChildren(LineRow) if not row.isHidden()]


def test_enter_makes_the_next_line_and_the_last_empty_one_goes_on(desk: Desk, qtbot: QtBot) -> None:
    editor = desk.put(fields.WORK_LINES, "work")
    typed(editor.first(), "Cooked")
    QTest.keyClick(QApplication.focusWidget() or editor, Qt.Key.Key_Return)
    typed(QApplication.focusWidget() or editor, "Cleaned")
    assert did(desk) == ("Cooked", "Cleaned")
    QTest.keyClick(QApplication.focusWidget() or editor, Qt.Key.Key_Return)
    with qtbot.waitSignal(editor.entered):
        QTest.keyClick(QApplication.focusWidget() or editor, Qt.Key.Key_Return)


@contextmanager
def lines_desk(qtbot: QtBot, resume: Resume) -> Iterator[tuple[Desk, LinesEditor]]:
    with desk_with(qtbot, resume) as desk:
        editor = desk.put(fields.WORK_LINES, "work")
        assert isinstance(editor, LinesEditor)
        yield desk, editor


@pytest.fixture
def three(qtbot: QtBot) -> Iterator[tuple[Desk, LinesEditor]]:
    with lines_desk(qtbot, with_lines("One", "Two", "Three")) as made:
        yield made


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
    QApplication.processEvents()
    assert box.verticalScrollBar().maximum() == 0, "every line is seen, the first too"
    assert "\n" not in box.text()


def test_a_list_has_an_end_and_says_so(qtbot: QtBot) -> None:
    resume = with_lines(*(str(number) for number in range(fields.MOST_LINES)))
    with lines_desk(qtbot, resume) as (_desk, editor):
        assert len(boxes(editor)) == fields.MOST_LINES


def test_changing_a_skill_keeps_the_words_of_its_group(qtbot: QtBot) -> None:
    before = Resume(skills=(Skill(name="Kitchen", keywords=("knives", "stoves")),))
    with desk_with(qtbot, before) as desk:
        box = desk.put(fields.SKILLS).findChildren(LineRow)[0].box
        box.setFocus()
        box.to_end()
        typed(box, "s")
        assert desk.session.resume.skills == (Skill(name="Kitchens", keywords=("knives", "stoves")),)
