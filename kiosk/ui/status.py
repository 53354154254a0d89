"""The few words in the header that say whether what was typed is on the drive."""

from __future__ import annotations

from datetime import datetime

from kiosk.flow.kept import KeepState, Kept, warning
from kiosk.flow.session import Session
from kiosk.i18n import _
from kiosk.resume.model import Resume


def clock_time(moment: datetime | None = None) -> str:
    """Return the time of day, now unless it is given, as a person writes it.

    (QLocale knows, and takes 50 ms to load its names.)
    """
    # Translators: how the time of day is written, as for strftime(3); %H instead of %I counts to 24.
    return (moment or datetime.now()).strftime(_("%I:%M")).removeprefix("0")


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


def kept_status(kept: Kept, resume: Resume) -> tuple[str, bool] | None:
    """Say what the drive holds, and whether that is all there is; None where keeping has nothing to say."""
    if kept.state is KeepState.OUT:
        return _("Your drive is out"), False
    if kept.at is not None:
        words = _("Saved on your drive {time}").format(time=clock_time(kept.at))
        return words, kept.state is KeepState.SAVED and kept.resume == resume
    return (_("Not saved yet"), False) if kept.state is KeepState.PROBLEM else None


def status(unsaved: bool, saved_at: str) -> tuple[str, bool]:
    """Say in a few words what is on the drive, and whether that is all there is.

    `saved_at` is the time of the last save, "" when there was none.
    """
    if not unsaved:
        return (_("Saved on your drive {time}").format(time=saved_at), True) if saved_at else ("", False)
    if saved_at:
        return _("Changed since {time}").format(time=saved_at), False
    return _("Not saved yet"), False


def drive_warning(session: Session, kept: Kept) -> str:
    """Say what should be known about the drive on every screen; "" while all is well."""
    if session.without_drive:
        return _("No drive: nothing is kept here. Print your page, or take its words with you.")
    return warning(kept)
