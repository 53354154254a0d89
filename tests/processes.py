"""Looking at real processes, for the tests of the worker and the supervisor."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

SOON = 20.0
"""Seconds; far more than anything here needs, so that a busy machine fails nothing."""


def state(process: int) -> str:
    """Return the letter for what a process does (proc_pid_stat(5)), "" when there is none."""
    try:
        return Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return ""


def is_alive(process: int) -> bool:
    """Whether a process runs; one that has ended and was not reaped does not."""
    return state(process) not in ("", "Z")


def comes_true(condition: Callable[[], bool]) -> bool:
    """Look again and again until it is so; False when it does not come in SOON."""
    deadline = time.monotonic() + SOON
    while not condition():
        if time.monotonic() > deadline:
            return False
        threading.Event().wait(0.01)
    return True
