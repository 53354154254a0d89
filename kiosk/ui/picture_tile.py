"""A wide tile with a small picture before words that wrap: a drive, or a file on one."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle

from kiosk.ui import icons, theme
from kiosk.ui.ticks import BOX, PAD, TickTile


class PictureTile(TickTile):
    """The picture stands where other tiles have their box. People and drives may have long names."""

    def __init__(self, words: str, picture: str, *, may_be_chosen: bool = False) -> None:
        super().__init__(words)
        self.setCheckable(may_be_chosen)
        self.set_icon(picture)

    def _draw_box(self, painter: QPainter) -> None:
        look = theme.in_use()
        box, side = look.space(BOX), look.text(icons.GRID)
        place = QRect(look.space(PAD) + (box - side) // 2, (self.height() - side) // 2, side, side)
        place = QStyle.visualRect(self.layoutDirection(), self.rect(), place)
        colour = look.colours.on_focus if self.shows_focus else look.colours.action
        ratio, mirror = self.devicePixelRatioF(), theme.mirrored()
        painter.drawPixmap(place.topLeft(), icons.pixmap(self._icon_name, colour, side, ratio, mirror=mirror))
