"""The first screen: what happens here, and the doors."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.flow.steps import Step
from kiosk.i18n import N_, _
from kiosk.ui import layouts, theme
from kiosk.ui.controls import Button, ButtonKind
from kiosk.ui.drawing import Drawing
from kiosk.ui.pages.base import Page
from kiosk.ui.pages.context import Context
from kiosk.ui.pages.parts import Sign
from kiosk.ui.wrapping import WrappingGrid

DRAWING_TOP = 20
"""Pixels between the upper edge of a door and its drawing, at 100 % text."""

PROMISES = (
    ("check", N_("Free. No account, no internet. The files are yours.")),
    ("save", N_("Save at any time and go on another day.")),
    ("finish", N_("When you finish, all you typed is erased here.")),
)


class Door(Button):
    """A large tile with a drawing above its words."""

    def __init__(self, words: str, drawing: str) -> None:
        super().__init__(words, kind=ButtonKind.TILE)
        self.setProperty("door", True)
        self._drawing = Drawing(drawing, self)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the drawing in the middle, where the style sheet leaves room above the words."""
        super().resizeEvent(event)
        size = self._drawing.sizeHint()
        top = theme.in_use().space(DRAWING_TOP)
        self._drawing.setGeometry((self.width() - size.width()) // 2, top, size.width(), size.height())


class HomePage(Page):
    """Large doors, side by side where there is room, and what we promise."""

    def __init__(self, step: Step, context: Context) -> None:
        super().__init__(context)
        self.set_heading(_(step.title), _(step.help))
        self._start = Door(_("Start a new resume"), "new")
        self._start.clicked.connect(self._begin)
        door = Door(_("Open the one on my drive"), "open")
        door.clicked.connect(lambda: context.wizard.go("open"))
        doors = QWidget()
        grid = WrappingGrid(doors, 16)
        grid.addWidget(self._start)
        grid.addWidget(door)
        self.body.addWidget(doors)
        warm_up = Button(_("Never used a mouse? Try it for one minute"), "mouse", ButtonKind.QUIET)
        warm_up.clicked.connect(lambda: context.wizard.go("warm-up"))
        self.body.addWidget(warm_up, 0, Qt.AlignmentFlag.AlignLeading)
        promises = layouts.column(spacing=12)
        for icon, words in PROMISES:
            promises.addWidget(Sign(icon, _(words)))
        self.body.addSpacing(8)
        self.body.addLayout(promises)

    def _begin(self) -> None:
        """Ask for the drive first, unless that is settled."""
        session = self.context.session
        if session.drive is None and not session.without_drive:
            self.context.wizard.next()
        else:
            self.context.wizard.go("path")

    def first_focus(self) -> QWidget:
        """Return the first door."""
        return self._start

    @property
    def spoken(self) -> str:
        """What a screen reader says first: our promises, too."""
        return " ".join((super().spoken, *(_(words) for _icon, words in PROMISES)))

    def next_label(self) -> str:
        """The doors are the way on."""
        return ""

    def can_go_back(self) -> bool:
        """There is nothing before this."""
        return False
