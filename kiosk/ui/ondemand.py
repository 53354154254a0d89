"""A question that some people have about a box, with its answer once it is pressed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.ui import layouts
from kiosk.ui.controls import Button, ButtonKind, Text, TextRole


class OnDemand(QWidget):
    """*No email?* and what to do then. A screen reader says the answer with the question."""

    def __init__(self, question: str, answer: str) -> None:
        super().__init__()
        self.button = Button(question, "help", ButtonKind.QUIET)
        self.button.setCheckable(True)
        self.button.setAccessibleDescription(answer)
        self.answer = Text(answer, TextRole.SMALL)
        self.answer.hide()
        self.button.toggled.connect(self.answer.setVisible)
        column = layouts.column(self, spacing=4)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.answer)
