"""What is seen on a screen while *Hide my page* is on.

Screens whose words are the person's own are covered whole; elsewhere the boxes with contact facts show dots.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.flow.step import PageKind
from kiosk.i18n import _
from kiosk.ui import hiding, layouts, theme
from kiosk.ui.controls import Button, ButtonKind, Text, TextRole
from kiosk.ui.fields import FieldEditor
from kiosk.ui.pages.parts import Icon

COVERED = frozenset((PageKind.GAP, PageKind.REVIEW, PageKind.SAVE, PageKind.CODES, PageKind.OPEN))
"""Screens that show answers or names of files: nothing of them is left to see."""

ROOM_FOR_PICTURE = 200
"""How high the panel must be for its picture, in pixels at 100 % text."""

SHOWN = frozenset(("basics.label", "basics.summary"))
"""What is written about a person beside how to reach them; it names nobody."""


def mask(around: QWidget) -> None:
    """Show dots, or letters, in the boxes inside `around` with contact facts."""
    mode = QLineEdit.EchoMode.Password if hiding.on() else QLineEdit.EchoMode.Normal
    for editor in around.findChildren(FieldEditor):
        attr = editor.binding.field.attr
        if attr.startswith("basics.") and attr not in SHOWN:
            for box in editor.findChildren(QLineEdit):
                box.setEchoMode(mode)


class Veil(QWidget):
    """A calm plain panel in place of what is hidden, with the way to show it again."""

    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Hidden"))
        column = layouts.column(self, spacing=8, margins=(24, 4, 24, 4))  # room is short in the largest text
        column.addStretch(1)
        self._icon = Icon("hide", "quiet_ink")
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        told = Text(_("Hidden. Press F9 to show it again."), TextRole.SUBHEADING)
        told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(told)
        self.button = Button(_("Show my page"), "show", ButtonKind.PLAIN)
        self.button.clicked.connect(self.shown)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave out the picture where the words need its room."""
        super().resizeEvent(event)
        self._icon.setVisible(self.height() > ROOM_FOR_PICTURE * theme.in_use().scale)
