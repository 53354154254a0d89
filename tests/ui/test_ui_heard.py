"""What a screen reader is told of what is new elsewhere on a screen: once, and where somebody listens."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path as FilePath

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kiosk.flow import paths
from kiosk.flow.employers import Employer, kind_of
from kiosk.flow.fields import MOST_LINES
from kiosk.flow.paths import Path
from kiosk.letters import Letters
from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Basics, Resume, Skill, Work
from kiosk.ui import boxnote, heard
from kiosk.ui.controls import Button, ButtonKind
from kiosk.ui.fields import TextBox
from kiosk.ui.pages.entries import Action, EntriesPage
from kiosk.ui.theme import Look
from kiosk.ui.ticks import TickRow
from ui.sitting_room import Drives, Room, room, stick

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

COOK = Work(position="Cook", name="Blue Door Cafe", start_date=PartialDate(2019), end_date=PartialDate(2021))
SOMEBODY = Resume(basics=Basics(name="Ines Vance"), work=(COOK, Work(position="Cashier", name="Food Mart")))


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what is said, while somebody listens."""
    said: list[str] = []

    def take(_widget: QWidget, words: str) -> None:
        if words:
            said.append(words)

    monkeypatch.setattr(heard, "say", take)
    monkeypatch.setattr(heard, "listening", lambda: True)
    return said


@pytest.fixture
def ines(qtbot: QtBot, told: list[str]) -> Iterator[Room]:
    with room(qtbot, SOMEBODY) as made:
        told.clear()
        yield made


def at(made: Room, told: list[str], step: str, entry: int | None = None) -> None:
    made.at(step, entry)
    QApplication.processEvents()
    told.clear()


def press(made: Room, name: str) -> None:
    QTest.mouseClick(
        next(b for b in made.window.findChildren(Button) if b.isVisible() and b.accessibleName() == name),
        Qt.MouseButton.LeftButton,
    )


def box(made: Room, name: str) -> TextBox:
    return next(b for b in made.page.findChildren(TextBox) if b.isVisible() and b.accessibleName() == name)


