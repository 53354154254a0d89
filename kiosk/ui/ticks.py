"""Lines to tick: wide tiles below each other whose words wrap, with a box where a line has a blank.

Nothing moves when a tile is ticked: the boxes have their place at the end of the tile from the start.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from kiosk.i18n import _
from kiosk.ui import heard, icons, layouts, theme
from kiosk.ui.controls import Text, TextRole
from kiosk.ui.fields import TextBox
from kiosk.ui.motion import Stroke
from kiosk.ui.tiles import Tile

PAD, BOX, GAP = 14, 32, 14
"""Around the words, the side of the box with the tick, and between the two; in pixels at 100 % text."""
WIDEST = 400
LONGEST_BLANK = 40
UP_AND_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class TickTile(Tile):
    """A tile with a large box at its start and words that wrap.

    `kept_free` pixels at its end are not its own.
    """

    corner = 5
    """How round the box is, in pixels at 100 % text; half its side makes a ring."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.kept_free = 0
        self.stroke = Stroke(self, self.update)
        self.clicked.connect(self.stroke.start)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Say that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height that the wrapped words need."""
        look = theme.in_use()
        room = QRect(0, 0, max(1, width - self._start() - look.space(PAD) - self.kept_free), 10_000)
        words = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self._words())
        return max(words.height(), look.space(BOX)) + 2 * look.space(PAD)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a size at which short words stand on one line, and long ones on two or three."""
        look = theme.in_use()
        words = self.fontMetrics().horizontalAdvance(self._words()) + self._start() + look.space(PAD) + 4
        width = min(words, look.text(WIDEST)) + self.kept_free
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a size at which a word stands whole."""
        return QSize(theme.in_use().text(200) + self.kept_free, theme.in_use().space(BOX + 2 * PAD))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the tile as the theme has it, and on it the box and the words."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        colours = theme.in_use().colours
        self._draw_box(painter)
        painter.setPen(QColor(colours.on_focus if self.shows_focus else colours.ink))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        align = QStyle.visualAlignment(self.layoutDirection(), flags)
        painter.drawText(self._words_place(), int(align) | int(Qt.TextFlag.TextWordWrap), self._words())

    def _draw_box(self, painter: QPainter) -> None:
        look, colours = theme.in_use(), theme.in_use().colours
        side = look.space(BOX)
        place = QRect(self._box_start(side), (self.height() - side) // 2, side, side)
        place = QStyle.visualRect(self.layoutDirection(), self.rect(), place)
        line = (
            colours.on_focus
            if self.shows_focus
            else colours.action
            if self.isChecked()
            else colours.field_line
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = painter.pen()
        pen.setColor(QColor(line))
        pen.setWidth(look.line())
        painter.setPen(pen)
        painter.setBrush(QColor(line) if self.isChecked() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place, look.space(self.corner), look.space(self.corner))
        if self.isChecked():
            tick = colours.focus if self.shows_focus else colours.on_action
            pixmap = icons.pixmap("check", tick, side, self.devicePixelRatioF())
            painter.save()
            painter.setClipRect(place.adjusted(0, 0, -round(side * (1 - self.stroke.drawn)), 0))
            painter.drawPixmap(place.topLeft(), pixmap)
            painter.restore()

    def _box_start(self, _side: int) -> int:
        return theme.in_use().space(PAD)

    def _words(self) -> str:
        return self.text().replace("&&", "&")

    def _start(self) -> int:
        look = theme.in_use()
        return look.space(PAD) + look.space(BOX) + look.space(GAP)

    def _words_place(self) -> QRect:
        end = theme.in_use().space(PAD) + self.kept_free
        place = QRect(self._start(), 0, self.width() - self._start() - end, self.height())
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)


class BlankBox(QWidget):
    """A small box with what it asks before it and the words of the line after it."""

    def __init__(self, ask: str, after: str, about: str, *, wide: bool) -> None:
        super().__init__()
        self.box = TextBox(ask, LONGEST_BLANK)
        self.box.setAccessibleDescription(about)
        self._wide = wide
        label = Text(ask, TextRole.SMALL, wrap=False)
        label.setBuddy(self.box)
        line = layouts.row(self, spacing=8)
        line.addWidget(label)
        line.addWidget(self.box)
        line.addWidget(Text(after, TextRole.SMALL, wrap=False))

    def fit(self) -> None:
        """Give the box the width of what goes in."""
        self.box.setFixedWidth(theme.in_use().text(150 if self._wide else 64))


class TickRow(QWidget):
    """One line: its tile, and its boxes on the end of it once it is ticked."""

    def __init__(self, words: str, blanks: dict[str, BlankBox]) -> None:
        super().__init__()
        self.tile = TickTile(words)
        self.blanks = blanks
        self._end = QWidget()
        self._end.setProperty("role", "on-tile")
        self._end.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        end = layouts.row(self._end, spacing=12, margins=(PAD, 0, PAD, 0))
        for blank in blanks.values():
            end.addWidget(blank)
        over = QGridLayout(self)
        over.setContentsMargins(0, 0, 0, 0)
        over.addWidget(self.tile, 0, 0)
        if blanks:
            over.addWidget(self._end, 0, 0, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        else:
            self._end.setParent(self)
        self._end.hide()
        self.fit()

    def fit(self) -> None:
        """Keep the end of the tile free for the boxes."""
        for blank in self.blanks.values():
            blank.fit()
        self.tile.kept_free = self._end.sizeHint().width() if self.blanks else 0
        self.tile.updateGeometry()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Measure the boxes in the letters that they have now."""
        super().showEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Measure them again in other letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.fit()

    def show_ticked(self, ticked: bool, filled: dict[str, str]) -> None:
        """Show whether the line is on the page, and what its blanks hold."""
        self.tile.setChecked(ticked)
        if ticked and self.blanks and self.isVisible() and self._end.isHidden():
            asked = ", ".join(blank.box.accessibleName() for blank in self.blanks.values())
            heard.say(self, _("You can fill in: {words}").format(words=asked))
        self._end.setVisible(ticked and bool(self.blanks))
        for name, blank in self.blanks.items():
            if blank.box.text().strip() != filled.get(name, ""):
                blank.box.show_text(filled.get(name, ""))


class TickList(QWidget):
    """Rows of which any may be ticked. Tab stops at one of them and at the boxes; arrow keys move."""

    pressed = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.rows: list[TickRow] = []
        self._column = layouts.column(self, spacing=8)

    def add(self, row: TickRow) -> None:
        """Put one more row at the end."""
        number = len(self.rows)
        row.tile.clicked.connect(lambda _down: self._press(number))
        self.rows.append(row)
        self._column.addWidget(row)
        self._stop_at(self.rows[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move with the arrow keys."""
        step = UP_AND_DOWN.get(Qt.Key(event.key()))
        seen = [row for row in self.rows if row.isVisible()]
        here = next((place for place, row in enumerate(seen) if row.tile.hasFocus()), None)
        if here is None or step is None:
            super().keyPressEvent(event)
        elif 0 <= here + step < len(seen):
            self._stop_at(seen[here + step])
            seen[here + step].tile.setFocus(Qt.FocusReason.TabFocusReason)

    def _press(self, number: int) -> None:
        self._stop_at(self.rows[number])
        self.pressed.emit(number)

    def _stop_at(self, stop: TickRow) -> None:
        for row in self.rows:
            row.tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus if row is stop else Qt.FocusPolicy.ClickFocus)
