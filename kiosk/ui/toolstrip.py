"""The tools: a strip under the header that opens with its button and stays open until it is pressed again.

A new tool is a signal and a button here, and what it does in `kiosk.ui.aids`.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.i18n import _
from kiosk.ui.bars import Bar
from kiosk.ui.controls import Button, aid


class ToolStrip(Bar):
    """Says what was pressed; decides nothing."""

    read_aloud = Signal()
    hide_page = Signal()
    keys = Signal()

    def __init__(self, *, can_read: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tools")
        self._read = aid(_("Read aloud"), "listen")
        self._hide = aid(_("Hide my page"), "hide")
        self._keys = aid(_("Keys on the screen"), "keyboard")
        self.row.addStretch(1)
        self._buttons: dict[Button, str] = {}
        for button, then in (
            (self._read, self.read_aloud),
            (self._hide, self.hide_page),
            (self._keys, self.keys),
        ):
            button.clicked.connect(then)
            self._buttons[button] = button.text()
            self.row.addWidget(button)
        self._read.setVisible(can_read)
        self.squeeze_by(self._squeeze)

    def first(self) -> QWidget:
        """Return the first tool that there is."""
        return self._hide if self._read.isHidden() else self._read

    def show_reading(self, reading: bool) -> None:
        """Say what the button would do now."""
        self._read.set_icon("stop" if reading else "listen")
        self._say(self._read, _("Stop reading") if reading else _("Read aloud"))

    def show_hiding(self, hidden: bool) -> None:
        """Say what the button would do now."""
        self._hide.set_icon("show" if hidden else "hide")
        self._say(self._hide, _("Show my page") if hidden else _("Hide my page"))

    def _say(self, button: Button, words: str) -> None:
        self._buttons[button] = words
        button.say(words)
        self.fit()

    def _squeeze(self, tight: bool) -> None:
        for button, words in self._buttons.items():
            button.say("" if tight else words, words)
