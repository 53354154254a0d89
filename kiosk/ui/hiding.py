"""*Hide my page*: what a passer-by must not see is covered until the same key shows it again.

Whether it is hidden hangs on the QApplication, as the look does, and nowhere else: it ends with the process.
A picture of a page asks for it when it is painted; what becomes of the screens is in `kiosk.ui.veil`.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from kiosk.ui import theme


def on() -> bool:
    """Whether the page is hidden now."""
    return bool(theme.application().property("hiding"))


@runtime_checkable
class Hideable(Protocol):
    """What shows a page, or hides it, when it looks at `on()`."""

    def look_again(self) -> None:
        """Show what is to be shown now."""
        ...


def turn(window: QWidget, *, hide: bool) -> None:
    """Hide, or show, every page in `window`; what is made later looks by itself."""
    theme.application().setProperty("hiding", hide)
    for widget in window.findChildren(QWidget):
        if isinstance(widget, Hideable):
            widget.look_again()
