"""The page as it grows: the pictures of the PDF beside the questions."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from kiosk.i18n import _, ngettext
from kiosk.resume.texts import is_blank
from kiosk.ui import heard, layouts
from kiosk.ui.controls import Button, ButtonKind, Text, TextRole
from kiosk.ui.pages.context import Context
from kiosk.ui.paper import Sheet
from kiosk.ui.pictures import Drawn, Pictures


class Preview(QFrame):
    """The page at the right. It draws only while it is seen, and keeps the last page until the next one."""

    larger = Signal()
    painted = Signal()
    """A new picture of the page is on the screen."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("desk")
        self._session = context.session
        self._page = 0
        self._drawn: Drawn | None = None
        self._told = ""

        self._count = Text(role=TextRole.LABEL)
        self._sheet = Sheet()
        self._previous = Button("", "back", ButtonKind.QUIET, name=_("Page before"))
        self._next = Button("", "next", ButtonKind.QUIET, name=_("Next page"))
        self._which = Text(wrap=False)
        self._note = Text(role=TextRole.SMALL)
        self._larger = Button(_("See it larger"), "larger", ButtonKind.QUIET)
        self._lay_out()

        self._pictures = Pictures(
            context.session, context.worker, context.tasks, lambda: self._sheet.picture_width, self
        )
        self._pictures.drawn.connect(self._show_drawn)
        self._pictures.slow.connect(self._show_slow)
        self._pictures.stuck.connect(self._show_stuck)
        self._resized = QTimer(self, singleShot=True, interval=120)
        self._resized.timeout.connect(self._pictures.refresh)
        self._previous.clicked.connect(lambda: self._turn(-1))
        self._next.clicked.connect(lambda: self._turn(1))
        self._larger.clicked.connect(self.larger)
        self._show_page()

    @property
    def pages(self) -> int:
        """How many pages there are; 0 before the first was drawn."""
        return len(self._drawn.images) if self._drawn else 0

    @property
    def text(self) -> str:
        """The words on the page, as laid out."""
        return self._drawn.text if self._drawn else ""

    def close_down(self) -> None:
        """Draw no more and let go of the page."""
        self._pictures.close()
        self._drawn = None
        self._sheet.show_blank(self._session.choices.paper)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Draw from now on, once the sheet has its size."""
        super().showEvent(event)
        QTimer.singleShot(0, self._pictures, self._pictures.start)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Nobody looks: leave the worker to others."""
        super().hideEvent(event)
        if not event.spontaneous():  # a window manager may hide a window for a moment and say no more
            self._pictures.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the page sharp at its new size, when the size has settled."""
        super().resizeEvent(event)
        self._resized.start()

    def _lay_out(self) -> None:
        outer = layouts.column(self, spacing=4, margins=(12, 16, 12, 10))
        outer.addWidget(self._count)
        outer.addWidget(self._sheet)
        self._leaf = QWidget()
        leaf = layouts.row(self._leaf, spacing=4)
        leaf.addStretch(1)
        for widget in (self._previous, self._which, self._next):
            leaf.addWidget(widget)
        leaf.addStretch(1)
        outer.addWidget(self._leaf)
        outer.addStretch(1)
        outer.addWidget(self._note, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addWidget(self._larger, 0, Qt.AlignmentFlag.AlignHCenter)
        self._say("")

    def _show_drawn(self, drawn: Drawn) -> None:
        pages = self.pages
        self._drawn = drawn
        self._say(next(iter(drawn.notices), ""))
        self._show_page()
        if pages and self.pages not in (0, pages):
            heard.say(self, self._count.text())
        self.painted.emit()

    def _show_slow(self) -> None:
        if not is_blank(self._session.resume):  # of a blank page nobody waits to see more
            self._note.setText(_("Drawing your page..."))
            self._note.show()

    def _show_stuck(self, words: str) -> None:
        self._say(words)

    def _show_page(self) -> None:
        pages = self.pages
        self._page = max(0, min(self._page, pages - 1))
        if self._drawn is None or not pages or is_blank(self._session.resume):
            self._count.setText(_("Your page"))
            self._sheet.show_blank(self._session.choices.paper)
        else:
            words = ngettext("Your page so far: {pages} page", "Your page so far: {pages} pages", pages)
            self._count.setText(words.format(pages=pages))
            self._sheet.show_image(self._drawn.images[self._page], self._drawn.text)
        self._leaf.setVisible(pages > 1)
        self._which.setText(_("Page {page} of {pages}").format(page=self._page + 1, pages=pages))
        self._previous.setEnabled(self._page > 0)
        self._next.setEnabled(self._page < pages - 1)

    def _turn(self, by: int) -> None:
        self._page += by
        self._show_page()

    def _say(self, words: str) -> None:
        if words != self._told:
            self._told = words
            heard.say(self, words)
        self._note.setText(words)
        self._note.setVisible(bool(words))
