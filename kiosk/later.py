"""What a sitting needs after its first screen. It is loaded when it is called for."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.flow.offers import Offers
    from kiosk.letters import Letters
    from kiosk.printing.types import Printers
    from kiosk.settings import Settings
    from kiosk.speech.types import Speech


def printers(config: Settings) -> Printers:
    """Return the printers that patrons may use."""
    from kiosk.printing.cups import CupsPrinters
    from kiosk.printing.types import NoPrinters

    return CupsPrinters() if config.printing else NoPrinters()


def speech() -> Speech:
    """Return what reads aloud."""
    from kiosk.speech.espeak import Espeak

    return Espeak()


def offers(config: Settings) -> Offers:
    """Return what can be picked, with what the library added."""
    from kiosk.content.store import Content
    from kiosk.flow.offers import Offers

    site = Path(config.content_folder) if config.content_folder else None
    return Offers(Content(config.languages[0], site=site))


def letters() -> Letters:
    """Return which letters the fonts of this computer have."""
    from kiosk.letters import Letters

    return Letters.here()


def missing_fonts() -> tuple[str, ...]:
    """Return the families that pages need and this computer lacks."""
    from kiosk import fonts

    return fonts.missing()


def load_drawing() -> None:
    """Load what the first picture of a page takes, so that the first letter typed does not wait for it."""
    importlib.import_module("kiosk.flow.export")
