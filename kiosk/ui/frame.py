"""The frame around every page: header, steps, the page itself, the preview, footer."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from kiosk.flow.wizard import GroupView
from kiosk.ui import layouts, lockdown, theme
from kiosk.ui.arrangement import arrange
from kiosk.ui.banner import Banner
from kiosk.ui.footer import Footer
from kiosk.ui.header import Header
from kiosk.ui.pages.context import Context
from kiosk.ui.preview import Preview
from kiosk.ui.stepper import StepLine, Stepper

LOWEST_PAGE = 180
"""With less height for the page than this, at 100 % text, the line of steps goes: the keys are there then."""


class Frame(QWidget):
    """Puts the parts in their places and hides what there is no room for."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("frame")
        self.pages = QStackedWidget()
        self.footer = Footer()
        self.stepper = Stepper()
        self.step_line = StepLine()
        self.banner = Banner()
        self.preview = Preview(context)
        self.header = Header()
        self._tools: QWidget | None = None

        work = layouts.column(spacing=0)
        work.addWidget(self.step_line)
        upper = layouts.row(spacing=0)
        upper.addWidget(self.stepper)
        asked = layouts.column(spacing=0)
        asked.addWidget(self.banner)
        asked.addWidget(self.pages, 1)
        upper.addLayout(asked, 1)
        work.addLayout(upper, 1)
        work.addWidget(self.footer)
        middle = layouts.row(spacing=0)
        middle.addLayout(work, 1)
        middle.addWidget(self.preview)
        self._outer = layouts.column(self, spacing=0)
        self._outer.addWidget(self.header)
        self._outer.addLayout(middle, 1)

    @property
    def regions(self) -> tuple[QWidget, ...]:
        """The order of the Tab key: the question first, what leads on, and what is seldom needed last."""
        tools = (self._tools,) if self._tools else ()
        return (self.pages, self.footer, self.step_line, self.stepper, self.preview, self.header, *tools)

    def add_tools(self, tools: QWidget) -> None:
        """Put the tools under the header; they are made when they are first wanted."""
        self._tools = tools
        self._outer.insertWidget(1, tools)
        lockdown.lock(tools)

    def show_steps(self, steps: tuple[GroupView, ...]) -> None:
        """Show how far each step is."""
        self.stepper.show_steps(steps)
        lockdown.lock(self.stepper)  # a path may have more steps than there were
        self.step_line.show_steps(steps)

    def show_status(self, words: str, *, good: bool, warning: str) -> None:
        """Say whether what was typed is on a drive, and what to know about that drive."""
        self.header.show_status(words, good=good)
        self.banner.say(warning)

    def rearrange(self) -> None:
        """Share the room anew."""
        look = theme.in_use()
        parts = arrange(self.width(), look.scale)
        room = self.height() - self.header.sizeHint().height() - self.footer.sizeHint().height()
        listed = bool(parts.stepper) and room >= self.stepper.minimumSizeHint().height()
        left = room - self.step_line.sizeHint().height()
        self.stepper.setFixedWidth(parts.stepper)
        self.stepper.setVisible(listed)
        self.step_line.setVisible(not listed and left >= look.text(LOWEST_PAGE))
        self.step_line.show_button(not parts.preview)
        self.preview.setFixedWidth(parts.preview)
        self.preview.setVisible(bool(parts.preview))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the new width."""
        super().resizeEvent(event)
        self.rearrange()
