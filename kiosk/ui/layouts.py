"""Rows and columns whose distances follow the text size, also when it changes."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from kiosk.ui import theme

Margins = tuple[int, int, int, int]
NO_MARGINS: Margins = (0, 0, 0, 0)
L = TypeVar("L", bound=QLayout)


def column(parent: QWidget | None = None, *, spacing: int = 12, margins: Margins = NO_MARGINS) -> QVBoxLayout:
    """Return a column; `spacing` and `margins` (left, top, right, bottom) are pixels at 100 % text."""
    return _spaced(QVBoxLayout(parent) if parent else QVBoxLayout(), spacing, margins)


def row(parent: QWidget | None = None, *, spacing: int = 12, margins: Margins = NO_MARGINS) -> QHBoxLayout:
    """Return a row; `spacing` and `margins` (left, top, right, bottom) are pixels at 100 % text."""
    return _spaced(QHBoxLayout(parent) if parent else QHBoxLayout(), spacing, margins)


def limit_width(widget: QWidget, width: int) -> None:
    """Keep `widget` from growing wider than `width` pixels at 100 % text."""
    widget.setProperty("widest", width)
    widget.setMaximumWidth(theme.in_use().text(width))


def rescale(root: QWidget) -> None:
    """Give every distance inside `root` the size that the text size asks for."""
    look = theme.in_use()
    for layout in root.findChildren(QLayout):
        _apply(layout)
    for widget in (root, *root.findChildren(QWidget)):
        widest = widget.property("widest")
        if widest is not None:
            widget.setMaximumWidth(look.text(widest))


def set_distances(layout: QLayout, spacing: int, margins: Margins) -> None:
    """Give a layout other distances, in pixels at 100 % text."""
    layout.setProperty("distances", [spacing, *margins])
    _apply(layout)


def slim(layout: QLayout) -> None:
    """Let the distances above and below shrink as the text grows, not grow with it: see `Look.slim`."""
    layout.setProperty("slim", True)
    _apply(layout)


def _spaced(layout: L, spacing: int, margins: Margins) -> L:
    set_distances(layout, spacing, margins)
    return layout


def _apply(layout: QLayout) -> None:
    distances = layout.property("distances")
    if not distances:
        return
    look = theme.in_use()
    spacing, left, top, right, bottom = distances
    upright = look.slim if layout.property("slim") else look.space
    layout.setContentsMargins(look.space(left), upright(top), look.space(right), upright(bottom))
    if isinstance(layout, QBoxLayout):
        layout.setSpacing(look.space(spacing))


def free_size(window: QWidget) -> None:
    """Let `window` be as small as its screen is, whatever is in it: what has no room there scrolls."""
    if (around := window.layout()) is not None:
        around.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
