"""The line at the top of the page: one that was made of the person's answers, to take, change or leave."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from kiosk.flow import summary
from kiosk.flow.fields import Binding
from kiosk.flow.offers import Offers
from kiosk.i18n import _
from kiosk.ui import layouts
from kiosk.ui.controls import Button, ButtonKind, Text, TextRole
from kiosk.ui.picks import Picks


class SummaryPicks(Picks):
    """A card with the proposal. What the person has is only replaced when they press."""

    def __init__(self, binding: Binding, offers: Offers) -> None:
        super().__init__(binding, offers)
        self._line = ""
        self._card = QFrame()
        self._card.setProperty("role", "card")
        self._about = Text("", TextRole.SMALL)
        self._words = Text("", TextRole.BODY)
        self._take = Button("", "check", ButtonKind.PLAIN)
        self._take.clicked.connect(self._use)
        card = layouts.column(self._card, spacing=8, margins=(16, 12, 16, 16))
        card.addWidget(self._about)
        card.addWidget(self._words)
        card.addSpacing(4)
        card.addWidget(self._take, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addWidget(self._card)

    def show_session(self) -> None:
        """Propose a line that fits the answers as they are, unless it is the person's already."""
        session, mine = self.binding.session, str(self.binding.value).strip()
        english = session.choices.language == "en"
        self._line = summary.proposal(session.resume, date.today()) if english else ""
        self._words.setText(self._line)
        self._about.setText(
            _("Our idea, made of your answers. Yours stays until you press.")
            if mine
            else _("Our idea, made of your answers")
        )
        self._take.say(_("Use this line instead") if mine else _("Use this line"))
        self._take.setAccessibleDescription(self._line)
        self._card.setVisible(bool(self._line) and self._line != mine)

    def first(self) -> QWidget | None:
        """Return the button that takes the line."""
        return self._take if self._line and self._line != str(self.binding.value).strip() else None

    def _use(self) -> None:
        self.pick(self._line)
        self.show_session()
        self.wanted.emit()
