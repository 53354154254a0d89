"""The top of the frame: what this is, whether it is saved, how it is seen, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.i18n import _
from kiosk.ui.bars import Bar
from kiosk.ui.controls import Button, ButtonKind, Text, TextRole, aid, restyle
from kiosk.ui.theme import TEXT_SIZES, Look

WRAPPED = 0.66
UNLIMITED = (1 << 24) - 1
"""Qt's own limit of a width."""


class Header(Bar):
    """Says what was pressed; decides nothing."""

    help = Signal()
    places = Signal()
    tools = Signal(bool)
    """The strip of tools is wanted, or not any more."""
    smaller = Signal()
    larger = Signal()
    contrast = Signal()
    finish = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top")
        self._brand = Text(_("Resume kiosk"), TextRole.SUBHEADING, wrap=False)
        self._status = Text(role=TextRole.STATUS, wrap=False)
        self._words = ""
        self._places = aid(_("Places that help"), "lifebuoy")
        self._help = aid(_("Help"), "help")
        self._tools = aid(_("Tools"), "tools")
        self._tools.setCheckable(True)
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
        for button in (
            self._places,
            self._help,
            self._tools,
            self._smaller,
            self._larger,
            self._contrast,
            self._finish,
        ):
            self.row.addWidget(button)
        self._help.clicked.connect(self.help)
        self._places.clicked.connect(self.places)
        self._tools.toggled.connect(self.tools)
        self._smaller.clicked.connect(self.smaller)
        self._larger.clicked.connect(self.larger)
        self._contrast.clicked.connect(self.contrast)
        self._finish.clicked.connect(self.finish)
        self.squeeze_by(
            self._squeeze_contrast,
            self._squeeze_brand,
            self._squeeze_tools,
            self._squeeze_help,
            self._squeeze_places,
            self._squeeze_status,
            self._squeeze_sizes,
            self._squeeze_words,
        )

    def show_look(self, look: Look) -> None:
        """Say what the buttons would change now."""
        self._smaller.setEnabled(look.text_size > TEXT_SIZES[0])
        self._larger.setEnabled(look.text_size < TEXT_SIZES[-1])
        self._contrast_words = _("Normal colors") if look.high_contrast else _("High contrast")
        self.fit()

    def open_tools(self) -> None:
        """Show the tools, as if their button had been pressed."""
        self._tools.setChecked(True)

    def close_tools(self) -> None:
        """Put the tools away, as if their button had been pressed again."""
        self._tools.setChecked(False)

    @property
    def is_at_tools(self) -> bool:
        """Whether the button of the tools has the focus: the keyboard pressed it."""
        return self._tools.hasFocus()

    def show_finish(self, visible: bool) -> None:
        """Show *Finish and erase*, except where Next itself is that."""
        self._finish.setVisible(visible)

    @property
    def status(self) -> str:
        """Whether what was typed is on the drive, as it is written now."""
        return self._words

    @property
    def is_good(self) -> bool:
        """Whether that is all there is."""
        return bool(self._status.property("good"))

    def show_status(self, words: str, *, good: bool) -> None:
        """Say whether what was typed is on the drive."""
        if words != self._words or good != self._status.property("good"):
            self._words = words
            self._status.setText(words)
            self._status.setAccessibleName(words)
            self._status.setProperty("good", good)
            restyle(self._status)
            self.fit()

    def _squeeze_contrast(self, tight: bool) -> None:
        self._contrast.say("" if tight else self._contrast_words, self._contrast_words)

    def _squeeze_brand(self, tight: bool) -> None:
        self._brand.setVisible(not tight)

    def _squeeze_status(self, tight: bool) -> None:
        """Write it in two lines, each a little wider than half: words do not break evenly."""
        words = self._status.fontMetrics().horizontalAdvance(self._status.text())
        self._status.setWordWrap(tight)
        width = round(words * WRAPPED)
        height = max(0, self._status.heightForWidth(width))  # without words there is none
        self._status.setMinimumSize(width if tight else 0, height if tight else 0)
        self._status.setMaximumWidth(width if tight else UNLIMITED)

    def _squeeze_sizes(self, tight: bool) -> None:
        """Leave out the size that there is not."""
        for button in (self._smaller, self._larger):
            button.setVisible(button.isEnabled() or not tight)

    def _squeeze_words(self, tight: bool) -> None:
        """Say only whether, and not when; a screen reader still says all of it."""
        if self._words:
            short = _("Saved") if self.is_good else _("Not saved")
            self._status.setText(short if tight else self._words)
            self._squeeze_status(tight=False)

    def _squeeze_tools(self, tight: bool) -> None:
        self._tools.say("" if tight else _("Tools"), _("Tools"))

    def _squeeze_help(self, tight: bool) -> None:
        self._help.say("" if tight else _("Help"), _("Help"))

    def _squeeze_places(self, tight: bool) -> None:
        self._places.say("" if tight else _("Places that help"), _("Places that help"))
