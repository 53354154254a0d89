"""The line that stays above every question while there is something to know about the drive."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from kiosk.ui import layouts
from kiosk.ui.pages.parts import Sign


class Banner(QFrame):
    """Hidden until there is something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.sign = Sign("warn", "", "warn")
        line = layouts.row(self, margins=(24, 8, 24, 8))
        layouts.slim(line)
        line.addWidget(self.sign)
        self.hide()

    @property
    def words(self) -> str:
        """What is said now."""
        return self.sign.words.text()

    def say(self, words: str) -> None:
        """Say this until there is something else to say; hidden while it is nothing."""
        if words != self.sign.words.text():
            self.sign.words.setText(words)
            self.setAccessibleName(words)
        self.setVisible(bool(words))
