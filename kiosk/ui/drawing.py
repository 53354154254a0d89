"""Our own drawings: they show what words alone would leave hard, in the colours of the theme.

Each is a file of `assets/drawings`, lines of 2 with round ends. A colour of the theme stands there as `$ink`.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk import paths
from kiosk.ui import theme


class Drawing(QWidget):
    """A drawing beside words that say the same: a screen reader and the mouse pass through it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._svg = (paths.DRAWINGS / f"{name}.svg").read_text("utf-8")
        self._renderer = QSvgRenderer(self)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._dress()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size at which it was drawn, grown like a distance."""
        size, look = self._renderer.defaultSize(), theme.in_use()
        return QSize(look.space(size.width()), look.space(size.height()))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Draw again in the colours and the size of a new look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw, turned round where the screen reads from right to left."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        self._renderer.render(painter, QRectF(self.rect()))

    def _dress(self) -> None:
        colours = theme.in_use().colours
        svg = re.sub(r"\$(\w+)", lambda m: str(getattr(colours, m[1])), self._svg)
        self._renderer.load(QByteArray(svg.encode()))
        self.updateGeometry()
        self.update()
