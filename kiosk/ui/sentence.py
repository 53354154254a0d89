"""A sentence or two in a box that wraps and grows."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.flow.fields import Binding
from kiosk.i18n import _
from kiosk.ui.boxnote import BoxNote
from kiosk.ui.fields import FieldEditor
from kiosk.ui.wrapbox import WrapBox


class SentenceEditor(FieldEditor):
    """What a file brought longer than we ask for stays whole."""

    def __init__(self, binding: Binding) -> None:
        super().__init__(binding)
        field = binding.field
        self._box = WrapBox(max(field.longest, len(binding.value)))
        self._box.setAccessibleName(_(field.label))
        self._box.setAccessibleDescription(_(field.help))
        self._box.undo_asked.connect(binding.session.undo)
        self._box.redo_asked.connect(binding.session.redo)
        self._box.edited.connect(self.write)
        self._box.entered.connect(self.entered)
        self._box.pasted.connect(self._paste)
        self.add_labels(self._box, _(field.label), _(field.help))
        self.column.addWidget(self._box)
        self.column.addWidget(BoxNote(self._box))
        self.load()

    def first(self) -> QWidget:
        """Return the box."""
        return self._box

    def go_on(self) -> None:
        """Put the cursor behind the last letter."""
        super().go_on()
        self._box.to_end()

    def load(self) -> None:
        """Show the text; what has several lines is shown as one, and stays as it is until it is changed."""
        self._box.show_text(" ".join(self.binding.value.split("\n")))

    def settle(self) -> None:
        """Drop spaces that say nothing."""
        if "\n" not in self.binding.value:
            self.write(" ".join(self.binding.value.split()))

    def _paste(self, texts: list[str]) -> None:
        self._box.insertPlainText(" ".join(texts))
