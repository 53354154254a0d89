"""Controls on a bare window, with a session behind them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.flow.choices import Choices
from kiosk.flow.fields import Binding, Field
from kiosk.flow.session import Session
from kiosk.resume.model import Resume, Work
from kiosk.ui.editors import editor_for
from kiosk.ui.fields import FieldEditor


class Desk:
    """Editors on a bare window, and the session behind them."""

    def __init__(self, qtbot: QtBot, resume: Resume | None = None) -> None:
        self.session = Session(Choices(template="classic"), resume)
        self.window = QWidget()
        self._qtbot = qtbot
        self._editors: list[FieldEditor] = []
        self.session.watch(self._changed)

    def _changed(self) -> None:
        for editor in self._editors:
            editor.session_changed()

    def put(self, field: Field, section: str = "") -> FieldEditor:
        """Put the control of a field on the window and give it the focus."""
        editor = editor_for(Binding(self.session, field, section))
        editor.setParent(self.window)
        self._editors.append(editor)
        if not self.window.isVisible():
            with self._qtbot.waitActive(self.window):
                self.window.show()
        editor.show()
        editor.first().setFocus()
        return editor

    @property
    def job(self) -> Work:
        """The first job."""
        return self.session.resume.work[0]


@contextmanager
def desk_with(qtbot: QtBot, resume: Resume | None = None) -> Iterator[Desk]:
    """Open a desk and close it again."""
    made = Desk(qtbot, resume)
    try:
        yield made
    finally:
        made.window.hide()
        made.window.deleteLater()


def typed(widget: QWidget, text: str) -> None:
    """Type with the keyboard."""
    QTest.keyClicks(widget, text)
