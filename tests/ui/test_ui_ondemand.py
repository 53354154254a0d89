"""Help that opens when it is asked for, and a blank page that nobody saves."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.resume.model import Basics, Resume
from kiosk.storage.folder import FolderDrives
from kiosk.ui.ondemand import OnDemand
from kiosk.ui.pages.nothing import NothingView
from ui.sitting_room import room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_who_has_no_email_reads_what_to_do_and_a_screen_reader_says_it(qtbot: QtBot) -> None:
    with room(qtbot) as made:
        made.at("contact")
        email, address = made.page.findChildren(OnDemand)
        assert (email.button.text(), address.button.text()) == ("No email?", "No address?")
        assert not email.answer.isVisible()
        email.button.setFocus()
        QTest.keyClick(email.button, Qt.Key.Key_Space)
        assert email.answer.isVisible()
        assert email.button.accessibleDescription() == email.answer.text()
        assert not address.answer.isVisible()
        QTest.keyClick(email.button, Qt.Key.Key_Space)
        assert not email.answer.isVisible()


def test_a_blank_page_is_not_saved_but_leads_to_the_staff_and_to_the_name(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with room(qtbot, drives=FolderDrives(tmp_path)) as made:
        page = made.at("save")
        assert isinstance(page.findChild(NothingView), NothingView)
        assert page.heading == "Talk to the staff"
        page.go_next()
        assert made.wizard.current.step.id == "name"
        assert list(tmp_path.iterdir()) == []
        here = QApplication.focusWidget()
        assert here is not None
        QTest.keyClicks(here, "Ann")
        assert made.at("save").heading != "Talk to the staff"
        assert made.session.resume == Resume(basics=Basics(name="Ann"))
