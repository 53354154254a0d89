"""The days of a week with morning, afternoon and night: a grid of tiles to tick, one stop for Tab."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.flow.fields import Binding
from kiosk.flow.week import DAY_NAMES, PART_NAMES
from kiosk.i18n import _
from kiosk.resume import hours
from kiosk.ui.controls import Text
from kiosk.ui.fields import FieldEditor
from kiosk.ui.ticks import TickTile

GAP = 6


class PartTile(TickTile):
    """A part of a day: a box alone, as its words stand above the column. A screen reader says them all."""

    def __init__(self, name: str) -> None:
        super().__init__("")
        self.setAccessibleName(name)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a size that is easy to hit."""
        return self.sizeHint()

    def _box_start(self, side: int) -> int:
        return (self.width() - side) // 2


class Week(QWidget):
    """A row for each day. The arrow keys move as they look; `tiles` are by their names, `mon-morning`."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.tiles: dict[str, TickTile] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GAP)
        grid.setColumnMinimumWidth(1, GAP)  # between the days and the tiles
        for column, part in enumerate(PART_NAMES.values(), 2):
            grid.addWidget(Text(_(part), wrap=False), 0, column, Qt.AlignmentFlag.AlignCenter)
            grid.setColumnStretch(column, 1)
        for row, (day, words) in enumerate(DAY_NAMES.items(), 1):
            grid.addWidget(Text(_(words), wrap=False), row, 0)
            for column, (part, name_of) in enumerate(PART_NAMES.items(), 2):
                tile = PartTile(_(name_of))
                tile.setAccessibleDescription(_(words))
                self.tiles[f"{day}-{part}"] = tile
                grid.addWidget(tile, row, column)
        self.stop_at(hours.TIMES[0])

    def stop_at(self, time: str) -> None:
        """Make one tile the place where Tab comes in."""
        for name, tile in self.tiles.items():
            tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name == time else Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move with the arrow keys, as on a grid."""
        at = next((name for name, tile in self.tiles.items() if tile.hasFocus()), None)
        forward = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        moves = {
            Qt.Key.Key_Right: (0, forward),
            Qt.Key.Key_Left: (0, -forward),
            Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Up: (-1, 0),
        }
        move = moves.get(Qt.Key(event.key()))
        if at is None or move is None:
            super().keyPressEvent(event)
            return
        row, column = divmod(hours.TIMES.index(at), len(hours.PARTS))
        row, column = row + move[0], column + move[1]
        if 0 <= row < len(hours.DAYS) and 0 <= column < len(hours.PARTS):
            there = f"{hours.DAYS[row]}-{hours.PARTS[column]}"
            self.stop_at(there)
            self.tiles[there].setFocus(Qt.FocusReason.TabFocusReason)


class DaysEditor(FieldEditor):
    """Each press is a step of its own for Undo."""

    def __init__(self, binding: Binding) -> None:
        super().__init__(binding)
        self.add_labels(None, _(binding.field.label), _(binding.field.help) if binding.field.help else "")
        self._week = Week(_(binding.field.label))
        for time, tile in self._week.tiles.items():
            tile.clicked.connect(lambda _down, pressed=time: self._press(pressed))
        self.column.addSpacing(4)
        self.column.addWidget(self._week)
        self.load()

    def first(self) -> QWidget:
        """Return the tile where Tab comes in."""
        tiles = self._week.tiles.values()
        return next(tile for tile in tiles if tile.focusPolicy() == Qt.FocusPolicy.StrongFocus)

    def load(self) -> None:
        """Show what is ticked."""
        told = hours.known(self.binding.value)
        for time, tile in self._week.tiles.items():
            tile.setChecked(time in told)

    def _press(self, time: str) -> None:
        self._week.stop_at(time)
        told = {*hours.known(self.binding.value)} ^ {time}
        self.binding.session.commit()
        self.write([one for one in hours.TIMES if one in told])
        self.binding.session.commit()
