"""Without a drive, by keyboard alone: from the resume to paper on the shelf of a real print service."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk import settings
from kiosk.app import WARM_UP, Exit, Sitting
from kiosk.resume.model import Basics, Resume, Work
from kiosk.storage.folder import FolderDrives
from kiosk.ui.pages.printing_views import OfferView, SentView
from kiosk.worker import Worker
from printing.cups_server import CUPSD, print_service, until

PATIENCE = 30_000
MARIA = Resume(basics=Basics(name="Maria Santos", phone="555 010 0134"), work=(Work(position="Cashier"),))


@pytest.mark.skipif(
    os.geteuid() != 0 or not shutil.which(CUPSD), reason="needs root and the packages cups and cups-filters"
)
@pytest.mark.slow
@pytest.mark.root
@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_from_no_drive_to_paper_and_nothing_left(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with print_service() as service:
        monkeypatch.setenv("CUPS_SERVER", str(service.socket))
        sitting = Sitting(qapp, settings.load(), FolderDrives(tmp_path / "none"), Worker(WARM_UP))
        window = sitting.window
        window.resize(1366, 768)
        with qtbot.waitActive(window):
            window.show()

        def press(name: str) -> None:
            for _press in range(80):
                here = QApplication.focusWidget()
                assert here is not None
                if here.accessibleName() == name:
                    QTest.keyClick(here, Qt.Key.Key_Space)
                    return
                QTest.keyClick(here, Qt.Key.Key_Tab)
            raise AssertionError(f"Tab does not lead to {name!r}")

        sitting.session.edit(MARIA)
        sitting.wizard.go("save")
        press("I have no drive")
        press("Print my page")
        qtbot.waitUntil(lambda: bool(window.page.findChildren(OfferView)), timeout=PATIENCE)
        press("More")
        press("Print")

        def at_the_printer() -> bool:
            return any("at the printer" in view.words for view in window.page.findChildren(SentView))

        qtbot.waitUntil(at_the_printer, timeout=PATIENCE)
        press("Go on")
        press("Finish and erase")
        press("Finish and erase")
        sitting.end(Exit.FINISHED)

        paper = tmp_path / "paper.pdf"
        paper.write_bytes(service.printed(1))
        pages = [page.extract_text() for page in PdfReader(paper).pages]
        assert len(pages) == 2
        assert all("Maria Santos" in page and "Cashier" in page for page in pages)
        until(lambda: not service.spooled)
        assert [file.name for file in service.files() if b"Maria" in file.read_bytes()] == []
        assert [path.name for path in tmp_path.iterdir()] == ["paper.pdf"]
