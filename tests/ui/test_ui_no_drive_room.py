"""The screens of the way without a drive in a longer language and in very large text: nothing is cut off."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk import i18n
from kiosk.printing.types import Trouble
from kiosk.resume.model import Basics, Resume
from kiosk.ui.code_picture import CodePicture
from kiosk.ui.controls import Button
from kiosk.ui.pages import printing
from kiosk.ui.pages.no_drive import NoDrivePage
from kiosk.ui.pages.printing_views import OfferView, SentView
from kiosk.ui.pages.saving import ProblemView
from ui.screens import Pseudo, wrong
from ui.sitting_room import Room, room

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("propagateSizeHints")]
LONG = Resume(basics=Basics(name=" ".join(["José 李小龍 and sons"] * 60)))


@pytest.fixture(params=[100, 150, 200])
def made(qtbot: QtBot, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    monkeypatch.setattr(printing, "EVERY_MS", 10)
    i18n.use(Pseudo())
    with room(qtbot, LONG, text_size=request.param) as made:
        made.session.go_without_drive()
        yield made


@pytest.fixture
def sees(qtbot: QtBot, made: Room) -> Callable[[type[QWidget]], None]:
    def sees(kind: type[QWidget]) -> None:
        qtbot.waitUntil(lambda: any(one.isVisible() for one in made.page.findChildren(kind)))
        QApplication.processEvents()
        assert wrong(made.page) == []
        assert still_cut_off_banner(made) == []

    return sees


def still_cut_off_banner(made: Room) -> list[str]:
    """Return the words of the line above the page if they have less room than they need."""
    label = made.window.frame.banner.sign.words
    return [] if label.height() >= label.heightForWidth(label.width()) else [label.text()]


def test_printing(made: Room, sees: Callable[[type[QWidget]], None], qtbot: QtBot) -> None:
    made.printers.trouble = Trouble.OFFLINE
    made.at("print")
    sees(OfferView)
    made.page.go_next()
    sees(SentView)
    qtbot.waitUntil(lambda: made.printers.looks > 0)
    sees(SentView)
    made.printers.finish()
    qtbot.waitUntil(lambda: "at the printer" in words(made))
    sees(SentView)


def words(made: Room) -> str:
    return " ".join(view.words for view in made.page.findChildren(SentView))


def test_no_printer(made: Room, sees: Callable[[type[QWidget]], None]) -> None:
    made.printers.found = ()
    made.at("print")
    sees(ProblemView)


def test_codes(made: Room, sees: Callable[[type[QWidget]], None]) -> None:
    made.at("codes")
    sees(CodePicture)


def test_what_to_say_at_the_desk(made: Room, sees: Callable[[type[QWidget]], None]) -> None:
    page = made.at("no-drive")
    assert isinstance(page, NoDrivePage)
    page.findChildren(Button)[-1].click()
    sees(Button)
    assert made.page.next_label() != ""
