"""Motion: short, after a press only, and none where it is not wanted or not shown well."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.ui import motion, theme
from kiosk.ui.ticks import TickTile

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def tile(qtbot: QtBot) -> Iterator[TickTile]:
    theme.dress(theme.Look())
    theme.application().setProperty("still", False)
    made = TickTile("Ran machines")
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.hide()
    made.deleteLater()
    theme.application().setProperty("still", False)


def test_a_tick_is_drawn_after_a_press_and_is_whole_soon(tile: TickTile, qtbot: QtBot) -> None:
    assert motion.MILLISECONDS < 200
    tile.click()
    assert tile.isChecked()
    assert tile.stroke.drawn < 1
    qtbot.waitUntil(lambda: tile.stroke.drawn == 1)
    tile.setChecked(False)
    tile.setChecked(True)
    assert tile.stroke.drawn == 1, "what was not pressed does not move"


def test_nothing_moves_in_high_contrast_or_on_a_slow_computer(tile: TickTile) -> None:
    theme.dress(theme.Look(high_contrast=True))
    tile.click()
    assert tile.stroke.drawn == 1
    theme.dress(theme.Look())
    theme.application().setProperty("still", True)
    tile.click()
    tile.click()
    assert tile.stroke.drawn == 1


def test_one_slow_frame_ends_all_motion(
    tile: TickTile, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(motion, "TOO_SLOW", -1)
    tile.click()
    qtbot.waitUntil(lambda: not motion.allowed())
    QApplication.processEvents()


@pytest.mark.parametrize(
    ("file", "text", "wanted"),
    [
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=0\n", False),
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations = false\n", False),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=1\n", True),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", False),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0.5\n", True),
        ("kdeglobals", "not = a section\n", True),
        ("kdeglobals", "\x00[", True),
    ],
)
def test_the_desktop_is_asked(tmp_path: Path, file: str, text: str, wanted: bool) -> None:
    place = tmp_path / "mine" / file
    place.parent.mkdir(parents=True)
    place.write_text(text)
    assert motion.wanted((tmp_path / "mine", tmp_path / "systems")) is wanted


def test_the_persons_wish_comes_before_the_systems(tmp_path: Path) -> None:
    for whose, factor in (("mine", "1"), ("systems", "0")):
        (tmp_path / whose).mkdir()
        (tmp_path / whose / "kdeglobals").write_text(f"[KDE]\nAnimationDurationFactor={factor}\n")
    assert motion.wanted((tmp_path / "mine", tmp_path / "systems"))
    assert not motion.wanted((tmp_path / "systems", tmp_path / "mine"))
