"""The few words in the header that say whether what was typed is on the drive."""

from __future__ import annotations

from datetime import datetime

from kiosk.i18n import _


def clock_time() -> str:
    """Return the time of day as a person writes it. (QLocale knows, and takes 50 ms to load its names.)"""
    # Translators: how the time of day is written, as for strftime(3); %H instead of %I counts to 24.
    return datetime.now().strftime(_("%I:%M")).removeprefix("0")


class SaveClock:
    """Remembers when each save was first heard of."""

    def __init__(self) -> None:
        self._receipt: object = None
        self._time = ""

    def time_of(self, receipt: object) -> str:
        """Return the time of a save, "" when there was none."""
        if receipt is not None and receipt is not self._receipt:
            self._receipt, self._time = receipt, clock_time()
        return self._time


def status(unsaved: bool, saved_at: str) -> tuple[str, bool]:
    """Say in a few words what is on the drive, and whether that is all there is.

    `saved_at` is the time of the last save, "" when there was none.
    """
    if not unsaved:
        return (_("Saved on your drive {time}").format(time=saved_at), True) if saved_at else ("", False)
    if saved_at:
        return _("Changed since {time}").format(time=saved_at), False
    return _("Not saved yet"), False
