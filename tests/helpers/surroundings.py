"""The surroundings of a test run: no screen, no settings, no caches and no language of whoever runs it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

_OURS = {
    "HOME": "",
    "XDG_CONFIG_HOME": ".config",
    "XDG_CACHE_HOME": ".cache",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_RUNTIME_DIR": "run",
}
_THEIRS = ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "LANGUAGE", "LC_ALL", "LC_MESSAGES")


def make_private() -> tempfile.TemporaryDirectory[str]:
    """Give this process, and those it starts, a home of their own and Qt without a screen.

    To be called before Qt is imported. The home goes when the returned object is cleaned up.
    """
    home = tempfile.TemporaryDirectory(prefix="kiosk-tests-")
    for name, place in _OURS.items():
        folder = Path(home.name) / place
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.environ[name] = str(folder)
    for name in _THEIRS:
        os.environ.pop(name, None)
    os.environ["LANG"] = "C.UTF-8"
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return home
