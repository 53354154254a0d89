"""One control per kind of field, bound to the session: what is typed is in the resume at once.

Every control has a visible label that names it for screen readers too, and its help between label and box.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.flow.field import Typed
from kiosk.flow.fields import Binding
from kiosk.ui import layouts
from kiosk.ui.boxnote import BoxNote
from kiosk.ui.controls import Text, TextRole

HINTS = {
    Typed.LETTERS: Qt.InputMethodHint.ImhNone,
    Typed.NUMBERS: Qt.InputMethodHint.ImhDialableCharactersOnly,
    Typed.EMAIL: Qt.InputMethodHint.ImhEmailCharactersOnly,
}
"""How Qt says to keys on the screen, ours or the system's, which of them come first; it forbids no letter."""


class TextBox(QLineEdit):
    """One line of typing. No menu, nothing dragged in or out; Undo is the session's.

    `edited` tells what a person wrote, whether with keys or through a screen reader or a voice, of whose
    words Qt's `textEdited` says nothing.
    """

    edited = Signal(str)
    undo_asked = Signal()
    redo_asked = Signal()
    entered = Signal()

    def __init__(self, name: str, longest: int, typed: Typed = Typed.LETTERS) -> None:
        super().__init__()
        self.setMaxLength(longest)
        self.setInputMethodHints(HINTS[typed])
        self.setAccessibleName(name)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        self.setDragEnabled(False)
        self._showing = False
        self.textChanged.connect(self._changed)

    @property
    def is_full(self) -> bool:
        """Whether no more can be typed."""
        return len(self.text()) >= self.maxLength()

    def show_text(self, text: str) -> None:
        """Show `text` without moving the cursor when it is there already."""
        if self.text() != text:
            self._showing = True
            self.setText(text)
            self._showing = False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Hand on Undo and Redo, as the box's own history knows nothing of the resume, and Enter."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _changed(self, text: str) -> None:
        if not self._showing:
            self.edited.emit(text)


class FieldEditor(QWidget):
    """What all controls of a field have in common. `entered`: Enter was pressed, go on to the next."""

    entered = Signal()

    def __init__(self, binding: Binding) -> None:
        super().__init__()
        self.binding = binding
        self.column = layouts.column(self, spacing=4)
        self._answer: Any = binding.value

    def first(self) -> QWidget:
        """Return the control that takes the focus."""
        raise NotImplementedError

    def go_on(self) -> None:
        """Take the focus, to go on where the answer ends."""
        self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def load(self) -> None:
        """Put what the session has into the boxes."""
        raise NotImplementedError

    def settle(self) -> None:
        """Bring the answer into its final form when the person leaves the screen."""

    def advice(self) -> str:
        """Return what the person should know before going on, "" when all is well."""
        return ""

    def write(self, value: Any) -> None:
        """Make `value` the answer without having it shown again."""
        self._answer = value
        self.binding.set(value)

    def show_session(self) -> None:
        """Show what the session has."""
        self._answer = self.binding.value
        self.load()

    @property
    def is_behind(self) -> bool:
        """Whether the answer is another than the one that is shown: it was changed from elsewhere."""
        return bool(self.binding.value != self._answer)

    def session_changed(self) -> None:
        """Show an answer that was changed from elsewhere, by Undo for one."""
        self.rename()
        if self.is_behind:
            self.show_session()

    def rename(self) -> None:
        """Show what the field is called by the other answers, where that can change."""

    def text_box(self, name: str, longest: int, typed: Typed = Typed.LETTERS) -> TextBox:
        """Return a box whose Undo is the session's."""
        box = TextBox(name, longest, typed)
        box.undo_asked.connect(self.binding.session.undo)
        box.redo_asked.connect(self.binding.session.redo)
        return box

    def add_labels(self, buddy: QWidget | None, text: str, help_text: str) -> None:
        """Put the label, and under it the help."""
        name = Text(text, TextRole.LABEL)
        if buddy is not None:
            name.setBuddy(buddy)
        self.column.addWidget(name)
        if help_text:
            self.column.addWidget(Text(help_text, TextRole.SMALL))


class LineEditor(FieldEditor):
    """A single line of text."""

    def __init__(self, binding: Binding) -> None:
        super().__init__(binding)
        self._box = self.text_box("", binding.field.longest, binding.field.typed)
        self._name, self._help = Text(role=TextRole.LABEL), Text(role=TextRole.SMALL)
        self._name.setBuddy(self._box)
        for widget in (self._name, self._help, self._box):
            self.column.addWidget(widget)
        self.column.addWidget(BoxNote(self._box))
        self.column.addStretch(1)  # beside a higher one it stays at the top
        self._box.edited.connect(self.write)
        self._box.entered.connect(self.entered)
        self.load()

    def first(self) -> QWidget:
        """Return the box."""
        return self._box

    def go_on(self) -> None:
        """Put the cursor behind the last letter."""
        super().go_on()
        self._box.end(False)

    def load(self) -> None:
        """Show the text."""
        self.rename()
        self._box.show_text(self.binding.value)

    def rename(self) -> None:
        """Show the label and the help, for a screen reader too."""
        name, about = self.binding.words
        if (name, about) != (self._name.text(), self._help.text()) or not self._box.accessibleName():
            self._name.setText(name)
            self._help.setText(about)
            self._help.setVisible(bool(about))
            self._box.setAccessibleName(name)
            self._box.setAccessibleDescription(about)

    def settle(self) -> None:
        """Drop spaces around and between words that say nothing."""
        tidied = self.binding.field.tidy(self.binding.value)
        if tidied != self.binding.value:
            self.write(tidied)
