"""The days and the parts of a day as the screen calls them, and what was ticked of them in words."""

from __future__ import annotations

from typing import Any, Final

from kiosk.i18n import N_, _
from kiosk.resume import hours

DAY_NAMES: Final = {
    "mon": N_("Monday"),
    "tue": N_("Tuesday"),
    "wed": N_("Wednesday"),
    "thu": N_("Thursday"),
    "fri": N_("Friday"),
    "sat": N_("Saturday"),
    "sun": N_("Sunday"),
}
PART_NAMES: Final = {"morning": N_("Morning"), "afternoon": N_("Afternoon"), "night": N_("Night")}
"""What each is called on the screen; marked for translation."""


def said(times: Any) -> tuple[str, ...]:
    """Return what was ticked, a line for days with the same times."""
    return tuple(
        _("{group}: {words}").format(
            group=_days(first, last), words=", ".join(_(PART_NAMES[p]) for p in parts)
        )
        for first, last, parts in hours.by_day(times)
    )


def _days(first: str, last: str) -> str:
    if first == last:
        return _(DAY_NAMES[first])
    return _("{start} to {end}").format(start=_(DAY_NAMES[first]), end=_(DAY_NAMES[last]))
