"""Dates as two plain answers: a year to type and a month to press, which may stay open."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.flow.answers import MONTHS
from kiosk.flow.field import Typed
from kiosk.flow.fields import EARLIEST_YEAR, LATEST_YEAR, Binding
from kiosk.i18n import N_, _
from kiosk.resume.dates import PartialDate
from kiosk.ui import layouts
from kiosk.ui.controls import Button, ButtonKind
from kiosk.ui.fields import FieldEditor
from kiosk.ui.tiles import Tile, TileGrid

SHORT_MONTHS = (
    N_("Jan"),
    N_("Feb"),
    N_("Mar"),
    N_("Apr"),
    N_("May"),
    N_("Jun"),
    N_("Jul"),
    N_("Aug"),
    N_("Sep"),
    N_("Oct"),
    N_("Nov"),
    N_("Dec"),
)


YEAR_WIDTH = 120
"""Pixels at 100 % text: a box shows how much is wanted."""


class MonthPicker(TileGrid):
    """Twelve buttons of which one may be down."""

    def __init__(self, name: str) -> None:
        super().__init__(name, gap=4, may_be_none=True)
        for short, full in zip(SHORT_MONTHS, MONTHS, strict=True):
            tile = Tile(_(short))
            tile.setProperty("small", True)
            tile.setAccessibleDescription(f"{name}: {_(full)}")
            self.add(tile)

    @property
    def month(self) -> int | None:
        """The month that is down, 1 to 12, or None."""
        return None if self.chosen is None else self.chosen + 1

    def show_month(self, month: int | None) -> None:
        """Put one button down and all others up, without telling."""
        self.show_chosen(None if month is None else month - 1)


@dataclass(frozen=True, slots=True)
class _Draft:
    """What is in the boxes while it is not a date."""

    year: str = ""
    month: int | None = None
    still: bool = False


class DateEditor(FieldEditor):
    """A year and a month. With `field.still` also a tick that says there is no end yet."""

    def __init__(self, binding: Binding) -> None:
        super().__init__(binding)
        field = binding.field
        self._year = self.text_box(_(field.label), 4, Typed.NUMBERS)
        layouts.limit_width(self._year, YEAR_WIDTH)
        self._months = MonthPicker(_(field.month_label))
        self._still = TickTile(_(field.still)) if field.still else None
        self._lay_out()
        self._year.edited.connect(self._changed)
        self._year.entered.connect(self.entered)
        self._months.picked.connect(self._changed)
        self.load()

    def _lay_out(self) -> None:
        field = self.binding.field
        if self._still is not None:
            self.column.addWidget(self._still)  # as wide as the column: ticked words are bold and wider
            self.column.addSpacing(8)
            self._still.clicked.connect(self._changed)
        self.add_labels(self._year, _(field.label), _(field.help))
        self.column.addWidget(self._year, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addSpacing(8)
        self.add_labels(None, _(field.month_label), "")
        self.column.addWidget(self._months)

    def first(self) -> QWidget:
        """Return the control that takes the focus."""
        return self._still or self._year

    def load(self) -> None:
        """Show the date, or what was begun of one."""
        shown = self.binding.draft or self._from_date(self.binding.value)
        self._year.show_text(shown.year)
        self._months.show_month(shown.month)
        if self._still is not None:
            self._still.setChecked(shown.still)
            self._open_boxes()

    def advice(self) -> str:
        """Return what is missing for the page to show what was meant."""
        shown = self._shown()
        if shown.still:
            return ""
        if shown.year and self._date(shown) is None:
            return _("Please write the year with four numbers, like 2019.")
        if shown.month and not shown.year:
            return _("Please add the year. A month alone cannot be shown on your page.")
        if self._still is not None:
            return self._advice_on_end()
        return ""

    def _advice_on_end(self) -> str:
        start, end = self.binding.sibling("start_date"), self.binding.value
        if start and not end:
            return _(
                "Your page says you work there now. If you do, tick \u201c{still}\u201d. "
                "If you stopped, write the year."
            ).format(still=_(self.binding.field.still))
        if start and end and (end.year, end.month or 12) < (start.year, start.month or 1):
            return _("The year you stopped comes before the year you started. Is one of them a slip?")
        return ""

    def _from_date(self, date: PartialDate | None) -> _Draft:
        if date is not None:
            return _Draft(str(date.year), date.month)
        asked = self._still is not None and not self.binding.sibling("end_unread")
        return _Draft(still=asked and self.binding.sibling("start_date") is not None)

    def _shown(self) -> _Draft:
        still = self._still is not None and self._still.isChecked()
        return _Draft(self._year.text(), self._months.month, still)

    def _changed(self) -> None:
        shown = self._shown()
        date = self._date(shown)
        self.binding.keep_draft(shown if date is None else None)
        self._open_boxes()
        self.write(date)

    def _date(self, shown: _Draft) -> PartialDate | None:
        year = int(shown.year) if shown.year.isdecimal() else 0
        if shown.still or not EARLIEST_YEAR <= year <= LATEST_YEAR:
            return None
        before: PartialDate | None = self.binding.value
        same = before is not None and (before.year, before.month) == (year, shown.month)
        return before if same else PartialDate(year, shown.month)

    def _open_boxes(self) -> None:
        is_open = self._still is None or not self._still.isChecked()
        self._year.setEnabled(is_open)
        self._months.setEnabled(is_open)


class TickTile(Button):
    """A tile to tick, seen from two metres; a screen reader calls it a box to tick."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "box", ButtonKind.TILE)
        self.setCheckable(True)
        self.toggled.connect(lambda down: self.set_icon("box-ticked" if down else "box"))
