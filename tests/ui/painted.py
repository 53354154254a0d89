"""What a widget really writes: every piece of text with its place and colour, as it reaches the painter.

The widget is drawn once more, on a paper that keeps the texts and throws the rest away. So it does not
matter who laid the words out: Qt, the style sheet, or a paint event of ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QRegion,
    QTextItem,
)
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class Piece:
    """A run of letters on one line. `ink` is where its strokes are, in pixels of the widget."""

    text: str
    ink: QRectF
    colour: str
    size: int


class _Keeper(QPaintEngine):
    """Keeps texts; whatever else is drawn is let go."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.pieces: list[Piece] = []

    def drawTextItem(self, place: Any, item: QTextItem) -> None:  # noqa: N802 - Qt's name
        """Keep one run of letters."""
        painter = self.painter()
        ink = painter.transform().mapRect(_ink(item.font(), item.text()).translated(place))
        colour = painter.pen().color().name()
        self.pieces.append(Piece(item.text(), ink, colour, item.font().pixelSize()))

    def begin(self, _device: QPaintDevice) -> bool:
        """Say that drawing may begin."""
        return True

    def end(self) -> bool:
        """Say that all is drawn."""
        return True

    def type(self) -> QPaintEngine.Type:
        """Be none of Qt's own."""
        return QPaintEngine.Type.User

    def updateState(self, _state: QPaintEngineState) -> None:  # noqa: N802 - Qt's name
        """The painter is asked when a text comes."""

    def _nothing(self, *_shape: Any, **_flags: Any) -> None:
        """Draw nothing."""

    drawPixmap = drawPath = drawRects = drawLines = _nothing  # noqa: N815 - Qt's names
    drawPolygon = drawImage = drawEllipse = drawPoints = drawTiledPixmap = _nothing  # noqa: N815


class _Paper(QPaintDevice):
    """As large as the widget, with ordinary pixels."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.keeper = _Keeper()
        kind = QPaintDevice.PaintDeviceMetric
        dots = dict.fromkeys((kind.PdmDpiX, kind.PdmDpiY, kind.PdmPhysicalDpiX, kind.PdmPhysicalDpiY), 96)
        self._metrics = dots | {
            kind.PdmWidth: widget.width(),
            kind.PdmHeight: widget.height(),
            kind.PdmWidthMM: widget.width() // 4,
            kind.PdmHeightMM: widget.height() // 4,
            kind.PdmDevicePixelRatio: 1,
            kind.PdmDevicePixelRatioScaled: round(self.devicePixelRatioFScale()),
            kind.PdmDepth: 32,
            kind.PdmNumColors: 2**24,
        }

    def paintEngine(self) -> QPaintEngine:  # noqa: N802 - Qt's name
        """Return what keeps the texts."""
        return self.keeper

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        """Return a size in pixels, millimetres or dots an inch."""
        return self._metrics.get(metric, 0)


@lru_cache(maxsize=20_000)
def _ink_of(key: str, text: str) -> QRectF:
    font = QFont()
    font.fromString(key)
    return QFontMetricsF(font).tightBoundingRect(text)


def _ink(font: QFont, text: str) -> QRectF:
    return QRectF(_ink_of(font.toString(), text))


def pieces(widget: QWidget) -> list[Piece]:
    """Return what `widget` itself writes, without its children."""
    paper = _Paper(widget)
    widget.render(paper, QPoint(0, 0), QRegion(), QWidget.RenderFlag(0))
    return [piece for piece in paper.keeper.pieces if piece.text.strip()]
