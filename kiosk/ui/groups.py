"""Names to tick, in groups: skills, and languages with how well one speaks them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from kiosk.flow.fields import Binding, line_item, line_text
from kiosk.flow.offers import Offers
from kiosk.i18n import N_, _
from kiosk.ui.controls import Text, TextRole
from kiosk.ui.picks import Picks, drop
from kiosk.ui.ticks import TickTile
from kiosk.ui.tiles import Tile, TileGrid

Groups = tuple[tuple[str, tuple[str, ...]], ...]
"""Names of groups, with the words of each."""


class NamePicks(Picks):
    """Words in groups, of which any may be ticked. A tick makes a word one of the lines."""

    own = N_("Your lines. You can change the words.")

    def __init__(self, binding: Binding, offers: Offers) -> None:
        super().__init__(binding, offers)
        self._shown: Groups = ()
        self._grids: list[TileGrid] = []
        self._words: list[Text] = []

    def groups(self) -> Groups:
        """Return what is offered now."""
        raise NotImplementedError

    def show_session(self) -> None:
        """Offer what fits, with what is among the lines ticked."""
        offered = self.groups()
        if offered != self._shown:
            self._shown = offered
            self._build()
        have = {line_text(item).casefold() for item in self.binding.value}
        for grid in self._grids:
            for tile in grid.tiles:
                tile.setChecked(tile.accessibleName().casefold() in have)

    def first(self) -> Tile | None:
        """Return the first tile."""
        return self._grids[0].stop if self._grids else None

    def _build(self) -> None:
        for widget in (*self._grids, *self._words):
            drop(widget)
        self._grids, self._words = [], []
        for name, words in self._shown:
            if words:
                self._add(name, words)
        if self._grids:
            self._label(_(self.own))

    def _add(self, name: str, words: Sequence[str]) -> None:
        self._label(name)
        grid = TileGrid(name, many=True)
        for word in words:
            grid.add(TickTile(word))
        grid.ticked.connect(partial(self._tick, words))
        self._grids.append(grid)
        self.column.addWidget(grid)
        grid.show()

    def _label(self, words: str) -> None:
        label = Text(words, TextRole.LABEL)
        self._words.append(label)
        self.column.addWidget(label)
        label.show()

    def _tick(self, words: Sequence[str], number: int) -> None:
        word, items = words[number], self.binding.value
        kept = tuple(item for item in items if line_text(item).casefold() != word.casefold())
        added = line_item(self.binding.field, word)
        self.pick(kept if len(kept) < len(items) else (*items, added))


class SkillPicks(NamePicks):
    """What a person's jobs use and what one does there."""

    own = N_("Your skills. You can change the words.")

    def groups(self) -> Groups:
        """Return the three groups."""
        does, uses = self.offers.skills(self.binding.session.resume)
        ways = self.offers.ways() if does or uses else ()
        return ((_("Things you do"), does), (_("Things you use"), uses), (_("How you work"), ways))


class LanguagePicks(NamePicks):
    """Languages, and for each that is spoken how well."""

    own = N_("Your languages. You can add another one.")

    def __init__(self, binding: Binding, offers: Offers) -> None:
        super().__init__(binding, offers)
        self._levels: list[QWidget] = []
        self._asked: tuple[str, ...] = ()

    def groups(self) -> Groups:
        """Return the languages that are offered."""
        return ((_("Languages"), self.offers.languages()),)

    def show_session(self) -> None:
        """Ask for the level of every language that is spoken."""
        super().show_session()
        spoken = tuple(item.language for item in self.binding.value)
        if spoken != self._asked:
            self._ask(spoken)
        levels = [level.printed for level in self.offers.levels()]
        grids = [widget for widget in self._levels if isinstance(widget, TileGrid)]
        for item, grid in zip(self.binding.value, grids, strict=True):
            grid.show_chosen(levels.index(item.fluency) if item.fluency in levels else None)

    def _ask(self, spoken: tuple[str, ...]) -> None:
        for widget in self._levels:
            drop(widget)
        self._levels, self._asked = [], spoken
        for number, language in enumerate(spoken):
            question = _("How well do you speak {language}?").format(language=language)
            grid = TileGrid(question)
            for level in self.offers.levels():
                tile = Tile(level.name)
                tile.setProperty("small", True)
                tile.setAccessibleDescription(f"{question} {level.means}")
                grid.add(tile)
            grid.picked.connect(partial(self._choose, number, grid))
            self._levels += [Text(question, TextRole.LABEL), grid]
        for at, widget in enumerate(self._levels):
            self.column.insertWidget(self.column.count() - 1, widget)
            widget.setVisible(bool(spoken[at // 2]))

    def _choose(self, number: int, grid: TileGrid) -> None:
        languages = list(self.binding.value)
        if grid.chosen is not None:
            level = self.offers.levels()[grid.chosen]
            languages[number] = replace(languages[number], fluency=level.printed)
            self.pick(tuple(languages))
