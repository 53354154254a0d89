"""Somebody who brings the screens into every state: presses, pulls the drive, empties the printer."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from fake_drives import Drives, stick
from kiosk.i18n import _
from kiosk.storage.drive import Drive
from kiosk.ui.controls import Button
from kiosk.ui.keyboard.key import Key
from kiosk.ui.pages.base import Page
from kiosk.ui.pages.drive_tiles import DriveTiles
from kiosk.ui.tasks import Lane
from kiosk.ui.window import Window
from ui import screens
from ui.sitting_room import Room

States = Iterator[tuple[str, QWidget]]
"""States one after the other: the name of each, and what of the screen is to be looked at."""


@dataclass(frozen=True)
class Walker:
    """One person, one window, and the drives and printers that do what a state wants."""

    made: Room
    drives: Drives
    folder: Path
    qtbot: QtBot

    @property
    def window(self) -> Window:
        """The window."""
        return self.made.window

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.made.page

    @property
    def stick(self) -> Drive:
        """The person's drive, which may be plugged in or not."""
        return stick(self.folder, "BLUE")

    def at(self, step: str, entry: int | None = None) -> Page:
        """Go to a step."""
        page = self.made.at(step, entry)
        screens.settle()
        return page

    def frame(self, name: str) -> tuple[str, QWidget]:
        """Have the frame looked at, as it is now."""
        screens.settle()
        return name, self.window.frame

    def whole(self, name: str) -> tuple[str, QWidget]:
        """Have all of the window looked at."""
        screens.settle()
        return name, self.window

    def cover(self, name: str, kind: type[QWidget]) -> tuple[str, QWidget]:
        """Have what lies over the frame looked at."""
        screens.settle()
        return name, self.window.findChildren(kind)[-1]

    def press(self, words: str) -> None:
        """Press what has these words on it, said in English here."""
        said = _(words).replace("&", "&&")
        seen = [
            one for one in self.window.findChildren(Button) if one.isVisible() and not isinstance(one, Key)
        ]
        next(one for one in seen if said in (one.text(), one.accessibleName())).click()
        screens.settle()

    def go_on(self) -> None:
        """Press what leads on."""
        self.page.go_next()
        screens.settle()

    def key(self, key: Qt.Key) -> None:
        """Press a key."""
        QTest.keyClick(self.window, key)
        screens.settle()

    def plug(self, *drives: Drive) -> None:
        """Have these drives in the computer and no others."""
        self.drives.plug(*drives)
        self.wait(lambda: self.made.plugged.drives == drives)

    def sees_plugged(self, *drives: Drive) -> None:
        """Have these drives in the computer, and wait until the screen shows them."""
        self.plug(*drives)
        self.wait(lambda: [drives] == [one.drives for one in self._tiles()])

    def sees(self, words: str) -> None:
        """Wait for words that are not translated: names, and what the drive says."""
        self.wait(lambda: any(words in one for one in self._words()))

    def wait(self, true: Callable[[], bool]) -> None:
        """Wait until something is so."""
        self.qtbot.waitUntil(true)
        screens.settle()

    @contextmanager
    def busy(self, lane: Lane) -> Iterator[None]:
        """Keep what is done in the background from being done while this lasts."""
        goes_on = threading.Event()
        self.made.tasks.run(goes_on.wait, lambda _done: None, lambda _problem: None, lane=lane)
        try:
            yield
        finally:
            goes_on.set()

    def _tiles(self) -> Iterator[DriveTiles]:
        return (one for one in self.page.findChildren(DriveTiles) if one.isVisible())

    def _words(self) -> Iterator[str]:
        for one in self.window.findChildren(QWidget):
            if isinstance(one, QLabel | Button) and one.isVisible():
                yield one.text()
