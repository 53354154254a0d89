"""A page that shows one view at a time, each with its own heading and its own Next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.ui.pages.base import Page
from kiosk.ui.pages.context import Context
from kiosk.ui.pages.parts import filled_button


def nothing() -> None:
    """There is nothing to press."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """What Next is called while a view is shown ("" hides it), and what it does."""

    label: str = ""
    press: Callable[[], None] = nothing


@runtime_checkable
class WithFocus(Protocol):
    """A view in which something is to be done before Next."""

    def first_focus(self) -> QWidget | None:
        """Return where the focus starts, None for Next."""
        ...


class ViewsPage(Page):
    """Knows its view, and does what the view wants next."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.view: QWidget = QWidget()
        self._next = NextStep()

    def show_view(self, view: QWidget, heading: str, help_text: str, following: NextStep) -> None:
        """Put `view` in the place of the one before, and have it read out."""
        old, self.view, self._next = self.view, view, following
        self.body.insertWidget(0, view)  # above what the page itself has
        view.show()  # now, not in a moment: it may take the focus
        self.body.removeWidget(old)
        old.hide()
        old.deleteLater()
        self.set_heading(heading, help_text)
        self.changed.emit()
        if self.isVisible():  # or the window says it, with the screen
            self.context.announce(self.spoken)
        focus = self.first_focus()
        if self.isVisible() and focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
            self.to_top()

    def told(self) -> tuple[QWidget, ...]:
        """Tell what stands in the view, or in a part of it, where that is to be read."""
        parts = (self.view, *self.view.findChildren(QWidget))
        return tuple(part for part in parts if getattr(part, "is_told", False))

    def first_focus(self) -> QWidget | None:
        """Return what the view wants done before Next, or Next."""
        wanted = self.view.first_focus() if isinstance(self.view, WithFocus) else None
        return wanted or filled_button(self)

    def next_label(self) -> str:
        """Return what the view calls it."""
        return self._next.label

    def go_next(self) -> None:
        """Do what the view wants next."""
        self._next.press()
