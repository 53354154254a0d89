"""The line that stays above every question for who has no drive: nothing is kept."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from kiosk.i18n import _
from kiosk.ui import layouts
from kiosk.ui.pages.parts import Sign


class Banner(QFrame):
    """Hidden until the window shows it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        words = _("No drive: nothing is kept here. Print your page or take its words before you finish.")
        self.setAccessibleName(words)
        self.sign = Sign("warn", words, "warn")
        layouts.row(self, margins=(24, 8, 24, 8)).addWidget(self.sign)
        self.hide()
