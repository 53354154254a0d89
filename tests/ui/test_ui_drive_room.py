"""The screens about the drive in a longer language and in very large text: nothing is cut off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk import i18n
from kiosk.resume.model import Basics, Resume
from kiosk.storage import problems
from kiosk.storage.drive import Drive
from kiosk.ui.controls import Button
from kiosk.ui.pages.drive_tiles import DriveTiles
from kiosk.ui.pages.receipt import NoteView, ReceiptView
from kiosk.ui.pages.saving import ChoiceView, SavingView, StoppingView
from ui.screens import Pseudo, wrong
from ui.sitting_room import Drives, Room, room, stick

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("propagateSizeHints")]
LONG = Resume(basics=Basics(name="José 李小龍 and sons"))


@pytest.fixture
def drives(tmp_path: Path) -> Drives:
    i18n.use(Pseudo())
    locked = problems.locked("SAFE")
    unusable = Drive("/dev/x", "SAFE", 8, None, None, usable=False, why=locked.message, remedy=locked.remedy)
    return Drives(stick(tmp_path, "A STICK WITH A LABEL"), unusable)


@pytest.fixture(params=[100, 150, 200])
def made(qtbot: QtBot, request: pytest.FixtureRequest, drives: Drives) -> Iterator[Room]:
    with room(qtbot, LONG, drives, text_size=request.param) as made:
        try:
            yield made
        finally:
            drives.goes_on.set()


@pytest.fixture
def sees(qtbot: QtBot, made: Room) -> Callable[[type[QWidget]], QWidget]:
    def sees(kind: type[QWidget]) -> QWidget:
        def there() -> list[QWidget]:
            return [one for one in made.page.findChildren(kind) if one.isVisible()]

        qtbot.waitUntil(lambda: bool(there()))
        QApplication.processEvents()
        assert wrong(made.page) == []
        return there()[0]

    return sees


def test_asking_for_the_drive(made: Room, drives: Drives, sees: Callable[[type[QWidget]], QWidget]) -> None:
    made.at("drive")
    sees(DriveTiles)
    drives.plug(drives.found[1])
    sees(DriveTiles)


def test_from_the_choice_to_the_receipt_and_the_note(
    made: Room, drives: Drives, sees: Callable[[type[QWidget]], QWidget]
) -> None:
    made.worker.broken = "docx"
    made.at("save")
    sees(ChoiceView)
    drives.goes_on.clear()
    made.page.go_next()
    saving = sees(SavingView)
    assert isinstance(saving, SavingView)
    drives.goes_on.set()
    receipt = sees(ReceiptView)
    assert isinstance(receipt, ReceiptView)
    receipt.note.emit()
    sees(NoteView)


def test_a_drive_that_is_slow_to_stop(
    made: Room, qtbot: QtBot, drives: Drives, sees: Callable[[type[QWidget]], QWidget]
) -> None:
    made.session.use_drive(drives.found[0])
    made.at("save")
    sees(ChoiceView)
    qtbot.waitUntil(lambda: made.keeping.now.resume == LONG)  # so that it is the save itself that stalls
    drives.goes_on.clear()
    made.page.go_next()
    saving = sees(SavingView)
    assert isinstance(saving, SavingView)
    stop = saving.first_focus()
    assert isinstance(stop, Button)
    stop.click()
    sees(StoppingView)
