"""Small parts that several pages use."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.ui import icons, layouts, theme
from kiosk.ui.controls import Button, ButtonKind, Text, TextRole


class Icon(QLabel):
    """A picture beside words that say the same: a screen reader skips it."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name, self._colour = name, colour
        self._draw()

    def show_icon(self, name: str, colour: str) -> None:
        """Show another picture; `colour` is a colour of the theme by its name."""
        self._name, self._colour = name, colour
        self._draw()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Draw again in the colours and the size of a new look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()

    def _draw(self) -> None:
        look = theme.in_use()
        side, colour = look.text(icons.GRID), getattr(look.colours, self._colour)
        self.setPixmap(
            icons.pixmap(self._name, colour, side, self.devicePixelRatioF(), mirror=theme.mirrored())
        )


def filled_button(page: QWidget) -> QWidget | None:
    """Return the one filled button of the screen, the frame's Next; None before the page is in a frame."""
    buttons = page.window().findChildren(Button)
    return next((button for button in buttons if button.kind is ButtonKind.PRIMARY), None)


class Tick(Button):
    """One thing to want or not: a box that is ticked, with its words. Off unless `on`."""

    def __init__(self, words: str, *, on: bool = False) -> None:
        super().__init__(words, kind=ButtonKind.QUIET)
        self.setCheckable(True)
        self.toggled.connect(self._show)
        self.setChecked(on)
        self._show(on)

    def _show(self, on: bool) -> None:
        self.set_icon("box-ticked" if on else "box")


class Sign(QWidget):
    """A picture and a sentence beside each other."""

    def __init__(self, icon: str, words: str, colour: str = "action", role: TextRole = TextRole.BODY) -> None:
        super().__init__()
        self.icon = Icon(icon, colour)
        self.words = Text(words, role)
        row = layouts.row(self, spacing=12)
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
