"""The jobs."""

from __future__ import annotations

from kiosk.flow import employers, jobs, paths
from kiosk.flow.field import LONGEST_SENTENCE, Field, FieldKind, Offer
from kiosk.flow.step import WORK, PageKind, Step
from kiosk.i18n import N_
from kiosk.resume.model import Resume

WORK_PLACE = (
    Field(attr="position", label=N_("Job title"), help=N_("For example: Cashier"), offer=Offer.TITLES),
)

WORK_WHO = (
    Field(
        attr=employers.KIND,
        label=N_("I worked for"),
        kind=FieldKind.CHOICE,
        choices=employers.KINDS,
        writes=employers.with_kind,
    ),
    Field(attr="name", label=N_("Name of the place or person"), words=employers.name_words),
    Field(
        attr="description",
        label=N_("The company where you worked"),
        when=employers.asks_about,
        words=employers.about_words,
    ),
    Field(
        attr="location",
        label=N_("City and state"),
        reads=employers.city_of,
        writes=employers.with_city,
        words=employers.place_words,
        offer=Offer.PLACES,
    ),
    Field(
        attr=employers.COUNTRY,
        label=N_("Country"),
        help=N_("Only outside the United States. For example: Mexico"),
        when=employers.asks_country,
        reads=employers.country_of,
        writes=employers.with_country,
    ),
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
    when=jobs.asks_for_lines,
)

JUST_LIST = Field(
    attr=jobs.LISTED,
    label=N_("Just list this job"),
    help=N_("It ended a while ago. The job and the dates are enough."),
    kind=FieldKind.BOX,
    when=jobs.may_be_listed,
)

PROUD = Field(
    attr=jobs.PROUD,
    label=N_("One line about it"),
    help=N_("For example: Trained 4 new cooks"),
    longest=LONGEST_SENTENCE,
    offer=Offer.STARTERS,
    reads=jobs.proud_of,
    writes=jobs.with_proud,
    tidy=jobs.finished,
)


def gaps_are_open(resume: Resume) -> bool:
    """Whether to ask about time that is not shown. Nobody needs to know how before there is something."""
    if not (resume.work or resume.volunteer or resume.education):
        return False
    from kiosk.flow import gaps

    return bool(gaps.still_open(resume))


def gaps_are_there(resume: Resume) -> bool:
    """Whether there is such time at all, answered or not."""
    if not (resume.work or resume.volunteer or resume.education):
        return False
    from kiosk.flow import gaps

    return bool(gaps.found(resume))


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
            N_("Jobs for cash or by the day"),
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
        id="work.who",
        group=WORK,
        when=paths.asks_for_jobs,
        about=jobs.asks_for_employer,
        title=N_("Who did you work for?"),
        kind=PageKind.FORM,
        section="work",
        of_entry=True,
        fields=WORK_WHO,
        short=N_("Who you worked for"),
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
        fields=(JUST_LIST, WORK_LINES),
        short=N_("What you did"),
    ),
    Step(
        id="work.proud",
        group=WORK,
        when=paths.asks_for_jobs,
        about=jobs.asks_for_pride,
        title=N_("What are you proud of there?"),
        help=N_("How many? How often? How fast? Who said so? You can leave this blank."),
        kind=PageKind.FORM,
        section="work",
        of_entry=True,
        fields=(PROUD,),
        short=N_("What you are proud of"),
    ),
    Step(
        id="gap",
        group=WORK,
        when=gaps_are_open,
        again=gaps_are_there,
        title=N_("Some time is not shown"),
        help=N_("Want to add what you did? You never have to say why. One short line is enough."),
        kind=PageKind.GAP,
        skippable=False,
        short=N_("Time not shown: {period}"),
    ),
)
