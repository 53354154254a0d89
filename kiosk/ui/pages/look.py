"""*Pick a look* and *What should come first?*: the person's own page, in every way it can look."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.flow import looks, paths
from kiosk.flow.choices import Choices
from kiosk.flow.steps import Step
from kiosk.i18n import _
from kiosk.render import catalogue
from kiosk.render.accents import ACCENTS
from kiosk.ui import layouts
from kiosk.ui.controls import Button, ButtonKind, Text, TextRole
from kiosk.ui.pages.base import Page
from kiosk.ui.pages.cards import Cards, Look
from kiosk.ui.pages.context import Context
from kiosk.ui.pages.parts import Sign
from kiosk.ui.tiles import Tile, TileGrid

USUAL = {part.name: part.default for part in dataclasses.fields(Choices)}
"""What is chosen where nothing was."""


class OrderPage(Page):
    """Three cards: what comes first on the page."""

    def __init__(self, step: Step, context: Context) -> None:
        super().__init__(context)
        self.set_heading(_(step.title), _(step.help))
        self._cards = Cards(
            context,
            self.heading,
            [Look(_(it.name), _(it.about), {"order": it.order}) for it in looks.ORDERS],
        )
        self._about = Sign("check", "")
        self._advice = Sign(
            "help", _("It has been a while? Skills first shows what you can do before the dates.")
        )
        self.body.addWidget(self._cards)
        self.body.addWidget(self._about)
        self.body.addWidget(self._advice)
        context.session.watch(self._session_changed)

    def enter(self) -> None:
        """Say what is chosen."""
        self._show()

    def first_focus(self) -> QWidget:
        """Return the card that is chosen."""
        return self._cards.stop

    def told(self) -> tuple[QWidget, ...]:
        """Tell what would suit."""
        return (self._advice,)

    def _session_changed(self) -> None:
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        self._advice.setVisible(paths.suggests_skills(self.context.session.resume))
        order = self.context.session.choices.order
        self._about.words.setText(next(_(it.about) for it in looks.ORDERS if it.order is order))


class LookPage(Page):
    """A card for each look; more choices unfold below: letters, pages, colour, language of the headings."""

    def __init__(self, step: Step, context: Context) -> None:
        super().__init__(context)
        self.set_heading(_(step.title), _(step.help))
        self._looks = catalogue.templates()
        self._cards = Cards(
            context,
            self.heading,
            [Look(_card_words(it), _(it.description), {"template": it.id}) for it in self._looks],
        )
        self._about = Sign("check", "")
        self.body.addWidget(self._cards)
        self.body.addWidget(self._about)
        self._rows = {
            "size": _Row(_("Size of the letters"), {size: _(name) for size, name in looks.SIZES.items()}),
            "fit": _Row(_("Pages"), {False: _("As many as it takes"), True: _("Try to make it one page")}),
            "accent": _Row(_("Colour"), {accent: _(looks.COLOURS[accent]) for accent in ACCENTS}),
            "language": _Row(
                _("Language of the headings"),
                {code: looks.LANGUAGES[code] for code in looks.page_languages()},
            ),
        }
        self._more = Button(_("More choices: letters, colour, language"), "add", ButtonKind.QUIET)
        self._more.clicked.connect(self._go_on_to_more)
        self.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)
        for name, row in self._rows.items():
            row.hide()
            self.body.addWidget(row)
            row.tiles.picked.connect(partial(self._choose, name))
        context.session.watch(self._session_changed)

    def enter(self) -> None:
        """Say what is chosen."""
        self._show()

    def first_focus(self) -> QWidget:
        """Return the card that is chosen."""
        return self._cards.stop

    def _session_changed(self) -> None:
        if self.isVisible():
            self._show()

    def _unfold(self) -> None:
        """Show what most people leave as it is."""
        for row in self._rows.values():
            row.show()
        self._more.hide()

    def _go_on_to_more(self) -> None:
        self._unfold()
        self._rows["size"].tiles.stop.setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, name: str) -> None:
        value = self._rows[name].value
        self.context.session.choose(**{name: value})

    def _show(self) -> None:
        choices = self.context.session.choices
        look = next((it for it in self._looks if it.id == choices.template), self._looks[0])
        self._about.words.setText(f"{_(look.description)} {web_forms(look)}")
        for name, row in self._rows.items():
            value = getattr(choices, name)
            row.show_value(value or look.accent if name == "accent" else value)
            if value != USUAL[name]:
                self._unfold()


class _Row(QWidget):
    """One more choice: its name above a line of small tiles."""

    def __init__(self, name: str, values: Mapping[object, str]) -> None:
        super().__init__()
        self._values = list(values)
        self.tiles = TileGrid(name)
        for words in values.values():
            tile = Tile(words)
            tile.setProperty("small", True)
            tile.setAccessibleDescription(name)
            self.tiles.add(tile)
        column = layouts.column(self, spacing=8)
        column.addSpacing(8)
        column.addWidget(Text(name, TextRole.LABEL))
        column.addWidget(self.tiles)

    @property
    def value(self) -> object:
        """What is chosen."""
        return self._values[self.tiles.chosen or 0]

    def show_value(self, value: object) -> None:
        """Show what is chosen, without telling."""
        self.tiles.show_chosen(self._values.index(value) if value in self._values else None)


def _card_words(look: catalogue.Template) -> str:
    kind = _("For web forms") if look.best_for_web_forms else _("For paper")
    return f"{_(look.name)}\n{kind}"


def web_forms(look: catalogue.Template) -> str:
    """Say in plain words whether job websites read the look right."""
    if look.best_for_web_forms:
        return _("Job websites read it in the right order.")
    return _("Best on paper and in email: some job websites mix up its dates.")
