"""The top of the frame: what this is, whether it is saved, how it is seen, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.i18n import _
from kiosk.ui.bars import Bar
from kiosk.ui.controls import Button, ButtonKind, Text, TextRole, restyle
from kiosk.ui.theme import TEXT_SIZES, Look


class Header(Bar):
    """Says what was pressed; decides nothing."""

    places = Signal()
    keys = Signal()
    smaller = Signal()
    larger = Signal()
    contrast = Signal()
    finish = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top")
        self._brand = Text(_("Resume kiosk"), TextRole.SUBHEADING, wrap=False)
        self._status = Text(role=TextRole.STATUS, wrap=False)
        self._places = aid(_("Places that help"), "lifebuoy")
        self._keys = aid("", "keyboard", _("Keys on the screen"))
        self._smaller = Button("", "text-smaller", ButtonKind.QUIET, name=_("Smaller text"))
        self._larger = Button("", "text-larger", ButtonKind.QUIET, name=_("Larger text"))
        self._contrast = Button(_("High contrast"), "contrast", ButtonKind.QUIET)
        self._finish = Button(_("Finish and erase"), "finish", ButtonKind.ERASE)
        self._contrast_words = _("High contrast")
        policy = self._finish.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._finish.setSizePolicy(policy)

        self.row.addWidget(self._brand)
        self.row.addSpacing(16)
        self.row.addWidget(self._status)
        self.row.addStretch(1)
        for button in (self._places, self._keys, self._smaller, self._larger, self._contrast, self._finish):
            self.row.addWidget(button)
        self._places.clicked.connect(self.places)
        self._keys.clicked.connect(self.keys)
        self._smaller.clicked.connect(self.smaller)
        self._larger.clicked.connect(self.larger)
        self._contrast.clicked.connect(self.contrast)
        self._finish.clicked.connect(self.finish)
        self.squeeze_by(self._squeeze_contrast, self._squeeze_brand, self._squeeze_places)

    def show_look(self, look: Look) -> None:
        """Say what the buttons would change now."""
        self._smaller.setEnabled(look.text_size > TEXT_SIZES[0])
        self._larger.setEnabled(look.text_size < TEXT_SIZES[-1])
        self._contrast_words = _("Normal colors") if look.high_contrast else _("High contrast")
        self.fit()

    def show_finish(self, visible: bool) -> None:
        """Show *Finish and erase*, except where Next itself is that."""
        self._finish.setVisible(visible)

    @property
    def status(self) -> str:
        """Whether what was typed is on the drive, as it is written now."""
        return self._status.text()

    @property
    def is_good(self) -> bool:
        """Whether that is all there is."""
        return bool(self._status.property("good"))

    def show_status(self, words: str, *, good: bool) -> None:
        """Say whether what was typed is on the drive."""
        if words != self._status.text() or good != self._status.property("good"):
            self._status.setText(words)
            self._status.setProperty("good", good)
            restyle(self._status)
            self.fit()

    def _squeeze_contrast(self, tight: bool) -> None:
        self._contrast.say("" if tight else self._contrast_words, self._contrast_words)

    def _squeeze_brand(self, tight: bool) -> None:
        self._brand.setVisible(not tight)

    def _squeeze_places(self, tight: bool) -> None:
        self._places.say("" if tight else _("Places that help"), _("Places that help"))


def aid(words: str, icon: str, name: str = "") -> Button:
    """Return a button that a click does not give the focus to: what is being typed in keeps it."""
    button = Button(words, icon, ButtonKind.QUIET, name=name)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
