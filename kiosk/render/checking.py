"""Whether a folder is a good look: every sample on both papers in all orders, made in the limited worker.

A folder from outside may hold anything, so nothing of it is read here. Whatever hangs or takes too much
memory is ended with the worker and is a finding like others; then nothing more is tried.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import Any, Final

from kiosk import fonts, paths
from kiosk.errors import TooSlow, WorkerDied
from kiosk.i18n import _
from kiosk.render.catalogue import PAGE
from kiosk.render.check.findings import Finding, Kind, better, in_order, must
from kiosk.render.check.folder import Listing, is_read
from kiosk.render.check.full import NAME
from kiosk.render.types import Order, Paper
from kiosk.worker import Worker, WorkerBug

WARM_UP: Final = "kiosk.render.job:warm_up"
"""What the worker should have done before, or the first file is blamed for what takes long to load."""
LOOK: Final = "kiosk.render.check.job:look"
READ: Final = "kiosk.render.check.job:read"
MAKE: Final = "kiosk.render.check.job:page"
READ_SECONDS: Final = 8.0
"""For all files together; one takes a hundredth."""
PAGE_SECONDS: Final = 12.0
"""For one page, which takes a tenth. With the files this is less than the 30 s in which a look is refused."""
ENOUGH_SECONDS: Final = 5.0
"""After this no more pages are tried with a look that breaks."""


def check(folder: Path, worker: Worker) -> tuple[Finding, ...]:
    """Return all that is wrong with the look in a folder, in order; nothing is written anywhere."""
    folder = folder.resolve()
    return in_order(_findings(folder, worker))


def is_good(findings: Iterable[Finding]) -> bool:
    """Whether a look can be used: what is found is advice alone."""
    return all(one.kind is not Kind.MUST for one in findings)


def samples() -> tuple[str, ...]:
    """Return the names of the patrons whose pages are made."""
    return tuple(sorted(path.stem for path in paths.SAMPLES.glob("*.json")))


def _findings(folder: Path, worker: Worker) -> Iterator[Finding]:
    listing = _asked(worker, "", READ_SECONDS, LOOK, folder)
    if not isinstance(listing, Listing):
        yield from listing
        return
    yield from listing.findings
    installed = fonts.here()
    whole, end = listing.safe, time.monotonic() + READ_SECONDS
    for file in filter(is_read, listing.files):
        found = _asked(worker, file, max(0.1, end - time.monotonic()), READ, folder, file, installed)
        yield from found
        whole = whole and not any(one.rule in _STOPS for one in found)
        if any(one.rule == _ENDED for one in found):
            return
    if whole:
        yield from _pages(folder, worker)
    else:
        message, remedy = _("No page was made yet."), _("Put the rest right first, then check again.")
        yield better("not-made", PAGE, None, message, remedy)


_ENDED: Final = "too-heavy"
_STOPS: Final = frozenset(
    {"about", "about-syntax", "not-text", "template-syntax", "too-deep", "within-itself", _ENDED}
)
"""After these no page can be made."""


_HOPELESS: Final = frozenset({_ENDED, "slow", "endless"})


def _pages(folder: Path, worker: Worker) -> Iterator[Finding]:
    began = time.monotonic()
    for sample, order, paper in [*product(samples(), Order, Paper), *product([NAME], Order, [Paper.A4])]:
        found = _asked(worker, PAGE, PAGE_SECONDS, MAKE, folder, sample, paper, order)
        yield from found
        if any(one.rule in _HOPELESS for one in found):
            return
        if any(one.rule == "breaks" for one in found) and time.monotonic() - began > ENOUGH_SECONDS:
            return


def _asked(worker: Worker, file: str, seconds: float, job: str, *words: object) -> Any:
    """Return what the worker found. When it had to be ended, that is what was found."""
    try:
        return worker.submit(job, *words, timeout=seconds).result()
    except TooSlow:
        message = _("This takes too long, so it was stopped.")
    except WorkerDied:
        message = _("This takes more memory than is allowed, so it was stopped.")
    except WorkerBug:
        message = _("This cannot be read.")
    remedy = _("Look for loops that do not end, numbers that are too large, and blocks within blocks.")
    return (must(_ENDED, file, None, message, remedy),)
