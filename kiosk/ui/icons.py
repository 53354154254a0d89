"""Our own line icons, drawn in the colours of the theme.

Each is a file of `assets/icons`: a grid of 24, lines of 2, in `currentColor`, which Qt's SVG renderer does
not know. It is drawn once in black, and that shape is filled with every colour it is needed in.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kiosk import paths
from kiosk.ui.theme import Look

GRID = 24
MIRRORED = frozenset({"back", "next", "undo", "redo", "finish", "open"})
"""Icons that point along the line of reading and turn round with it."""


def pixmap(
    name: str, colour: str, side: int, ratio: float = 1.0, *, gap: int = 0, mirror: bool = False
) -> QPixmap:
    """Draw an icon `side` logical pixels square in `colour` (`#RRGGBB`), sharp at this device pixel ratio.

    `gap` pixels stay empty where words follow. `mirror` says that words follow at the left, and turns round
    those icons that point along the line of reading.
    """
    return QPixmap.fromImage(_draw(name, colour, side, ratio, gap, mirror))


def button_icon(
    name: str, colour: str, look: Look, ratio: float, *, gap: int = 0, mirror: bool = False
) -> QIcon:
    """Return the icon for a button: in `colour`, in that of the focus, and in that of what cannot be pressed.

    Qt asks for the `Active` mode while a button has the focus. No name gives no icon.
    """
    icon = QIcon()
    if not name:
        return icon
    side = look.text(GRID)
    for mode, tint in (
        (QIcon.Mode.Normal, colour),
        (QIcon.Mode.Active, look.colours.on_focus),
        (QIcon.Mode.Disabled, look.colours.dead_ink),
    ):
        icon.addPixmap(pixmap(name, tint, side, ratio, gap=gap, mirror=mirror), mode)
    return icon


def _draw(name: str, colour: str, side: int, ratio: float, gap: int, mirror: bool) -> QImage:
    picture = _shape(name, side, ratio, gap, mirror).copy()
    painter = QPainter(picture)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(QRectF(0, 0, side + gap, side), QColor(colour))
    painter.end()
    return picture


@lru_cache(maxsize=256)
def _shape(name: str, side: int, ratio: float, gap: int, mirror: bool) -> QImage:
    # An image and not a pixmap: what is cached may outlive the application.
    size = QSize(round((side + gap) * ratio), round(side * ratio))
    picture = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    svg = (paths.ICONS / f"{name}.svg").read_bytes().replace(b"currentColor", b"#000")
    painter = QPainter(picture)
    if mirror:
        painter.translate(gap, 0)
    if mirror and name in MIRRORED:
        painter.translate(side, 0)
        painter.scale(-1, 1)
    # The rectangle must be given: without it the icon is cropped where a pixel is not a point.
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return picture
