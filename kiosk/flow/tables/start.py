"""The first screens."""

from __future__ import annotations

from kiosk.flow.step import START, PageKind, Step
from kiosk.i18n import N_

STEPS: tuple[Step, ...] = (
    Step(
        id="home",
        group=START,
        title=N_("Make your resume"),
        help=N_("One question at a time. Your page grows as you answer. Most people need 30 minutes."),
        kind=PageKind.HOME,
        skippable=False,
    ),
    Step(
        id="warm-up",
        group=START,
        title=N_("Try the mouse and the keys"),
        kind=PageKind.WARM_UP,
        skippable=False,
        aside=True,
    ),
    Step(
        id="drive",
        group=START,
        title=N_("Put in your USB drive"),
        help=N_("We keep your answers on it as you go, so that nothing is lost."),
        kind=PageKind.DRIVE,
    ),
    Step(
        id="open",
        group=START,
        title=N_("Open the resume on your drive"),
        kind=PageKind.OPEN,
        skippable=False,
        aside=True,
    ),
)
