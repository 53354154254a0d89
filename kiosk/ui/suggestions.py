"""Job titles and skills as tiles: what the bank knows, one press away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from kiosk.flow.fields import Binding, line_item, line_text
from kiosk.flow.offers import MOST_TITLES, Offers
from kiosk.i18n import _
from kiosk.ui.controls import Text, TextRole
from kiosk.ui.picks import Picks, drop
from kiosk.ui.ticks import TickTile
from kiosk.ui.tiles import Tile, TileGrid


class TitlePicks(Picks):
    """Up to four titles below the box. They keep their places; one press writes the title."""

    below = True

    def __init__(self, binding: Binding, offers: Offers) -> None:
        super().__init__(binding, offers)
        self._titles: tuple[str, ...] = ()
        self._grid = TileGrid(_("Job titles to pick from"))
        for _number in range(MOST_TITLES):
            tile = Tile("")
            tile.setProperty("small", True)
            self._grid.add(tile)
        self._grid.picked.connect(self._take)
        self.column.addWidget(self._grid)

    def show_session(self) -> None:
        """Offer what fits what was typed; a title that was picked stays where it is."""
        typed = str(self.binding.value)
        if typed not in self._titles:
            self._titles = self.offers.titles(typed)
        for tile, title in zip(self._grid.tiles, (*self._titles, *[""] * MOST_TITLES), strict=False):
            tile.say(title)
            tile.setVisible(bool(title))
        self._grid.show_chosen(self._titles.index(typed) if typed in self._titles else None)

    def _take(self) -> None:
        if self._grid.chosen is not None:
            self.pick(self._titles[self._grid.chosen])
            self.taken.emit()


class SkillPicks(Picks):
    """What a person's jobs use and what one does there. A tick makes it a skill."""

    def __init__(self, binding: Binding, offers: Offers) -> None:
        super().__init__(binding, offers)
        self._shown: tuple[tuple[str, ...], ...] = ()
        self._groups: list[TileGrid] = []
        self._words: list[Text] = []

    def show_session(self) -> None:
        """Offer what fits the jobs, with what is among the skills ticked."""
        offered = self.offers.skills(self.binding.session.resume)
        if offered != self._shown:
            self._shown = offered
            self._build()
        have = {line_text(skill).casefold() for skill in self.binding.value}
        for grid in self._groups:
            for tile in grid.tiles:
                tile.setChecked(tile.accessibleName().casefold() in have)

    def first(self) -> Tile | None:
        """Return the first tile."""
        return self._groups[0].stop if self._groups else None

    def _build(self) -> None:
        for widget in (*self._groups, *self._words):
            drop(widget)
        self._groups, self._words = [], []
        names = (_("Things you do"), _("Things you use"))
        for name, words in zip(names, self._shown, strict=True):
            if words:
                self._add(name, words)
        if self._groups:
            self._label(_("Your skills. Change the words, or write your own."))

    def _add(self, name: str, words: Sequence[str]) -> None:
        self._label(name)
        grid = TileGrid(name, many=True)
        for word in words:
            grid.add(TickTile(word))
        grid.ticked.connect(partial(self._tick, words))
        self._groups.append(grid)
        self.column.addWidget(grid)
        grid.show()

    def _label(self, words: str) -> None:
        label = Text(words, TextRole.LABEL)
        self._words.append(label)
        self.column.addWidget(label)
        label.show()

    def _tick(self, words: Sequence[str], number: int) -> None:
        word, skills = words[number], self.binding.value
        kept = tuple(skill for skill in skills if line_text(skill).casefold() != word.casefold())
        added = line_item(self.binding.field, word)
        self.pick(kept if len(kept) < len(skills) else (*skills, added))
