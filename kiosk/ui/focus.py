"""The order of the Tab key: region by region, and inside a region in the order in which it was laid out.

Qt's own chain is the order in which widgets were made. Pages are made when they are first shown, rebuild
parts of themselves, and make a button before the fields above it: what is laid out first is read first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QWidget


@runtime_checkable
class Ordered(Protocol):
    """A widget where Tab goes another way than the eye."""

    def tab_order(self) -> Sequence[QWidget]:
        """Return its controls in the order of the Tab key, those that cannot take the focus now included."""
        ...


def stops(region: QWidget) -> list[QWidget]:
    """Return what Tab stops at inside `region`, in order."""
    order = region.tab_order() if isinstance(region, Ordered) else _laid_out(region)
    return [widget for widget in order if _stops_at(widget)]


def neighbour(regions: Sequence[QWidget], *, forward: bool) -> QWidget | None:
    """Return what comes after (or before) the widget that has the focus now, going round at the ends."""
    order = [widget for region in regions for widget in stops(region)]
    if not order:
        return None
    here = QApplication.focusWidget()
    while here is not None and here not in order:
        here = here.parentWidget()
    if here is None:
        return order[0 if forward else -1]
    return order[(order.index(here) + (1 if forward else -1)) % len(order)]


def move(regions: Sequence[QWidget], *, forward: bool) -> bool:
    """Give the focus to the neighbour; returns whether there was one."""
    widget = neighbour(regions, forward=forward)
    if widget is None:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    widget.setFocus(reason)
    return True


def _laid_out(widget: QWidget) -> Iterator[QWidget]:
    """Yield `widget` and all that is laid out in it."""
    yield widget
    inner = widget.widget() if isinstance(widget, QScrollArea) else None
    if inner is not None:
        yield from _laid_out(inner)
    layout = widget.layout()
    if layout is not None:
        yield from _items(layout)


def _items(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield from _laid_out(widget)
        elif inner is not None:
            yield from _items(inner)


def _stops_at(widget: QWidget) -> bool:
    tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(tab) and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
