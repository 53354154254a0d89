"""Going on with the resume on one's own drive."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.errors import KioskError
from kiosk.flow import opening
from kiosk.flow.answers import MONTHS
from kiosk.flow.opening import Found
from kiosk.flow.steps import Step
from kiosk.i18n import _
from kiosk.resume.jsonresume import Loaded
from kiosk.ui import layouts
from kiosk.ui.controls import Button, ButtonKind
from kiosk.ui.drawing import Drawing
from kiosk.ui.notice import LookAtThis
from kiosk.ui.pages.base import Context, Page
from kiosk.ui.pages.parts import Sign, filled_button


def _nothing() -> None:
    """Nothing is watched yet."""


class OpenPage(Page):
    """The editable files on the drives as tiles, the newest first."""

    drives_changed = Signal()

    def __init__(self, step: Step, context: Context) -> None:
        super().__init__(context)
        self._title = _(step.title)
        self._found: tuple[Found, ...] | None = None
        self._tiles: list[Button] = []
        self._list = QWidget()
        self._column = layouts.column(self._list, spacing=12)
        self._notice = LookAtThis()
        self._opened = False
        self._unwatch: Callable[[], None] = _nothing
        self.body.addWidget(self._notice)
        self.body.addWidget(self._list)
        self.drives_changed.connect(self._look, Qt.ConnectionType.QueuedConnection)

    def enter(self) -> None:
        """Look for files."""
        self._opened = False
        self._notice.say("")
        self._show(None)
        self._look()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Hear of drives that come and go while the page is seen."""
        super().showEvent(event)
        self._unwatch()
        self._unwatch = self.context.drives.watch(self.drives_changed.emit)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Hear no more of drives."""
        super().hideEvent(event)
        self._unwatch()
        self._unwatch = _nothing

    def first_focus(self) -> QWidget | None:
        """Return the newest file."""
        return self._tiles[0] if self._tiles else filled_button(self)

    def next_label(self) -> str:
        """Go on when it is open; look again while there is nothing to open."""
        if self._opened:
            return _("Go on")
        return "" if self._tiles else _("Look again")

    def go_next(self) -> None:
        """Do so."""
        if self._opened:
            self.context.wizard.go("review")
        else:
            self._look()

    def _look(self) -> None:
        if not self._opened:
            self.context.tasks.run(
                lambda: opening.find(self.context.drives), self._show, self._show_problem, owner=self
            )

    def _show(self, found: tuple[Found, ...] | None) -> None:
        if found is not None and found == self._found:
            return
        self._found = found
        self._clear()
        for file in found or ():
            tile = Button(tile_words(file), "open", ButtonKind.TILE)
            tile.clicked.connect(lambda _down, chosen=file: self._open(chosen))
            self._tiles.append(tile)
            self._add(tile)
        words = "" if found else _("Put in the drive with your resume. It shows up here by itself.")
        if found is None:
            self._add(Sign("drive", _("Looking for your drive..."), "quiet_ink"))
        elif not found:
            self._add(Drawing("plug"))
        self.set_heading(self._title, words)
        self._refresh()

    def _add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)
        widget.show()  # now, not in a moment: it may take the focus

    def _clear(self) -> None:
        self._tiles.clear()
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _open(self, file: Found) -> None:
        self.context.tasks.run(
            lambda: opening.load(self.context.worker, file), self._loaded, self._show_problem, owner=self
        )

    def _loaded(self, loaded: Loaded) -> None:
        session = self.context.session
        if session.unsaved:
            session.edit(loaded.resume)  # Undo brings back what was there
        else:
            session.open(loaded.resume)
        if not loaded.notices:
            self.context.wizard.go("review")
            return
        self._opened = True
        self._clear()
        self._notice.say("")
        for notice in loaded.notices:
            self._add(Sign("warn", notice.message, "warn"))
        self.set_heading(_("Your resume is open"), _("Please look at this before you go on."))
        self._refresh()

    def _show_problem(self, problem: KioskError) -> None:
        self._notice.say(str(problem))
        self.context.announce(str(problem))

    def _refresh(self) -> None:
        self.changed.emit()
        focus = self.first_focus()
        if self.isVisible() and focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)


def tile_words(file: Found) -> str:
    """Return what is on a tile: the name, and below it the drive and the day, to tell one from another."""
    day = datetime.fromtimestamp(file.changed)
    return _("{name}\non {drive}, {month} {day}, {year}").format(
        name=file.name, drive=file.drive, month=_(MONTHS[day.month - 1]), day=day.day, year=day.year
    )
