"""Titles and skills that are picked: one press writes them, and nothing jumps away under the pointer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kiosk.flow.offers import Offers
from kiosk.resume.model import Basics, Education, Location, Resume, Skill, Work
from kiosk.ui.controls import Button
from kiosk.ui.groups import SkillPicks
from kiosk.ui.suggestions import PlacePicks, SubjectPicks, TitlePicks, WordPicks
from kiosk.ui.tiles import Tile
from ui.sitting_room import Room, room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def cook(qtbot: QtBot) -> Iterator[Room]:
    with room(qtbot, Resume(work=(Work(position="Cook"),), skills=(Skill(name="My own"),))) as made:
        yield made


def seen(made: Room, kind: type[WordPicks | SkillPicks]) -> list[Tile]:
    picks = next(one for one in made.page.findChildren(kind) if one.isVisible())
    return [tile for tile in picks.findChildren(Tile) if tile.isVisible()]


def typed(text: str) -> None:
    here = QApplication.focusWidget()
    assert isinstance(here, QLineEdit)
    QTest.keyClicks(here, text)


def test_one_press_writes_the_title_and_puts_next_under_enter(cook: Room) -> None:
    cook.at("work.place", 1)
    assert [tile.text() for tile in seen(cook, TitlePicks)] == list(Offers().titles("", ["Cook"]))
    typed("warehouse w")
    tiles = seen(cook, TitlePicks)
    words = [tile.text() for tile in tiles]
    assert words[0] == "Warehouse worker"
    tiles[0].click()
    assert cook.session.resume.work[1].position == "Warehouse worker"
    assert [tile.text() for tile in seen(cook, TitlePicks)] == words, "nothing moved"
    assert tiles[0].isChecked()
    button = QApplication.focusWidget()
    assert isinstance(button, Button)
    assert button.text() == "Next"
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert cook.wizard.current.step.id == "work.who"


def test_a_title_that_was_picked_can_be_undone(cook: Room) -> None:
    cook.at("work.place", 1)
    typed("ware")
    seen(cook, TitlePicks)[0].click()
    cook.session.undo()
    assert cook.session.resume.work[1].position == "ware"


def test_what_nobody_knows_is_offered_nothing(cook: Room) -> None:
    cook.at("work.place", 1)
    typed("qqqq")
    assert not [tile for tile in cook.page.findChildren(TitlePicks)[0].findChildren(Tile) if tile.isVisible()]


def test_skills_of_the_jobs_are_ticked_and_unticked(cook: Room) -> None:
    cook.at("skills")
    first, second = seen(cook, SkillPicks)[:2]
    second.click()
    first.click()
    assert [skill.name for skill in cook.session.resume.skills] == ["My own", second.text(), first.text()]
    assert first.isChecked()
    second.click()
    assert [skill.name for skill in cook.session.resume.skills] == ["My own", first.text()]
    cook.session.undo()
    assert second.isChecked()


def test_without_a_job_that_is_known_skills_are_written(qtbot: QtBot) -> None:
    with room(qtbot, Resume(work=(Work(position="qqqq"),))) as made:
        made.at("skills")
        assert made.page.findChildren(SkillPicks)[0].first() is None
        here = QApplication.focusWidget()
        assert here is not None
        assert here.accessibleName() == "Line 1"


def test_the_town_of_a_job_is_one_press_when_it_is_ones_own(qtbot: QtBot) -> None:
    home = Basics(location=Location(city="Tucson", region="AZ"))
    with room(qtbot, Resume(basics=home, work=(Work(position="Cook"),))) as made:
        made.at("work.who", 0)
        (tile,) = seen(made, PlacePicks)
        tile.click()
        assert made.session.resume.work[0].location == "Tucson, AZ"
        made.session.undo()
        assert made.session.resume.work[0].location == ""


def test_nothing_is_offered_where_no_place_is_known(cook: Room) -> None:
    cook.at("work.who", 0)
    assert seen(cook, PlacePicks) == []


def test_what_many_studied_is_found_by_any_of_its_words(qtbot: QtBot) -> None:
    with room(qtbot, Resume(education=(Education(institution="Library"),))) as made:
        made.at("education.place", 0)
        assert [tile.text() for tile in seen(made, SubjectPicks)] == list(Offers().subjects("")[:4])
        next(
            box for box in made.page.findChildren(QLineEdit) if box.accessibleName() == "What you studied"
        ).setFocus()
        typed("nurs")
        tiles = seen(made, SubjectPicks)
        assert [tile.text() for tile in tiles] == ["Nursing assistant", "Nursing"]
        tiles[1].click()
        assert made.session.resume.education[0].area == "Nursing"


def test_how_one_works_is_a_skill_too(cook: Room) -> None:
    cook.at("skills")
    next(tile for tile in seen(cook, SkillPicks) if tile.accessibleName() == "On time").click()
    assert [skill.name for skill in cook.session.resume.skills] == ["My own", "On time"]


def test_the_state_is_written_once_and_then_one_press_and_never_without_one(qtbot: QtBot) -> None:
    lives = Basics(name="Ana", location=Location(city="Tucson", region="AZ"))
    with room(qtbot, Resume(basics=lives, work=(Work(position="Cook"),))) as made:
        made.at("work.who", 0)
        place = next(b for b in made.page.findChildren(QLineEdit) if b.accessibleName() == "City and state")
        assert place.text() == "", "nothing is there that nobody wrote"
        place.setFocus()
        QTest.keyClicks(place, "Bisbee")
        (tile,) = seen(made, PlacePicks)
        assert tile.text() == "Bisbee, AZ"
        made.at("work.dates", 0)
        assert made.session.resume.work[0].location == "Bisbee", "what was not pressed is not printed"
        made.at("work.who", 0)
        (tile,) = seen(made, PlacePicks)
        tile.click()
        assert made.session.resume.work[0].location == place.text() == "Bisbee, AZ"
        made.session.undo()
        assert made.session.resume.work[0].location == "Bisbee"
