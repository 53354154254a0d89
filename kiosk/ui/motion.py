"""Gentle motion: a tick that is drawn as if by a hand, in less than 200 ms, and only after a press.

None where the desktop asks for none, and none any more once this computer was too slow to show it. Qt's
wheels do not know what the desktop asks for, so its own files are read: GTK's `gtk-enable-animations`
(GtkSettings) and KDE's `AnimationDurationFactor` (kdeglobals), the person's before the system's.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from configparser import ConfigParser
from configparser import Error as NotReadable
from functools import cache
from pathlib import Path

from PySide6.QtCore import QEasingCurve, QElapsedTimer, QVariantAnimation
from PySide6.QtWidgets import QWidget

from kiosk.ui import theme

MILLISECONDS = 140
TOO_SLOW = 60
"""Milliseconds to the first frame after which nothing moves any more in this sitting."""

_STILL = "still"
_WISHES = (
    ("gtk-4.0/settings.ini", "Settings", "gtk-enable-animations"),
    ("gtk-3.0/settings.ini", "Settings", "gtk-enable-animations"),
    ("kdeglobals", "KDE", "AnimationDurationFactor"),
)


class Stroke:
    """How much of a tick is drawn, 0 to 1; `paint` is called for each step of the way."""

    def __init__(self, widget: QWidget, paint: Callable[[], None]) -> None:
        self.drawn = 1.0
        self._paint = paint
        self._clock = QElapsedTimer()
        self._way = QVariantAnimation(widget)
        self._way.setDuration(MILLISECONDS)
        self._way.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._way.setStartValue(0.0)
        self._way.setEndValue(1.0)
        self._way.valueChanged.connect(self._step)

    def start(self) -> None:
        """Draw the tick from its beginning, if anything may move here."""
        if allowed():
            self.drawn = 0.0
            self._clock.start()
            self._way.start()

    def _step(self, drawn: float) -> None:
        if self._clock.isValid() and drawn > 0:
            if self._clock.elapsed() > TOO_SLOW:
                theme.application().setProperty(_STILL, True)
            self._clock.invalidate()
        self.drawn = float(drawn)
        self._paint()


def allowed() -> bool:
    """Whether anything may move: the desktop does not mind, this computer can, the contrast is the usual."""
    return not (theme.application().property(_STILL) or theme.in_use().high_contrast) and _desktop_allows()


@cache
def _desktop_allows() -> bool:
    mine = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return wanted((mine, Path("/etc/xdg"), Path("/etc")))


def wanted(folders: tuple[Path, ...]) -> bool:
    """Return whether the first of the desktop's files that says something about motion wants it."""
    for folder in folders:
        for name, section, key in _WISHES:
            value = _read(folder / name, section, key)
            if value:
                return value.lower() not in {"0", "false", "0.0"}
    return True


def _read(file: Path, section: str, key: str) -> str:
    """Return what a file says, "" for nothing: a file that cannot be read wishes for nothing."""
    parser = ConfigParser(interpolation=None, strict=False)
    try:
        parser.read(file, "utf-8")
    except (NotReadable, OSError, UnicodeDecodeError):
        return ""
    return parser.get(section, key, fallback="")
