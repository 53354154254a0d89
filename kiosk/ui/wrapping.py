"""Puts things of one size beside each other, as many as fit, and the rest on the next lines."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class WrappingGrid(QLayout):
    """A grid whose number of columns follows the width and divides the number of things, if it can.

    Every cell is as large as the largest thing needs, or larger where the width allows it. An `uneven` grid
    takes as many columns as fit, whatever is left for the last line.
    """

    def __init__(self, parent: QWidget, gap: int, *, uneven: bool = False) -> None:
        super().__init__(parent)
        self._uneven = uneven
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Add one more thing."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many things there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name; None ends a walk
        """Return one thing, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - as above
        """Take one thing out, or None."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def columns(self, width: int) -> int:
        """Return how many things stand beside each other in `width` pixels."""
        things = len(self._items)
        fitting = max(1, min(things, (width + self._gap) // (self._cell().width() + self._gap)))
        if self._uneven:
            return int(fitting)
        even = next(n for n in range(fitting, 0, -1) if things % n == 0) if things else 1
        return even if 2 * even >= fitting else fitting

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Say that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height that the lines need in `width` pixels."""
        lines = -(-len(self._items) // self.columns(width))
        return max(0, lines * (self._cell().height() + self._gap) - self._gap)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size with everything on one line."""
        cell = self._cell()
        return QSize(len(self._items) * (cell.width() + self._gap), cell.height())

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of one thing."""
        return self._cell()

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """Say that more width can be used."""
        return Qt.Orientation.Horizontal

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Place everything; from the right where the screen reads from the right."""
        super().setGeometry(rect)
        columns, height = self.columns(rect.width()), self._cell().height()
        width = (rect.width() + self._gap) // columns - self._gap
        parent = self.parentWidget()
        mirrored = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for index, item in enumerate(self._items):
            line, column = divmod(index, columns)
            column = columns - 1 - column if mirrored else column
            corner = QPoint(column * (width + self._gap), line * (height + self._gap))
            item.setGeometry(QRect(rect.topLeft() + corner, QSize(width, height)))

    def _cell(self) -> QSize:
        size = QSize(0, 0)
        for item in self._items:
            size = size.expandedTo(item.sizeHint())
        return size