def test_nobody_is_told_where_nobody_listens(ines: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert heard.listening() is False
    ines.window.announce("Hello")  # and nothing happens


def test_a_screen_says_its_question_its_help_and_what_only_stands_there(ines: Room, told: list[str]) -> None:
    ines.at("work")
    assert told == ["Where did you work? Start with your newest job. Two or three jobs are enough."]
    told.clear()
    ines.session.edit(replace(ines.session.resume, work=()))
    at(ines, told, "name")
    ines.at("work")
    assert "All of this counts:" in told[0]
    assert told[0].count("All of this counts:") == len(told) == 1
    told.clear()
    ines.at("home")
    assert "Free. No account, no internet." in told[0]


def test_a_letter_that_no_page_can_show_is_told_once_and_said_with_the_box(
    ines: Room, told: list[str]
) -> None:
    boxnote.know(Letters.of([(0x20, 0x300)]))
    at(ines, told, "name")
    here = box(ines, "Your name")
    QTest.keyClicks(here, "a")
    assert told == []
    here.setText("Ines V\U00010a00")
    assert told == ["The page cannot show this letter: \U00010a00. It will be left out."]
    assert here.accessibleDescription() == f"For example: Maria Santos {told[0]}"
    QTest.keyClicks(here, "a")
    assert len(told) == 1
    here.setText("Ines V")
    assert here.accessibleDescription() == "For example: Maria Santos"
    boxnote.know(None)  # type: ignore[arg-type]


def test_who_types_before_the_letters_are_known_is_told_when_they_are(ines: Room, told: list[str]) -> None:
    at(ines, told, "name")
    here = box(ines, "Your name")
    here.setText("Ines 𐨀")
    assert told == []
    boxnote.know(Letters.of([(0x20, 0x300)]))
    assert told == ["The page cannot show this letter: 𐨀. It will be left out."]
    assert here.accessibleDescription().endswith(told[0])
    boxnote.know(None)  # type: ignore[arg-type]


def test_a_line_that_is_removed_and_put_back_is_told(ines: Room, told: list[str]) -> None:
    jobs = (replace(COOK, highlights=("Cooked soup", "Kept the grill clean")),)
    ines.session.edit(replace(ines.session.resume, work=jobs))
    at(ines, told, "work.lines", 0)
    press(ines, "Remove line 1")
    assert told == ["Removed: Cooked soup"]
    told.clear()
    press(ines, "Put it back")
    assert told == ["It is back: Cooked soup"]


def test_a_job_that_is_removed_and_put_back_is_told_and_undo_too(ines: Room, told: list[str]) -> None:
    at(ines, told, "work")
    page = ines.page
    assert isinstance(page, EntriesPage)
    assert page.card(0).buttons[Action.CHANGE].accessibleDescription() == "Blue Door Cafe, 2019 to 2021"
    press(ines, "Remove: Cook")
    assert told == ["Removed: Cook"]
    told.clear()
    press(ines, "Put it back")
    assert told == ["It is back: Cook"]
    told.clear()
    press(ines, "Undo")
    assert told == ["Undone. Removed: Cook"]
    told.clear()
    QTest.keyClick(ines.window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert told == ["Done again. It is back: Cook"]


def test_undo_says_what_is_other_now_also_where_it_is_not_seen(ines: Room, told: list[str]) -> None:
    at(ines, told, "name")
    box(ines, "Your name").setText("Ines Okafor")
    ines.session.commit()
    at(ines, told, "contact")
    assert QApplication.focusWidget() is not None
    press(ines, "Undo")
    assert told == ["Undone. Your name: Ines Vance"]
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.isVisible()


def test_who_the_job_was_for_brings_boxes_names_and_words_and_all_are_told(
    ines: Room, told: list[str]
) -> None:
    ines.session.edit(replace(ines.session.resume, work=(Work(position="Cook"),)))
    at(ines, told, "work.who", 0)
    press(ines, "A family")
    assert told == ["What your page says: Private home"]
    told.clear()
    press(ines, "An agency, for a company")
    assert told == ["Name of the agency: Left blank New here: The company where you worked. "
                    "For example: At Harlow Stamping"]  # fmt: skip
    assert ines.session.resume.work[0].extra["kiosk"]["employer"] == Employer.AGENCY


def test_a_tick_that_takes_another_away_says_so(ines: Room, told: list[str]) -> None:
    at(ines, told, "path")
    press(ines, "Yes, my first paid job")
    assert told == ["Not ticked any more: I have worked before"]


def test_a_tick_that_brings_boxes_says_what_they_ask(ines: Room, told: list[str]) -> None:
    at(ines, told, "work.lines", 0)
    row = next(row for row in ines.page.findChildren(TickRow) if row.blanks and row.isVisible())
    row.tile.click()
    asked = [blank.box.accessibleName() for blank in row.blanks.values()]
    assert told == [f"You can fill in: {', '.join(asked)}"]
    row.tile.click()
    assert len(told) == 1


def test_what_is_offered_is_told_when_nobody_types_any_more(
    ines: Room, told: list[str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heard, "SETTLED_MS", 1)
    ines.session.edit(replace(ines.session.resume, work=(*ines.session.resume.work, Work(name="Inn"))))
    at(ines, told, "work.place", 2)
    for soon in ines.page.findChildren(heard.Soon):
        soon.setInterval(30)
    QTest.keyClicks(box(ines, "Job title"), "dish")
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].startswith("Job titles to pick from: Dishwasher")
    assert len(told) == 1


def test_a_full_list_says_so_once(ines: Room, told: list[str]) -> None:
    skills = tuple(Skill(name=f"Skill {number}") for number in range(MOST_LINES - 1))
    ines.session.edit(replace(ines.session.resume, skills=skills))
    at(ines, told, "skills")
    ines.session.edit(replace(ines.session.resume, skills=(*skills, Skill(name="one more"))))
    assert told.count("This list is full.") == 1


def test_the_size_of_the_text_and_the_colours_are_told(ines: Room, told: list[str]) -> None:
    ines.window.change_look(Look(text_size=125))
    ines.window.change_look(Look(text_size=125, high_contrast=True))
    ines.window.change_look(Look(text_size=125))
    assert told == ["Text size: 125 %", "High contrast", "Normal colors"]


def test_each_answer_is_heard_with_the_button_that_changes_it(ines: Room, told: list[str]) -> None:
    at(ines, told, "review")
    said = {
        button.accessibleName(): button.accessibleDescription()
        for button in ines.page.findChildren(Button)
        if button.isVisible()
    }
    assert said["Change: Your name"] == "Ines Vance"
    assert said["Change: When, Cook"] == "2019 to 2021"
    assert said["Change: Phone"] == "Left blank"


def test_texts_are_those_that_no_box_is_called_by(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    alone, of_box, hidden = (QLabel(words, around) for words in ("Alone", "Of a box", "Hidden"))
    box = TextBox("x", 5)
    qtbot.addWidget(box)
    of_box.setBuddy(box)
    hidden.hide()
    assert heard.texts(around) == alone.text()


def do(button: QWidget, action: str) -> None:
    """Do what a screen reader, a switch or a voice does."""
    face = QAccessible.queryAccessibleInterface(button).actionInterface()
    assert action in face.actionNames()
    face.doAction(action)


def test_what_a_screen_reader_ticks_is_the_answer_and_each_tick_counts_once(
    ines: Room, told: list[str]
) -> None:
    at(ines, told, "path")
    military, first = ("I served in the military", "Yes, my first paid job")
    tiles = {button.accessibleName(): button for button in ines.page.findChildren(Button)}
    do(tiles[military], "Toggle")
    assert Path.MILITARY in paths.of(ines.session.resume)
    do(tiles[military], "Toggle")
    assert Path.MILITARY not in paths.of(ines.session.resume)
    do(tiles[first], "Toggle")
    assert paths.of(ines.session.resume) == {Path.FIRST_JOB}
    assert told == ["Not ticked any more: I have worked before"]

    at(ines, told, "work.who", 1)
    family = next(b for b in ines.page.findChildren(Button) if b.accessibleName() == "A family")
    heard_clicks: list[bool] = []
    family.clicked.connect(lambda down: heard_clicks.append(down))
    do(family, "Toggle")
    assert kind_of(ines.session.resume.work[1]) is Employer.FAMILY
    company = next(b for b in ines.page.findChildren(Button) if b.accessibleName() == "A company")
    do(company, "Toggle")
    assert kind_of(ines.session.resume.work[1]) is Employer.COMPANY
    assert heard_clicks == [True], "what another tile took away was not pressed"


def test_a_key_a_mouse_and_the_program_press_no_button_twice(qtbot: QtBot) -> None:
    button = Button("Tick me")
    qtbot.addWidget(button)
    button.setCheckable(True)
    button.show()
    clicks: list[bool] = []
    button.clicked.connect(lambda down: clicks.append(down))
    button.setChecked(True)
    assert clicks == []
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(button, Qt.Key.Key_Space)
    button.click()
    assert clicks == [False, True, False]
    do(button, "Toggle")
    assert clicks == [False, True, False, True]


def test_which_job_is_asked_about_is_said_with_the_question(ines: Room, told: list[str]) -> None:
    at(ines, told, "home")
    ines.at("work.dates", 0)
    assert len(told) == 1
    assert told[0].startswith("When did you work there?")
    assert told[0].endswith("Cook, Blue Door Cafe")


def test_why_a_drive_cannot_be_used_is_said_where_one_is_chosen(
    qtbot: QtBot, told: list[str], tmp_path: FilePath
) -> None:
    drives = Drives()
    drives.plug(
        replace(stick(tmp_path, "FULL"), usable=False, why="FULL has no room.", remedy="Try another.")
    )
    with room(qtbot, SOMEBODY, drives) as made:
        qtbot.waitUntil(lambda: made.plugged.drives is not None)
        for step in ("drive", "save"):
            at(made, told, "name")
            made.at(step)
            assert len(told) == 1
            assert "FULL has no room. Try another." in told[0]


def test_what_the_printer_would_do_and_what_is_to_know_of_it_are_said(
    ines: Room, told: list[str], qtbot: QtBot
) -> None:
    ines.at("print")
    qtbot.waitUntil(lambda: any("How many copies?" in words for words in told))


def tiles(made: Room) -> list[Button]:
    return [button for button in made.page.findChildren(Button) if button.kind is ButtonKind.TILE]


def test_of_a_file_that_lost_something_all_is_said(qtbot: QtBot, told: list[str], tmp_path: FilePath) -> None:
    old = {"basics": {"name": "Ines Vance"}, "work": [{"position": "Cook", "startDate": "some day"}]}
    (tmp_path / "old.json").write_text(json.dumps(old), "utf-8")
    drives = Drives()
    drives.plug(stick(tmp_path, "BLUE"))
    with room(qtbot, None, drives) as made:
        made.at("open")
        qtbot.waitUntil(lambda: bool(tiles(made)))
        told.clear()
        tiles(made)[0].click()
        qtbot.waitUntil(lambda: bool(told))
        assert told[-1].startswith("Your resume is open Please look at this before you go on.")
        assert len(told[-1]) > len("Your resume is open Please look at this before you go on. ")


def test_what_a_job_is_called_elsewhere_is_told_with_the_titles(
    ines: Room, told: list[str], qtbot: QtBot
) -> None:
    at(ines, told, "wanted")
    for soon in ines.page.findChildren(heard.Soon):
        soon.setInterval(30)
    box(ines, "Job you want").setText("Cashier")
    qtbot.waitUntil(lambda: bool(told))
    (words,) = told
    assert words.startswith("Pick the closest, or write your own: Cashier")
    assert "Other names for this job: " in words


def test_what_counts_is_told_when_the_last_job_is_gone(ines: Room, told: list[str]) -> None:
    at(ines, told, "work")
    press(ines, "Remove: Cook")
    told.clear()
    press(ines, "Remove: Cashier")
    assert [words.partition(":")[0] for words in told] == ["All of this counts", "Removed"]
