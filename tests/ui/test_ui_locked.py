"""What the window keeps to itself, on every screen and on what a screen builds while it is seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from kiosk.flow.steps import STEPS
from kiosk.resume.model import Basics, Resume, Skill, Work
from kiosk.ui import lockdown
from kiosk.ui.controls import Button
from kiosk.ui.pages.entries import Action, EntriesPage
from ui.sitting_room import Drives, Room, room, stick

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

FULL = Resume(
    basics=Basics(name="Ann Lee", phone="555 010 0134"),
    work=(Work(position="Cook", highlights=("Cooked",)), Work(position="Cashier")),
    skills=(Skill(name="Knives"),),
)


@pytest.fixture
def full(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with room(qtbot, FULL, Drives(stick(tmp_path))) as made:
        yield made


def open_to_the_mouse(root: QWidget) -> list[str]:
    """Return what in `root` has a menu or lets something be dragged in or out."""
    return [
        f"{type(widget).__name__} {widget.accessibleName()}"
        for widget in root.findChildren(QWidget)
        if widget.isVisible()
        and (
            widget.contextMenuPolicy() is not Qt.ContextMenuPolicy.NoContextMenu
            or widget.acceptDrops()
            or (isinstance(widget, QLineEdit) and widget.dragEnabled())
        )
    ]


@pytest.mark.slow
def test_no_screen_has_a_menu_or_takes_what_is_dropped(full: Room) -> None:
    for step in STEPS:
        full.at(step.id, 0 if step.of_entry else None)
        QApplication.processEvents()
        assert open_to_the_mouse(full.window) == [], step.id
        assert full.page.findChildren(QScrollBar), "their menu of Qt's own is what this is about"


def test_what_a_screen_builds_later_is_locked_too(full: Room) -> None:
    page = full.at("work")
    assert isinstance(page, EntriesPage)
    page.card(0).buttons[Action.DOWN].click()
    assert open_to_the_mouse(full.window) == []
    page.card(0).buttons[Action.REMOVE].click()
    assert open_to_the_mouse(full.window) == []


def test_what_lies_over_the_window_is_locked_too(full: Room) -> None:
    for cover in (full.window.ask_to_finish, full.window.show_bug, full.window.open_larger):
        cover()
        assert open_to_the_mouse(full.window) == []
    full.window.uncover()
    assert full.window.findChildren(Button)


@pytest.mark.usefixtures("qapp")
def test_no_address_is_opened() -> None:
    nowhere = lockdown.Nowhere()
    try:
        for address in ("https://example.org", "mailto:ann@example.org", "file:///etc/hostname"):
            assert QDesktopServices.openUrl(QUrl(address)), "taken, by who does nothing with it"
    finally:
        nowhere.release()
