"""*See it larger*: the pages over the whole window, wide enough to read, one below the other.

Or only their words, in the order in which a job website or a screen reader finds them in the PDF.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.i18n import _, ngettext
from kiosk.ui import hiding, layouts, theme
from kiosk.ui.bars import Bar
from kiosk.ui.controls import Button, ButtonKind, Text, TextRole
from kiosk.ui.pages.base import WIDEST
from kiosk.ui.pages.context import Context
from kiosk.ui.paper import Sheet
from kiosk.ui.pictures import Drawn, Pictures
from kiosk.ui.scroller import Scroller

READABLE = 860
"""How wide a page is shown, in pixels at 100 % text: its 11 pt letters are then as large as ours."""

AROUND = 16
"""How much of the desk is seen beside it, in pixels at 100 % text."""


class Larger(QWidget):
    """A reading view; it closes with its button or Escape. `closed` says so."""

    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = context.session
        self._sheets: list[Sheet] = []

        self._reader = Reader()
        # Pages are higher than the window mostly, and one that is not keeps its width when it grows.
        self._reader.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = Bar()
        bar.setObjectName("top")
        self._title = Text(_("Your page"), TextRole.SUBHEADING, wrap=False)
        self._close = Button(_("Close"), "close", ButtonKind.PRIMARY)
        self._close.clicked.connect(self.closed)
        self._machine = Button(_("What a machine reads"), kind=ButtonKind.QUIET)
        self._machine.setCheckable(True)
        self._machine.toggled.connect(self._show_words)
        bar.row.addWidget(self._title)
        bar.row.addStretch(1)
        bar.row.addWidget(self._machine)
        bar.row.addWidget(self._close)
        bar.squeeze_by(lambda tight: self._title.setVisible(not tight))
        self._bar = bar

        outer = layouts.column(self, spacing=0)
        outer.addWidget(bar)
        outer.addWidget(self._reader, 1)
        self._pictures = Pictures(context.session, context.worker, context.tasks, self._picture_width, self)
        self._pictures.drawn.connect(self._show_drawn)
        self._pictures.slow.connect(lambda: self._entitle(_("Drawing your page...")))
        self._pictures.stuck.connect(self._entitle)
        self._settled = QTimer(self, singleShot=True, interval=120)
        self._settled.timeout.connect(self._resized)

    def open(self) -> None:
        """Draw the pages as they are now."""
        self._show_blank()
        self._pictures.start()

    def first_focus(self) -> Reader:
        """Return what the arrow keys scroll."""
        return self._reader

    def close_down(self) -> None:
        """Draw no more."""
        self._pictures.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape closes the view."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the pages for the new width when it has settled."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._widen)  # once the reader has its new width too
        self._settled.start()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """A larger text size makes the page larger too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._settled.start()

    def _resized(self) -> None:
        self._widen()
        self._pictures.refresh()

    def _width(self) -> int:
        return min(theme.in_use().text(READABLE), self._reader.room)

    def _picture_width(self) -> int:
        return self._sheets[0].picture_width if self._sheets else 0

    def _widen(self) -> None:
        width = self._width()
        for sheet in self._sheets:
            sheet.setFixedSize(width, sheet.heightForWidth(width))

    def _add_sheets(self, count: int) -> None:
        while len(self._sheets) < count:
            sheet = Sheet()
            self._sheets.append(sheet)
            self._reader.pages.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        while len(self._sheets) > count:
            self._sheets.pop().deleteLater()

    def _show_drawn(self, drawn: Drawn) -> None:
        if not drawn.images:
            self._show_blank()
            self._reader.read(drawn.text)
            return
        self._add_sheets(len(drawn.images))
        for sheet, image in zip(self._sheets, drawn.images, strict=True):
            sheet.show_image(image, "")
        self._widen()
        pages = len(drawn.images)
        self._entitle(
            ngettext("Your page: {pages} page", "Your page: {pages} pages", pages).format(pages=pages)
        )
        self._reader.read(drawn.text)

    def _show_blank(self) -> None:
        self._add_sheets(1)
        self._sheets[0].show_blank(self._session.choices.paper)
        self._widen()
        self._entitle(_("Your page"))

    def _entitle(self, words: str) -> None:
        """Say what is shown, where there is room for it."""
        self._title.setText(words)
        self._bar.fit()

    def _show_words(self, shown: bool) -> None:
        """Show the words that are in the PDF, or the pages again."""
        self._machine.say(_("See the page") if shown else _("What a machine reads"))
        self._bar.fit()
        self._reader.show_words(shown)


class Reader(Scroller):
    """Pages below each other on a desk."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Your page"), parent)
        desk = QWidget()
        desk.setObjectName("desk")
        desk.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        around = layouts.column(desk, spacing=0, margins=(AROUND, AROUND, AROUND, 2 * AROUND))
        self._sheets = QWidget()
        self.pages = layouts.column(self._sheets, spacing=12)
        self.words = Text()
        around.addWidget(self._sheets)
        self._hidden = Text(_("Hidden. Press F9 to show it again."))
        for widget in (self.words, self._hidden):
            layouts.limit_width(widget, WIDEST)
            around.addWidget(widget)
        around.addStretch(1)
        self.setWidget(desk)
        self._text = ""
        self._as_words = False
        self.look_again()

    @property
    def room(self) -> int:
        """How wide a page may be, in pixels."""
        return self.viewport().width() - 2 * theme.in_use().space(AROUND)

    def read(self, text: str) -> None:
        """Take the words of the pages."""
        self._text = text
        self.words.setText(text)
        self.look_again()

    def show_words(self, shown: bool) -> None:
        """Show only the words, or the pages."""
        self._as_words = shown
        self.look_again()
        self.verticalScrollBar().setValue(0)

    def look_again(self) -> None:
        """Show the pages, their words, or neither while they are hidden. The pages hide themselves."""
        hidden = hiding.on()
        self._sheets.setVisible(not self._as_words)
        self.words.setVisible(self._as_words and not hidden)
        self._hidden.setVisible(self._as_words and hidden)
        self.setAccessibleDescription(self._hidden.text() if hidden else self._text)
