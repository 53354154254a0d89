"""What the print screen shows, one view at a time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from kiosk.flow.printing import MOST_COPIES, Offer, Said, cost_words, printer_words, trouble_words
from kiosk.i18n import _, ngettext
from kiosk.printing.types import JobState
from kiosk.ui import layouts
from kiosk.ui.controls import Button, Text, TextRole
from kiosk.ui.drawing import Drawing
from kiosk.ui.pages.parts import Sign


class PreparingView(QWidget):
    """While the page is made and the printer is looked for."""

    is_told = True

    def __init__(self) -> None:
        super().__init__()
        layouts.column(self).addWidget(Sign("print", _("Getting your page ready..."), "quiet_ink"))


class OfferView(QWidget):
    """Which printer, how many copies, and what that costs, before anything is printed."""

    is_told = True

    changed = Signal(str)

    def __init__(self, offer: Offer, price: str) -> None:
        super().__init__()
        self.offer = offer
        self.copies = 1
        self._price = price
        self._cost = Text(role=TextRole.SUBHEADING)
        self._number = Text(role=TextRole.SUBHEADING, wrap=False)
        self._fewer = Button(_("Fewer"), "minus")
        self._more = Button(_("More"), "add")
        self._fewer.clicked.connect(lambda: self._change(-1))
        self._more.clicked.connect(lambda: self._change(1))
        column = layouts.column(self, spacing=16)
        if offer.printer.trouble is not None:  # first: nobody should pay before they know
            said = trouble_words(offer.printer.trouble)
            column.addWidget(Sign("warn", f"{said.words} {said.advice}", "warn"))
        column.addWidget(self._card())
        for notice in offer.notices:
            column.addWidget(Sign("warn", notice.message, "warn"))
        self._show()

    def _card(self) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        words = layouts.column(spacing=12)
        words.addWidget(self._cost)
        words.addWidget(Sign("place", printer_words(self.offer.printer), "quiet_ink"))
        words.addSpacing(8)
        words.addWidget(Text(_("How many copies?"), TextRole.LABEL))
        words.addLayout(self._counter())
        words.addStretch(1)
        row = layouts.row(card, spacing=24, margins=(24, 20, 24, 20))
        row.addLayout(words, 1)
        row.addWidget(Drawing("printer"), 0, Qt.AlignmentFlag.AlignTop)
        return card

    def _counter(self) -> QHBoxLayout:
        counter = layouts.row(spacing=16)
        for widget in (self._fewer, self._more, self._number):
            counter.addWidget(widget)
        counter.addStretch(1)
        return counter

    def _change(self, by: int) -> None:
        self.copies = min(max(1, self.copies + by), MOST_COPIES)
        self._show()
        self.changed.emit(f"{self._copies_words()}. {self._cost.text()}")

    def _copies_words(self) -> str:
        return ngettext("{n} copy", "{n} copies", self.copies).format(n=self.copies)

    def _show(self) -> None:
        self._cost.setText(cost_words(self.offer.sheets(self.copies), self._price))
        self._number.setText(self._copies_words())
        # The focus must not fall from a button that cannot be pressed any more.
        for button, other, most in ((self._fewer, self._more, 1), (self._more, self._fewer, MOST_COPIES)):
            if self.copies == most and button.hasFocus():
                other.setFocus(Qt.FocusReason.OtherFocusReason)
            button.setEnabled(self.copies != most)


class SentView(QWidget):
    """Where the pages are, in words, and the way to stop them."""

    is_told = True

    def __init__(self, printer: str, stop: Callable[[], None]) -> None:
        super().__init__()
        self._state = Sign("to-come", _("Sending your page to the printer..."), "action", TextRole.SUBHEADING)
        self._advice = Sign("person", "", "quiet_ink")
        self._advice.hide()
        self._stop = Button(_("Stop printing"), "close")
        self._stop.clicked.connect(stop)
        self._stop.hide()
        words = layouts.column(spacing=12)
        words.addWidget(self._state)
        words.addWidget(self._advice)
        words.addWidget(Sign("place", printer, "quiet_ink"))
        words.addSpacing(4)
        words.addWidget(self._stop, 0, Qt.AlignmentFlag.AlignLeading)
        words.addStretch(1)
        card = QFrame()
        card.setProperty("role", "card")
        row = layouts.row(card, spacing=24, margins=(24, 20, 24, 20))
        row.addLayout(words, 1)
        row.addWidget(Drawing("printer"), 0, Qt.AlignmentFlag.AlignTop)
        layouts.column(self).addWidget(card)

    @property
    def words(self) -> str:
        """What is said of the pages now."""
        return f"{self._state.words.text()} {self._advice.words.text()}".strip()

    def show_said(self, said: Said, state: JobState, *, trouble: bool = False) -> bool:
        """Say where the pages are; returns whether that is news."""
        before = self.words
        gone = state is JobState.GONE
        icon, colour = ("check", "done") if gone else ("warn", "warn") if trouble else ("here", "action")
        self._state.icon.show_icon(icon, colour)
        self._state.words.setText(said.words)
        self._advice.words.setText(said.advice)
        self._advice.setVisible(bool(said.advice))
        self._stop.setVisible(not gone)
        return self.words != before

    def show_cancelled(self) -> None:
        """Say that nothing more comes out."""
        self.show_said(Said(_("Stopped. Nothing more is printed.")), JobState.GONE)
