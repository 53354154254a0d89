"""What every screen of the wizard is: a question, a line or two of help, the answer, and what the frame asks.

`kiosk.ui.pages.build(step, context)` knows the page of every step and imports its module when that page is
built. The window builds a page the first time its step is reached and keeps it: in `enter()` a page reads the
session again, and where it looks at `context.wizard.current.entry`.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from kiosk.i18n import _
from kiosk.ui import heard, layouts, theme
from kiosk.ui.controls import Text, TextRole, restyle
from kiosk.ui.pages.context import Context

BESIDE_BAR = 4
"""Pixels between what is read and the bar that scrolls, which is 20 wide, at 100 % text."""

WIDEST = 720
"""The widest that what is read may be, in pixels at 100 % text."""


class Page(QWidget):
    """One screen. Add what is on it to `body`, a column of at most 720 px that scrolls when it must.

    Emit `changed` when `next_label`, `skippable` or `can_go_back` would now say something else.
    """

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._heading = Text(role=TextRole.HEADING)
        self._help = Text(role=TextRole.BODY)
        self._heading.hide()
        self._help.hide()

        content = QWidget()
        content.setObjectName("content")
        layouts.limit_width(content, WIDEST)
        around = layouts.column(content, spacing=24, margins=(0, 20, 0, 16))
        words = layouts.column(spacing=8)
        words.addWidget(self._heading)
        words.addWidget(self._help)
        around.addLayout(words)
        self.body = layouts.column(spacing=16)
        around.addLayout(self.body)
        around.addStretch(1)

        self._content = middle = QWidget()
        middle.setObjectName("middle")
        # The bar that scrolls has its place always, so that nothing moves when it comes.
        sides = (BESIDE_BAR, 0, 24, 0) if theme.mirrored() else (24, 0, BESIDE_BAR, 0)
        centred = layouts.row(middle, spacing=0, margins=sides)
        centred.addStretch(1)
        centred.addWidget(content, 1000)
        centred.addStretch(1)

        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._show_bar)
        self._show_bar(0, 0)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setAccessibleName(_("This screen"))
        self._scroll.setWidget(middle)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._keep_in_sight)
        layouts.column(self, spacing=0).addWidget(self._scroll)

    def _show_bar(self, least: int, most: int) -> None:
        """Show the bar only where there is something to scroll to."""
        bar = self._scroll.verticalScrollBar()
        if bar.property("idle") is not (least == most):
            bar.setProperty("idle", least == most)
            restyle(bar)

    @property
    def heading(self) -> str:
        """The question of this screen."""
        return self._heading.text()

    @property
    def help(self) -> str:
        """The line or two under the question."""
        return self._help.text()

    @property
    def spoken(self) -> str:
        """What a screen reader says first here: the question, its help, and what only stands there."""
        told = (heard.texts(part) for part in self.told() if part.isVisibleTo(self))
        return " ".join(filter(None, (self.heading, self.help, *told)))

    def told(self) -> tuple[QWidget, ...]:
        """Return the parts of the screen with something to know that no control says."""
        return ()

    def set_heading(self, heading: str, help_text: str = "") -> None:
        """Show the question and the help under it."""
        for text, words in ((self._heading, heading), (self._help, help_text)):
            text.setText(words)
            text.setVisible(bool(words))
        self.setAccessibleName(heading)

    def enter(self) -> None:
        """The page is about to be shown: read the session, show what it says."""

    def leave(self) -> None:
        """The page is about to be left: put what is still only on the screen into the session."""

    def first_focus(self) -> QWidget | None:
        """Return where typing starts; None for the first thing on the page that takes the focus."""
        return None

    def show_reading(self, reading: bool) -> None:
        """Something is read aloud from now on, or no more."""

    def next_label(self) -> str:
        """Return what Next is called here; nothing hides it."""
        return _("Next")

    def go_next(self) -> None:
        """Next was pressed: go on, unless the page has something to say first."""
        self.context.wizard.next()

    def go_back(self) -> None:
        """Back was pressed: go to the screen before, or to the part before where a page has parts."""
        self.context.wizard.back()

    def skippable(self) -> bool:
        """Whether the frame shows *Skip this*."""
        return self.context.wizard.current.step.skippable

    def can_go_back(self) -> bool:
        """Whether the frame shows *Back*."""
        return True

    def show_widget(self, widget: QWidget) -> None:
        """Scroll so that `widget` is seen, with the words above it that belong to it."""
        if not self._content.isAncestorOf(widget):
            return
        place = QRect(widget.mapTo(self._content, QPoint(0, 0)), widget.size())
        bar = self._scroll.verticalScrollBar()
        room = bar.pageStep()  # asking for the height of what is seen would cost the start 20 ms
        # Something high is seen whole first, and then with as much above it as there is room for.
        above = min(room // 4, 96, max(8, room - place.height() - 24))
        if place.top() - above < bar.value():
            bar.setValue(place.top() - above)
        elif place.bottom() + 24 > bar.value() + room:
            bar.setValue(min(place.bottom() + 24 - room, place.top() - 8))

    def _keep_in_sight(self) -> None:
        """The page grew or shrank: what has the focus may have been pushed out of sight."""
        focus = QApplication.focusWidget()
        if focus is not None and QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self.show_widget(focus)

    def to_top(self) -> None:
        """Scroll to the heading."""
        self._scroll.verticalScrollBar().setValue(0)

    @property
    def scrolled(self) -> int:
        """How far down the page is scrolled, in pixels."""
        return self._scroll.verticalScrollBar().value()

    def scroll_to(self, scrolled: int) -> None:
        """Scroll to where it was."""
        self._scroll.verticalScrollBar().setValue(scrolled)
