"""Going on with last week's resume: finding it, opening it, and files that are no resume."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kiosk import paths
from kiosk.resume import jsonresume
from kiosk.resume.model import Basics, Resume
from kiosk.storage import names
from kiosk.ui.controls import Button
from ui.sitting_room import Drives, Room, room, stick

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
ANN = Resume(basics=Basics(name="Ann Lee", phone="1"))


def saved(folder: Path, data: bytes, number: int = 1) -> None:
    inside = folder / "Ann Lee Resume"
    inside.mkdir(exist_ok=True)
    (inside / names.file_name("Ann Lee Resume", "json", number)).write_bytes(data)


def words(made: Room) -> str:
    labels = [label.text() for label in made.page.findChildren(QLabel) if label.isVisible()]
    return "\n".join([*labels, *(b.text() for b in made.page.findChildren(Button) if b.isVisible())])


def wait_for(qtbot: QtBot, made: Room, text: str) -> None:
    def there() -> None:
        assert text in words(made)

    qtbot.waitUntil(there)


def test_the_resume_on_the_drive_opens_with_one_key(qtbot: QtBot, tmp_path: Path) -> None:
    saved(tmp_path, jsonresume.dumps(ANN))
    (tmp_path / "holiday.json").write_text("{}")
    with room(qtbot, drives=Drives(stick(tmp_path))) as made:
        made.at("open")
        wait_for(qtbot, made, "Ann Lee Resume\nMade here, on STICK")
        assert "holiday" not in words(made)
        QTest.keyClick(QApplication.focusWidget() or made.window, Qt.Key.Key_Space)
        wait_for(qtbot, made, "Look it over")
        assert made.session.resume == ANN
        assert not made.session.unsaved


def test_opening_over_answers_can_be_undone(qtbot: QtBot, tmp_path: Path) -> None:
    saved(tmp_path, jsonresume.dumps(ANN), number=2)
    bob = Resume(basics=Basics(name="Bob"))
    with room(qtbot, bob, Drives(stick(tmp_path))) as made:
        made.at("open")
        wait_for(qtbot, made, "Ann Lee Resume (2)\nMade here, on STICK")
        QTest.keyClick(QApplication.focusWidget() or made.window, Qt.Key.Key_Space)
        wait_for(qtbot, made, "Look it over")
        made.session.undo()
        assert made.session.resume == bob


def test_a_file_that_is_no_resume_says_so_and_changes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    saved(tmp_path, b"not a resume")
    with room(qtbot, drives=Drives(stick(tmp_path))) as made:
        made.at("open")
        wait_for(qtbot, made, "on STICK")
        QTest.keyClick(QApplication.focusWidget() or made.window, Qt.Key.Key_Space)
        wait_for(qtbot, made, "open me in the resume kiosk.json")
        assert made.session.resume == Resume()


def test_a_drive_that_is_put_in_is_seen(qtbot: QtBot, tmp_path: Path) -> None:
    saved(tmp_path, jsonresume.dumps(ANN))
    drives = Drives()
    with room(qtbot, drives=drives) as made:
        made.at("open")
        wait_for(qtbot, made, "Put in the drive")
        assert made.page.next_label() == "Look again"
        drives.plug(stick(tmp_path))
        wait_for(qtbot, made, "Ann Lee Resume\nMade here, on STICK")
    assert drives.watched == 0


def test_a_damaged_file_offers_its_earlier_copy(qtbot: QtBot, tmp_path: Path) -> None:
    saved(tmp_path, b'{"basics": {"name": "Ann')
    path = next(tmp_path.rglob("*.json"))
    path.with_name(names.backup_name(path.name)).write_bytes(jsonresume.dumps(ANN))
    with room(qtbot, drives=Drives(stick(tmp_path))) as made:
        made.at("open")
        wait_for(qtbot, made, "on STICK")
        QTest.keyClick(QApplication.focusWidget() or made.window, Qt.Key.Key_Space)
        wait_for(qtbot, made, "There is an earlier copy beside it.")
        here = QApplication.focusWidget()
        assert isinstance(here, Button)
        assert here.text() == "Open the earlier copy"
        QTest.keyClick(here, Qt.Key.Key_Space)
        wait_for(qtbot, made, "Look it over")
        assert made.session.resume == ANN
    assert path.read_bytes() == b'{"basics": {"name": "Ann', "what was there is left as it was"


def test_a_pdf_with_the_answers_inside_shows_up_when_it_was_looked_into(qtbot: QtBot, tmp_path: Path) -> None:
    version = paths.ROOT / "tests" / "fixtures" / "0.1"
    for name in ("Ann Lee Resume.pdf", "Ann Lee Resume.docx"):
        (tmp_path / name).write_bytes((version / name).read_bytes())
    (tmp_path / "bill.pdf").write_bytes(b"%PDF-1.7 nothing")
    with room(qtbot, drives=Drives(stick(tmp_path))) as made:
        made.at("open")
        wait_for(qtbot, made, "Ann Lee Resume\nA PDF with the answers inside, on STICK")
        assert "A Word file with the answers inside" in words(made)
        assert "bill" not in words(made)
        tile = next(b for b in made.page.findChildren(Button) if "A PDF" in b.text())
        tile.click()
        wait_for(qtbot, made, "Look it over")
        assert made.session.resume.work[0].name == "Corner Diner"
        assert made.session.drive is not None


def test_what_was_opened_is_kept_up_to_date_where_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    saved(tmp_path, jsonresume.dumps(ANN))
    (path,) = tmp_path.rglob("*.json")
    with room(qtbot, drives=Drives(stick(tmp_path))) as made:
        made.at("open")
        wait_for(qtbot, made, "on STICK")
        QTest.keyClick(QApplication.focusWidget() or made.window, Qt.Key.Key_Space)
        wait_for(qtbot, made, "Look it over")
        made.session.edit(Resume(basics=Basics(name="Ann Lee", phone="12")))
        made.at("contact")
        qtbot.waitUntil(lambda: jsonresume.load(path).resume.basics.phone == "12")
    assert sorted(it.name for it in path.parent.iterdir()) == [path.name, f"{path.name}.bak"]
