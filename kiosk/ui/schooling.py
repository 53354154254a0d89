"""What one got at a school, as large tiles; own words go into the box below."""

from __future__ import annotations

from kiosk.flow.fields import Binding
from kiosk.flow.offers import Offers
from kiosk.flow.schooling import GOT
from kiosk.i18n import _
from kiosk.ui.choice import OneGrid, OneTile
from kiosk.ui.picks import Picks
from kiosk.ui.tiles import Tile


class SchoolingPicks(Picks):
    """A tile for each: one press writes what the page says. What is written otherwise is on none of them."""

    def __init__(self, binding: Binding, offers: Offers) -> None:
        super().__init__(binding, offers)
        self._grid = OneGrid(_("What you got"))
        for choice in GOT:
            self._grid.add(OneTile(_(choice.name), self._grid.accessibleName()))
        self._grid.picked.connect(self._take)
        self.column.addWidget(self._grid)

    def show_session(self) -> None:
        """Show which tile says what is written."""
        values = [choice.value for choice in GOT]
        written = self.binding.value
        self._grid.show_chosen(values.index(written) if written in values else None)

    def first(self) -> Tile:
        """Return the tile that is chosen, or the first."""
        return self._grid.stop

    def _take(self) -> None:
        if self._grid.chosen is not None:
            self.pick(GOT[self._grid.chosen].value)
            self.show_session()
