"""Watching by looking again: for what sends no signal."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from typing import Final

EVERY: Final = 0.5
"""Seconds between two looks."""


def poll(
    look: Callable[[], Hashable], changed: Callable[[], None], every: float = EVERY
) -> Callable[[], None]:
    """Call `changed` from a thread whenever `look` gives something else than before; returns what stops it.

    What stops it waits until the thread has ended, unless it is called from that thread.
    """
    stopping = threading.Event()
    first = look()

    def run() -> None:
        seen = first
        while not stopping.wait(every):
            now = look()
            if now != seen:
                seen = now
                changed()

    thread = threading.Thread(target=run, name="drives", daemon=True)
    thread.start()

    def stop() -> None:
        stopping.set()
        if thread is not threading.current_thread():
            thread.join()

    return stop
