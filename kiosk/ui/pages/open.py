"""Going on with the resume on one's own drive."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.errors import KioskError
from kiosk.flow import opening
from kiosk.flow.answers import MONTHS
from kiosk.flow.opening import Found, Kind, Opened, Search
from kiosk.flow.steps import Step
from kiosk.i18n import N_, _
from kiosk.ui import layouts
from kiosk.ui.controls import Button
from kiosk.ui.drawing import Drawing
from kiosk.ui.notice import LookAtThis
from kiosk.ui.pages.base import Page
from kiosk.ui.pages.context import Context
from kiosk.ui.pages.parts import Sign, filled_button
from kiosk.ui.pages.views import nothing
from kiosk.ui.picture_tile import PictureTile
from kiosk.ui.tasks import Lane

KINDS = {
    Kind.OURS: N_("Made here"),
    Kind.EARLIER: N_("An earlier copy"),
    Kind.PDF: N_("A PDF with the answers inside"),
    Kind.WORD: N_("A Word file with the answers inside"),
    Kind.JSON: N_("Made with another program"),
}
ICONS = {Kind.OURS: "open", Kind.EARLIER: "undo", Kind.PDF: "print", Kind.WORD: "change", Kind.JSON: "page"}


class OpenPage(Page):
    """The resumes on the drives as tiles, the newest first. Those that must be looked into come later."""

    drives_changed = Signal()

    def __init__(self, step: Step, context: Context) -> None:
        super().__init__(context)
        self._title = _(step.title)
        self._search: Search | None = None
        self._inside: tuple[Found, ...] | None = None
        self._tiles: dict[Found, Button] = {}
        self._list = QWidget()
        self._column = layouts.column(self._list, spacing=12)
        self._notice = LookAtThis()
        self._earlier = Button(_("Open the earlier copy"), "undo")
        self._earlier.hide()
        self._earlier.clicked.connect(self._open_earlier)
        self._damaged: Found | None = None
        self._opened = False
        self._said = ""
        self._stop = threading.Event()
        self._unwatch: Callable[[], None] = nothing
        self.body.addWidget(self._notice)
        self.body.addWidget(self._earlier, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self._list)
        self.drives_changed.connect(self._look, Qt.ConnectionType.QueuedConnection)

    def enter(self) -> None:
        """Look for files."""
        self._opened = False
        self._search = self._inside = None
        self._say("")
        self._show()
        self.context.plugged.look()
        self._look()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Hear of drives that come and go while the page is seen."""
        super().showEvent(event)
        self._unwatch()
        self._unwatch = self.context.plugged.watch(self.drives_changed.emit)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Hear no more of drives, and look into no more files."""
        super().hideEvent(event)
        self._unwatch()
        self._unwatch = nothing
        self._stop.set()

    def first_focus(self) -> QWidget | None:
        """Return the newest file."""
        if self._earlier.isVisibleTo(self):
            return self._earlier
        return next(iter(self._tiles.values()), None) or filled_button(self)

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
            self.context.plugged.look()

    def _look(self) -> None:
        drives, source = self.context.plugged.drives, self.context.drives
        if not self._opened and drives is not None:
            self.context.tasks.run(
                lambda: opening.find(source, drives), self._show_search, self._show_problem, lane=Lane.DRIVES
            )

    def _show_search(self, search: Search) -> None:
        if self._opened or (self._search is not None and search == self._search):
            return
        self._search, self._inside = search, None if search.unsure else ()
        self._show()
        self._look_into(search)

    def _look_into(self, search: Search) -> None:
        self._stop.set()
        self._stop = stop = threading.Event()
        worker, source = self.context.worker, self.context.drives

        def show(inside: tuple[Found, ...]) -> None:
            if not self._opened and self._search is search:
                self._inside = inside
                self._show()

        if search.unsure:
            self.context.tasks.run(
                lambda: opening.look_into(worker, source, search.unsure, stop.is_set),
                show,
                self._show_problem,
                owner=self,
                lane=Lane.DRIVES,
            )

    def _show(self) -> None:
        """Show what is known by now; who has chosen a tile already keeps it."""
        focus = QApplication.focusWidget()
        chosen = next((found for found, tile in self._tiles.items() if tile is focus), None)
        found = () if self._search is None else (*self._search.found, *(self._inside or ()))
        self._clear()
        for it in opening.newest_first(found):
            tile = PictureTile(tile_words(it), ICONS[it.kind])
            tile.clicked.connect(lambda _down, pressed=it: self._open(pressed))
            self._tiles[it] = tile
            self._add(tile)
        still = self._search is None or self._inside is None
        if still:
            words = _("Looking into your other files...") if found else _("Looking for your drive...")
            self._add(Sign("drive", words, "quiet_ink"))
        elif not found:
            self._add(Drawing("plug"))
        waits = _("Put in the drive with your resume. It shows up here by itself.")
        self.set_heading(self._title, "" if found or self._inside is None and self._search else waits)
        self._refresh(self._tiles.get(chosen) if chosen is not None else None)

    def _add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)
        widget.show()  # now, not in a moment: it may take the focus

    def _clear(self) -> None:
        self._tiles.clear()
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _open(self, found: Found) -> None:
        self._stop.set()
        worker, source = self.context.worker, self.context.drives
        self.context.tasks.run(
            lambda: opening.load(worker, source, found),
            lambda opened: self._loaded(found, opened),
            lambda problem: self._cannot_open(found, problem),
            owner=self,
            lane=Lane.DRIVES,
        )

    def _open_earlier(self) -> None:
        earlier = None if self._damaged is None else opening.earlier_copy(self._damaged)
        if earlier is not None:
            self._open(earlier)

    def _loaded(self, found: Found, opened: Opened) -> None:
        session, resume = self.context.session, opened.loaded.resume
        if found.kind is Kind.OURS:
            self.context.keeping.opened(found.drive, found.file.path, resume, opened.content)
        if session.unsaved:
            session.edit(resume)  # Undo brings back what was there
        else:
            session.open(resume)
        if found.drive.usable:
            session.use_drive(found.drive)
        if not opened.loaded.notices:
            self.context.wizard.go("review")
            return
        self._opened = True
        self._clear()
        self._say("")
        for notice in opened.loaded.notices:
            self._add(Sign("warn", notice.message, "warn"))
        self.set_heading(_("Your resume is open"), _("Please look at this before you go on."))
        self._refresh()

    def _cannot_open(self, found: Found, problem: KioskError) -> None:
        """Say so; where there is an earlier copy, that is what to do."""
        if found.earlier is None:
            self._show_problem(problem)
            return
        self._damaged = found
        words = _("{problem} There is an earlier copy beside it.").format(problem=problem.message)
        self._say(words, earlier=True)
        self._refresh()

    def _show_problem(self, problem: KioskError) -> None:
        self._say(str(problem))

    def _say(self, words: str, *, earlier: bool = False) -> None:
        self._notice.say(words)
        self._earlier.setVisible(earlier)
        if words:
            self.context.announce(words)

    def told(self) -> tuple[QWidget, ...]:
        """Tell whether files are looked for still, and what is to be known of the one that was opened."""
        return (self._list,)

    def _refresh(self, focus: QWidget | None = None) -> None:
        self.changed.emit()
        if self.isVisible() and self.spoken != self._said:
            self.context.announce(self.spoken)
        self._said = self.spoken
        focus = focus or self.first_focus()
        if self.isVisible() and focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)


def tile_words(found: Found) -> str:
    """Return what is on a tile: the name, and below it what it is, the drive and the day."""
    day = datetime.fromtimestamp(found.file.changed)
    date = _("{month} {day}, {year}").format(month=_(MONTHS[day.month - 1]), day=day.day, year=day.year)
    return _("{name}\n{kind}, on {drive}, {date}").format(
        name=found.name, kind=_(KINDS[found.kind]), drive=found.drive.label, date=date
    )
