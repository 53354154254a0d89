"""Asked first: the person's drive, so that their answers are kept on it from the first one on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.flow.steps import Step
from kiosk.i18n import _
from kiosk.storage.drive import Drive
from kiosk.ui.controls import Button
from kiosk.ui.pages.base import Page
from kiosk.ui.pages.context import Context
from kiosk.ui.pages.drive_tiles import DriveTiles, look_alike
from kiosk.ui.pages.parts import filled_button
from kiosk.ui.pages.views import nothing


class DrivePage(Page):
    """Shows where the drive goes until there is one; then one press takes it."""

    drives_changed = Signal()

    def __init__(self, step: Step, context: Context) -> None:
        super().__init__(context)
        self._title = _(step.title)
        self._promise = _(step.help)
        self._tiles: DriveTiles | None = None
        self._unwatch: Callable[[], None] = nothing
        self._none = Button(_("I have no drive"), "no-drive")
        self._none.clicked.connect(self._go_without)
        self.body.addWidget(self._none, 0, Qt.AlignmentFlag.AlignLeading)
        self.drives_changed.connect(self._drives_changed, Qt.ConnectionType.QueuedConnection)

    def enter(self) -> None:
        """Show the drives there are now, and look again."""
        self._show(self.context.plugged.drives or ())
        self.context.plugged.look()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Hear of drives that come and go while the page is seen."""
        super().showEvent(event)
        self._unwatch()
        self._unwatch = self.context.plugged.watch(self.drives_changed.emit)
        self._drives_changed()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Hear no more of drives."""
        super().hideEvent(event)
        self._unwatch()
        self._unwatch = nothing

    def first_focus(self) -> QWidget | None:
        """Return what must be answered, or Next; without a drive the way on without one."""
        if self._tiles is None or not self._tiles.any_usable:
            return self._none
        return self._tiles.to_choose or filled_button(self)

    def told(self) -> tuple[QWidget, ...]:
        """Tell why a drive cannot be used, and that there are several."""
        return () if self._tiles is None else (self._tiles,)

    def next_label(self) -> str:
        """One press takes the drive; without one there is nothing to take."""
        return _("Use this drive") if self._tiles is not None and self._tiles.any_usable else ""

    def go_next(self) -> None:
        """Take the drive that is ticked."""
        if self._tiles is None or not self._tiles.any_usable:
            return
        drive = self._tiles.chosen
        if drive is None:
            self._tiles.ask_to_choose()
            self.context.announce(self._tiles.question)
            return
        self.context.session.use_drive(drive)
        self.context.wizard.next()

    def _go_without(self) -> None:
        self.context.session.go_without_drive()
        self.context.wizard.next()

    def _drives_changed(self) -> None:
        drives = self.context.plugged.drives or ()
        if self.isVisible() and self._tiles is not None and not look_alike(self._tiles.drives, drives):
            self._show(drives)
            self.context.announce(self.spoken)

    def _show(self, drives: tuple[Drive, ...]) -> None:
        old = self._tiles
        before = self.context.session.drive if old is None else old.chosen or self.context.session.drive
        self._tiles = DriveTiles(drives, before, asked=True)
        self.body.insertWidget(0, self._tiles)
        self._tiles.show()  # now, not in a moment: it may take the focus
        if old is not None:
            self.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._say()
        self.changed.emit()
        focus = self.first_focus()
        if self.isVisible() and focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self) -> None:
        if self._tiles is not None and self._tiles.any_usable:
            heading = self._tiles.question if self._tiles.several else _("Is this your drive?")
            self.set_heading(heading, self._promise)
        else:
            waits = _("It shows up here by itself. We keep your answers on it as you go.")
            self.set_heading(self._title, waits)
