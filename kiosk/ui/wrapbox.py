"""One line of an answer that may be longer than the screen is wide: it wraps and grows, and Tab leaves it."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy


class WrapBox(QPlainTextEdit):
    """Like a one-line box: it never holds a line break. Text that is pasted with breaks comes as `pasted`.

    The arrow keys leave it above the first and below the last visible line; Backspace in an empty box is
    `emptied`.
    """

    edited = Signal(str)
    entered = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    left_up = Signal()
    left_down = Signal()
    emptied = Signal()
    pasted = Signal(list)

    def __init__(self, longest: int) -> None:
        super().__init__()
        self._longest = longest
        self._loading = False
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.updateGeometry())
        # It grows a moment after it scrolled to the new line; all lines have room then.
        self.verticalScrollBar().rangeChanged.connect(self._show_all)

    def text(self) -> str:
        """Return what is in the box."""
        return self.toPlainText()

    @property
    def is_full(self) -> bool:
        """Whether no more can be typed."""
        return len(self.text()) >= self._longest

    def show_text(self, text: str) -> None:
        """Show `text` without moving the cursor when it is there already, and without saying `edited`."""
        if self.text() != text:
            self._loading = True
            self.setPlainText(text)
            self._loading = False
            self.to_end()

    def to_end(self) -> None:
        """Put the cursor behind the last letter."""
        self.moveCursor(QTextCursor.MoveOperation.End)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height that the lines need."""
        # A pixel more than the lines need: with less than that Qt holds that the first must scroll away.
        words = ceil(self.blockBoundingRect(self.document().firstBlock()).height()) + 1
        margins = self.contentsMargins()
        inside = self.height() - self.viewport().height() if self.isVisible() else 0
        frame = max(inside, margins.top() + margins.bottom())
        return QSize(200, max(words, self.fontMetrics().lineSpacing() + 1) + frame)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height that the lines need; the width may shrink."""
        return QSize(80, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the height again: the width decides how many lines there are."""
        super().resizeEvent(event)
        self.updateGeometry()
        self._show_all()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Be a one-line box for Enter, the arrow keys and Undo."""
        at_top = not self._could_move(QTextCursor.MoveOperation.Up)
        at_bottom = not self._could_move(QTextCursor.MoveOperation.Down)
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Up and at_top:
            self.left_up.emit()
        elif event.key() == Qt.Key.Key_Down and at_bottom:
            self.left_down.emit()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Take plain text only; what has line breaks is given to who knows the other lines."""
        lines = [line.strip() for line in source.text().splitlines() if line.strip()]
        if len(lines) > 1:
            self.pasted.emit(lines)
        elif lines:
            self.insertPlainText(lines[0])

    def _could_move(self, where: QTextCursor.MoveOperation) -> bool:
        return QTextCursor(self.textCursor()).movePosition(where)

    def _show_all(self) -> None:
        self.verticalScrollBar().setValue(0)

    def _changed(self) -> None:
        if len(self.text()) > self._longest or "\n" in self.text():
            self.setPlainText(self.text().replace("\n", " ")[: self._longest])
            self.to_end()
        elif not self._loading:
            self.edited.emit(self.text())
