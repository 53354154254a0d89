"""Tiles that show the person's own page, each in another look: drawn one after another, by the worker."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStyle, QWidget

from kiosk import logs
from kiosk.errors import KioskError
from kiosk.flow.choices import Choices
from kiosk.render.types import Rendering, RenderJob
from kiosk.resume.texts import is_blank
from kiosk.ui import icons, theme
from kiosk.ui.pages.context import Context
from kiosk.ui.paper import Sheet
from kiosk.ui.pictures import export, image_of
from kiosk.ui.tiles import Tile, TileGrid

BADGE = 32
PICTURE_TOP, PICTURE_HEIGHT = 8, 184
"""Where the page lies on its card, in pixels at 100 % text; the style sheet leaves that room."""


@dataclass(frozen=True, slots=True)
class Look:
    """One card: its words, what a screen reader adds, and the changes of `Choices` that it stands for."""

    words: str
    about: str
    changes: dict[str, object]


class Badge(QWidget):
    """A tick on a round ground, in the corner of the card that is chosen: seen from two metres."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw both."""
        colours, painter = theme.in_use().colours, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.on_action), 2))
        painter.setBrush(QColor(colours.action))
        painter.drawEllipse(self.rect().adjusted(1, 1, -1, -1))
        inner = round(self.width() * 0.7)
        corner = QPoint((self.width() - inner) // 2, (self.height() - inner) // 2)
        painter.drawPixmap(corner, icons.pixmap("check", colours.on_action, inner, self.devicePixelRatioF()))


class Card(Tile):
    """A tile with a page above its words."""

    def __init__(self, words: str, about: str) -> None:
        super().__init__(words)
        self.setProperty("card", True)
        self.setAccessibleDescription(about)
        self.sheet = Sheet(self)
        self.sheet.setAccessibleName("")  # a part of the tile, which has a name
        self.sheet.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._badge = Badge(self)
        self._badge.hide()
        self.toggled.connect(self._badge.setVisible)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the page in the middle, above the words."""
        super().resizeEvent(event)
        look = theme.in_use()
        height = look.space(PICTURE_HEIGHT)
        self.sheet.setGeometry(4, look.space(PICTURE_TOP), self.width() - 8, height)
        side = look.space(BADGE)
        corner = QRect(self.width() - side - look.space(8), look.space(8), side, side)
        self._badge.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), corner))


class Cards(TileGrid):
    """The cards of one choice. Pages are drawn while the cards are seen, and again after every change."""

    def __init__(self, context: Context, name: str, looks: Sequence[Look]) -> None:
        super().__init__(name, gap=12)
        self._context = context
        self._looks = looks
        self._cards = [Card(look.words, look.about) for look in looks]
        self._drawn: list[RenderJob | None] = [None] * len(looks)
        self._busy = False
        for card in self._cards:
            self.add(card)
        self.picked.connect(self._choose)
        context.session.watch(self.refresh)

    def refresh(self) -> None:
        """Show what is chosen, and draw what is no longer as it is shown."""
        if self.isVisible():
            self._show()
            self._draw_next()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Draw from now on."""
        super().showEvent(event)
        self._show()
        self._draw_next()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Nobody looks: leave the worker to others."""
        super().hideEvent(event)
        self._drawn = [None] * len(self._looks)

    def _show(self) -> None:
        session = self._context.session
        now = session.choices
        self.show_chosen(
            next((place for place, look in enumerate(self._looks) if _with(now, look) == now), None)
        )
        if is_blank(session.resume):
            for card in self._cards:
                card.sheet.show_blank(now.paper)

    def _choose(self) -> None:
        if self.chosen is not None:
            self._context.session.choose(**self._looks[self.chosen].changes)

    def _job(self, place: int) -> RenderJob:
        session = self._context.session
        job: RenderJob = export().job_for(session.resume, _with(session.choices, self._looks[place]))
        width = self._cards[place].sheet.picture_width
        return replace(job, formats=frozenset(), picture_width=width or None)

    def _draw_next(self) -> None:
        """Ask for the first page that is not as it is shown; the next one is asked for when that came."""
        if self._busy or not self.isVisible() or is_blank(self._context.session.resume):
            return
        for place in range(len(self._looks)):
            job = self._job(place)
            if job != self._drawn[place] and job.picture_width:
                self._drawn[place] = job
                self._busy = True
                future = self._context.worker.submit(export().RENDER, job)
                self._context.tasks.deliver(
                    future, self._arrived(place), self._failed, owner=self, on_bug=self._broken
                )
                return

    def _arrived(self, place: int) -> Callable[[Rendering], None]:
        def show(rendering: Rendering) -> None:
            self._busy = False
            if rendering.pictures:
                self._cards[place].sheet.show_image(image_of(rendering.pictures[0]), "")
            self._draw_next()

        return show

    def _failed(self, _error: KioskError) -> None:
        """The preview says what is the matter; this card stays as it was."""
        self._busy = False
        self._draw_next()

    def _broken(self, error: BaseException) -> None:
        logs.bug(error)
        self._busy = False


def _with(choices: Choices, look: Look) -> Choices:
    return replace(choices, **look.changes)  # type: ignore[arg-type]  # the tables hold what fits
