"""What Finish and erase lets go of."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from kiosk.flow.choices import Choices
from kiosk.flow.keeping import Keeping
from kiosk.flow.plugged import Plugged
from kiosk.flow.privacy import Erasure, erase, erasures
from kiosk.flow.session import Session
from kiosk.resume.model import Basics, Resume
from kiosk.storage.folder import FolderDrives
from kiosk.worker import Worker


class EndedWorker:
    """Notes that it was closed."""

    def __init__(self, log: list[str]) -> None:
        self._log = log

    def close(self) -> None:
        self._log.append("worker")


def test_everything_is_erased_and_the_screens_go_first() -> None:
    log: list[str] = []
    session = Session(Choices(template="classic"), Resume(basics=Basics(name="Secret")))
    drives = FolderDrives(Path("/nonexistent"))
    rows = erasures(
        session,
        Keeping(drives, Plugged(drives)),
        cast(Worker, EndedWorker(log)),
        patience=1,
        close_screens=lambda: log.append("screens"),
        clear_clipboard=lambda: log.append("clipboard"),
        stop_reading=lambda: log.append("voice"),
    )
    assert erase(rows) == ()
    assert [row.name for row in rows] == ["screens", "voice", "clipboard", "keeping", "session", "worker"]
    assert log == ["screens", "voice", "clipboard", "worker"]
    assert session.resume == Resume()


def test_what_breaks_keeps_nothing_else_from_being_erased() -> None:
    log: list[str] = []

    def breaks() -> None:
        raise OSError

    rows = (Erasure("first", breaks), Erasure("second", lambda: log.append("second")))
    assert erase(rows) == ("first",)
    assert log == ["second"]
