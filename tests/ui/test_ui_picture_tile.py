"""A tile with a picture: its words are whole, however long a name is and however narrow the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui import theme
from kiosk.ui.picture_tile import PictureTile
from kiosk.ui.theme import Look
from ui import colours, measures

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LONG = (
    "Maximiliano Fernández de la Cruz González Resume (12)\nMade here, on Verbatim 32 GB, November 27, 2026"
)


@pytest.mark.parametrize("look", [Look(), Look(True, 200)], ids=["usual", "large, contrast"])
def test_long_names_wrap_and_the_tile_grows(qtbot: QtBot, look: Look) -> None:
    theme.dress(look)
    desk = QWidget()
    desk.setObjectName("frame")
    short, long = PictureTile("BLUE\n4.0 GB free", "drive", may_be_chosen=True), PictureTile(LONG, "open")
    column = QVBoxLayout(desk)
    for tile in (short, long):
        column.addWidget(tile)
    desk.resize(460, 700)
    with qtbot.waitActive(desk):
        desk.show()
    short.setChecked(True)
    short.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    found = measures.findings(desk) + colours.pale(desk)
    heights = [tile.heightForWidth(tile.width()) for tile in (short, long)]
    desk.hide()
    desk.deleteLater()
    theme.dress(Look())
    assert found == []
    assert heights[0] < heights[1]
