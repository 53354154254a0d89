"""A sheet of paper on the screen: the picture of a page of the PDF, or the blank page before there is one."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.i18n import _
from kiosk.render.types import Paper
from kiosk.ui import hiding, theme

_RATIO = {Paper.LETTER: 11 / 8.5, Paper.A4: 297 / 210}
GHOST = (
    (14, 38, 3.2),
    (20, 56, 1.2),
    (29, 18, 2),
    (35, 44, 1.2),
    (40, 72, 1.2),
    (45, 66, 1.2),
    (50, 70, 1.2),
    (59, 22, 2),
    (65, 50, 1.2),
    (70, 58, 1.2),
)
"""The lines on a blank page: how far down, how long and how thick, in hundredths of its width."""

_SHADOW = 10
"""Room around the sheet for its shadow, in pixels."""


class Sheet(QWidget):
    """One page at the width it is given. Paper is white in every theme: so it will be printed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._text = ""
        self._ratio = _RATIO[Paper.LETTER]
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(_("Your page"))

    @property
    def picture_width(self) -> int:
        """How many pixels wide a picture must be to be sharp here."""
        return max(0, round(self._paper().width() * self.devicePixelRatioF()))

    @property
    def image(self) -> QImage:
        """The picture shown; null while the page is blank."""
        return self._image

    def show_image(self, image: QImage, text: str) -> None:
        """Show a picture of the page; `text` is what is written on it, for those who do not see it."""
        self._image = image
        self._text = text
        self._ratio = image.height() / image.width()
        self.look_again()

    def show_blank(self, paper: Paper) -> None:
        """Show a sheet with nothing on it yet."""
        self._image = QImage()
        self._text = _("Your page grows here as you answer.")
        self._ratio = _RATIO[paper]
        self.look_again()

    def look_again(self) -> None:
        """Show the page, or hide it: whatever is asked for now."""
        self.setAccessibleDescription(_("Hidden. Press F9 to show it again.") if hiding.on() else self._text)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """A sheet keeps its proportions."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return how high the sheet is at this width, shadow included."""
        return round((width - 2 * _SHADOW) * self._ratio) + 2 * _SHADOW

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a usual size; the width is what the frame gives."""
        return QSize(360, self.heightForWidth(360))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A sheet may be made as small as it must."""
        return QSize(80, 80)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw the shadow, the paper, and what is on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paper = self._paper()
        self._draw_shadow(painter, paper)
        painter.fillRect(paper, QColor("#FFFFFF"))
        if hiding.on():
            self._draw_hidden(painter, paper)
        elif self._image.isNull():
            self._draw_invitation(painter, paper)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(paper, self._image)

    def _paper(self) -> QRectF:
        """Where the paper lies: as wide as there is room for, at the top, in the middle."""
        room = QRectF(self.rect().marginsRemoved(QMargins(_SHADOW, _SHADOW, _SHADOW, _SHADOW)))
        width = min(room.width(), room.height() / self._ratio)
        # Whole pixels, so that a picture of the same width is drawn without smoothing.
        width = int(width)
        left = int(room.left() + (room.width() - width) / 2)
        return QRectF(left, room.top(), width, int(width * self._ratio))

    def _draw_shadow(self, painter: QPainter, paper: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for spread in range(_SHADOW - 2, 0, -1):
            painter.setBrush(QColor(60, 50, 30, 5))
            painter.drawRoundedRect(
                paper.adjusted(-spread, -spread + 3, spread, min(spread + 1, _SHADOW)), spread, spread
            )

    def _draw_hidden(self, painter: QPainter, paper: QRectF) -> None:
        """Draw a plain panel where the page would be, and say how to see it again."""
        colours = theme.in_use().colours
        painter.fillRect(paper, QColor(colours.desk))
        painter.setPen(QPen(QColor(colours.field_line), theme.in_use().line()))
        painter.drawRect(paper.adjusted(1, 1, -1, -1))
        painter.setPen(QColor(colours.ink))
        margin = paper.width() / 8
        flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        inside = paper.adjusted(margin, 2 * margin, -margin, -margin)  # the top of a large one is seen first
        words = _("Hidden. Press F9 to show it again.")
        if inside.contains(painter.boundingRect(inside, flags, words)):
            painter.drawText(inside, flags, words)

    def _draw_invitation(self, painter: QPainter, paper: QRectF) -> None:
        """Draw the lines of a page that is still to be written, and say so below them."""
        unit = paper.width() / 100
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for top, length, thickness in GHOST:
            pen = QPen(QColor(theme.LIGHT.ghost), thickness * unit)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            start = 12 + thickness / 2  # its round end is drawn beyond
            start, end = (100 - start, 88 - length) if mirrored else (start, 12 + length)
            y = paper.top() + top * unit
            painter.drawLine(QPointF(paper.left() + start * unit, y), QPointF(paper.left() + end * unit, y))
        painter.setPen(QColor(theme.LIGHT.quiet_ink))
        below = paper.adjusted(12 * unit, (GHOST[-1][0] + 8) * unit, -12 * unit, -4 * unit)
        flags = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextWordWrap)
        words = _("Your page grows here as you answer.")
        if below.contains(painter.boundingRect(below, flags, words)):  # a small sheet says nothing
            painter.drawText(below, flags, words)
