"""*Some time is not shown*: what a tile puts on the page, how it is taken off, and that one is asked once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kiosk.flow.steps import STEPS
from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Resume, Work
from kiosk.ui.controls import Button
from kiosk.ui.tiles import Tile
from ui.sitting_room import Room, room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
NEXT = next(step.id for step in STEPS[[one.id for one in STEPS].index("gap") + 1 :] if step.when(Resume()))


def job(start: int, end: int | None = None) -> Work:
    return Work(position="Cook", start_date=PartialDate(start), end_date=PartialDate(end) if end else None)


TWO_GAPS = Resume(work=(job(2025), job(2021, 2022), job(2015, 2018)))


@pytest.fixture
def asked(qtbot: QtBot) -> Iterator[Room]:
    with room(qtbot, TWO_GAPS) as made:
        made.at("work")
        made.page.go_next()
        yield made


def down(made: Room) -> list[str]:
    return [tile.text() for tile in made.page.findChildren(Tile) if tile.isChecked()]


def tile(made: Room, words: str) -> Tile:
    return next(one for one in made.page.findChildren(Tile) if one.text() == words)


def texts(made: Room) -> str:
    return " ".join(label.text() for label in made.page.findChildren(QLabel) if label.isVisible())


def positions(made: Room) -> list[str]:
    return [work.position for work in made.session.resume.work]


def test_the_newest_is_asked_first_and_rather_not_say_is_chosen(asked: Room) -> None:
    assert asked.page.heading == "Some time is not shown: 2022 to 2025"
    assert "You never have to say why." in asked.page.help
    assert down(asked) == ["Rather not say"]
    assert QApplication.focusWidget() is tile(asked, "Rather not say")


def test_next_asks_the_other_one_and_then_goes_on_for_good(asked: Room) -> None:
    asked.page.go_next()
    assert asked.page.heading == "Some time is not shown: 2018 to 2021"
    asked.page.go_next()
    assert asked.wizard.current.step.id == NEXT
    assert asked.session.resume.work == TWO_GAPS.work, "nothing is on the page"
    asked.at("work")
    asked.page.go_next()
    assert asked.wizard.current.step.id == NEXT, "it is said once"


def test_back_leads_to_what_was_answered(asked: Room) -> None:
    tile(asked, "Caring for family").click()
    asked.page.go_next()
    asked.page.go_next()
    asked.window.page.go_back()
    assert asked.page.heading == "Some time is not shown: 2018 to 2021"
    asked.page.go_back()
    assert asked.page.heading == "Some time is not shown: 2022 to 2025"
    assert down(asked) == ["Caring for family"]
    asked.page.go_back()
    assert asked.wizard.current.step.id == "work"


def test_a_tile_is_a_line_on_the_page_another_takes_its_place_and_undo_goes_back(asked: Room) -> None:
    here = QApplication.focusWidget()
    assert here is not None
    QTest.keyClick(here, Qt.Key.Key_Down)
    here = QApplication.focusWidget()
    assert isinstance(here, Tile)
    QTest.keyClick(here, Qt.Key.Key_Space)
    assert down(asked) == [here.text()]
    tile(asked, "Caring for family").click()
    assert positions(asked) == ["Cook", "Full-time family caregiver", "Cook", "Cook"]
    assert "Your page says: Full-time family caregiver, 2022 to 2025" in texts(asked)
    assert asked.page.heading.endswith("2022 to 2025"), "it is still asked about"
    asked.session.undo()
    assert down(asked) == [here.text()]
    asked.session.undo()
    assert (asked.session.resume, down(asked)) == (TWO_GAPS, ["Rather not say"])


def test_a_line_that_is_taken_off_can_be_put_back(asked: Room) -> None:
    tile(asked, "Caring for family").click()
    told = asked.session.resume
    tile(asked, "Rather not say").click()
    assert positions(asked) == ["Cook", "Cook", "Cook"]
    assert "Removed: Full-time family caregiver" in texts(asked)
    back = next(b for b in asked.page.findChildren(Button) if b.text() == "Put it back")
    back.click()
    assert (asked.session.resume, down(asked)) == (told, ["Caring for family"])
    assert "Removed" not in texts(asked)


def test_look_it_over_leads_to_the_gap_and_back(asked: Room) -> None:
    page = asked.at("review")
    button = next(
        one
        for one in page.findChildren(Button)
        if one.accessibleName() == "Change: Time not shown: 2018 to 2021"
    )
    button.click()
    assert asked.page.heading == "Some time is not shown: 2018 to 2021"
    assert asked.page.next_label() == "Done"
    tile(asked, "Raising children").click()
    asked.page.go_next()
    assert asked.wizard.current.step.id == "review"
    assert "Full-time parent" in texts(asked)


def test_without_a_gap_the_screen_says_so(qtbot: QtBot) -> None:
    with room(qtbot, Resume(work=(job(2015),))) as made:
        page = made.at("gap")
        assert page.heading == "All your time is shown"
        page.go_next()
        assert made.wizard.current.step.id == NEXT
