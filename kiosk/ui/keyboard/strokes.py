"""Presses keys in a box as a real keyboard does: its limits, its checks and Undo are the same."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.ui.keyboard.plan import Action

_KEYS = {
    Action.BACKSPACE: Qt.Key.Key_Backspace,
    Action.ENTER: Qt.Key.Key_Return,
    Action.SPACE: Qt.Key.Key_Space,
    Action.LEFT: Qt.Key.Key_Left,
    Action.RIGHT: Qt.Key.Key_Right,
}
_TEXTS = {Action.BACKSPACE: "\b", Action.ENTER: "\r", Action.SPACE: " "}
_LAST_LATIN_1 = 0xFF
"""Up to here Qt's number of a key is that of its capital letter."""


def write(box: QWidget, text: str) -> None:
    """Type `text`, one key for each letter."""
    for letter in text:
        capital = letter.upper()
        known = len(capital) == 1 and ord(capital) <= _LAST_LATIN_1
        shift = Qt.KeyboardModifier.ShiftModifier if letter != letter.lower() else Qt.KeyboardModifier(0)
        _press(box, ord(capital) if known else Qt.Key.Key_unknown, letter, shift)


def act(box: QWidget, action: Action) -> None:
    """Press the key for `action`, which is one of those that a box knows."""
    _press(box, _KEYS[action], _TEXTS.get(action, ""), Qt.KeyboardModifier(0))


def _press(box: QWidget, key: int, text: str, modifiers: Qt.KeyboardModifier) -> None:
    QApplication.sendEvent(box, QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text))
    # What has the focus when the key comes up may be another box: Enter goes on.
    here = QApplication.focusWidget()
    if here is not None:
        QApplication.sendEvent(here, QKeyEvent(QEvent.Type.KeyRelease, key, modifiers, text))
