"""Notices inside a page: what was removed and can be put back, and what the person should look at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from kiosk.i18n import _
from kiosk.ui import heard, layouts
from kiosk.ui.controls import Button, ButtonKind, Text, TextRole


class PutBack(QFrame):
    """Says what was removed, with the button that puts it back. Hidden while there is nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self._text = Text()
        self._button = Button(_("Put it back"), "undo", ButtonKind.QUIET)
        self._button.clicked.connect(self._restore)
        self._what = ""
        self._action: Callable[[], None] | None = None
        line = layouts.row(self, margins=(16, 8, 8, 8))
        line.addWidget(self._text, 1)
        line.addWidget(self._button)
        self.hide()

    def offer(self, removed: str, put_back: Callable[[], None]) -> None:
        """Say that `removed` is gone; `put_back` undoes it."""
        self._text.setText(_("Removed: {what}").format(what=removed))
        self._button.setAccessibleDescription(self._text.text())
        self._what, self._action = removed, put_back
        self.show()
        heard.say(self, self._text.text())

    def focus(self) -> None:
        """Give the focus to the button."""
        self._button.setFocus(Qt.FocusReason.TabFocusReason)

    def clear(self) -> None:
        """Take the offer away and forget what was removed."""
        self._what, self._action = "", None
        self._text.clear()
        self._button.setAccessibleDescription("")
        self.hide()

    def _restore(self) -> None:
        action, what = self._action, self._what
        self.clear()
        if action is not None:
            action()
            heard.say(self, _("It is back: {what}").format(what=what))


class LookAtThis(QFrame):
    """One calm sentence about something on this screen. Hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self._text = Text(role=TextRole.WARNING)
        layouts.row(self, margins=(16, 12, 16, 12)).addWidget(self._text)
        self.hide()

    @property
    def text(self) -> str:
        """What is said now."""
        return self._text.text()

    def say(self, text: str) -> None:
        """Say `text`, or nothing when it is empty."""
        self._text.setText(text)
        self.setVisible(bool(text))
