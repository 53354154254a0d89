"""*Open it to see*: the PDF as it was read from the drive, over the whole window."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.errors import KioskError
from kiosk.flow import seeing
from kiosk.flow.export import SavedFile
from kiosk.i18n import _
from kiosk.render.types import PageImage
from kiosk.ui import layouts, theme
from kiosk.ui.bars import Bar
from kiosk.ui.controls import Button, ButtonKind, Text, TextRole
from kiosk.ui.larger import READABLE, Reader
from kiosk.ui.pages.context import Context
from kiosk.ui.paper import Sheet
from kiosk.ui.pictures import image_of
from kiosk.ui.tasks import Lane


class Seen(QWidget):
    """Shows one saved PDF; it closes with its button or Escape. `closed` says so."""

    closed = Signal()

    def __init__(self, context: Context, file: SavedFile) -> None:
        super().__init__()
        self.setObjectName("cover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._context = context
        self._file = file
        self._sheets: list[Sheet] = []
        self._reader = Reader()
        # Its place from the start: a page that was as wide as there is room would be cut when it comes.
        self._reader.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._title = Text(_("Reading it from your drive..."), TextRole.SUBHEADING, wrap=False)
        self.setAccessibleName(self._title.text())
        close = Button(_("Close"), "close", ButtonKind.PRIMARY)
        close.clicked.connect(self.closed)
        bar = Bar()
        bar.setObjectName("top")
        bar.row.addWidget(self._title)
        bar.row.addStretch(1)
        bar.row.addWidget(close)
        outer = layouts.column(self, spacing=0)
        outer.addWidget(bar)
        outer.addWidget(self._reader, 1)
        QTimer.singleShot(0, self, self._read)  # once the window has given it its width

    @property
    def title(self) -> str:
        """What is said above the pages."""
        return self._title.text()

    @property
    def pages(self) -> int:
        """How many pages are shown."""
        return len(self._sheets)

    def first_focus(self) -> Reader:
        """Return what the arrow keys scroll."""
        return self._reader

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape closes the view."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the pages as wide as there is room for."""
        super().resizeEvent(event)
        self._widen()

    def _read(self) -> None:
        context, file, drive = self._context, self._file, self._context.session.drive
        width = round(self._width() * self.devicePixelRatioF())
        if drive is not None:
            context.tasks.run(
                lambda: seeing.pages_on(context.worker, context.drives, drive, file, width),
                self._show_pages,
                self._show_problem,
                lane=Lane.SAVING,
            )

    def _width(self) -> int:
        return min(theme.in_use().text(READABLE), max(80, self._reader.room))

    def _widen(self) -> None:
        for sheet in self._sheets:
            sheet.setFixedSize(self._width(), sheet.heightForWidth(self._width()))

    def _show_pages(self, pages: tuple[PageImage, ...]) -> None:
        for page in pages:
            sheet = Sheet()
            sheet.show_image(image_of(page), "")
            self._sheets.append(sheet)
            self._reader.pages.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        self._widen()
        self._say(_("On your drive: {file}").format(file=self._file.path.name))

    def _show_problem(self, problem: KioskError) -> None:
        self._reader.words.setText(str(problem))
        self._reader.show_words(True)
        self._say(_("It cannot be shown right now"))

    def _say(self, words: str) -> None:
        self._title.setText(words)
        self.setAccessibleName(words)
        self._context.announce(words)
