"""What can be picked instead of typed, above or below the box that it fills."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.content.lines import Box, Line, Tense
from kiosk.content.records import BlankKind
from kiosk.flow import picking
from kiosk.flow.fields import Binding
from kiosk.flow.offers import Candidate, Offers
from kiosk.i18n import _
from kiosk.ui import layouts
from kiosk.ui.controls import Button, ButtonKind, Text, TextRole
from kiosk.ui.ticks import BlankBox, TickList, TickRow
from kiosk.ui.tiles import Tile, TileGrid

SHOWN = 8
"""How many lines are seen before one asks for more."""
NO_JOB = ""


class Picks(QWidget):
    """Something to pick for one field, above its box or `below`.

    `taken`: the field is answered, go on. `wanted`: the box is wanted now, its cursor at the end.
    """

    taken = Signal()
    wanted = Signal()
    below = False

    def __init__(self, binding: Binding, offers: Offers) -> None:
        super().__init__()
        self.binding = binding
        self.offers = offers
        self.column = layouts.column(self, spacing=12)

    def show_session(self) -> None:
        """Offer what fits what the session has now."""
        raise NotImplementedError

    def first(self) -> QWidget | None:
        """Return what takes the focus, None when there is nothing to pick."""
        return None

    def pick(self, value: object) -> None:
        """Make `value` the answer, as one step that can be undone."""
        self.binding.session.commit()
        self.binding.set(value)
        self.binding.session.commit()


class LinePicks(Picks):
    """The lines of the bank for the job whose title was written. A tick puts a line on the page."""

    def __init__(self, binding: Binding, offers: Offers) -> None:
        super().__init__(binding, offers)
        self._said: dict[str, str] = {}  # the job that was said to be closest to a title
        self._shown: tuple[str, Tense] | None = None
        self._title = ""
        self._paid = binding.section != "volunteer"
        self._ask = Text(_("Which is closest?"), TextRole.LABEL)
        self._closest = layouts.column(spacing=8)
        self._closest.addWidget(self._ask)
        self._jobs: TileGrid | None = None
        self._lines: tuple[Line, ...] = ()
        self._list: TickList | None = None
        self._more = Button(_("Show more lines"), "add", ButtonKind.QUIET)
        self._more.clicked.connect(self._show_more)
        self._below = Text(_("Your lines. You can change the words."), TextRole.LABEL)
        self.column.addLayout(self._closest)
        self._place = layouts.column()
        self.column.addLayout(self._place)
        self.column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addSpacing(8)
        self.column.addWidget(self._below)

    def show_session(self) -> None:
        """Offer the lines for the title as it is now."""
        title = str(self.binding.sibling("position"))
        if title != self._title or self._shown is None:
            self._title = title
            self._ask_closest(title)
        self._offer(self._job(title))
        self._show_ticks()

    def first(self) -> QWidget | None:
        """Return the first tile."""
        if self._list is not None:
            return self._list.rows[0].tile
        return self._jobs.stop if self._jobs is not None else None

    def _job(self, title: str) -> str:
        if title in self._said:
            return self._said[title]
        return self.offers.job_of(title, self.binding.value, paid=self._paid)

    def _ask_closest(self, title: str) -> None:
        """Ask which job is meant, unless the title says it."""
        if self._jobs is not None:
            drop(self._jobs)
            self._jobs = None
        candidates = self._candidates(title)
        self._ask.setVisible(bool(candidates))
        if not candidates:
            return
        self._jobs = TileGrid(self._ask.text())
        jobs = [*((one.job, one.name) for one in candidates), (NO_JOB, _("None of these"))]
        for _job, name in jobs:
            tile = Tile(name)
            tile.setProperty("small", True)
            tile.setAccessibleDescription(self._ask.text())
            self._jobs.add(tile)
        self._jobs.picked.connect(partial(self._choose, title, [job for job, _name in jobs]))
        chosen = self._job(title)
        known = [job for job, _name in jobs]
        self._jobs.show_chosen(known.index(chosen) if chosen in known and chosen else None)
        self._closest.addWidget(self._jobs)
        self._jobs.show()

    def _candidates(self, title: str) -> tuple[Candidate, ...]:
        if self.offers.is_clear(title, paid=self._paid):
            return ()
        return self.offers.candidates(title, paid=self._paid)

    def _choose(self, title: str, jobs: list[str]) -> None:
        if self._jobs is not None and self._jobs.chosen is not None:
            self._said[title] = jobs[self._jobs.chosen]
            self.show_session()

    def _offer(self, job: str) -> None:
        """Make the tiles of a job, unless they are there."""
        tense = picking.tense_of(self.binding.owner)
        if (job, tense) == self._shown:
            return
        self._shown = (job, tense)
        if self._list is not None:
            drop(self._list)
            self._list = None
        self._lines = self.offers.bank(job).lines
        if self._lines:
            self._list = TickList(_("What you did"))
            for line in self._lines:
                self._list.add(self._row(line, tense))
            self._list.pressed.connect(self._tick)
            self._place.addWidget(self._list)
            self._list.show()
        self._show_first(picking.how_many(self._lines, self.binding.value, SHOWN))
        self._below.setVisible(bool(self._lines))

    def _row(self, line: Line, tense: Tense) -> TickRow:
        blanks: dict[str, BlankBox] = {}
        for name in line.blanks:
            about = self.offers.blank(name)
            box = BlankBox(
                about.ask, _after(line, tense, name), line.text(tense), wide=about.kind is BlankKind.WORDS
            )
            box.box.edited.connect(partial(self._fill, line, name))
            box.box.undo_asked.connect(self.binding.session.undo)
            box.box.redo_asked.connect(self.binding.session.redo)
            blanks[name] = box
        return TickRow(line.text(tense), blanks)

    def _tick(self, number: int) -> None:
        line, lines = self._lines[number], self.binding.value
        if picking.pick_of(line, lines):
            self.pick(picking.unticked(line, lines))
        else:
            self.pick(picking.ticked(line, picking.tense_of(self.binding.owner), lines))
        self._show_ticks()

    def _fill(self, line: Line, blank: str, value: str) -> None:
        self.binding.set(picking.filled(line, self.binding.value, blank, value))

    def _show_ticks(self) -> None:
        for line, row in zip(self._lines, self._list.rows if self._list else (), strict=True):
            pick = picking.pick_of(line, self.binding.value)
            row.show_ticked(pick is not None, dict(pick.filled) if pick else {})

    def _show_more(self) -> None:
        self._show_first(len(self._lines))
        if self._list is not None:
            self._list.rows[SHOWN].tile.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_first(self, shown: int) -> None:
        for number, row in enumerate(self._list.rows if self._list else ()):
            row.setVisible(number < shown)
        self._more.setVisible(shown < len(self._lines))


def _after(line: Line, tense: Tense, blank: str) -> str:
    """Return the words of a line that follow a blank and belong to it: "a day"."""
    parts = line.parts(tense)
    at = parts.index(Box(blank))
    after = parts[at + 1] if at + 1 < len(parts) else None
    return (
        after.text.strip()
        if after is not None and not isinstance(after, Box) and after.needs == blank
        else ""
    )


def drop(widget: QWidget) -> None:
    """Take a widget away for good."""
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
