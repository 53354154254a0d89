"""One of a few tiles, and one box to tick: answers for which nothing is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.flow.fields import Binding
from kiosk.i18n import _
from kiosk.ui.controls import Text, TextRole
from kiosk.ui.fields import FieldEditor
from kiosk.ui.ticks import BOX, TickTile
from kiosk.ui.tiles import Tile, TileGrid


class OneTile(TickTile):
    """A tile of which one is chosen: its mark is round, and a screen reader calls it a radio button."""

    corner = BOX // 2

    def __init__(self, words: str, about: str) -> None:
        super().__init__(words)
        self.setAutoExclusive(True)
        self.setAccessibleDescription(about)

    def show_down(self, down: bool) -> None:
        """Put the tile down or up; Qt would not let the one that is down be put up."""
        self.setAutoExclusive(False)
        self.setChecked(down)
        self.setAutoExclusive(True)


class OneGrid(TileGrid):
    """Tiles of which one is chosen, and never none again."""

    @property
    def stop(self) -> Tile:
        """The tile that is chosen, or where Tab comes in."""
        return super().stop if self.chosen is None else self.tiles[self.chosen]

    def show_chosen(self, place: int | None) -> None:
        """Put one tile down and all others up, without telling."""
        for number, tile in enumerate(self.tiles):
            if isinstance(tile, OneTile):
                tile.show_down(number == place)
        self._one_tab_stop(self.tiles[place or 0])


class ChoiceEditor(FieldEditor):
    """The tiles of a CHOICE. Each press is a step of its own for Undo."""

    def __init__(self, binding: Binding) -> None:
        super().__init__(binding)
        field = binding.field
        self.add_labels(None, _(field.label), _(field.help))
        self.column.addSpacing(4)
        self._grid = OneGrid(_(field.label), uneven=True)
        for choice in field.choices:
            self._grid.add(OneTile(_(choice.name), _(field.label)))
        self._grid.picked.connect(self._pick)
        self.column.addWidget(self._grid)
        self.load()

    def first(self) -> QWidget:
        """Return the tile that is chosen, or the first."""
        return self._grid.stop

    def load(self) -> None:
        """Show what is chosen; a value that is none of ours shows as none."""
        values = [choice.value for choice in self.binding.field.choices]
        chosen = self.binding.value
        self._grid.show_chosen(values.index(chosen) if chosen in values else None)

    def _pick(self) -> None:
        chosen = self._grid.chosen
        if chosen is not None:
            self.binding.session.commit()
            self.write(self.binding.field.choices[chosen].value)
            self.binding.session.commit()


class BoxEditor(FieldEditor):
    """A tile that is ticked when its words are true."""

    def __init__(self, binding: Binding) -> None:
        super().__init__(binding)
        field = binding.field
        self._tile = TickTile(_(field.label))
        self._tile.setAccessibleDescription(_(field.help))
        self._tile.clicked.connect(self._press)
        self.column.addWidget(self._tile, 0, Qt.AlignmentFlag.AlignLeading)
        if field.help:
            self.column.addWidget(Text(_(field.help), TextRole.SMALL))
        self.load()

    def first(self) -> QWidget:
        """Return the tile."""
        return self._tile

    def load(self) -> None:
        """Show whether it is ticked."""
        self._tile.setChecked(self.binding.value is True)

    def _press(self) -> None:
        self.binding.session.commit()
        self.write(self._tile.isChecked())
        self.binding.session.commit()
