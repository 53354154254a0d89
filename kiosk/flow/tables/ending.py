"""From looking it over to taking the files along."""

from __future__ import annotations

from kiosk.flow.step import LOOK, REVIEW, SAVE, PageKind, Step
from kiosk.i18n import N_

STEPS: tuple[Step, ...] = (
    Step(
        id="review",
        group=REVIEW,
        title=N_("Look it over"),
        help=N_("Read it out loud, or to a friend. You can change every line."),
        kind=PageKind.REVIEW,
        skippable=False,
    ),
    Step(
        id="order",
        group=LOOK,
        title=N_("What should come first?"),
        help=N_("Every way shows your jobs with their dates."),
        kind=PageKind.ORDER,
        skippable=False,
    ),
    Step(
        id="look",
        group=LOOK,
        title=N_("Pick a look"),
        help=N_("This is your own page in each look. All are plain enough for any employer."),
        kind=PageKind.LOOK,
        skippable=False,
    ),
    Step(
        id="save",
        group=SAVE,
        title=N_("Save to your drive"),
        kind=PageKind.SAVE,
        skippable=False,
    ),
    Step(
        id="no-drive",
        group=SAVE,
        title=N_("You can leave without a drive"),
        help=N_("Pick one way, or do them all."),
        kind=PageKind.NO_DRIVE,
        skippable=False,
        aside=True,
    ),
    Step(
        id="print",
        group=SAVE,
        title=N_("Print your page"),
        kind=PageKind.PRINT,
        skippable=False,
        aside=True,
    ),
    Step(
        id="codes",
        group=SAVE,
        title=N_("Take the words with your phone"),
        kind=PageKind.CODES,
        skippable=False,
        aside=True,
    ),
    Step(
        id="done",
        group=SAVE,
        title=N_("You did it!"),
        kind=PageKind.DONE,
        skippable=False,
    ),
)
