"""Answers that one press writes into a box: titles, towns, subjects, and how a line can begin."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.flow import towns
from kiosk.flow.fields import Binding
from kiosk.flow.jobs import STARTERS, begun_with
from kiosk.flow.offers import MOST_TITLES, Offers
from kiosk.i18n import N_, _
from kiosk.ui import heard
from kiosk.ui.picks import Picks
from kiosk.ui.tiles import Tile, TileGrid


class WordPicks(Picks):
    """Up to four answers below the box. They keep their places; one press writes the answer."""

    below = True
    name = ""

    def __init__(self, binding: Binding, offers: Offers) -> None:
        super().__init__(binding, offers)
        self._words: tuple[str, ...] = ()
        self._soon = heard.Soon(self)
        self._grid = TileGrid(_(self.name))
        for _number in range(MOST_TITLES):
            tile = Tile("")
            tile.setProperty("small", True)
            tile.setAccessibleDescription(_(self.name))
            self._grid.add(tile)
        self._grid.picked.connect(self._take)
        self.column.addWidget(self._grid)

    def words(self, typed: str) -> tuple[str, ...]:
        """Return what fits what was typed."""
        raise NotImplementedError

    def show_session(self) -> None:
        """Offer what fits what was typed; an answer that was picked stays where it is."""
        typed = str(self.binding.value)
        if typed not in self._words:
            before, self._words = self._words, self.words(typed)
            if self._words != before and self.isVisible():
                self._soon.say(f"{_(self.name)}: {', '.join(self._words)}" if self._words else "")
        for tile, word in zip(self._grid.tiles, (*self._words, *[""] * MOST_TITLES), strict=False):
            tile.say(word)
            tile.setVisible(bool(word))
        self._grid.setVisible(bool(self._words))
        self._grid.show_chosen(self._words.index(typed) if typed in self._words else None)

    def _take(self) -> None:
        if self._grid.chosen is not None:
            self.pick(self._words[self._grid.chosen])
            self.taken.emit()


class TitlePicks(WordPicks):
    """Job titles that could be meant."""

    name = N_("Job titles to pick from")

    def words(self, typed: str) -> tuple[str, ...]:
        """Return titles of the bank; before anything is typed, near the job wanted and the other jobs."""
        resume, but = self.binding.session.resume, self.binding.entry
        others = (work.position for number, work in enumerate(resume.work) if number != but)
        return self.offers.titles(typed, (resume.basics.label, *others))


class PlacePicks(WordPicks):
    """Where the person lives, and where the other jobs were: nobody has to write that twice."""

    name = N_("Places to pick from")

    def words(self, typed: str) -> tuple[str, ...]:
        """Return the places that go on from what was typed; of a new town, that with its state."""
        return towns.offered(typed, self.binding.session.resume, but=self.binding.entry)[:MOST_TITLES]


class SubjectPicks(WordPicks):
    """What many people studied."""

    name = N_("Subjects to pick from")

    def words(self, typed: str) -> tuple[str, ...]:
        """Return the subjects with a word that goes on from what was typed."""
        return self.offers.subjects(typed)[:MOST_TITLES]


class StarterPicks(Picks):
    """How a line can begin. A press writes the beginning into the box, to be gone on with."""

    def __init__(self, binding: Binding, offers: Offers) -> None:
        super().__init__(binding, offers)
        self._grid = TileGrid(_("How a line can begin"))
        for words, _beginning in STARTERS:
            self._grid.add(Tile(_(words)))
        self._grid.picked.connect(self._begin)
        self.column.addWidget(self._grid)

    def show_session(self) -> None:
        """Show how the line begins."""
        line = str(self.binding.value)
        places = (place for place, (_tile, begun) in enumerate(STARTERS) if line.startswith(begun.strip()))
        self._grid.show_chosen(next(places, None))

    def first(self) -> QWidget | None:
        """Return the first tile, as long as there is no line."""
        return None if self.binding.value else self._grid.stop

    def _begin(self) -> None:
        if self._grid.chosen is not None:
            self.pick(begun_with(self._grid.chosen, str(self.binding.value)))
            self.wanted.emit()
