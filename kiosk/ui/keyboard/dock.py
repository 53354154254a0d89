"""Where the keys are: at the bottom of the window, under the frame or what covers it.

They come by their button, or when a box is touched, and stay wanted until they are sent away. On a screen
without a box they are not there. What is typed goes to the box that has the focus; nothing is kept here.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QWidget
from shiboken6 import isValid

from kiosk.flow.field import Typed
from kiosk.ui import theme
from kiosk.ui.keyboard import strokes
from kiosk.ui.keyboard.board import Board
from kiosk.ui.keyboard.plan import Action, first, plans
from kiosk.ui.pages.base import Page

ABOVE = 64
"""How much above and below a box is to be seen with it, in pixels."""

NUMBERS = Qt.InputMethodHint.ImhDialableCharactersOnly
EMAIL = Qt.InputMethodHint.ImhEmailCharactersOnly


def is_box(widget: QWidget | None) -> bool:
    """Whether one can type in `widget` now."""
    if not isinstance(widget, QLineEdit | QPlainTextEdit):
        return False
    return widget.isEnabled() and widget.isVisible() and not widget.isReadOnly()


def box_of(widget: QWidget | None) -> QWidget | None:
    """Return the box that `widget` is, or is a part of."""
    while widget is not None and not is_box(widget):
        widget = widget.parentWidget()
    return widget


def typed_in(box: QWidget) -> Typed:
    """Return what is mostly typed in a box."""
    hints = box.inputMethodHints()
    if hints & NUMBERS:
        return Typed.NUMBERS
    return Typed.EMAIL if hints & EMAIL else Typed.LETTERS


class Dock(QObject):
    """Shows and hides the keys of one window."""

    def __init__(self, window: QWidget, language: str) -> None:
        super().__init__(window)
        self._window = window
        self._letters = first(Typed.LETTERS, language)
        self._language = language
        self._wanted = False
        self._box: QWidget | None = None
        self.board = Board(window, plans())
        self.board.hide()
        self.board.wrote.connect(self._write)
        self.board.acted.connect(self._act)
        self.board.brought.connect(self._brought)
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self._settle)
        theme.application().focusChanged.connect(self._focus_moved)
        window.installEventFilter(self)

    @property
    def is_shown(self) -> bool:
        """Whether the keys are there now."""
        return self.board.isVisible()

    def toggle(self) -> bool:
        """Show the keys with a box to type in, or send them away. False: they come with the next box."""
        if self.is_shown:
            self.send_away()
            return True
        self._wanted = True
        box = self._target() or next(filter(is_box, self._window.findChildren(QWidget)), None)
        if box is not None:
            self.show_for(box)
        return box is not None

    def show_for(self, box: QWidget) -> None:
        """Show the keys for a box, which gets the focus."""
        self._wanted = True
        if not box.hasFocus():
            box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._settle()

    def send_away(self) -> None:
        """Hide the keys until they are asked for again; the box keeps the focus, or gets it back."""
        self._wanted = False
        self._ready()
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep to the bottom when the window has another size, or its text."""
        if self.is_shown and event.type() in (QEvent.Type.Resize, QEvent.Type.StyleChange):
            QTimer.singleShot(0, self, self._place)
        return super().eventFilter(watched, event)

    def _focus_moved(self, _before: QWidget | None, _now: QWidget | None) -> None:
        if self._wanted:
            self._settled.start(0)

    def _settle(self) -> None:
        """Show or hide the keys; never while a finger is down: what it is on must not move away."""
        if QApplication.mouseButtons():
            self._settled.start(40)
            return
        box = self._target()
        if not self._wanted or box is None:
            self._hide()
        elif box.hasFocus():
            self._follow(box)

    def _follow(self, box: QWidget) -> None:
        if box is not self._box or not self.is_shown:
            types = typed_in(box)
            self._box = box
            self.board.bring(self._letters if types is Typed.LETTERS else first(types, self._language))
            self.board.show()
            self._place()
        self._see(box)

    def _hide(self) -> None:
        self.board.hide()
        self._window.setContentsMargins(0, 0, 0, 0)

    def _place(self) -> None:
        if not self.is_shown:
            return
        high = self.board.needed
        self._window.setContentsMargins(0, 0, 0, high)
        self.board.setGeometry(0, self._window.height() - high, self._window.width(), high)
        self.board.raise_()
        box = self._target()
        if box is not None:
            QTimer.singleShot(0, box, lambda: self._see(box))

    def _see(self, box: QWidget) -> None:
        """Scroll to the box in the room that is left above the keys."""
        around = box.parentWidget()
        while around is not None:
            if isinstance(around, Page):
                around.show_widget(box)
                return
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(box, 0, ABOVE)
            around = around.parentWidget()

    def _target(self) -> QWidget | None:
        """Return the box that is typed in, or was until something else got the focus."""
        here = QApplication.focusWidget()
        if is_box(here):
            return here
        box = self._box
        return box if box is not None and isValid(box) and is_box(box) else None

    def _ready(self) -> QWidget | None:
        box = self._target()
        if box is not None and not box.hasFocus():
            box.setFocus(Qt.FocusReason.OtherFocusReason)
        return box

    def _write(self, text: str) -> None:
        box = self._ready()
        if box is not None:
            strokes.write(box, text)

    def _act(self, action: Action) -> None:
        if action is Action.HIDE:
            self.send_away()
        elif (box := self._ready()) is not None:
            strokes.act(box, action)

    def _brought(self, name: str) -> None:
        """Remember which letters the person types with."""
        if plans()[name].types is Typed.LETTERS:
            self._letters = name
        self._place()
