"""A QR code on the screen. Black on white in every theme, because that is what phones read."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.flow.codes import QUIET, Code

SMALLEST, LARGEST = 4, 6
"""Pixels of the screen to one module. Phones read 4 from a hand's width away; more than 6 only takes room."""


class CodePicture(QWidget):
    """One code with its quiet zone, every module as many whole pixels as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._module = SMALLEST
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def module(self) -> int:
        """How many pixels a module is wide."""
        return self._module

    def show_code(self, code: Code, name: str) -> None:
        """Show a code; `name` is what it is called, and what it holds is its description."""
        self._image = _image(code)
        self.setAccessibleName(name)
        self.setAccessibleDescription(code.text)
        self._resize()

    def fit(self, room: int) -> None:
        """Be as large as `room` pixels allow, and never so small that it cannot be read."""
        side = self._image.width() or 1
        module = min(max(room // side, SMALLEST), LARGEST)
        if module != self._module:
            self._module = module
            self._resize()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of whole modules."""
        return self._image.size() * self._module

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw whole pixels, also where the screen has other pixels than Qt."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#FFFFFF"))
        ratio = self.devicePixelRatioF()
        pixels = max(1, int(self._module * ratio))
        picture = self._image.scaled(
            self._image.size() * pixels, mode=Qt.TransformationMode.FastTransformation
        )
        picture.setDevicePixelRatio(ratio)
        left = round((self.width() - picture.width() / ratio) / 2 * ratio) / ratio
        painter.drawImage(QPointF(left, left), picture)

    def _resize(self) -> None:
        self.updateGeometry()
        self.update()


def _image(code: Code) -> QImage:
    """Return a code as an image of one pixel to a module, quiet zone included."""
    blank = b"\xff" * code.side
    edge = b"\xff" * QUIET
    light_or_dark = bytes((255, 0))
    rows = [edge + bytes(light_or_dark[module] for module in row) + edge for row in code.rows]
    pixels = b"".join([*[blank] * QUIET, *rows, *[blank] * QUIET])
    # The copy owns its pixels; the first only borrows them.
    return QImage(pixels, code.side, code.side, code.side, QImage.Format.Format_Grayscale8).copy()
