"""Cards to tick, and until when each is good. Nobody is asked for a number."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.flow.field import Typed
from kiosk.flow.fields import EARLIEST_YEAR, LATEST_YEAR, Binding
from kiosk.flow.offers import Offers
from kiosk.i18n import N_, _
from kiosk.resume import ours
from kiosk.resume.model import Certificate
from kiosk.ui import layouts
from kiosk.ui.controls import Text, TextRole
from kiosk.ui.dates import YEAR_WIDTH
from kiosk.ui.fields import TextBox
from kiosk.ui.groups import Groups, NamePicks
from kiosk.ui.picks import drop
from kiosk.ui.wrapbox import WrapBox

UNTIL = "until"
"""Our key of a card: the year until which it is good."""


class CardPicks(NamePicks):
    """Cards that people in the person's jobs often have, and those that many have."""

    own = N_("Your cards. You can change the words.")

    def __init__(self, binding: Binding, offers: Offers) -> None:
        super().__init__(binding, offers)
        self._rows: list[UntilRow] = []
        self._asked: tuple[tuple[int, str], ...] = ()
        self._written: set[str] = set()

    def show_session(self) -> None:
        """Ask for the year of every card that runs out, of an own one once its name is written."""
        super().show_session()
        if not self._is_being_written():
            self._written = {card.name for card in self.binding.value}
        asked = tuple((at, card.name) for at, card in enumerate(self.binding.value) if self._runs_out(card))
        if asked != self._asked:
            self._ask(asked)
        for row in self._rows:
            row.load()

    def _is_being_written(self) -> bool:
        """Whether a line of this screen has the focus: nothing moves above it then."""
        here, form = QApplication.focusWidget(), self.parentWidget()
        return isinstance(here, WrapBox) and form is not None and form.isAncestorOf(here)

    def _ask(self, asked: tuple[tuple[int, str], ...]) -> None:
        for row in self._rows:
            drop(row)
        self._asked = asked
        self._rows = [UntilRow(self.binding, at) for at, _name in asked]
        for row in self._rows:
            self.column.insertWidget(self.column.count() - 1, row)
            row.show()

    def _runs_out(self, card: Certificate) -> bool:
        known = self.offers.runs_out(card.name)
        own = known is None and card.name in self._written
        return own or bool(known) or bool(ours.text(card, UNTIL))

    def groups(self) -> Groups:
        """Return them as one group."""
        return ((_("Cards that people often have"), self.offers.cards(self.binding.session.resume)),)


class UntilRow(QWidget):
    """A card, and a small box for the year until which it is good."""

    def __init__(self, binding: Binding, number: int) -> None:
        super().__init__()
        self._binding, self._number = binding, number
        card = binding.value[number]
        asks = _("{card}: year it runs out, if you know it").format(card=card.name)
        self.box = TextBox(asks, 4, Typed.NUMBERS)
        self.box.edited.connect(self._write)
        self.box.undo_asked.connect(binding.session.undo)
        self.box.redo_asked.connect(binding.session.redo)
        layouts.limit_width(self.box, YEAR_WIDTH)
        label = Text(asks, TextRole.SMALL)
        label.setBuddy(self.box)
        column = layouts.column(self, spacing=4)
        column.addWidget(label)
        column.addWidget(self.box, 0, Qt.AlignmentFlag.AlignLeft)  # the layout itself turns round

    def load(self) -> None:
        """Show the year, or what was begun of one."""
        kept = ours.text(self._binding.value[self._number], UNTIL)
        self.box.show_text(self._binding.session.draft(self._draft) or kept)

    @property
    def _draft(self) -> str:
        return f"{self._binding.step}.{self._number}.{UNTIL}"

    def _write(self, typed: str) -> None:
        """Keep a year once it is one; until then only on this screen."""
        items = self._binding.value
        year = typed.strip()
        is_year = year.isascii() and year.isdecimal() and EARLIEST_YEAR <= int(year) <= LATEST_YEAR
        self._binding.session.keep_draft(self._draft, None if is_year or not year else typed)
        card = ours.kept(items[self._number], UNTIL, year if is_year else "")
        self._binding.set((*items[: self._number], card, *items[self._number + 1 :]))
