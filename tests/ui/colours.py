"""Whether words and the focus can be seen, measured in the pixels that are on the screen."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QRegion
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from kiosk.ui import focus
from ui.measures import Screen

READABLE = 4.5
"""Contrast of words and what they lie on (WCAG 2.2, 1.4.3); large words too, for tired eyes."""

VISIBLE = 3.0
"""Contrast of a pixel with and without the focus (WCAG 2.2, 1.4.11 and 2.4.13)."""

RING = 4
"""Pixels around a widget that its ring may reach."""


@lru_cache(maxsize=4096)
def luminance(rgb: int) -> float:
    """Return the relative luminance (WCAG 2.2) of red, green and blue in one number."""
    parts = [(rgb >> shift & 255) / 255 for shift in (16, 8, 0)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: int, other: int) -> float:
    """Return the contrast of two colours, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _pixels(image: QImage, place: QRect) -> list[int]:
    """Return the colours of a part of a picture, without their opacity."""
    part = image.copy(place).convertToFormat(QImage.Format.Format_RGB32)
    return [colour & 0xFFFFFF for colour in memoryview(part.constBits()).cast("I")]


def pale(root: QWidget) -> list[str]:
    """Return the texts whose colour is too near to what they are painted on.

    The colour of the letters is the painter's own; what they lie on is the most frequent colour around them.
    """
    screen, window = Screen(root), root.window()
    image, found = window.grab().toImage(), []
    for widget, pieces in screen.written.items():
        for piece in pieces:
            place = screen.place(widget, piece.ink).toAlignedRect()
            if not _is_shown(widget, piece.ink.toAlignedRect()):
                continue
            ground = Counter(_pixels(image, place)).most_common(1)[0][0]
            measured = contrast(QColor(piece.colour).rgb() & 0xFFFFFF, ground)
            if measured < READABLE:
                found.append(f"{piece.text!r} {piece.colour} on #{ground:06x} is {measured:.1f}")
    return found


def _is_shown(widget: QWidget, place: QRect) -> bool:
    """Whether all of a place is on the screen now, not scrolled away."""
    return not place.isEmpty() and QRegion(place).subtracted(widget.visibleRegion()).isEmpty()


def unseen_focus(root: QWidget) -> list[str]:
    """Return what Tab stops at without a ring that is seen whole: a line of changed pixels all around it."""
    found = []
    window, before = root.window(), QApplication.focusWidget()
    for stop in focus.stops(root):
        if isinstance(stop, QScrollArea):
            continue  # a page to read takes the keys that scroll, and is seen to scroll
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if not stop.hasFocus():
            found.append(f"{stop.accessibleName()!r} was given the focus and lost it")
            continue
        place = QRect(stop.mapTo(window, QPoint(0, 0)), stop.size()).adjusted(-RING, -RING, RING, RING)
        if not _is_shown(stop, stop.rect()):
            found.append(f"{stop.accessibleName()!r} has the focus and is not seen whole: {_where(stop)}")
            continue
        shown = window.grab(place).toImage()
        stop.clearFocus()
        changed = _changed(_pixels(window.grab(place).toImage(), shown.rect()), _pixels(shown, shown.rect()))
        around = 2 * (stop.width() + stop.height()) - 8 * RING  # the corners are round
        if changed < around:
            found.append(f"{stop.accessibleName()!r}: {changed} pixels change with the focus, not {around}")
    if before is not None:
        before.setFocus()
    return found


def _changed(without: list[int], with_focus: list[int]) -> int:
    """Return how many pixels are told apart easily."""
    pairs = Counter(pair for pair in zip(without, with_focus, strict=True) if pair[0] != pair[1])
    return sum(count for (one, other), count in pairs.items() if contrast(one, other) >= VISIBLE)


def _where(widget: QWidget) -> str:
    return f"{widget.size().toTuple()}, seen {widget.visibleRegion().boundingRect().getRect()}"
