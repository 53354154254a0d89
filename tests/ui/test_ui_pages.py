"""The screens in the real window: moving, removing, putting back, asking once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

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


@pytest.mark.parametrize("removed", [0, 1])
def test_half_a_year_stays_with_its_job_when_one_is_removed_and_put_back(full: Room, removed: int) -> None:
    def year(job: int) -> QLineEdit:
        full.at("work.dates", job)
        return next(box for box in full.page.findChildren(QLineEdit) if box.isVisible())

    box = year(1)
    box.setFocus()
    QTest.keyClicks(box, "20")
    page = work_page(full)
    press(page, Action.REMOVE, removed)
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Space)
    assert jobs(full)[1] == "Cashier"
    assert [year(job).text() for job in range(3)] == ["", "20", ""]


def test_undo_brings_a_removed_job_back_too(full: Room) -> None:
    page = work_page(full)
    press(page, Action.REMOVE, 0)
    full.session.undo()
    assert jobs(full) == ["Cook", "Cashier", "Baker"]
    assert page.card(0).buttons[Action.CHANGE].accessibleName() == "Change: Cook"
    assert not page.findChildren(PutBack)[0].isVisible(), "it is back, once is enough"
    assert focus() == "Add another job"


def test_undo_brings_a_removed_line_back_once(full: Room) -> None:
    full.session.open(Resume(work=(Work(position="Cook", highlights=("Cooked", "Cleaned")),)))
    page = full.at("work.lines", 0)
    button = next(b for b in page.findChildren(Button) if b.accessibleName() == "Remove line 1")
    button.click()
    assert page.findChildren(PutBack)[0].isVisible()
    full.session.undo()
    assert full.session.resume.work[0].highlights == ("Cooked", "Cleaned")
    assert not page.findChildren(PutBack)[0].isVisible()


def test_a_list_with_something_in_it_is_not_skipped_and_says_no_more_what_counts(full: Room) -> None:
    page = work_page(full)

    def words() -> str:
        return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())

    assert not page.skippable()
    assert "All of this counts" not in words()
    full.session.edit(Resume())
    assert page.skippable()
    assert "All of this counts" in words()


def test_one_job_alone_offers_no_place_to_move_to(full: Room) -> None:
    page = work_page(full)
    full.session.edit(Resume(work=(Work(position="Cook"),)))
    assert set(page.card(0).buttons) == {Action.CHANGE, Action.REMOVE}


def test_another_job_there_begins_behind_the_first_at_the_same_employer(full: Room) -> None:
    page = work_page(full)
    job = Work(position="Cook", name="Diner", location="Akron, OH")
    full.session.edit(Resume(work=(job, Work(position="Baker"))))
    assert Action.ANOTHER not in page.card(1).buttons
    assert page.card(0).buttons[Action.ANOTHER].accessibleName() == "I had another job there: Diner"
    press(page, Action.ANOTHER, 0)
    assert (full.wizard.current.step.id, full.wizard.current.entry) == ("work.place", 1)
    assert [(job.position, job.name) for job in full.session.resume.work] == [
        ("Cook", "Diner"),
        ("", "Diner"),
        ("Baker", ""),
    ]
    full.session.undo()
    assert jobs(full) == ["Cook", "Baker"]


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
    assert empty.wizard.current.step.id == "wanted"


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


def test_who_adds_a_school_and_writes_nothing_is_led_on_by_next(empty: Room) -> None:
    """Seen by walking with nothing but the blue button: it led round and round."""
    page = empty.at("education")
    footer = empty.window.frame.footer.next_button
    assert footer.text() == "Add a school"
    headings = []
    for _press in range(5):
        headings.append(empty.page.heading)
        footer.click()
    assert headings.count(page.heading) == 2
    assert empty.page.heading == "Do you have a card, license or certificate?"
    empty.at("education")
    assert footer.text() == "Next"
    added = [one for one in page.findChildren(Button) if one.text() == "Add a school"]
    assert [one.isVisible() for one in added] == [True], "one can still add one"


def test_the_ring_of_the_focus_is_for_keys(empty: Room) -> None:
    """Who points with a mouse took the one yellow tile for the chosen one."""
    empty.at("drive")
    footer = empty.window.frame.footer
    skip = next(one for one in footer.findChildren(Button) if one.text() == "Skip this")
    QTest.mouseClick(skip, Qt.MouseButton.LeftButton)
    tile = QApplication.focusWidget()
    assert isinstance(tile, Button)
    assert (tile.text(), tile.isChecked(), tile.shows_focus) == ("I have worked before", True, False)
    QTest.keyClick(tile, Qt.Key.Key_Left)
    before = QApplication.focusWidget()
    assert isinstance(before, Button)
    assert (before.text(), before.shows_focus) == ("Yes, my first paid job", True)
    QTest.mouseClick(before, Qt.MouseButton.LeftButton)
    assert before.isChecked()
    QTest.keyClick(before, Qt.Key.Key_Space)
    assert before.shows_focus, "from the first key on one sees where one is"


def test_nothing_moves_sideways_when_there_is_more_than_fits(empty: Room) -> None:
    """Seen with a notice above the boxes: all of them jumped aside for the bar that scrolls."""
    page = empty.at("work.dates", 0)
    QApplication.processEvents()
    box = page.findChildren(QLineEdit)[0]
    before = box.mapTo(page, QPoint(0, 0)).x()
    empty.window.resize(1366, 640)
    QApplication.processEvents()
    assert page.findChildren(QScrollArea)[0].verticalScrollBar().maximum() > 0
    assert box.mapTo(page, QPoint(0, 0)).x() == before
