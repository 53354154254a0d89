"""A list of lines that grows while one types: Enter makes the next, a line can be removed and put back."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.flow.fields import MOST_LINES, Binding, line_item, line_more, line_text
from kiosk.i18n import _
from kiosk.ui import heard, layouts
from kiosk.ui.boxnote import BoxNote
from kiosk.ui.controls import Button, ButtonKind, Text, TextRole
from kiosk.ui.fields import FieldEditor
from kiosk.ui.notice import PutBack
from kiosk.ui.wrapbox import WrapBox


class LineRow(QWidget):
    """A numbered line with its *Remove* button."""

    def __init__(self, number: int, box: WrapBox) -> None:
        super().__init__()
        self.box = box
        name = _("Line {number}").format(number=number)
        label = Text(name, TextRole.SMALL, wrap=False)
        label.setBuddy(box)
        box.setAccessibleName(name)
        self.remove = Button(_("Remove"), "remove", ButtonKind.QUIET)
        self.remove.setAccessibleName(_("Remove line {number}").format(number=number))
        column = layouts.column(self, spacing=4)
        line = layouts.row(spacing=8)
        column.addLayout(line)
        self._more = Text(role=TextRole.SMALL)
        self._more.hide()
        column.addWidget(self._more)
        column.addWidget(BoxNote(box))
        beside = layouts.column(margins=(0, 13, 0, 0))  # level with the first line in the box
        beside.addWidget(label)
        beside.addStretch(1)
        line.addLayout(beside)
        line.addWidget(box, 1)
        line.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        policy = self.remove.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.remove.setSizePolicy(policy)
        self.show_remove()
        box.textChanged.connect(self.show_remove)

    def show_more(self, words: str) -> None:
        """Show what belongs to the line and is not changed here, such as the words of a group of skills."""
        self._more.setText(words)
        self._more.setVisible(bool(words))

    def show_remove(self) -> None:
        """Offer to remove the line when there is something in it."""
        self.remove.setVisible(bool(self.box.text()))


class LinesEditor(FieldEditor):
    """One answer on each line, with an empty line always ready below."""

    def __init__(self, binding: Binding) -> None:
        super().__init__(binding)
        self._rows: list[LineRow] = []
        self._list = layouts.column(spacing=8)
        self._put_back = PutBack()
        self._enough = Text(_("This list is full."), TextRole.WARNING)
        self._enough.hide()
        self.column.addLayout(self._list)
        self.column.addWidget(self._enough)
        self.column.addWidget(self._put_back)
        self.load()

    def first(self) -> QWidget:
        """Return the empty line at the end: where one goes on."""
        return self._rows[-1].box

    def load(self) -> None:
        """Show the lines, and an empty one to go on with."""
        items = self._items()
        room = min(len(items) + 1, MOST_LINES)
        while len(self._rows) < max(room, len(items)):
            self._add_row()
        while len(self._rows) > max(room, len(items)):
            self._drop_row()
        for row, item in zip(self._rows, items, strict=False):
            row.box.show_text(line_text(item))
            row.show_more(line_more(item))
        for row in self._rows[len(items) :]:
            row.box.show_text("")
            row.show_more("")
        full = len(items) >= MOST_LINES
        if full and self._enough.isHidden() and self.isVisible():
            heard.say(self, self._enough.text())
        self._enough.setVisible(full)

    def session_changed(self) -> None:
        """Show what was changed from elsewhere; Undo has put back what there was to put back."""
        if self.binding.value != self._answer:
            self._put_back.clear()
        super().session_changed()

    def settle(self) -> None:
        """Drop empty lines and spaces around words."""
        tidy = ((item, " ".join(line_text(item).split())) for item in self._items())
        self.write(tuple(self._item(text, before) for before, text in tidy if text or line_more(before)))
        self._put_back.clear()
        self.load()

    def _items(self) -> tuple[Any, ...]:
        items: tuple[Any, ...] = self.binding.value
        return items

    def _item(self, text: str, before: Any = None) -> Any:
        return line_item(self.binding.field, text, before)

    def _add_row(self) -> None:
        index = len(self._rows)
        box = WrapBox(self.binding.field.longest)
        box.undo_asked.connect(self.binding.session.undo)
        box.redo_asked.connect(self.binding.session.redo)
        row = LineRow(index + 1, box)
        box.edited.connect(lambda text: self._typed(index, text))
        box.entered.connect(lambda: self._enter(index))
        box.left_up.connect(lambda: self._focus(index - 1))
        box.left_down.connect(lambda: self._focus(index + 1))
        box.emptied.connect(lambda: self._join(index))
        box.pasted.connect(lambda texts: self._paste(index, texts))
        row.remove.clicked.connect(lambda: self._remove(index))
        self._rows.append(row)
        self._list.addWidget(row)
        row.show()  # now, not in a moment: it may take the focus

    def _drop_row(self) -> None:
        row = self._rows.pop()
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _typed(self, index: int, text: str) -> None:
        items = self._items()
        if index < len(items):
            self._put((*items[:index], self._item(text, items[index]), *items[index + 1 :]))
        elif text:
            self._put((*items, self._item(text)))

    def _put(self, items: tuple[Any, ...]) -> None:
        self.write(items)
        self.load()

    def _enter(self, index: int) -> None:
        if index + 1 < len(self._rows) and self._rows[index].box.text():
            self.binding.session.commit()
            self._focus(index + 1)
        else:
            self.entered.emit()

    def _focus(self, index: int) -> None:
        if 0 <= index < len(self._rows):
            self._rows[index].box.setFocus(Qt.FocusReason.TabFocusReason)

    def _join(self, index: int) -> None:
        """Take the empty line away and go on at the end of the one above."""
        items = self._items()
        if index < len(items):
            self._put((*items[:index], *items[index + 1 :]))
        self._focus(index - 1)
        if index > 0:
            self._rows[index - 1].box.to_end()

    def _paste(self, index: int, texts: list[str]) -> None:
        """Make a line of each, below this one, or here when this one is empty."""
        items = self._items()
        at = index + 1 if index < len(items) and line_text(items[index]) else index
        keep = items[at + 1 :] if at == index and index < len(items) else items[at:]
        new = [self._item(text[: self.binding.field.longest]) for text in texts]
        self.binding.session.commit()
        self._put((*items[:at], *new, *keep)[:MOST_LINES])
        self.binding.session.commit()
        self._focus(min(at + len(new), len(self._rows) - 1))

    def _remove(self, index: int) -> None:
        items = self._items()
        gone = items[index]
        self.binding.session.commit()
        self._put((*items[:index], *items[index + 1 :]))
        self.binding.session.commit()
        self._put_back.offer(line_text(gone), lambda: self._restore(index, gone))
        self._focus(min(index, len(self._rows) - 1))

    def _restore(self, index: int, gone: Any) -> None:
        items = self._items()
        self._put((*items[:index], gone, *items[index:]))
        self.binding.session.commit()
        self._focus(min(index, len(items)))
