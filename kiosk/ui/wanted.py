"""Which job is wanted: kinds of work as tiles, titles of the kind or of what is typed, or *Not sure yet*.

Only one of the two is seen, kinds or titles, so that the screen stays as calm as the others.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk import paths
from kiosk.flow import wanted
from kiosk.flow.fields import Binding
from kiosk.flow.offers import Kind, Offers
from kiosk.i18n import _
from kiosk.ui import heard, layouts
from kiosk.ui.controls import Button, ButtonKind, Text, TextRole
from kiosk.ui.picks import Picks, drop
from kiosk.ui.ticks import TickTile
from kiosk.ui.tiles import Tile, TileGrid

MOST_NAMES = 6
"""Other names of a job that are told."""


class WantedPicks(Picks):
    """Below the box for the job that is wanted."""

    below = True

    def __init__(self, binding: Binding, offers: Offers) -> None:
        super().__init__(binding, offers)
        self._kind: Kind | None = None
        self._titles: tuple[str, ...] = ()
        self._written = ""
        self._browsing = True
        self._all = offers.kinds()
        self._kinds = Kinds(self._all)
        self._kinds.grid.picked.connect(self._take_kind)
        self._kinds.not_sure.clicked.connect(self._say_not_sure)
        self._found = Titles()
        self._found.back.clicked.connect(self._go_back)
        for part in (self._kinds, self._found):
            self.column.addWidget(part)

    def show_session(self) -> None:
        """Show what fits what was typed; titles that were picked from stay where they are."""
        written = str(self.binding.value).strip()
        if written != self._written and written not in self._titles:
            self._kind, self._browsing = None, not self.offers.candidates(written)
            self._titles = self.offers.titles(written) if not self._browsing else ()
        self._written = written
        seen = bool(self._titles) and not self._browsing
        if seen:
            self._found.show_titles(self._kind.name if self._kind else "", self._titles, self._take_title)
            self._found.show_written(written, self.offers.other_names(written))
        self._kinds.setVisible(not seen)
        self._found.setVisible(seen)
        self._kinds.not_sure.setChecked(wanted.is_not_sure(self.binding.session.resume))

    def _take_kind(self) -> None:
        at = self._kinds.grid.chosen
        if at is None:
            return
        self._kinds.grid.show_chosen(None)  # a door, not an answer
        self._kind, self._browsing = self._all[at], False
        self._titles = self.offers.titles_of(self._kind.id)
        self.show_session()
        if self._titles:
            self._found.grid.stop.setFocus(Qt.FocusReason.TabFocusReason)

    def _say_not_sure(self) -> None:
        session = self.binding.session
        said = wanted.is_not_sure(session.resume)
        session.commit()
        session.edit(wanted.sure(session.resume) if said else wanted.not_sure(session.resume))
        session.commit()
        self.show_session()

    def _take_title(self) -> None:
        if self._found.grid.chosen is not None:
            self.pick(self._titles[self._found.grid.chosen])

    def _go_back(self) -> None:
        """Show the kinds of work again; what is written stays."""
        self._kind, self._browsing, self._titles = None, True, ()
        self.show_session()
        self._kinds.grid.stop.setFocus(Qt.FocusReason.TabFocusReason)


class Kinds(QWidget):
    """A tile for each kind of work, and one for who does not know yet."""

    def __init__(self, kinds: tuple[Kind, ...]) -> None:
        super().__init__()
        column = layouts.column(self, spacing=8)
        column.addWidget(Text(_("Or pick a kind of work"), TextRole.LABEL))
        self.grid = TileGrid(_("Kinds of work"))
        for kind in kinds:
            self.grid.add(Tile(kind.name, _icon(kind)))
        self.not_sure = TickTile(_("I am not sure yet"))
        column.addWidget(self.grid)
        column.addWidget(self.not_sure)
        self.grid.setVisible(bool(kinds))


class Titles(QWidget):
    """Titles to pick from, with what else the job is called, and the way back to the kinds of work."""

    def __init__(self) -> None:
        super().__init__()
        self._titles: tuple[str, ...] = ()
        self._soon = heard.Soon(self)
        self.grid = TileGrid("")
        self._ask = Text("", TextRole.LABEL)
        self._place = layouts.column()
        self._also = Text("", TextRole.SMALL)
        self.back = Button(_("All kinds of work"), "back", ButtonKind.QUIET)
        column = layouts.column(self, spacing=8)
        column.addWidget(self._ask)
        column.addLayout(self._place)
        self._place.addWidget(self.grid)
        column.addWidget(self._also)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)

    def show_titles(self, kind: str, titles: tuple[str, ...], taken: Callable[[], None]) -> None:
        """Offer other titles, of a kind of work where `kind` names one; `taken` is called for a press."""
        ask = _("Pick the closest, or write your own")
        self._ask.setText(_("{kind}: pick the closest, or write your own").format(kind=kind) if kind else ask)
        if titles == self._titles:
            return
        self._titles = titles
        drop(self.grid)
        self.grid = TileGrid(_("Job titles to pick from"))
        for title in titles:
            tile = Tile(title)
            tile.setProperty("small", True)
            self.grid.add(tile)
        self.grid.picked.connect(taken)
        self._place.addWidget(self.grid)
        self.grid.show()
        self._soon.say(f"{self._ask.text()}: {', '.join(titles)}")

    def show_written(self, written: str, other_names: tuple[str, ...]) -> None:
        """Show which title is the answer, and what else that job is called besides the titles here."""
        self.grid.show_chosen(self._titles.index(written) if written in self._titles else None)
        names = [name for name in other_names if name not in self._titles][:MOST_NAMES]
        words = _("Other names for this job: {names}").format(names=", ".join(names)) if names else ""
        if words and words != self._also.text():
            self._soon.say(words, more=True)
        self._also.setText(words)
        self._also.setVisible(bool(names))


def _icon(kind: Kind) -> str:
    """Return our picture of a kind of work, or one of any work for a library's own kind."""
    name = f"job-{kind.id}"
    return name if (paths.ICONS / f"{name}.svg").is_file() else "work"
