"""*Is this your first job?*: what is true of the way so far, several things if they are."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.flow import paths
from kiosk.flow.paths import NAMES
from kiosk.flow.steps import Step
from kiosk.i18n import _
from kiosk.ui.pages.base import Page
from kiosk.ui.pages.context import Context
from kiosk.ui.ticks import TickTile
from kiosk.ui.tiles import TileGrid


class PathPage(Page):
    """A tile for each path; all the screens that follow go by what is ticked."""

    def __init__(self, step: Step, context: Context) -> None:
        super().__init__(context)
        self.set_heading(_(step.title), _(step.help))
        self._grid = TileGrid(self.heading, many=True)
        for name in NAMES.values():
            self._grid.add(TickTile(_(name)))
        self._grid.ticked.connect(self._tick)
        self.body.addWidget(self._grid)
        context.session.watch(self._session_changed)

    def enter(self) -> None:
        """Show what was said."""
        self._show()

    def first_focus(self) -> QWidget:
        """Return the first tile that is ticked: another one with a yellow fill would look chosen."""
        ticked = next((tile for tile in self._grid.tiles if tile.isChecked()), self._grid.stop)
        self._grid.come_in_at(ticked)
        return ticked

    def next_label(self) -> str:
        """Say where Next leads when that is back."""
        return _("Done") if self.context.wizard.returning else _("Next")

    def _tick(self, number: int) -> None:
        session = self.context.session
        session.commit()
        before = paths.of(session.resume)
        session.edit(paths.toggled(session.resume, list(NAMES)[number]))
        session.commit()
        self._show()
        gone = before - paths.of(session.resume) - {list(NAMES)[number]}
        told = (
            _("Not ticked any more: {what}").format(what=_(NAMES[path])) for path in NAMES if path in gone
        )
        self.context.announce(". ".join(told))

    def _session_changed(self) -> None:
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        said = paths.of(self.context.session.resume)
        for path, tile in zip(NAMES, self._grid.tiles, strict=True):
            tile.setChecked(path in said)
