"""What helps on every screen and is no part of the way through. Each part is loaded when it is first used."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kiosk.ui.frame import Frame
    from kiosk.ui.keyboard.dock import Dock
    from kiosk.ui.pages.base import Context


class Desk(Protocol):
    """What the aids ask of the window."""

    def cover(self, widget: QWidget, first: QWidget | None) -> None:
        """Lay `widget` over the frame, with the focus on `first`."""
        ...

    def uncover(self) -> None:
        """Show the frame again, with the focus where it was."""
        ...


class Aids(QObject):
    """Connects the buttons of the frame with what they open."""

    def __init__(self, context: Context, frame: Frame, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._frame = frame
        self._desk = desk
        frame.header.places.connect(self.open_places)
        frame.header.keys.connect(self.toggle_keys)

    def open_places(self) -> None:
        """Show the places that help."""
        from kiosk.ui.places import Places

        view = Places(self._context.offers.places())
        view.closed.connect(self._desk.uncover)
        self._desk.cover(view, view.first_focus())

    @cached_property
    def dock(self) -> Dock:
        """The keys on the screen."""
        from kiosk.ui.keyboard.dock import Dock

        return Dock(self._frame.window(), self._context.settings.languages[0])

    def toggle_keys(self) -> None:
        """Show the keys on the screen, or send them away; say so where there is no box to type in."""
        if self.dock.toggle():
            return
        from kiosk.ui.covers import keys_cover

        cover = keys_cover(self._desk.uncover)
        self._desk.cover(cover, cover.first_focus())

    def listen_to_touch(self) -> None:
        """From now on, show the keys when a finger touches a box."""
        from kiosk.ui.touch import Touches

        Touches(self._frame.window()).touched.connect(self._touched)

    def _touched(self, widget: QWidget) -> None:
        from kiosk.ui.keyboard.dock import box_of

        box = box_of(widget)
        if box is not None:
            self.dock.show_for(box)
