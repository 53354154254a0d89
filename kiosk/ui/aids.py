"""What helps on every screen and is no part of the way through. Each part is loaded when it is first used."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kiosk.i18n import _
from kiosk.ui import theme

if TYPE_CHECKING:
    from kiosk.ui.aloud import Aloud, Gather
    from kiosk.ui.frame import Frame
    from kiosk.ui.keyboard.dock import Dock
    from kiosk.ui.leaflet import Leaflet
    from kiosk.ui.pages.base import Page
    from kiosk.ui.pages.context import Context
    from kiosk.ui.readout import Languages
    from kiosk.ui.toolstrip import ToolStrip
    from kiosk.ui.veil import Veil


class Desk(Protocol):
    """What the aids ask of the window."""

    @property
    def page(self) -> Page:
        """The page that is shown."""
        ...

    def cover(self, widget: QWidget, first: QWidget | None) -> None:
        """Lay `widget` over the frame, with the focus on `first`."""
        ...

    def uncover(self) -> None:
        """Show the frame again, with the focus where it was."""
        ...


class Aids(QObject):
    """Connects the buttons and keys with what they open."""

    def __init__(self, context: Context, frame: Frame, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._frame = frame
        self._desk = desk
        self._window = window
        frame.header.places.connect(self.open_places)
        frame.header.tools.connect(self.show_tools)
        for key in ("F9", "Pause"):
            QShortcut(QKeySequence(key), window, self.hide_or_show)
        frame.header.help.connect(self.open_help)
        QShortcut(QKeySequence("F1"), window, self.open_help)
        QShortcut(QKeySequence("F8"), window, self.read_screen)
        self._focused: QWidget | None = None
        theme.application().focusChanged.connect(self._focus_moved)

    def open_help(self) -> None:
        """Show the help for this screen, unless something lies over it."""
        from kiosk.ui.helpsheet import HelpSheet

        if self._frame.isVisible():
            self._lay(HelpSheet(self._context.wizard.current.step, self._desk.page.heading))

    def open_places(self) -> None:
        """Show the places that help."""
        from kiosk.ui.places import Places

        self._lay(Places(self._context.offers.places()))

    def _lay(self, view: Leaflet) -> None:
        view.closed.connect(self._desk.uncover)
        self._desk.cover(view, view.first_focus())

    def show_tools(self, shown: bool) -> None:
        """Show the tools, or put them away."""
        self._strip.setVisible(shown)
        QTimer.singleShot(0, self, self._see_focus)  # there is less room for the page now
        if shown and self._frame.header.is_at_tools:
            self._strip.first().setFocus(Qt.FocusReason.TabFocusReason)

    @cached_property
    def dock(self) -> Dock:
        """The keys on the screen."""
        from kiosk.ui.keyboard.dock import Dock

        return Dock(self._window, self._context.settings.languages[0])

    def show_keys(self) -> None:
        """Show the keys on the screen, or send them away; say so where there is no box to type in."""
        self._frame.header.close_tools()  # the keys need the room
        if self.dock.toggle():
            return
        from kiosk.ui.covers import keys_cover

        cover = keys_cover(self._desk.uncover)
        self._desk.cover(cover, cover.first_focus())

    def listen_to_touch(self) -> None:
        """From now on, show the keys when a finger touches a box."""
        from kiosk.ui.touch import Touches

        Touches(self._window).touched.connect(self._touched)

    def _touched(self, widget: QWidget) -> None:
        from kiosk.ui.keyboard.dock import box_of

        box = box_of(widget)
        if box is not None:
            self._frame.header.close_tools()
            self.dock.show_for(box)

    def hide_or_show(self) -> None:
        """Hide the page from passers-by, or show it again."""
        from kiosk.ui import hiding, veil

        hide = not hiding.on()
        hiding.turn(self._window, hide=hide)
        veil.mask(self._window)
        self._hide_page()
        self._strip.show_hiding(hide)
        if hide:
            self._frame.header.open_tools()
        self._context.announce(_("Your page is hidden.") if hide else _("Your page is shown again."))

    def read_screen(self) -> None:
        """Read the question and the answer where the focus is, or stop reading."""
        from kiosk.ui import readout

        self._read(lambda: readout.of_screen(self._desk.page, self._answering, self._languages()))

    def read_page(self) -> None:
        """Read all answers, or stop reading."""
        from kiosk.ui import readout

        self._read(lambda: readout.of_page(self._context.session.resume, self._languages()))

    def stop_reading(self) -> None:
        """What is read is not what is shown any more."""
        if "_aloud" in self.__dict__:
            self._aloud.stop()

    def page_shown(self) -> None:
        """Another page is shown, or more of the same: it is hidden too, while that is wanted."""
        self.stop_reading()
        if theme.application().property("hiding"):
            self._hide_page()

    def close(self) -> None:
        """The end is near: be silent, and let the next window hide nothing."""
        self.stop_reading()
        theme.application().setProperty("hiding", False)

    def _read(self, gather: Gather) -> None:
        """Read where that can be done, and nowhere else than on a screen that is not covered."""
        if self._frame.isVisible() and self._context.speech.available():
            self._aloud.read(gather)

    def _languages(self) -> Languages:
        from kiosk.ui.readout import Languages

        return Languages(self._context.settings.languages[0], self._context.session.choices.language)

    def _show_reading(self, reading: bool) -> None:
        self._strip.show_reading(reading)
        self._desk.page.show_reading(reading)
        self._stop_key.setEnabled(reading and self._frame.isVisible())

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Remember what is being answered; the buttons around the page do not count."""
        if now is not None and self._frame.pages.isAncestorOf(now):
            self._focused = now

    def _see_focus(self) -> None:
        if self._answering is not None:
            self._desk.page.show_widget(self._answering)

    def _hide_page(self) -> None:
        """Make the page look as it must now."""
        from kiosk.ui import hiding, veil

        page, pages = self._desk.page, self._frame.pages
        veil.mask(page)
        if hiding.on() and self._context.wizard.current.step.kind in veil.COVERED:
            pages.setCurrentWidget(self._veil)
            self._focus(self._veil.button)
        elif pages.currentWidget() is not page:
            pages.setCurrentWidget(page)
            self._focus(page.first_focus() or self._frame.footer.next_button)

    def _focus(self, widget: QWidget) -> None:
        """Move the focus, but not from under something that covers the frame."""
        if self._frame.isVisible():
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _answering(self) -> QWidget | None:
        """What on the page had the focus last."""
        return self._focused if self._focused is not None and isValid(self._focused) else None

    @cached_property
    def _strip(self) -> ToolStrip:
        from kiosk.ui.toolstrip import ToolStrip

        strip = ToolStrip(can_read=self._context.speech.available())
        strip.read_aloud.connect(self.read_screen)
        strip.hide_page.connect(self.hide_or_show)
        strip.keys.connect(self.show_keys)
        self._frame.add_tools(strip)
        return strip

    @cached_property
    def _aloud(self) -> Aloud:
        from kiosk.ui.aloud import Aloud

        aloud = Aloud(self._context.speech, self._context.settings.languages[0], self._desk, self)
        aloud.changed.connect(self._show_reading)
        return aloud

    @cached_property
    def _stop_key(self) -> QShortcut:
        """Escape, but only while something is read: it has its own meaning elsewhere."""
        return QShortcut(QKeySequence("Esc"), self._window, self.stop_reading)

    @cached_property
    def _veil(self) -> Veil:
        from kiosk.ui.veil import Veil

        veil = Veil()
        veil.shown.connect(self.hide_or_show)
        self._frame.pages.addWidget(veil)
        return veil
