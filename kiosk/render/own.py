"""Where the library's own looks are: beside its other content."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from kiosk import settings
from kiosk.errors import SettingsError

OWN: Final = "templates"
"""The folder of the library's own looks in its content folder."""


def own_folder() -> Path | None:
    """Return the folder of the library's own looks, None when it has none.

    The program and its worker each ask the settings, so a look's id is all that a job has to carry.
    """
    try:
        content = settings.load().content_folder
    except SettingsError:  # said by everything that needs the settings
        return None
    return Path(content) / OWN if Path(content).is_absolute() else None
