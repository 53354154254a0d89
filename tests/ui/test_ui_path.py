"""*Is this your first job?* and what it changes on the screens that follow."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kiosk.flow.paths import Path, toggled
from kiosk.resume.model import Resume, Volunteer
from kiosk.ui.pages.prompts import Prompts
from kiosk.ui.stepper import Stepper
from kiosk.ui.ticks import TickRow
from kiosk.ui.tiles import Tile
from ui.sitting_room import Room, room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def new(qtbot: QtBot) -> Iterator[Room]:
    with room(qtbot) as made:
        yield made


def tile(made: Room, words: str) -> Tile:
    return next(one for one in made.page.findChildren(Tile) if one.text() == words and one.isVisible())


def listed(made: Room) -> list[str]:
    stepper = made.window.findChildren(Stepper)[0]
    return [button.text() for button in stepper._buttons if button.isVisible()]


def test_having_worked_is_ticked_from_the_start_and_a_first_job_unticks_it(new: Room) -> None:
    new.at("path")
    assert tile(new, "I have worked before").isChecked()
    tile(new, "Yes, my first paid job").click()
    assert not tile(new, "I have worked before").isChecked()
    new.session.undo()
    assert tile(new, "I have worked before").isChecked()


def test_the_list_of_steps_follows(new: Room) -> None:
    new.at("path")
    assert "Work" in listed(new)
    tile(new, "Yes, my first paid job").click()
    new.at("name")
    assert "Work" not in listed(new)
    assert "Also done" in listed(new)
    new.at("path")
    tile(new, "I have worked before").click()
    new.at("name")
    assert "Work" in listed(new)
    assert "Also done" not in listed(new)


def test_a_prompt_begins_an_entry_that_has_lines_to_tick(new: Room) -> None:
    new.at("path")
    tile(new, "Yes, my first paid job").click()
    page = new.at("volunteer")
    prompts = page.findChildren(Prompts)[0]
    assert len(prompts.tiles) == 8
    prompts.tiles[0].click()
    assert new.wizard.current.step.id == "volunteer.place"
    assert new.session.resume.volunteer == (Volunteer(position="Babysitter", organization="A family"),)
    new.at("volunteer.lines", 0)
    next(row for row in new.page.findChildren(TickRow) if row.isVisible()).tile.click()
    assert new.session.resume.volunteer[0].highlights == ("Watch children",)


def test_after_a_while_skills_first_is_suggested_with_its_reason(qtbot: QtBot) -> None:
    with room(qtbot, toggled(Resume(), Path.AWAY)) as made:
        page = made.at("order")
        texts = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
        assert any("been a while" in text for text in texts)
        made.session.edit(toggled(made.session.resume, Path.AWAY))
        texts = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
        assert not any("been a while" in text for text in texts)
