"""What a walk through the wizard costs a person: counted from what really came to the window and was shown.

Minutes are those of the keystroke-level model (Card, Moran and Newell 1980) for a slow person: a mental step
1.35 s, a point and click 2.5 s, a key 1.5 s (8 words a minute), and reading at 120 words a minute. A turn of
the wheel is priced like a click. Waiting for the program is measured, not modelled.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QInputMethodEvent, QWindow
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QLabel, QWidget

from kiosk.ui.preview import Preview
from kiosk.ui.window import Window

MENTAL_S, CLICK_S, KEY_S = 1.35, 2.5, 1.5
WORDS_A_MINUTE = 120


@dataclass(slots=True)
class Effort:
    """What was done, and what was read, so far."""

    screens: int = 0
    keys: int = 0
    clicks: int = 0
    turns: int = 0
    mental: int = 0
    words: int = 0
    waited: float = 0.0

    def __add__(self, other: Effort) -> Effort:
        return Effort(*(getattr(self, part.name) + getattr(other, part.name) for part in fields(self)))

    @property
    def minutes(self) -> float:
        """How long this takes the person."""
        hands = self.mental * MENTAL_S + (self.clicks + self.turns) * CLICK_S + self.keys * KEY_S
        return (hands + self.waited) / 60 + self.words / WORDS_A_MINUTE


@dataclass(slots=True)
class _Read:
    """What was read already: nobody reads *Next* twice."""

    texts: set[str] = field(default_factory=set)
    screens: set[tuple[str, str]] = field(default_factory=set)


class Meter(QObject):
    """Counts presses at the application's door, and the words that the eyes meet for the first time."""

    def __init__(self, window: Window) -> None:
        super().__init__()
        self.spent: dict[str, Effort] = {}
        self._window = window
        self._turning = False
        self._read = _Read()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # there is one

    @property
    def effort(self) -> Effort:
        """All of it."""
        return sum(self.spent.values(), Effort())

    @property
    def here(self) -> Effort:
        """What was spent on the screen that is shown."""
        return self.spent.setdefault(self._window._context.wizard.current.step.id, Effort())

    def close(self) -> None:
        """Count no more."""
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Count a press where it comes in, at the window: inside, it goes from widget to widget."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(watched, QWindow):
            self._turning = False
            self.here.keys += 1
        elif kind == QEvent.Type.MouseButtonPress and isinstance(watched, QWindow):
            self._turning = False
            self.here.clicks += 1
        elif kind == QEvent.Type.Wheel and isinstance(watched.parent(), QAbstractScrollArea):
            self.here.turns += not self._turning  # many notches in a row are one movement of the finger
            self._turning = True
        elif isinstance(event, QInputMethodEvent) and watched is QApplication.focusWidget():
            self.here.keys += len(event.commitString())
        return False

    def think(self) -> None:
        """A decision: what to do next, whether a line is true."""
        self.here.mental += 1

    def read(self) -> None:
        """Read what is new on the screen; the page beside it holds the person's own words."""
        shown = (self._window.page.accessibleName(), str(self._window._context.wizard.current))
        if shown not in self._read.screens:
            self._read.screens.add(shown)
            self.here.screens += 1
        new = set(self._shown()) - self._read.texts
        self._read.texts |= new
        self.here.words += sum(len(text.split()) for text in new)

    def _shown(self) -> list[str]:
        widgets: list[QWidget] = [
            widget
            for kind in (QLabel, QAbstractButton)
            for widget in self._window.findChildren(kind)
            if widget.isVisible() and not _in_preview(widget)
        ]
        return [text for widget in widgets if (text := widget.text().replace("&&", "&"))]  # type: ignore[attr-defined]


def _in_preview(widget: QWidget) -> bool:
    above: QWidget | None = widget
    while above is not None and not isinstance(above, Preview):
        above = above.parentWidget()
    return above is not None
