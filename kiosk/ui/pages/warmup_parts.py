"""What is tried in the warm-up: a button, tiles, a list to scroll, a box, two boxes. `done` says it was."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from kiosk.flow.warmup import Exercise, Task
from kiosk.i18n import _
from kiosk.ui import layouts, theme
from kiosk.ui.controls import Button, ButtonKind, Text, TextRole
from kiosk.ui.fields import TextBox
from kiosk.ui.ticks import TickTile
from kiosk.ui.tiles import TileGrid

LONGEST = 40
LIST_HEIGHT = 190
"""How much of the list is seen, in pixels at 100 % text: three lines, and that there are more."""

FAR = 48
"""How far the button stands from the words, in pixels at 100 % text: the arrow has some way to go."""


class Practice(QWidget):
    """What one exercise is done with. `go_on` says that Enter was pressed in the last box after that."""

    done = Signal()
    go_on = Signal()

    def first(self) -> QWidget:
        """Return what has the focus first."""
        raise NotImplementedError


class PressPractice(Practice):
    """A button to click."""

    def __init__(self, exercise: Exercise) -> None:
        super().__init__()
        self._button = Button(_(exercise.things[0]), kind=ButtonKind.PLAIN)
        self._button.clicked.connect(self.done)
        column = layouts.column(self, margins=(0, FAR, 0, FAR))
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)

    def first(self) -> QWidget:
        """Return the button."""
        return self._button


class TickPractice(Practice):
    """Tiles to tick."""

    def __init__(self, exercise: Exercise) -> None:
        super().__init__()
        self._grid = TileGrid(_(exercise.title), many=True)
        for thing in exercise.things:
            self._grid.add(TickTile(_(thing)))
        self._grid.ticked.connect(lambda _place: self.done.emit())
        layouts.column(self).addWidget(self._grid)

    def first(self) -> QWidget:
        """Return the first tile."""
        return self._grid.stop


class FindPractice(Practice):
    """A list that is longer than its place; the last line is to be found."""

    def __init__(self, exercise: Exercise) -> None:
        super().__init__()
        inside = QWidget()
        inside.setObjectName("content")
        lines = layouts.column(inside, spacing=8, margins=(0, 0, 12, 0))
        self._lines = [Button(_(thing), kind=ButtonKind.TILE) for thing in exercise.things]
        for line, thing in zip(self._lines, exercise.things, strict=True):
            lines.addWidget(line)
            if thing == exercise.wanted:
                line.clicked.connect(self.done)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._scroll.setAccessibleName(_("The list"))
        self._scroll.setWidget(inside)
        self._scroll.setFixedHeight(theme.in_use().text(LIST_HEIGHT))
        layouts.column(self).addWidget(self._scroll)
        theme.application().focusChanged.connect(self._focus_moved)

    def first(self) -> QWidget:
        """Return the first line."""
        return self._lines[0]

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Show the line that Tab came to."""
        if isinstance(now, Button) and now in self._lines:
            self._scroll.ensureWidgetVisible(now)


class TypePractice(Practice):
    """A box to type in, with something in it already where that is to be mended."""

    def __init__(self, exercise: Exercise) -> None:
        super().__init__()
        self._exercise = exercise
        self._met = False
        self._box = _box(self, _("Type here"))
        self._box.show_text(_(exercise.given))
        self._box.edited.connect(self._typed)
        self._box.entered.connect(self._entered)

    def first(self) -> QWidget:
        """Return the box."""
        return self._box

    def _typed(self, text: str) -> None:
        if not self._met and self._exercise.is_met_by(text):
            self._met = True
            self.done.emit()

    def _entered(self) -> None:
        if self._met:
            self.go_on.emit()


class BoxesPractice(Practice):
    """Two boxes: Tab or Enter leads from the first to the second, and Enter there ends it."""

    def __init__(self, exercise: Exercise) -> None:
        super().__init__()
        column = layouts.column(self, spacing=16)
        self._met = False
        self._boxes = []
        for thing in exercise.things:
            part = QWidget()
            self._boxes.append(_box(part, _(thing)))
            column.addWidget(part)
        first, second = self._boxes
        first.entered.connect(lambda: second.setFocus(Qt.FocusReason.TabFocusReason))
        second.entered.connect(self._entered)

    def first(self) -> QWidget:
        """Return the first box."""
        return self._boxes[0]

    def _entered(self) -> None:
        if self._met:
            self.go_on.emit()
        self._met = True
        self.done.emit()


def _box(parent: QWidget, words: str) -> TextBox:
    """Put a box with its words on `parent`."""
    column = layouts.column(parent, spacing=4)
    label = Text(words, TextRole.LABEL)
    box = TextBox(words, LONGEST)
    label.setBuddy(box)
    column.addWidget(label)
    column.addWidget(box)
    return box


PRACTICES: dict[Task, Callable[[Exercise], Practice]] = {
    Task.PRESS: PressPractice,
    Task.TICK: TickPractice,
    Task.FIND: FindPractice,
    Task.TYPE: TypePractice,
    Task.NEXT_BOX: BoxesPractice,
}
