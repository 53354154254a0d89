"""A code of the military is explained where it is typed, and one press writes it plainly."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.flow import paths
from kiosk.resume.model import Resume, Work
from kiosk.ui.controls import Button
from kiosk.ui.pages.service_words import ServiceWords
from ui.sitting_room import Room, room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def keisha(qtbot: QtBot) -> Iterator[Room]:
    resume = paths.toggled(Resume(work=(Work(position="92Y"), Work())), paths.Path.MILITARY)
    with room(qtbot, resume) as made:
        yield made


def buttons(made: Room) -> list[Button]:
    return [
        one
        for part in made.page.findChildren(ServiceWords)
        for one in part.findChildren(Button)
        if one.isVisible()
    ]


def test_one_press_writes_the_title_plainly_and_undo_takes_it_back(keisha: Room) -> None:
    keisha.at("work.place", 0)
    [button] = buttons(keisha)
    assert button.text() == "Write “supply clerk” instead"
    button.click()
    assert keisha.session.resume.work[0].position == "Supply clerk"
    assert buttons(keisha) == []
    here = QApplication.focusWidget()
    assert here is not None
    assert keisha.page.isAncestorOf(here), "the focus is in the box again"
    keisha.session.undo()
    assert keisha.session.resume.work[0].position == "92Y"
    assert len(buttons(keisha)) == 1


def test_it_is_said_while_one_types(keisha: Room) -> None:
    keisha.at("work.place", 1)
    assert buttons(keisha) == []
    here = QApplication.focusWidget()
    assert here is not None
    QTest.keyClicks(here, "Squad leader")
    assert [button.text() for button in buttons(keisha)] == ["Write “team leader” instead"]
    keisha.at("work.dates", 1)
    assert buttons(keisha) == [], "nothing of it is asked here"


def test_who_did_not_serve_sees_nothing(qtbot: QtBot) -> None:
    with room(qtbot, Resume(work=(Work(position="92Y"),))) as made:
        made.at("work.place", 0)
        assert made.page.findChildren(ServiceWords) == []
