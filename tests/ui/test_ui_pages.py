"""The screens in the real window: moving, removing, asking once, and what every screen must be."""

from __future__ import annotations

import gettext
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
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
from kiosk.flow.steps import STEPS
from kiosk.resume import jsonresume
from kiosk.resume.model import Basics, Education, Resume, Skill, Work
from kiosk.ui.controls import Button
from kiosk.ui.notice import LookAtThis, PutBack
from kiosk.ui.pages.entries import Action, EntriesPage
from kiosk.ui.pages.form import FormPage
from ui.sitting_room import Room, room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

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


@pytest.fixture
def empty(qtbot: QtBot) -> Iterator[Room]:
    with room(qtbot) as made:
        yield made


def press(page: EntriesPage, action: Action, index: int) -> None:
    button = page.card(index).buttons[action]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def jobs(room: Room) -> list[str]:
    return [job.position for job in room.session.resume.work]


def focus() -> str:
    widget = QApplication.focusWidget()
    return widget.accessibleName() if widget is not None else "nothing"


def said(room: Room) -> str:
    notice = room.page.findChildren(LookAtThis)[0]
    return notice.text if notice.isVisible() else ""


def work_page(room: Room) -> EntriesPage:
    page = room.at("work")
    assert isinstance(page, EntriesPage)
    return page


def test_moving_a_job_keeps_the_focus_on_it(full: Room) -> None:
    page = work_page(full)
    press(page, Action.UP, 2)
    assert (jobs(full), focus()) == (["Cook", "Baker", "Cashier"], "Move up: Baker")
    press(page, Action.UP, 1)
    assert (jobs(full), focus()) == (["Baker", "Cook", "Cashier"], "Move down: Baker")
    press(page, Action.DOWN, 0)
    assert (jobs(full), focus()) == (["Cook", "Baker", "Cashier"], "Move down: Baker")


def test_a_removed_job_can_be_put_back_where_it_was(full: Room) -> None:
    page = work_page(full)
    press(page, Action.REMOVE, 1)
    assert (jobs(full), focus()) == (["Cook", "Baker"], "Put it back")
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Space)
    assert (jobs(full), focus()) == (["Cook", "Cashier", "Baker"], "Remove: Cashier")
    assert full.session.resume == FULL


def test_undo_brings_a_removed_job_back_too(full: Room) -> None:
    page = work_page(full)
    press(page, Action.REMOVE, 0)
    full.session.undo()
    assert jobs(full) == ["Cook", "Cashier", "Baker"]
    assert page.card(0).buttons[Action.CHANGE].accessibleName() == "Change: Cook"


def test_the_last_job_removed_leaves_add_and_put_back(full: Room) -> None:
    page = work_page(full)
    for _job in range(3):
        press(page, Action.REMOVE, 0)
    assert (jobs(full), page.next_label()) == ([], "Add a job")
    assert page.findChildren(PutBack)[0].isVisible()


def test_change_leads_to_the_job_and_back_to_the_list(full: Room) -> None:
    page = work_page(full)
    press(page, Action.CHANGE, 1)
    assert (full.wizard.current.step.id, full.wizard.current.entry) == ("work.place", 1)
    assert first_text(full.page) == "Cashier"
    full.wizard.back()
    press(page, Action.CHANGE, 2)
    assert first_text(full.page) == "Baker"


def test_a_name_left_blank_is_asked_for_once(empty: Room) -> None:
    page = empty.at("name")
    page.go_next()
    assert (empty.wizard.current.step.id, "name" in said(empty), focus()) == ("name", True, "Your name")
    page.go_next()
    assert empty.wizard.current.step.id == "contact"


def test_half_a_year_is_asked_about_once_and_kept(empty: Room) -> None:
    page = empty.at("work.dates", 0)
    QTest.keyClicks(QApplication.focusWidget() or page, "20")
    page.go_next()
    assert "four numbers" in said(empty)
    page.go_next()
    assert empty.wizard.current.step.id == "work.lines"
    empty.wizard.back()
    assert first_text(page) == "20"


def test_street_and_zip_are_shown_when_asked_for_or_filled_in(empty: Room) -> None:
    page = empty.at("contact")
    more = next(b for b in page.findChildren(Button) if "street" in b.text())
    assert "Street" not in visible_names(page)
    more.click()
    assert (focus(), more.isVisible()) == ("Street", False)


def test_enter_goes_from_box_to_box_and_then_on(empty: Room) -> None:
    empty.at("contact")
    for name in ("Phone", "Email", "City", "State"):
        assert focus() == name
        QTest.keyClicks(QApplication.focusWidget() or empty.window, "1")
        QTest.keyClick(QApplication.focusWidget() or empty.window, Qt.Key.Key_Return)
    assert empty.wizard.current.step.id == "work"


def test_look_it_over_leads_to_the_very_box_and_back(full: Room) -> None:
    page = full.at("review")
    change = next(b for b in page.findChildren(Button) if b.accessibleName() == "Change: Email")
    change.click()
    assert (focus(), full.page.next_label()) == ("Email", "Done")
    full.page.go_next()
    assert (full.wizard.current.step.id, focus()) == ("review", "Change: Email")


def test_look_it_over_says_what_is_blank_and_shows_groups_of_skills(full: Room) -> None:
    page = full.at("review")
    words = [label.text() for label in page.findChildren(QLabel)]
    assert "Left blank" in words
    assert "Kitchen: stoves" in words


def test_undo_is_seen_on_the_screen(full: Room) -> None:
    page = full.at("name")
    assert isinstance(page, FormPage)
    box = page.findChildren(QLineEdit)[0]
    box.selectAll()
    QTest.keyClicks(box, "Bob")
    assert full.session.resume.basics.name == "Bob"
    full.session.undo()
    assert box.text() == "Ann Lee"


def first_text(page: QWidget) -> str:
    return next(box.text() for box in page.findChildren(QLineEdit) if box.isVisible())


def visible_names(page: QWidget) -> list[str]:
    boxes = [*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit)]
    return [box.accessibleName() for box in boxes if box.isVisible()]


class Pseudo(gettext.NullTranslations):
    """Every text a third longer, as other languages are, and marked: what is not marked was not translated."""

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


@pytest.mark.slow
@pytest.mark.parametrize("text_size", [100, 150, 200])
def test_no_text_is_cut_off_in_a_longer_language(qtbot: QtBot, text_size: int) -> None:
    resume = jsonresume.load(paths.SAMPLES / "refugee-pharmacist.json").resume
    i18n.use(Pseudo())
    with room(qtbot, resume, text_size=text_size) as made:
        bad = {step: found for step in every_screen(made) if (found := cut_off(made.page))}
    assert bad == {}


def test_every_text_of_ours_is_translated(qtbot: QtBot) -> None:
    i18n.use(Pseudo())
    with room(qtbot) as made:
        for step in every_screen(made):
            texts = [made.page.heading, made.page.help]
            texts += [label.text() for label in made.page.findChildren(QLabel) if label.isVisible()]
            texts += [control.accessibleName() for control in controls(made.page)]
            bare = [text for text in texts if text and "[" not in text and not text.startswith("/")]
            assert bare == [], step
