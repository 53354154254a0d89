"""*Who did you work for?*, *Just list this job*, *What are you proud of there?*, with keys and clicks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from kiosk.flow.paths import Path, toggled
from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Resume, Work
from kiosk.ui.picks import LinePicks
from kiosk.ui.tiles import Tile
from ui.sitting_room import Room, room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
CLEANER = Resume(work=(Work(position="House cleaner"),))
OLD = Resume(work=(Work(position="Cook", end_date=PartialDate(1998)),))


def press(*keys: Qt.Key) -> None:
    for key in keys:
        here = QApplication.focusWidget()
        assert here is not None
        QTest.keyClick(here, key)


def boxes(made: Room) -> dict[str, QLineEdit]:
    return {box.accessibleName(): box for box in made.page.findChildren(QLineEdit) if box.isVisible()}


def texts(made: Room) -> list[str]:
    return [label.text() for label in made.page.findChildren(QLabel) if label.isVisible()]


def tile(made: Room, words: str) -> Tile:
    return next(one for one in made.page.findChildren(Tile) if one.text() == words and one.isVisible())


def test_a_family_needs_no_name_and_the_question_follows_the_kind(qtbot: QtBot) -> None:
    with room(qtbot, CLEANER) as made:
        made.at("work.who", 0)
        assert list(boxes(made)) == ["Name of the place or person", "City and state"]
        press(Qt.Key.Key_Right, Qt.Key.Key_Space)
        assert made.session.resume.work[0].name == "Private home"
        assert list(boxes(made)) == ["What your page says", "City and state"]
        assert boxes(made)["What your page says"].text() == "Private home"
        assert any("You do not need their name" in text for text in texts(made))
        made.session.undo()
        assert made.session.resume == CLEANER
        assert list(boxes(made)) == ["Name of the place or person", "City and state"]


def test_an_agency_asks_for_the_company_too(qtbot: QtBot) -> None:
    with room(qtbot, CLEANER) as made:
        made.at("work.who", 0)
        tile(made, "An agency, for a company").click()
        assert list(boxes(made)) == ["Name of the agency", "The company where you worked", "City and state"]
        boxes(made)["The company where you worked"].setFocus()
        QTest.keyClicks(boxes(made)["The company where you worked"], "At Harlow")
        tile(made, "A company").click()
        assert made.session.resume.work[0].description == "At Harlow", (
            "what was typed stays, and stays in sight"
        )
        assert "About the place" in boxes(made)


def test_the_country_is_printed_after_the_place(qtbot: QtBot) -> None:
    with room(qtbot, toggled(CLEANER, Path.ABROAD)) as made:
        made.at("work.who", 0)
        QTest.keyClicks(boxes(made)["City and state"], "Hermosillo")
        QTest.keyClicks(boxes(made)["Country"], "Mexico")
        assert made.session.resume.work[0].location == "Hermosillo, Mexico"
        assert boxes(made)["City and state"].text() == "Hermosillo"
        made.page.leave()
        made.session.undo()
        assert (boxes(made)["City and state"].text(), boxes(made)["Country"].text()) == ("Hermosillo", "")


def test_the_kind_that_was_chosen_takes_the_focus_when_one_comes_back(qtbot: QtBot) -> None:
    with room(qtbot, CLEANER) as made:
        made.at("work.who", 0)
        tile(made, "Myself").click()
        made.at("work")
        made.at("work.who", 0)
        assert QApplication.focusWidget() is tile(made, "Myself")
        press(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is boxes(made)["What your page says"]


def test_an_old_job_is_just_listed(qtbot: QtBot) -> None:
    with room(qtbot, OLD) as made:
        page = made.at("work.lines", 0)
        picks = page.findChildren(LinePicks)[0]
        assert picks.isVisible()
        tile(made, "Just list this job").click()
        assert not picks.isVisible()
        page.go_next()
        assert made.wizard.current.step.id == "work"
        made.session.undo()
        made.at("work.lines", 0)
        assert picks.isVisible()


def test_a_starter_begins_the_line_and_the_person_ends_it(qtbot: QtBot) -> None:
    with room(qtbot, CLEANER) as made:
        made.at("work.proud", 0)
        press(Qt.Key.Key_Space)
        box = boxes(made)["One line about it"]
        assert (QApplication.focusWidget(), box.text()) == (box, "Trained ")
        QTest.keyClicks(box, "4 new cleaners")
        assert made.session.resume.work[0].highlights == ("Trained 4 new cleaners",)
        tile(made, "I was trusted to\u2026").click()
        assert box.text() == "Was trusted to 4 new cleaners"
        assert made.session.resume.work[0].highlights == ("Was trusted to 4 new cleaners",)
        press(Qt.Key.Key_Return)
        assert made.wizard.current.step.id == "work"


def test_a_beginning_alone_is_never_on_the_page(qtbot: QtBot) -> None:
    with room(qtbot, CLEANER) as made:
        page = made.at("work.proud", 0)
        tile(made, "I never missed\u2026").click()
        page.go_next()
        assert made.session.resume == CLEANER


def test_an_agency_alone_is_no_job_and_is_still_chosen_when_one_comes_back(qtbot: QtBot) -> None:
    with room(qtbot, CLEANER) as made:
        made.at("work")
        made.wizard.add()
        made.at("work.who", 1)
        tile(made, "An agency, for a company").click()
        made.at("work")
        assert made.session.resume == CLEANER
        made.wizard.add()
        assert made.wizard.current.entry == 1
        made.at("work.who", 1)
        assert tile(made, "An agency, for a company").isChecked()
        assert "Name of the agency" in boxes(made)
        boxes(made)["Name of the agency"].setText("Bright Star")
        assert made.session.resume.work[1].extra == {"kiosk": {"employer": "agency"}}
