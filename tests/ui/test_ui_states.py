"""What screens become while drives, printers and people do what they do: looked at as every screen is."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui.pages import codes, nothing, printing_views, receipt, saving
from kiosk.ui.pages.views import ViewsPage
from ui import colours, screens, states, states_of_drives, states_of_printing
from ui.screens import View

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

WAYS = tuple(
    View(size, high_contrast=contrast, mirrored=mirrored, longer=longer)
    for size in (100, 150, 200)
    for contrast, mirrored, longer in (
        (False, False, False),
        (True, True, False),
        (False, False, True),
        (True, True, True),
    )
)

TALLER = "work.dates, turned back"
"""In the largest text what is said and the box that it is about have no room at once: the focus is seen."""


@pytest.mark.slow
@pytest.mark.parametrize("walk", states.WALKS, ids=lambda walk: walk.__name__)
@pytest.mark.parametrize("view", WAYS, ids=str)
def test_each_state_is_whole(qtbot: QtBot, tmp_path: Path, view: View, walk: states.Walk) -> None:
    bad: dict[str, list[str]] = {}
    with states.walker(qtbot, view, tmp_path) as by:
        for name, root in walk(by):
            bad[name] = screens.wrong(root)
            if view.text_size == 100:  # colours do not know how large a letter is
                bad[name] += colours.pale(root)
            if not view.longer and name != TALLER:
                bad[name] += screens.unseen_warning(root)
    assert {name: found for name, found in bad.items() if found} == {}


@pytest.mark.slow
def test_every_view_of_a_page_is_among_the_states(qtbot: QtBot, tmp_path: Path) -> None:
    seen: set[type[QWidget]] = set()
    for number, walk in enumerate((*states_of_drives.WALKS, *states_of_printing.WALKS)):
        folder = tmp_path / str(number)
        folder.mkdir()
        with states.walker(qtbot, View(), folder) as by:
            for _name, _root in walk(by):
                if isinstance(by.page, ViewsPage):
                    seen.add(type(by.page.view))
    there = {
        one
        for module in (codes, nothing, printing_views, receipt, saving)
        for name, one in vars(module).items()
        if name.endswith("View") and issubclass(one, QWidget)
    }
    assert there - seen == set()
