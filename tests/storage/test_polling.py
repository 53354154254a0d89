"""Watching by looking again."""

from __future__ import annotations

import queue
import threading

from kiosk.storage.polling import poll

PATIENCE = 20.0
"""Seconds, on a busy machine."""


def test_only_changes_are_told() -> None:
    state = {"now": 1}
    told: queue.Queue[int] = queue.Queue()
    looks = threading.Semaphore(0)

    def look() -> int:
        looks.release()
        return state["now"]

    stop = poll(look, lambda: told.put(state["now"]), every=0.001)
    for _ in range(5):
        assert looks.acquire(timeout=PATIENCE)
    assert told.empty()
    state["now"] = 2
    assert told.get(timeout=PATIENCE) == 2
    stop()
    assert told.empty()


def test_stopping_waits_for_the_thread_and_may_be_done_twice() -> None:
    before = threading.active_count()
    stop = poll(lambda: 1, lambda: None, every=0.001)
    assert threading.active_count() == before + 1
    stop()
    stop()
    assert threading.active_count() == before
