"""The jobs."""

from __future__ import annotations

from kiosk.flow import paths
from kiosk.flow.field import LONGEST_SENTENCE, Field, FieldKind, Offer
from kiosk.flow.step import WORK, PageKind, Step
from kiosk.i18n import N_

WORK_PLACE = (
    Field(attr="position", label=N_("Job title"), help=N_("For example: Cashier"), offer=Offer.TITLES),
    Field(
        attr="name",
        label=N_("Who you worked for"),
        help=N_("A company, a family or yourself. For example: Food Mart"),
    ),
    Field(attr="location", label=N_("City and state")),
)

WORK_DATES = (
    Field(
        attr="start_date",
        label=N_("Year you started"),
        month_label=N_("Month you started"),
        kind=FieldKind.DATE,
    ),
    Field(
        attr="end_date",
        label=N_("Year you stopped"),
        month_label=N_("Month you stopped"),
        kind=FieldKind.DATE,
        still=N_("I still work there"),
    ),
)

WORK_LINES = Field(
    attr="highlights",
    label=N_("What you did"),
    kind=FieldKind.LINES,
    longest=LONGEST_SENTENCE,
    offer=Offer.LINES,
)

STEPS: tuple[Step, ...] = (
    Step(
        id="work",
        group=WORK,
        when=paths.asks_for_jobs,
        title=N_("Where did you work?"),
        help=N_("Start with your newest job. Two or three jobs are enough."),
        kind=PageKind.ENTRIES,
        section="work",
        add=N_("Add a job"),
        add_more=N_("Add another job"),
        counts=(
            N_("Jobs for cash, by the day, or for a short time"),
            N_("Cleaning, cooking, building or driving for people you know"),
            N_("Caring for children, or for somebody old or sick"),
            N_("Helping at a school, a church or a food bank"),
        ),
    ),
    Step(
        id="work.place",
        group=WORK,
        when=paths.asks_for_jobs,
        title=N_("What was the job?"),
        kind=PageKind.FORM,
        section="work",
        of_entry=True,
        fields=WORK_PLACE,
        short=N_("Job {number}"),
    ),
    Step(
        id="work.dates",
        group=WORK,
        when=paths.asks_for_jobs,
        title=N_("When did you work there?"),
        help=N_("The year is enough. Pick a month only if you remember it."),
        kind=PageKind.FORM,
        section="work",
        of_entry=True,
        fields=WORK_DATES,
        short=N_("When"),
    ),
    Step(
        id="work.lines",
        group=WORK,
        when=paths.asks_for_jobs,
        title=N_("What did you do there?"),
        help=N_("Three to five lines. Tick what is true. You can change the words."),
        kind=PageKind.FORM,
        section="work",
        of_entry=True,
        fields=(WORK_LINES,),
        short=N_("What you did"),
    ),
)
