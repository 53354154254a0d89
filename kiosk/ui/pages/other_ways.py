"""The doors beside saving: to the printer, and to what can be done without a drive."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.i18n import _
from kiosk.ui import layouts
from kiosk.ui.controls import Button
from kiosk.ui.pages.context import Context


class OtherWays(QWidget):
    """Up to two buttons. What they open leads back to where they are."""

    def __init__(self, context: Context, *, no_drive: bool = False) -> None:
        super().__init__()
        self._print = Button(_("Print my page"), "print")
        self._print.clicked.connect(lambda: context.wizard.change("print"))
        self._no_drive = Button(_("I have no drive"), "no-drive")
        self._no_drive.clicked.connect(lambda: context.wizard.change("no-drive"))
        row = layouts.row(self, spacing=12)
        row.addWidget(self._no_drive)
        row.addWidget(self._print)
        row.addStretch(1)
        self._print.setVisible(context.settings.printing)
        self.show_no_drive(no_drive)

    def show_no_drive(self, visible: bool) -> None:
        """Offer the way without a drive, or not."""
        self._no_drive.setVisible(visible)
