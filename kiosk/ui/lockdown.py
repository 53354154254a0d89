"""What the window keeps to itself: no menu of Qt's own, nothing dragged in or out, no address ever opened."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit, QWidget

SCHEMES = ("http", "https", "ftp", "file", "mailto", "tel", "data", "javascript")


class Nowhere(QObject):
    """Where every address leads that something in Qt may try to open."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        for scheme in SCHEMES:
            QDesktopServices.setUrlHandler(
                scheme, self, cast(bytes, "ignore")
            )  # the stub says bytes, only str works

    @Slot(QUrl)
    def ignore(self, url: QUrl) -> None:
        """Open nothing."""

    def release(self) -> None:
        """Hand addresses back to Qt; for when this object goes."""
        for scheme in SCHEMES:
            QDesktopServices.unsetUrlHandler(scheme)


def lock(root: QWidget) -> None:
    """Take menus and dragging from everything inside `root`."""
    for widget in (root, *root.findChildren(QWidget)):
        widget.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        widget.setAcceptDrops(False)
        if isinstance(widget, QLineEdit):
            widget.setDragEnabled(False)


def show(window: QWidget, *, kiosk_mode: bool) -> None:
    """Show the window as large as the screen; in kiosk mode there is nothing else to be seen or reached."""
    if kiosk_mode:
        window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        window.showFullScreen()
        return
    window.setGeometry(window.screen().availableGeometry())
    window.showMaximized()
