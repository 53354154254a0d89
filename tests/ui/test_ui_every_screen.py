"""What every screen must be besides whole (test_ui_sweep.py): translated, steady when a tile is ticked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kiosk import i18n
from kiosk.flow.looks import LANGUAGES
from kiosk.flow.offers import Offers
from kiosk.flow.paths import Path, toggled
from kiosk.flow.steps import STEPS
from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Basics, Education, Resume, Skill, Work
from kiosk.ui.choice import OneTile
from kiosk.ui.controls import Button
from ui.screens import Pseudo, settle, wrong
from ui.sitting_room import Room, room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

BANK = Offers()
NAMES = (*(it.name for it in BANK.activities()), *(it.name for it in BANK.kinds()))
OFFERED = (
    *BANK.titles(""),
    *BANK.cards(Resume()),
    *BANK.languages(),
    *BANK.subjects(""),
    *BANK.ways(),
    *NAMES,
)

FULL = Resume(
    basics=Basics(name="Ann Lee", phone="555 010 0134"),
    work=(Work(position="Cook", name="Diner"), Work(position="Cashier"), Work(position="Baker")),
    education=(Education(institution="Lincoln High School"),),
    skills=(Skill(name="Knives"), Skill(name="Kitchen", keywords=("stoves",))),
)


def every_screen(room: Room) -> Iterator[str]:
    for step in STEPS:
        entry = 0 if step.of_entry else None
        room.at(step.id, entry)
        QApplication.processEvents()
        yield step.id


def controls(page: QWidget) -> list[QWidget]:
    return [
        widget
        for kind in (QAbstractButton, QLineEdit, QPlainTextEdit)
        for widget in page.findChildren(kind)
        if widget.isVisible() and not isinstance(widget, QScrollBar)
    ]


@pytest.mark.parametrize("text_size", [100, 200])
def test_a_ticked_tile_has_room_for_its_bold_words(qtbot: QtBot, text_size: int) -> None:
    with room(qtbot, FULL, text_size=text_size) as made:
        page = made.at("work.dates", 0)
        for tile in page.findChildren(Button):
            if tile.isCheckable() and tile.isVisible():
                tile.click()
                tile.ensurePolished()
                icon = 0 if tile.icon().isNull() else tile.iconSize().width()
                words = tile.fontMetrics().horizontalAdvance(tile.text()) + icon
                assert words < tile.width(), tile.text()


@pytest.mark.slow
@pytest.mark.parametrize("text_size", [100, 150, 200])
def test_nothing_is_cut_off_where_a_job_or_a_gap_asks_for_more(qtbot: QtBot, text_size: int) -> None:
    first, second = (
        Work(position="Cook", start_date=PartialDate(year), end_date=PartialDate(year + 1))
        for year in (2023, 2018)
    )
    i18n.use(Pseudo())
    with room(qtbot, toggled(Resume(work=(first, second)), Path.ABROAD), text_size=text_size) as made:
        for step, number, entry in (("gap", 1, None), *(("work.who", kind, 0) for kind in range(6))):
            page = made.at(step, entry)
            [tile for tile in page.findChildren(OneTile) if tile.isVisible()][number].click()
            settle()
            assert wrong(page) == [], (step, number)


def test_every_text_of_ours_is_translated(qtbot: QtBot) -> None:
    i18n.use(Pseudo())
    with room(qtbot) as made:
        for step in every_screen(made):
            texts = [made.page.heading, made.page.help]
            texts += [label.text() for label in made.page.findChildren(QLabel) if label.isVisible()]
            texts += [control.accessibleName() for control in controls(made.page)]
            bare = [text for text in texts if text and "[" not in text and not text.startswith("/")]
            bare = [text for text in bare if text not in LANGUAGES.values()]  # each called in itself
            bare = [text for text in bare if text not in OFFERED]  # the bank's, a folder for each language
            assert bare == [], step
