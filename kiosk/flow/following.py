"""Between the session and what keeps it: which answers, on which drive."""

from __future__ import annotations

from kiosk.flow.keeping import Keeping
from kiosk.flow.plugged import same
from kiosk.flow.session import Session
from kiosk.flow.wizard import Wizard


def follow(session: Session, wizard: Wizard, keeping: Keeping) -> None:
    """Keep what is in the session, on the drive that it names, after every change of screen."""

    def use() -> None:
        if session.drive is not None:
            keeping.use(session.drive)

    session.watch(use)
    wizard.watch(lambda: keeping.keep(session.resume))


def agree(session: Session, keeping: Keeping) -> None:
    """Tell the session which drive it is, when that was put in later, or came back as another device."""
    kept, drive = keeping.now.drive, session.drive
    if kept is not None and (drive is None or (kept != drive and same(kept, (drive,)) is not None)):
        session.use_drive(kept)
