"""Each measure of a screen finds the fault that is planted for it, and nothing on a screen without."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui import theme
from kiosk.ui.controls import Button, Text
from kiosk.ui.fields import TextBox
from kiosk.ui.pages.cards import Badge
from kiosk.ui.ticks import TickTile
from ui import colours, measures, painted
from ui.measures import Screen

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


class Desk(QWidget):
    """A window on which faults are planted."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("frame")
        self.resize(600, 400)

    def put(self, widget: QWidget, x: int, y: int, width: int, height: int) -> None:
        widget.setParent(self)
        widget.setGeometry(x, y, width, height)
        widget.show()
        QApplication.processEvents()


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    theme.dress(theme.Look())
    made = Desk()
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.hide()
    made.deleteLater()


def test_a_good_screen_has_no_findings(desk: Desk) -> None:
    label, box = Text("Your name"), TextBox("Your name", 40)
    label.setBuddy(box)
    desk.put(label, 10, 10, 300, 30)
    desk.put(box, 10, 50, 300, 50)
    desk.put(Button("Next", "next"), 10, 110, 140, 50)
    desk.put(TickTile("Ran machines and cleaned them"), 10, 170, 400, 70)
    assert measures.findings(desk) == []
    assert colours.pale(desk) == []


@pytest.mark.parametrize("size", [(300, 8), (90, 24), (40, 200)], ids=["low", "a line too many", "narrow"])
def test_a_label_that_is_cut(desk: Desk, size: tuple[int, int]) -> None:
    desk.put(Text("Where did you work before?"), 10, 10, *size)
    assert measures.clipped(Screen(desk))


@pytest.mark.parametrize("kind", [Button, TickTile])
def test_a_button_that_is_too_small_for_its_words(desk: Desk, kind: type[Button]) -> None:
    desk.put(kind("Finish and erase everything that was typed"), 10, 10, 150, 50)
    assert measures.clipped(Screen(desk))


def test_words_that_are_shortened_or_left_out(desk: Desk) -> None:
    class Short(Text):
        def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
            QPainter(self).drawText(self.rect(), "Where did\u2026")

    desk.put(Short("Where did you work?"), 10, 10, 300, 40)
    found = measures.clipped(Screen(desk))
    assert any("shortened" in what for what in found)
    assert any("'you work?'" in what for what in found)


def test_what_sticks_out_of_its_parent_or_lies_where_no_scrolling_leads(desk: Desk) -> None:
    desk.put(Button("Next"), 550, 10, 140, 50)
    inner, area = QWidget(), QScrollArea()
    inner.setFixedSize(180, 300)
    area.setWidget(inner)
    button = Button("Beyond the end", parent=inner)
    button.setGeometry(10, 290, 160, 50)
    desk.put(area, 10, 100, 200, 200)
    found = measures.out_of_reach(Screen(desk))
    assert any("'Next'" in what for what in found)
    assert any("'Beyond the end'" in what for what in found)
    button.move(10, 240)  # below what is seen, but one can scroll there
    assert not any("Beyond" in what for what in measures.out_of_reach(Screen(desk)))


def test_two_texts_a_text_and_a_box_and_two_buttons_on_each_other(desk: Desk) -> None:
    desk.put(Text("The first"), 10, 10, 300, 40)
    desk.put(Text("The second"), 30, 15, 300, 40)
    desk.put(Text("Below the box"), 10, 100, 300, 40)
    desk.put(QLineEdit(), 10, 90, 300, 50)
    desk.put(Button("Back"), 10, 200, 140, 50)
    desk.put(Button("Next"), 100, 210, 140, 50)
    assert len(measures.overlapping(Screen(desk))) == 3


def test_a_drawing_without_words_may_lie_on_another(desk: Desk) -> None:
    desk.put(Badge(desk), 10, 10, 100, 100)
    desk.put(Badge(desk), 60, 60, 100, 100)
    assert measures.overlapping(Screen(desk)) == []


def test_names_that_are_missing_or_say_something_else(desk: Desk) -> None:
    silent, other, bare = Button("", "next"), Button("Next"), TextBox("Phone", 10)
    other.setAccessibleName("Go on")
    for row, widget in enumerate((silent, other, bare)):
        desk.put(widget, 10, 10 + 60 * row, 300, 50)
    found = measures.nameless(Screen(desk))
    assert [what.partition(":")[0] for what in found][:1] == ["no name"]
    assert found[1:] == ["written 'Next', called 'Go on'", "nothing is written beside 'Phone'"]


def test_a_button_that_is_hard_to_hit(desk: Desk) -> None:
    button = Button("+")
    button.setStyleSheet("min-height: 10px; padding: 0; margin: 0")
    desk.put(button, 10, 10, 60, 43)
    assert measures.too_small(Screen(desk)) == ["'+' is 60 x 43"]
    button.setFixedHeight(44)
    assert measures.too_small(Screen(desk)) == []


def test_pale_words_are_found_by_the_pixels_that_are_there(desk: Desk) -> None:
    label = Text("Hard to read")
    label.setStyleSheet("color: #8C8882")
    desk.put(label, 10, 10, 300, 40)
    (found,) = colours.pale(desk)
    assert "#8c8882 on #f6f4f0" in found


@pytest.mark.parametrize("high_contrast", [False, True])
def test_the_focus_is_seen_unless_the_style_hides_it(desk: Desk, high_contrast: bool) -> None:
    theme.dress(theme.Look(high_contrast))
    column = QVBoxLayout(desk)
    column.setContentsMargins(20, 20, 20, 20)
    for widget in (good := Button("Next"), box := TextBox("Phone", 20)):
        column.addWidget(widget)
    QApplication.processEvents()
    assert colours.unseen_focus(desk) == []
    for widget in (good, box):
        widget.setStyleSheet("*, *:focus { background: white; border: 2px solid black; margin: 1px }")
    assert [what.partition(":")[0] for what in colours.unseen_focus(desk)] == ["'Next'", "'Phone'"]
    theme.dress(theme.Look())


def test_the_place_of_a_painted_text_is_where_its_letters_are(desk: Desk) -> None:
    class Middle(QWidget):
        def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
            painter = QPainter(self)
            painter.translate(QPoint(100, 0))
            painter.setPen(Qt.GlobalColor.red)
            painter.drawText(QPoint(0, 50), "Here")

    widget = Middle()
    desk.put(widget, 0, 0, 300, 100)
    (piece,) = painted.pieces(widget)
    assert (piece.text, piece.colour) == ("Here", "#ff0000")
    assert 98 < piece.ink.left() < 104
    assert 49 <= piece.ink.bottom() <= 52


def test_black_on_white_is_21_in_pixels_too() -> None:
    assert colours.contrast(0x000000, 0xFFFFFF) == pytest.approx(21)
