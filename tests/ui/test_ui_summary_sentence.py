"""*Finish this line*: the proposal is taken with a press, changed by typing, and never writes by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Basics, Resume, Skill, Work
from kiosk.ui.controls import Button
from kiosk.ui.wrapbox import WrapBox
from ui.sitting_room import Room, room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

COOK = Work(position="Cook", start_date=PartialDate(2016), end_date=PartialDate(2019))
LINE = "Cook with 3 years of experience, good at baking."


@pytest.fixture
def cook(qtbot: QtBot) -> Iterator[Room]:
    with room(qtbot, Resume(work=(COOK,), skills=(Skill(name="Baking"),))) as made:
        made.at("summary")
        yield made


def here() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def offered(made: Room) -> list[str]:
    return [b.text() for b in made.page.findChildren(Button) if b.isVisible() and "this line" in b.text()]


def test_one_key_takes_the_line_and_typing_goes_on_at_its_end(cook: Room) -> None:
    assert here().accessibleDescription() == LINE
    QTest.keyClick(here(), Qt.Key.Key_Space)
    assert cook.session.resume.basics.summary == LINE
    assert isinstance(here(), WrapBox)
    assert offered(cook) == []
    QTest.keyClicks(here(), " Early riser.")
    assert cook.session.resume.basics.summary == f"{LINE} Early riser."
    QTest.keyClick(here(), Qt.Key.Key_Return)
    assert cook.wizard.current.step.id == "review"


def test_what_the_person_wrote_stays_when_the_jobs_change_and_undo_brings_it_back(cook: Room) -> None:
    session = cook.session
    session.edit(replace(session.resume, basics=Basics(summary="Line cook.")))
    session.edit(replace(session.resume, work=(replace(COOK, end_date=PartialDate(2022)),)))
    assert session.resume.basics.summary == "Line cook."
    assert offered(cook) == ["Use this line instead"]
    next(b for b in cook.page.findChildren(Button) if b.text() == "Use this line instead").click()
    assert session.resume.basics.summary.startswith("Cook with 6 years")
    session.undo()
    assert session.resume.basics.summary == "Line cook."


def test_nothing_is_proposed_in_english_for_a_page_in_another_language(cook: Room) -> None:
    cook.session.choose(language="es")
    cook.at("skills")
    cook.at("summary")
    assert offered(cook) == []
    assert isinstance(here(), WrapBox)


def test_a_longer_text_from_a_file_stays_whole(qtbot: QtBot) -> None:
    text = "One.\n" + "A cook who bakes. " * 20
    with room(qtbot, Resume(basics=Basics(summary=text), work=(COOK,))) as made:
        made.at("summary")
        made.at("review")
        assert made.session.resume.basics.summary == text
        made.at("summary")
        box = made.page.findChildren(WrapBox)[0]
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Backspace)
        assert len(made.session.resume.basics.summary) == len(text) - 1
