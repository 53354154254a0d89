"""Fingers on the screen: a push scrolls, a tap presses, and neither does what the other does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from kiosk.resume.model import Basics, Resume, Work
from kiosk.ui import motion, theme
from kiosk.ui.aids import Aids
from kiosk.ui.controls import Button
from kiosk.ui.fields import TextBox
from kiosk.ui.ticks import TickTile
from kiosk.ui.wrapbox import WrapBox
from ui.sitting_room import Room, room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

BUSY = Resume(
    basics=Basics(name="Ruth Okafor", phone="555-0142"),
    work=tuple(Work(name=f"Shop {number}", position="Clerk", highlights=("Sold",)) for number in range(12)),
)


@pytest.fixture
def made(qtbot: QtBot) -> Iterator[Room]:
    with room(qtbot, BUSY) as sitting:
        sitting.window.resize(1024, 600)
        sitting.window.listen_to_touch()
        yield sitting


@pytest.fixture(scope="module")
def screen() -> QPointingDevice:
    device: QPointingDevice = QTest.createTouchDevice()
    return device


class Hand:
    """One finger of somebody in front of a window."""

    def __init__(self, made: Room, screen: QPointingDevice) -> None:
        self._window = made.window
        self._touch = QTest.touchEvent(made.window, screen, False)

    def down(self, place: QPoint) -> None:
        self._touch.press(0, place, self._window)
        self._done()

    def to(self, place: QPoint) -> None:
        self._touch.move(0, place, self._window)
        self._done()

    def up(self, place: QPoint) -> None:
        self._touch.release(0, place, self._window)
        self._done()

    def tap(self, place: QPoint) -> None:
        self.down(place)
        self.up(place)

    def push(self, start: QPoint, way: QPoint, steps: int = 8) -> None:
        """Push without haste, and hold still before leaving, so that nothing rolls on."""
        self.down(start)
        for step in range(1, steps + 1):
            self.to(start + way * step / steps)
        for _moment in range(4):
            QTest.qWait(30)
            self.to(start + way)
        self.up(start + way)

    def flick(self, start: QPoint, way: QPoint) -> None:
        self.down(start)
        for step in range(1, 5):
            QTest.qWait(8)
            self.to(start + way * step / 4)
        self.up(start + way)

    def _done(self) -> None:
        self._touch.commit()
        for _turn in range(4):
            QApplication.processEvents()


@pytest.fixture
def hand(made: Room, screen: QPointingDevice) -> Hand:
    return Hand(made, screen)


def bar_of(widget: QWidget) -> QScrollArea:
    area = widget if isinstance(widget, QScrollArea) else widget.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    assert area.verticalScrollBar().maximum() > 60, "there is something to scroll to"
    return area


def scrolled(widget: QWidget) -> int:
    return bar_of(widget).verticalScrollBar().value()


def middle(made: Room, widget: QWidget) -> QPoint:
    return widget.mapTo(made.window, widget.rect().center())


def settled() -> None:
    for _turn in range(4):
        QApplication.processEvents()


def seen_tile(made: Room) -> TickTile:
    """Return a tile of the screen that is in sight, as low as can be."""
    area = bar_of(made.page).viewport()
    tiles = [tile for tile in made.page.findChildren(TickTile) if tile.isVisible()]
    return [tile for tile in tiles if area.rect().contains(tile.mapTo(area, tile.rect().center()))][-1]


def low_tile(made: Room) -> TickTile:
    """Return a tile in the middle of a screen that is too low for all of them."""
    made.at("path")
    made.window.resize(1024, 480)
    settled()
    return seen_tile(made)


def test_a_push_scrolls_the_page_by_as_much_and_back_and_presses_nothing(made: Room, hand: Hand) -> None:
    tile = low_tile(made)
    before, focus = made.session.resume, QApplication.focusWidget()
    ticked = tile.isChecked()
    start = middle(made, tile)
    hand.push(start, QPoint(0, -70))
    moved = scrolled(made.page)
    assert 60 <= moved <= 70, "as far as the finger went"
    assert tile.isChecked() is ticked
    assert made.session.resume == before
    assert QApplication.focusWidget() is focus, "and the focus is where it was"
    hand.push(start - QPoint(0, 70), QPoint(0, 400))
    assert scrolled(made.page) == 0
    assert tile.isChecked() is ticked


def test_a_tap_presses_and_an_unsteady_one_too(made: Room, hand: Hand) -> None:
    tile = low_tile(made)
    ticked = tile.isChecked()
    start = middle(made, tile)
    hand.tap(start)
    assert tile.isChecked() is not ticked
    assert QApplication.focusWidget() is not None
    settled()  # a tile at the edge comes whole into sight when it has the focus
    start = middle(made, tile)
    hand.down(start)
    assert tile.isDown(), "it is seen that the finger is there"
    hand.to(start + QPoint(9, 7))
    hand.up(start + QPoint(9, 7))
    assert tile.isChecked() is ticked
    assert not tile.isDown()
    hand.down(start)
    hand.to(start - QPoint(0, 40))
    assert not tile.isDown(), "it is seen that it will not be pressed"
    hand.up(start - QPoint(0, 40))
    assert tile.isChecked() is ticked


def test_a_finger_that_slides_off_sideways_presses_nothing(made: Room, hand: Hand) -> None:
    tile = low_tile(made)
    ticked = tile.isChecked()
    start = middle(made, tile)
    hand.down(start)
    hand.to(QPoint(2, start.y()))
    hand.up(QPoint(2, start.y()))
    assert tile.isChecked() is ticked
    assert scrolled(made.page) == 0


def test_nothing_drifts_sideways_and_nothing_goes_beyond_its_end(made: Room, hand: Hand) -> None:
    made.at("work")
    settled()
    area = bar_of(made.page)
    inside = area.widget()
    assert inside is not None
    made.page.to_top()
    start = area.mapTo(made.window, area.rect().center())
    left = inside.x()
    hand.down(start)
    for step in range(1, 12):
        hand.to(start + QPoint(20 * step, 40 * step))
        assert inside.y() == 0, "the top is the top"
        assert inside.x() == left
    hand.up(start + QPoint(220, 440))
    bar = area.verticalScrollBar()
    for _push in range(2):
        bar.setValue(bar.maximum() - 200)
        hand.push(start, QPoint(150, -250), steps=3)
        assert inside.x() == left
    assert bar.value() == bar.maximum()
    assert inside.y() == -bar.maximum(), "the end is the end"


def test_a_flick_rolls_on_and_a_finger_stops_it_without_pressing(
    made: Room, hand: Hand, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(motion, "allowed", lambda: True)
    made.at("work")
    settled()
    area = bar_of(made.page)
    made.page.to_top()
    start = area.mapTo(made.window, area.rect().center())
    before = made.session.resume
    hand.flick(start, QPoint(0, -120))
    at_lift = scrolled(made.page)
    qtbot.waitUntil(lambda: scrolled(made.page) > at_lift + 10)
    hand.tap(start)
    here = scrolled(made.page)
    qtbot.wait(120)
    assert scrolled(made.page) == here
    assert made.wizard.current.step.id == "work"
    assert made.wizard.current.entry is None
    assert made.session.resume == before


def test_nothing_rolls_on_where_nothing_is_to_move(
    made: Room, hand: Hand, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(motion, "allowed", lambda: False)
    made.at("work")
    settled()
    area = bar_of(made.page)
    made.page.to_top()
    start = area.mapTo(made.window, area.rect().center())
    hand.flick(start, QPoint(0, -120))
    at_lift = scrolled(made.page)
    assert 60 <= at_lift <= 120
    qtbot.wait(150)
    assert scrolled(made.page) == at_lift


def test_a_push_that_begins_in_a_box_scrolls_and_brings_no_keys_and_a_tap_brings_them(
    made: Room, hand: Hand
) -> None:
    made.at("contact")
    made.window.resize(1024, 480)
    settled()
    area, dock = bar_of(made.page), made.window.findChildren(Aids)[0].dock
    boxes = [box for box in made.page.findChildren(TextBox) if box.isVisible()]
    box = next(box for box in boxes if not box.hasFocus() and box.visibleRegion().rectCount())
    focus = QApplication.focusWidget()
    hand.push(middle(made, box), QPoint(0, -60))
    assert area.verticalScrollBar().value() >= 50
    assert QApplication.focusWidget() is focus
    assert not dock.is_shown
    hand.tap(middle(made, box))
    assert box.hasFocus()
    assert dock.is_shown
    assert box.mapTo(made.window, box.rect().bottomLeft()).y() < dock.board.y()


def test_what_is_read_over_the_window_is_pushed_too(made: Room, hand: Hand) -> None:
    made.window.findChildren(Aids)[0].open_places()
    settled()
    reader = next(one for one in made.window.findChildren(QScrollArea) if one.objectName() == "reader")
    hand.push(middle(made, reader), QPoint(0, -150))
    assert 130 <= scrolled(reader) <= 150
    close = next(b for b in made.window.findChildren(Button) if b.text() == "Close")
    hand.tap(middle(made, close))
    assert made.window.frame.isVisible()


def test_a_list_inside_a_page_goes_first_and_the_page_when_it_is_at_its_end(made: Room, hand: Hand) -> None:
    view, inside = QWidget(), QWidget()
    from kiosk.ui import layouts

    outer, inner = QScrollArea(), QScrollArea()
    lines = QWidget()
    lines.setMinimumHeight(400)
    inner.setWidget(lines)
    inner.setFixedHeight(200)
    column = layouts.column(inside)
    column.addWidget(inner)
    column.addSpacing(1200)
    for area in (outer, inner):
        area.setWidgetResizable(True)
    outer.setWidget(inside)
    layouts.column(view).addWidget(outer)
    made.window.cover(view, None)
    settled()
    start = middle(made, inner)
    hand.push(start, QPoint(0, -90))
    assert (scrolled(inner) > 80, scrolled(outer)) == (True, 0)
    hand.push(start, QPoint(0, -90), steps=4)
    hand.push(start, QPoint(0, -90), steps=4)
    hand.push(start, QPoint(0, -90), steps=4)
    bar = inner.verticalScrollBar()
    assert bar.value() == bar.maximum()
    assert scrolled(outer) > 0
    made.window.uncover()
    settled()


def test_a_mouse_does_what_it_did(made: Room) -> None:
    tile = low_tile(made)
    ticked = tile.isChecked()
    QTest.mousePress(tile, Qt.MouseButton.LeftButton)
    QTest.mouseMove(tile, tile.rect().center() - QPoint(0, 60))
    settled()
    assert scrolled(made.page) == 0
    QTest.mouseRelease(tile, Qt.MouseButton.LeftButton, pos=tile.rect().center() - QPoint(0, 60))
    assert tile.isChecked() is ticked
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert tile.isChecked() is not ticked
    assert scrolled(made.page) == 0


def test_what_the_finger_was_on_may_go_away_under_it(made: Room, hand: Hand) -> None:
    made.at("work")
    settled()
    area = bar_of(made.page)
    start = area.mapTo(made.window, area.rect().center())
    hand.down(start)
    made.at("path")
    settled()
    hand.up(start)
    assert made.wizard.current.step.id == "path"
    made.at("work")
    settled()
    hand.down(start)
    hand.to(start - QPoint(0, 60))
    made.at("name")
    settled()
    hand.to(start - QPoint(0, 90))
    hand.up(start - QPoint(0, 90))
    assert made.wizard.current.step.id == "name"


@pytest.mark.slow
@pytest.mark.parametrize("size", [100, 200])
def test_every_screen_that_is_longer_than_the_window_is_pushed(made: Room, hand: Hand, size: int) -> None:
    made.window.change_look(theme.Look(text_size=size))
    pushed = 0
    for step in ("path", "name", "contact", "work", "education", "skills", "review"):
        made.at(step)
        settled()
        area = made.page.findChild(QScrollArea)
        assert isinstance(area, QScrollArea)
        if area.verticalScrollBar().maximum() < 100:
            continue
        made.page.to_top()
        hand.push(area.mapTo(made.window, area.rect().center()), QPoint(0, -80), steps=3)
        assert scrolled(made.page) >= 50, step
        pushed += 1
    assert pushed >= (2 if size == 100 else 5)


def test_a_tap_in_a_line_puts_the_cursor_there_and_a_tap_on_remove_removes(made: Room, hand: Hand) -> None:
    made.at("work.lines", 0)
    made.window.resize(1024, 480)
    settled()
    box = next(box for box in made.page.findChildren(WrapBox) if box.text() == "Sold")
    made.page.show_widget(box)
    settled()
    assert bar_of(made.page)
    place = box.viewport().mapTo(made.window, QPoint(3, box.viewport().height() // 2))
    hand.tap(place)
    assert QApplication.focusWidget() is box
    assert box.textCursor().position() == 0
    dock = made.window.findChildren(Aids)[0].dock
    assert dock.is_shown
    dock.send_away()
    settled()
    remove = next(b for b in made.page.findChildren(Button) if b.accessibleName() == "Remove line 1")
    made.page.show_widget(remove)
    settled()
    hand.tap(middle(made, remove))
    assert made.session.resume.work[0].highlights == ()
