"""What there is to know of the text in a box: that no more goes in, or that no page can show a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import SignalInstance

from kiosk.i18n import _, ngettext
from kiosk.ui import heard, theme
from kiosk.ui.controls import Text, TextRole

if TYPE_CHECKING:
    from kiosk.letters import Letters


class Box(Protocol):
    """A box that is typed into."""

    textChanged: SignalInstance  # noqa: N815 - Qt's name

    def text(self) -> str:
        """Return what is in it."""
        ...

    def isVisible(self) -> bool:  # noqa: N802 - Qt's name
        """Return whether it is seen."""
        ...

    def accessibleDescription(self) -> str:  # noqa: N802 - Qt's name
        """Return what a screen reader says after its name."""
        ...

    def setAccessibleDescription(self, description: str) -> None:  # noqa: N802 - Qt's name
        """Say something else there."""
        ...

    @property
    def is_full(self) -> bool:
        """Whether no more can be typed."""
        ...


def know(letters: Letters) -> None:
    """Say which letters this computer can draw; until then all are taken to be fine.

    Who typed faster is told now.
    """
    theme.application().setProperty("letters", letters)
    for widget in theme.application().allWidgets():
        if isinstance(widget, BoxNote):
            widget.look()


class BoxNote(Text):
    """A line under a box, shown only when there is something to say. A screen reader says it, and again with
    the name of the box.
    """

    def __init__(self, box: Box) -> None:
        super().__init__(role=TextRole.WARNING)
        self._box = box
        self.hide()
        self.look()
        box.textChanged.connect(self.look)

    def look(self) -> None:
        """Say what there is to know of the text as it is now."""
        letters: Letters | None = theme.application().property("letters")
        missing = letters.missing(self._box.text()) if letters is not None else ()
        words = _("This box is full. Use fewer words here.") if self._box.is_full else ""
        if missing:
            words = ngettext(
                "The page cannot show this letter: {letters}. It will be left out.",
                "The page cannot show these letters: {letters}. They will be left out.",
                len(missing),
            ).format(letters=" ".join(missing))
        if words == self.text():
            return
        about = self._box.accessibleDescription().removesuffix(self.text()).strip()
        self._box.setAccessibleDescription(f"{about} {words}".strip())
        self.setText(words)
        self.setVisible(bool(words))
        if self._box.isVisible():
            heard.say(self, words)
