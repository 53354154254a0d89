"""What is shown instead of saving an empty page: whom to ask, how little is enough, and where to begin."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.i18n import _
from kiosk.ui import layouts
from kiosk.ui.pages.parts import Sign


class NothingView(QWidget):
    """Nobody is left alone with a blank page."""

    is_told = True

    def __init__(self) -> None:
        super().__init__()
        column = layouts.column(self, spacing=16)
        column.addWidget(Sign("person", _("Show this screen to the staff. They can help you begin.")))
        enough = _("One school, two things you did and six skills make a good page. None of it must be paid.")
        column.addWidget(Sign("check", enough, "done"))
