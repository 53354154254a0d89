"""Large tiles of which one is chosen: one stop for Tab, the arrow keys move inside, as on a grid."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.controls import Button, ButtonKind
from kiosk.ui.wrapping import WrappingGrid

ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class Tile(Button):
    """One of the choices. The arrow keys belong to the grid: a button of Qt's would take them for Tab."""

    def __init__(self, words: str, icon: str = "") -> None:
        super().__init__(words, icon, kind=ButtonKind.TILE)
        self.setCheckable(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the arrow keys to the grid."""
        if event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class TileGrid(QWidget):
    """Tiles beside and below each other. `picked` tells that a person chose; with `may_be_none` they may take
    the choice back by pressing it again. With `many` each is ticked for itself, and `ticked` says which.
    """

    picked = Signal()
    ticked = Signal(int)

    def __init__(
        self,
        name: str,
        *,
        gap: int = 8,
        may_be_none: bool = False,
        many: bool = False,
        uneven: bool = False,
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._may_be_none = may_be_none
        self._many = many
        self._grid = WrappingGrid(self, gap, uneven=uneven)
        self._tiles: list[Tile] = []

    @property
    def chosen(self) -> int | None:
        """The place of the tile that is down, from 0, or None."""
        return next((place for place, tile in enumerate(self._tiles) if tile.isChecked()), None)

    @property
    def stop(self) -> Tile:
        """The tile where Tab comes in."""
        return next(tile for tile in self._tiles if tile.focusPolicy() & Qt.FocusPolicy.TabFocus)

    def come_in_at(self, tile: Tile) -> None:
        """Let Tab come in at this tile."""
        self._one_tab_stop(tile)

    def add(self, tile: Tile) -> None:
        """Put one more tile at the end."""
        tile.clicked.connect(lambda _down: self._press(tile))
        self._tiles.append(tile)
        self._grid.addWidget(tile)
        self._one_tab_stop(self._tiles[0])

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """The tiles, in order."""
        return tuple(self._tiles)

    def show_chosen(self, place: int | None) -> None:
        """Put one tile down and all others up, without telling."""
        for number, tile in enumerate(self._tiles):
            tile.setChecked(number == place)
        self._one_tab_stop(self._tiles[place or 0])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move with the arrow keys, as on a grid."""
        here = next((place for place, tile in enumerate(self._tiles) if tile.hasFocus()), None)
        line = self._grid.columns(self.width())
        forward = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        steps = {
            Qt.Key.Key_Right: forward,
            Qt.Key.Key_Left: -forward,
            Qt.Key.Key_Down: line,
            Qt.Key.Key_Up: -line,
        }
        step = steps.get(Qt.Key(event.key()))
        if here is None or step is None:
            super().keyPressEvent(event)
        elif 0 <= here + step < len(self._tiles) and self._tiles[here + step].isVisible():
            self._one_tab_stop(self._tiles[here + step])
            self._tiles[here + step].setFocus(Qt.FocusReason.TabFocusReason)

    def _press(self, pressed: Tile) -> None:
        if self._many:
            self._one_tab_stop(pressed)
            self.ticked.emit(self._tiles.index(pressed))
            return
        down = pressed.isChecked() or not self._may_be_none
        for tile in self._tiles:
            tile.setChecked(tile is pressed and down)
        self._one_tab_stop(pressed)
        self.picked.emit()

    def _one_tab_stop(self, stop: Tile) -> None:
        for tile in self._tiles:
            tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tile is stop else Qt.FocusPolicy.ClickFocus)
