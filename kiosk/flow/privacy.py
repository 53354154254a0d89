"""What *Finish and erase* lets go of, in order. Something new to erase is a row here.

Only the end of the process erases its memory for certain, and the supervisor ends it right after. This list
makes that nothing outlives the process: what it gave to other processes, to the screen and to the clipboard.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.flow.keeping import Keeping
    from kiosk.flow.session import Session
    from kiosk.worker import Worker


@dataclass(frozen=True, slots=True)
class Erasure:
    """One thing to erase; `name` says what it is, for tests and for the log."""

    name: str
    erase: Callable[[], None]


def erasures(
    session: Session,
    keeping: Keeping,
    worker: Worker,
    *,
    patience: float,
    close_screens: Callable[[], None],
    clear_clipboard: Callable[[], None],
    stop_reading: Callable[[], None],
) -> tuple[Erasure, ...]:
    """Return what is to be erased. The screen goes first, so that it shows no half-erased answers.

    `close_screens` takes away every page with what was typed into it and every picture of the preview;
    `stop_reading` ends what is read aloud, `clear_clipboard` empties the clipboard and the selection.
    `patience` is how many seconds the last answers may take to be written to the person's drive; the row
    counts as broken when that was not enough.
    """
    return (
        Erasure("screens", close_screens),
        Erasure("voice", stop_reading),
        Erasure("clipboard", clear_clipboard),
        Erasure("keeping", lambda: _ended(keeping.close(patience))),
        Erasure("session", session.forget),
        Erasure("worker", worker.close),
    )


def _ended(in_time: bool) -> None:
    if not in_time:
        raise TimeoutError


def erase(rows: Iterable[Erasure]) -> tuple[str, ...]:
    """Erase all rows, also those after one that broke; returns the names of the broken ones."""
    broken = []
    for row in rows:
        try:
            row.erase()
        except Exception:  # noqa: BLE001 - whatever it is, the rest must still be erased
            broken.append(row.name)
    return tuple(broken)
