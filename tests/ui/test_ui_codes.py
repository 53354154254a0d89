"""The codes on the screen: another program reads them from what the screen shows, in every look."""

from __future__ import annotations

import pytest
import zxingcpp
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel
from pytestqt.qtbot import QtBot

from kiosk.errors import RenderError
from kiosk.resume.model import Basics, Resume
from kiosk.ui import theme
from kiosk.ui.code_picture import SMALLEST, CodePicture
from kiosk.ui.theme import Look
from ui.sitting_room import Room, room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LONG = " ".join(["José 李小龍 and sons"] * 60)
"""What the worker of the tests makes the whole page of: three codes."""


def codes_shown(qtbot: QtBot, made: Room) -> None:
    made.at("save")
    made.wizard.change("codes")
    qtbot.waitUntil(lambda: bool(pictures(made)))
    for _turn in range(3):
        QApplication.processEvents()


def pictures(made: Room) -> list[CodePicture]:
    return [one for one in made.page.findChildren(CodePicture) if one.isVisible()]


def read(made: Room) -> str:
    """Read what a phone in front of the screen would."""
    screen = made.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    (found,) = zxingcpp.read_barcodes(screen)
    assert found.valid
    return str(found.text)


def press(made: Room, *, back: bool = False) -> None:
    footer = made.window.frame.footer
    QTest.keyClick(footer.tab_order()[-1] if back else footer.next_button, Qt.Key.Key_Space)
    for _turn in range(3):
        QApplication.processEvents()


def words(made: Room) -> str:
    return "\n".join(label.text() for label in made.page.findChildren(QLabel) if label.isVisible())


@pytest.mark.slow
@pytest.mark.parametrize(
    ("contrast", "text_size"),
    [
        (False, 100),
        (True, 200),
        pytest.param(True, 100, marks=pytest.mark.slow),
        pytest.param(False, 150, marks=pytest.mark.slow),
        pytest.param(True, 150, marks=pytest.mark.slow),
        pytest.param(False, 200, marks=pytest.mark.slow),
    ],
)
def test_all_codes_together_are_the_text(qtbot: QtBot, contrast: bool, text_size: int) -> None:
    with room(qtbot, Resume(basics=Basics(name=LONG)), text_size=text_size) as made:
        made.window.change_look(Look(high_contrast=contrast, text_size=text_size))
        made.session.go_without_drive()  # with the line above it there is the least room
        codes_shown(qtbot, made)
        said: list[str] = []
        while made.wizard.current.step.id == "codes":
            (picture,) = pictures(made)
            assert picture.module >= SMALLEST
            assert whole(made, picture)
            said.append(read(made))
            assert picture.accessibleName() == f"Code {len(said)} of 3"
            assert picture.accessibleName() in words(made)
            assert picture.accessibleDescription() == said[-1]
            press(made)
        assert "".join(said) == LONG
        assert made.wizard.current.step.id == "save"
    assert theme.in_use() == Look()


def whole(made: Room, picture: CodePicture) -> bool:
    """Whether all of the picture is in sight, quiet zone included."""
    area = made.page.findChildren(QAbstractScrollArea)[0].viewport()
    place = QRect(picture.mapTo(area, picture.rect().topLeft()), picture.size())
    return area.rect().contains(place) and picture.size() == picture.sizeHint()


def test_larger_text_makes_smaller_codes_where_there_is_no_room(qtbot: QtBot) -> None:
    with room(qtbot, Resume(basics=Basics(name=LONG))) as made:
        made.window.resize(1366, 600)
        made.session.go_without_drive()
        codes_shown(qtbot, made)
        assert "Code 1 of 3" in words(made)
        made.window.change_look(Look(text_size=200))
        qtbot.waitUntil(lambda: "Code 1 of 5" in words(made))
        for _turn in range(3):
            QApplication.processEvents()
        assert whole(made, pictures(made)[0])
        assert LONG.startswith(read(made))


def test_back_leads_from_code_to_code_and_then_away(qtbot: QtBot) -> None:
    with room(qtbot, Resume(basics=Basics(name=LONG))) as made:
        codes_shown(qtbot, made)
        assert made.page.next_label() == "Next code"
        press(made)
        press(made)
        assert made.page.next_label() == "I have them all"
        press(made, back=True)
        assert "Code 2 of 3" in words(made)
        QTest.keyClick(made.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        assert "Code 1 of 3" in words(made)
        press(made, back=True)
        assert made.wizard.current.step.id == "save"


def test_a_small_window_never_makes_them_too_small_to_read(qtbot: QtBot) -> None:
    with room(qtbot, Resume(basics=Basics(name=LONG))) as made:
        codes_shown(qtbot, made)
        large = pictures(made)[0].module
        made.window.resize(1024, 600)
        QApplication.processEvents()
        assert SMALLEST <= pictures(made)[0].module <= large


def test_changed_answers_make_other_codes(qtbot: QtBot) -> None:
    with room(qtbot, Resume(basics=Basics(name="Ann Lee"))) as made:
        codes_shown(qtbot, made)
        assert read(made) == "Ann Lee"
        made.at("name")
        made.session.edit(Resume(basics=Basics(name="Ann Li")))
        codes_shown(qtbot, made)
        assert read(made) == "Ann Li"


def test_a_blank_page_has_no_codes(qtbot: QtBot) -> None:
    with room(qtbot) as made:
        made.at("codes")
        qtbot.waitUntil(lambda: "nothing on your page yet" in made.page.help)
        assert made.page.next_label() == "Go back"


def test_a_page_that_cannot_be_made_is_told_and_tried_again(qtbot: QtBot) -> None:
    with room(qtbot, Resume(basics=Basics(name="Ann Lee"))) as made:
        made.worker.problem = RenderError("The page could not be made.")
        made.at("codes")
        qtbot.waitUntil(lambda: "could not be made" in made.page.help)
        made.worker.problem = None
        press(made)
        qtbot.waitUntil(lambda: bool(pictures(made)))
