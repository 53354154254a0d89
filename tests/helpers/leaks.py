"""What a test left behind: threads, child processes, windows. To look takes well under 1 ms."""

from __future__ import annotations

import os
import sys
import threading
import time
from dataclasses import dataclass
from multiprocessing import resource_tracker
from typing import Any

import psutil

PATIENCE = 2.0
"""Seconds that what is ending may still take: a killed process, for one, needs a moment to be gone."""


@dataclass(frozen=True)
class Alive:
    """What lives at one moment, by names that a person can act on."""

    threads: dict[int, str]
    children: dict[int, str]
    windows: dict[int, str]

    def beyond(self, before: Alive) -> list[str]:
        """Say what lives now and did not live `before`."""
        return [
            f"{kind} {name}"
            for kind, now, then in (
                ("thread", self.threads, before.threads),
                ("child process", self.children, before.children),
                ("window", self.windows, before.windows),
            )
            for key, name in now.items()
            if key not in then
        ]


def look() -> Alive:
    """See what lives now."""
    return Alive(_threads(), _children(), _windows())


def left_behind(before: Alive, patience: float = PATIENCE) -> list[str]:
    """Say what lives that did not live `before`, after a little patience; empty when all is well."""
    end = time.monotonic() + patience
    while (left := look().beyond(before)) and time.monotonic() < end:
        time.sleep(0.02)
    return left


def _threads() -> dict[int, str]:
    """Threads by identity, but for foreign ones (Qt's): once they ran Python, Python lists them for ever."""
    return {
        id(thread): thread.name
        for thread in threading.enumerate()
        if not isinstance(thread, threading._DummyThread)
    }


def _children() -> dict[int, str]:
    """Child processes by number, those included that ended and were not waited for.

    multiprocessing's own tracker, which lives as long as this process, is no leak.
    """
    try:
        os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    except ChildProcessError:  # none at all: the usual case, known without reading /proc
        return {}
    tracker = resource_tracker._resource_tracker._pid  # type: ignore[attr-defined]
    return {child.pid: _describe(child) for child in psutil.Process().children() if child.pid != tracker}


def _describe(child: psutil.Process) -> str:
    try:
        return f"{child.pid} ({child.status()}): {' '.join(child.cmdline())[:100]}"
    except psutil.Error:
        return f"{child.pid} (just ended)"


def _windows() -> dict[int, str]:
    """Top-level widgets by identity, once those are gone that Qt was told to delete later."""
    widgets: Any = sys.modules.get("PySide6.QtWidgets")
    core: Any = sys.modules.get("PySide6.QtCore")
    if widgets is None or not isinstance(core.QCoreApplication.instance(), widgets.QApplication):
        return {}
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)
    shiboken: Any = sys.modules["shiboken6"]
    return {
        shiboken.getCppPointer(widget)[0]: f"{type(widget).__name__} {widget.objectName()}".strip()
        for widget in widgets.QApplication.topLevelWidgets()
    }
