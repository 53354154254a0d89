"""What counts besides jobs."""

from __future__ import annotations

from dataclasses import replace

from kiosk.flow import paths
from kiosk.flow.field import LONGEST_SENTENCE, Field, FieldKind, Offer
from kiosk.flow.step import ELSE, PageKind, Step
from kiosk.flow.tables.work import WORK_DATES
from kiosk.i18n import N_

PLACE = (
    Field(attr="position", label=N_("What you were there"), help=N_("For example: Babysitter")),
    Field(
        attr="organization",
        label=N_("Where, or for whom"),
        help=N_("A group, a school or a family. For example: Garfield High School"),
    ),
)

LINES = Field(
    attr="highlights",
    label=N_("What you did"),
    kind=FieldKind.LINES,
    longest=LONGEST_SENTENCE,
    offer=Offer.LINES,
)

STEPS: tuple[Step, ...] = (
    Step(
        id="volunteer",
        group=ELSE,
        title=N_("What else have you done?"),
        help=N_("If people counted on you, it counts. Two are enough."),
        kind=PageKind.ENTRIES,
        section="volunteer",
        add=N_("Write my own"),
        add_more=N_("Write another one"),
        when=paths.asks_what_else,
    ),
    Step(
        id="volunteer.place",
        group=ELSE,
        title=N_("What was it?"),
        kind=PageKind.FORM,
        section="volunteer",
        of_entry=True,
        fields=PLACE,
        short=N_("Activity {number}"),
        when=paths.asks_what_else,
    ),
    Step(
        id="volunteer.dates",
        group=ELSE,
        title=N_("When did you do it?"),
        help=N_("The year is enough. You can also leave it off."),
        kind=PageKind.FORM,
        section="volunteer",
        of_entry=True,
        fields=(WORK_DATES[0], replace(WORK_DATES[1], still=N_("I still do it"))),
        short=N_("When"),
        when=paths.asks_what_else,
    ),
    Step(
        id="volunteer.lines",
        group=ELSE,
        title=N_("What did you do there?"),
        help=N_("Three to five lines. Tick what is true. You can change the words."),
        kind=PageKind.FORM,
        section="volunteer",
        of_entry=True,
        fields=(LINES,),
        short=N_("What you did"),
        when=paths.asks_what_else,
    ),
)
