"""Every state of a screen that a person can see: a table of walks, each through some of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pytestqt.qtbot import QtBot

from fake_drives import Drives
from ui import screens, states_of_aids, states_of_drives, states_of_pages, states_of_printing
from ui.screens import View
from ui.walker import States, Walker

Walk = Callable[[Walker], States]

WALKS: tuple[Walk, ...] = (
    *states_of_pages.WALKS,
    *states_of_drives.WALKS,
    *states_of_printing.WALKS,
    *states_of_aids.WALKS,
)
"""Each begins in a window of its own, with all questions answered and no drive."""


@contextmanager
def walker(qtbot: QtBot, view: View, folder: Path) -> Iterator[Walker]:
    """Open a window that is seen in this way; what is saved goes into `folder`."""
    drives = Drives()
    with screens.seen(qtbot, view, drives) as made:
        try:
            yield Walker(made, drives, folder, qtbot)
        finally:
            drives.goes_on.set()
            made.printers.problem = drives.problem = None
