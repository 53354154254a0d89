"""What people do without pay, as tiles that begin an entry with its name filled in."""

from __future__ import annotations

from kiosk.flow import entries
from kiosk.flow.steps import STEPS, Step
from kiosk.i18n import _
from kiosk.resume.model import Volunteer
from kiosk.ui.pages.context import Context
from kiosk.ui.tiles import Tile, TileGrid


class Prompts(TileGrid):
    """A tile for each activity of the bank."""

    def __init__(self, context: Context, step: Step) -> None:
        super().__init__(_(step.title))
        self._context = context
        self._first = next(one for one in STEPS if one.of_entry and one.section == step.section)
        self._activities = context.offers.activities()
        for activity in self._activities:
            tile = Tile(activity.name)
            tile.setAccessibleDescription(activity.ask)
            self.add(tile)
        self.picked.connect(self._begin)

    def _begin(self) -> None:
        if self.chosen is None:
            return
        activity = self._activities[self.chosen]
        self.show_chosen(None)
        session, section = self._context.session, self._first.section
        at = entries.count(session.resume, section)
        entry = Volunteer(position=activity.title, organization=activity.where)
        session.commit()
        session.edit(entries.put(session.resume, section, at, entry))
        session.commit()
        self._context.wizard.go(self._first.id, at)
