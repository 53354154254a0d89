"""*Pick a look* and the tiles it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.errors import RenderError
from kiosk.flow import looks
from kiosk.render import catalogue
from kiosk.render.types import LayoutFacts, Order, PageImage, Rendering, RenderJob, TextSize
from kiosk.resume.model import Basics, Resume
from kiosk.ui.controls import Button
from kiosk.ui.pages.cards import Card
from kiosk.ui.tiles import Tile, TileGrid
from ui.sitting_room import PaperWorker, Room, room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

ANN = Resume(basics=Basics(name="Ann Lee"))
PICTURE = PageImage(1, 2, bytes(8))


class Painter(PaperWorker):
    """Draws one dot a page, and remembers what it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.jobs: list[RenderJob] = []

    def submit(self, function: str, *args: Any, timeout: float = 30.0) -> Future[Any]:
        if self.problem is not None or not isinstance(args[0], RenderJob) or not args[0].picture_width:
            return super().submit(function, *args, timeout=timeout)
        self.jobs.append(args[0])
        future: Future[Any] = Future()
        future.set_result(Rendering((), (PICTURE,), LayoutFacts(1, "Ann"), ()))
        return future

    def drawn(self, **choices: Any) -> bool:
        return any(all(getattr(job, name) == value for name, value in choices.items()) for job in self.jobs)


@pytest.fixture
def painter(monkeypatch: pytest.MonkeyPatch) -> Painter:
    painter = Painter()
    monkeypatch.setattr("ui.sitting_room.PaperWorker", lambda: painter)
    return painter


@pytest.fixture
def ann(qtbot: QtBot, painter: Painter) -> Iterator[Room]:
    with room(qtbot, ANN) as made:
        assert made.worker is painter
        yield made


def tile(room: Room, words: str) -> Tile:
    [found] = [it for it in room.page.findChildren(Tile) if it.text().split("\n")[0] == words]
    return found


def test_every_look_is_drawn_from_the_persons_own_page(qtbot: QtBot, ann: Room, painter: Painter) -> None:
    page = ann.at("look")
    for template in catalogue.templates():
        qtbot.waitUntil(partial(painter.drawn, template=template.id, resume=ANN))
    cards = page.findChildren(Card)
    qtbot.waitUntil(lambda: all(card.sheet.image.width() == 1 for card in cards))
    assert len(cards) == len(catalogue.templates())


def test_what_is_best_for_web_forms_is_said_in_plain_words(ann: Room) -> None:
    ann.at("look")
    for template in catalogue.templates():
        words = "For web forms" if template.best_for_web_forms else "For paper"
        assert tile(ann, template.name).text() == f"{template.name}\n{words}"


def test_an_order_is_chosen_with_the_keyboard_and_undone(qtbot: QtBot, ann: Room, painter: Painter) -> None:
    ann.at("order")
    usual = ann.session.choices
    first = QApplication.focusWidget()
    assert isinstance(first, Tile)
    assert first.isChecked()
    QTest.keyClick(first, Qt.Key.Key_Right)
    second = QApplication.focusWidget()
    assert second is tile(ann, "Skills first")
    QTest.keyClick(second, Qt.Key.Key_Space)
    assert ann.session.choices == replace(usual, order=Order.SKILLS_FIRST)
    assert second.isChecked()
    QTest.keyClick(second, Qt.Key.Key_Space)
    assert second.isChecked(), "there is always one that is chosen"
    ann.session.undo()
    assert ann.session.choices == usual
    assert first.isChecked()
    qtbot.waitUntil(lambda: painter.drawn(order=Order.FIRST_JOB))


@pytest.mark.parametrize(
    ("words", "attribute", "value"),
    [
        (looks.SIZES[TextSize.LARGE], "size", TextSize.LARGE),
        ("Wine red", "accent", "wine"),
        ("Try to make it one page", "fit", True),
    ],
)
def test_size_colour_and_length_are_one_press_each(
    ann: Room, words: str, attribute: str, value: object
) -> None:
    ann.at("look")
    tile(ann, words).click()
    assert getattr(ann.session.choices, attribute) == value
    assert tile(ann, words).isChecked()


def test_the_colour_of_the_look_is_shown_until_one_is_chosen(ann: Room) -> None:
    ann.at("look")
    usual = catalogue.templates()[0].accent
    assert tile(ann, looks.COLOURS[usual]).isChecked()


def test_a_page_that_cannot_be_drawn_leaves_its_card_as_it_was(ann: Room, painter: Painter) -> None:
    painter.problem = RenderError("No.", "Try again.")
    page = ann.at("look")
    QApplication.processEvents()
    assert all(card.sheet.image.isNull() for card in page.findChildren(Card))
    assert ann.bugs == []


def test_a_blank_page_is_not_drawn(qtbot: QtBot, painter: Painter) -> None:
    with room(qtbot) as made:
        QApplication.processEvents()
        before = len(painter.jobs)  # the preview draws the blank page
        made.at("look")
        QApplication.processEvents()
        assert len(painter.jobs) == before


def test_a_change_draws_the_cards_again_and_only_once(qtbot: QtBot, ann: Room, painter: Painter) -> None:
    ann.at("order")
    qtbot.waitUntil(lambda: painter.drawn(order=Order.FIRST_JOB))
    bob = replace(ANN, basics=Basics(name="Bob"))
    ann.session.edit(bob)
    qtbot.waitUntil(lambda: painter.drawn(order=Order.FIRST_JOB, resume=bob))
    cards = [job for job in painter.jobs if job.resume == bob and job.order is not Order.BY_DATE]
    assert len({job.order for job in cards}) == len(cards)


def test_the_arrow_keys_move_within_a_grid_and_stop_at_its_ends(qtbot: QtBot) -> None:
    grid = TileGrid("Numbers", may_be_none=True)
    qtbot.addWidget(grid)
    tiles = [Tile(str(number)) for number in range(4)]
    for it in tiles:
        grid.add(it)
    with qtbot.waitActive(grid):
        grid.show()
    tiles[0].setFocus()
    QTest.keyClick(tiles[0], Qt.Key.Key_Left)
    assert tiles[0].hasFocus()
    QTest.keyClick(tiles[0], Qt.Key.Key_Right)
    assert tiles[1].hasFocus()
    assert [it.focusPolicy() == Qt.FocusPolicy.StrongFocus for it in tiles] == [False, True, False, False]
    QTest.keyClick(tiles[1], Qt.Key.Key_Space)
    assert grid.chosen == 1
    QTest.keyClick(tiles[1], Qt.Key.Key_Space)
    assert grid.chosen is None


def test_what_most_people_leave_as_it_is_unfolds(ann: Room) -> None:
    ann.at("look")
    regular = tile(ann, "Regular")
    assert not regular.isVisible()
    more = next(it for it in ann.page.findChildren(Button) if it.text().startswith("More choices"))
    more.click()
    assert regular.isVisible()
    assert not more.isVisible()
    assert QApplication.focusWidget() is regular, "the focus went on to the first of what unfolded"


def test_what_is_not_as_usual_is_seen_at_once(ann: Room) -> None:
    ann.session.choose(language="es")
    ann.at("look")
    assert tile(ann, "Español").isVisible()
    assert tile(ann, "Español").isChecked()
