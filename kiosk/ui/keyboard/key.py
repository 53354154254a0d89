"""One key of the keys on the screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui import theme
from kiosk.ui.controls import Button, ButtonKind
from kiosk.ui.keyboard.plan import Action, Cap

ICONS = {
    Action.SHIFT: "shift",
    Action.BACKSPACE: "backspace",
    Action.ENTER: "enter",
    Action.LEFT: "left",
    Action.RIGHT: "right",
    Action.HIDE: "keys-away",
}
LEFT_TO_RIGHT = "\u200e"
"""A mark without width."""

BARE = (Action.LEFT, Action.RIGHT)
AGAIN = (Action.BACKSPACE, Action.LEFT, Action.RIGHT)
"""What goes on while the key is held down."""


class Key(Button):
    """One key. It shows its words, or only its icon where there is no room for both."""

    def __init__(self, parent: QWidget, cap: Cap) -> None:
        super().__init__(kind=ButtonKind.KEY, parent=parent)
        self.cap = cap
        self._words = self._face = ""
        self._icon = ICONS.get(cap.action, "") if cap.action else ""
        self._bare = cap.action in BARE
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("types", bool(cap.text))
        self.setAutoRepeat(cap.action in AGAIN)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    @property
    def words(self) -> str:
        """What a screen reader calls it, and what is on it where there is room."""
        return self._words

    def name(self, words: str, face: str = "", icon: str = "") -> None:
        """Call the key `words`; `face` is on it where that is something else, and `icon` where it has one."""
        self._words = words
        self._face = face or words
        self._icon = icon or self._icon
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Write as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.set_icon(self._icon)
        # Letters are painted in the direction of the program, in which ( would be ) and .com would be com.
        left_to_right = (
            LEFT_TO_RIGHT if theme.mirrored() and not self.cap.text[:1].isalnum() and self.cap.text else ""
        )
        self.say("" if self._bare else left_to_right + self._face + left_to_right, self._words)
        self.ensurePolished()
        if self._icon and self.sizeHint().width() > self.width():
            self.say("", self._words)
        self.setAccessibleName(left_to_right + self._words + left_to_right)
        self.setToolTip("")
