"""What every screen must be: named as it reads, large enough to hit, whole in longer languages."""

from __future__ import annotations

import gettext
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kiosk import i18n, paths
from kiosk.flow.looks import LANGUAGES
from kiosk.flow.offers import Offers
from kiosk.flow.paths import Path, toggled
from kiosk.flow.steps import STEPS
from kiosk.resume import jsonresume
from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Basics, Education, Resume, Skill, Work
from kiosk.ui.choice import OneTile
from kiosk.ui.controls import Button
from ui.sitting_room import Room, room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

BANK = Offers()
OFFERED = (*BANK.titles(""), *BANK.cards(Resume()), *BANK.languages(), *(it.name for it in BANK.activities()))

FULL = Resume(
    basics=Basics(name="Ann Lee", phone="555 010 0134"),
    work=(Work(position="Cook", name="Diner"), Work(position="Cashier"), Work(position="Baker")),
    education=(Education(institution="Lincoln High School"),),
    skills=(Skill(name="Knives"), Skill(name="Kitchen", keywords=("stoves",))),
)


@pytest.fixture
def full(qtbot: QtBot) -> Iterator[Room]:
    with room(qtbot, FULL) as made:
        yield made


class Pseudo(gettext.NullTranslations):
    """Every text a third longer, as other languages are. What is not marked was not translated."""

    def gettext(self, message: str) -> str:
        return f"[{message}{'~' * (len(message) // 3)}]"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


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


def written_beside(page: QWidget, control: QWidget) -> str:
    """Return the words a person reads as the control's name: on it, or on the label that belongs to it."""
    if isinstance(control, QAbstractButton):
        return control.text().replace("&&", "&")
    return next((label.text() for label in page.findChildren(QLabel) if label.buddy() is control), "")


def test_every_control_is_called_what_is_written_on_it_and_can_be_hit(full: Room) -> None:
    for step in every_screen(full):
        for control in controls(full.page):
            words = written_beside(full.page, control)
            assert words, f"{step}: {control.accessibleName()} has no words"
            assert control.accessibleName().startswith(words), f"{step}: {control.accessibleName()}"
            assert control.height() >= 44, f"{step}: {words} is {control.height()} high"


def cut_off(page: QWidget) -> list[str]:
    """Return the texts of a page that have less room than they need, and controls that stick out of it."""
    found = []
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.text():
            needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            longest = max(label.text().split(), key=len)
            too_wide = label.fontMetrics().horizontalAdvance(longest) > label.width()
            if label.height() < needed or too_wide:
                found.append(f"{label.text()} ({label.size().toTuple()})")
    area = page.findChildren(QAbstractScrollArea)[0].viewport()
    for control in controls(page):
        place = QRect(control.mapTo(area, control.rect().topLeft()), control.size())
        if isinstance(control, QAbstractButton) and control.width() < control.minimumSizeHint().width():
            found.append(f"{control.text()} ({control.width()})")
        if place.left() < 0 or place.right() > area.width():
            found.append(f"{control.accessibleName()} outside")
    return found


def still_cut_off(page: QWidget) -> list[str]:
    """Return what is cut off when the page has settled: what arrives late is laid out a turn later."""
    for _turn in range(5):
        QApplication.processEvents()
        if not cut_off(page):
            return []
    return cut_off(page)


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
def test_no_text_is_cut_off_in_a_longer_language(qtbot: QtBot, text_size: int) -> None:
    resume = jsonresume.load(paths.SAMPLES / "refugee-pharmacist.json").resume
    i18n.use(Pseudo())
    with room(qtbot, resume, text_size=text_size) as made:
        bad = {step: found for step in every_screen(made) if (found := still_cut_off(made.page))}
    assert bad == {}


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
            assert still_cut_off(page) == [], (step, number)
            assert all(one.height() >= 44 and one.accessibleName() for one in controls(page))


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
