"""The doors beside saving: to the printer, and to what can be done without a drive."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from kiosk.i18n import _
from kiosk.ui import layouts
from kiosk.ui.controls import Button
from kiosk.ui.pages.context import Context


class OtherWays(QWidget):
    """Up to two buttons. What they open leads back to where they are."""

    def __init__(self, context: Context, *, no_drive: bool = False) -> None:
        super().__init__()
        row = layouts.row(self, spacing=12)
        for words, icon, step, offered in (
            (_("I have no drive"), "no-drive", "no-drive", no_drive),
            (_("Print my page"), "print", "print", context.settings.printing),
        ):
            if offered:
                button = Button(words, icon)
                button.clicked.connect(partial(_open, context, step))
                row.addWidget(button)
        row.addStretch(1)


def _open(context: Context, step: str) -> None:
    context.wizard.change(step)
