"""What a page works with: the parts of one sitting, and what the window does for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.flow.export import SavedFile
    from kiosk.flow.keeping import Keeping
    from kiosk.flow.offers import Offers
    from kiosk.flow.plugged import Plugged
    from kiosk.flow.session import Session
    from kiosk.flow.wizard import Wizard
    from kiosk.printing.types import Printers
    from kiosk.settings import Settings
    from kiosk.speech.types import Speech
    from kiosk.storage.drive import DriveSource
    from kiosk.ui.tasks import Tasks
    from kiosk.worker import Worker


def _nothing(_words: str = "") -> None:
    """What a context does before a window stands behind it."""


def _no_file(_file: SavedFile) -> None:
    """The same, for a file."""


@cache
def _our_offers() -> Offers:
    """Return what can be picked, without anything of the library's own."""
    from kiosk.flow.offers import Offers

    return Offers()


def _no_printers() -> Printers:
    """Return that nobody may print."""
    from kiosk.printing.types import NoPrinters

    return NoPrinters()


def _no_speech() -> Speech:
    """Return that nothing can be read aloud."""
    from kiosk.speech.types import Silent

    return Silent()


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a page works with.

    The window puts itself behind the last five: `read_page` reads all answers aloud, or stops that, `finish`
    asks whether to finish and erase, `open_larger` shows the page large, `open_saved` a PDF that is on the
    drive, `announce` has a screen reader say what no focus change would tell. `make_offers`, `make_printers`
    and `make_speech` return what can be picked, where to print and what reads aloud, always the same; each is
    loaded when it is first asked for.
    """

    session: Session
    wizard: Wizard
    worker: Worker
    drives: DriveSource
    plugged: Plugged
    keeping: Keeping
    tasks: Tasks
    settings: Settings
    make_printers: Callable[[], Printers] = _no_printers
    make_offers: Callable[[], Offers] = _our_offers
    make_speech: Callable[[], Speech] = _no_speech
    read_page: Callable[[], None] = _nothing
    finish: Callable[[], None] = _nothing
    open_larger: Callable[[], None] = _nothing
    open_saved: Callable[[SavedFile], None] = _no_file
    announce: Callable[[str], None] = _nothing

    @property
    def offers(self) -> Offers:
        """What can be picked instead of typed."""
        return self.make_offers()

    @property
    def printers(self) -> Printers:
        """Where a page can be printed."""
        return self.make_printers()

    @property
    def speech(self) -> Speech:
        """What reads aloud."""
        return self.make_speech()
