"""The table of the wizard's screens, in order. A new screen is a row here.

`title` and `help` are marked for translation and translated when shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from kiosk.flow import fields
from kiosk.flow.fields import Field
from kiosk.i18n import N_


class PageKind(Enum):
    """Which page of the screen shows a step."""

    HOME = auto()
    DRIVE = auto()
    OPEN = auto()
    FORM = auto()
    ENTRIES = auto()
    REVIEW = auto()
    ORDER = auto()
    LOOK = auto()
    SAVE = auto()
    NO_DRIVE = auto()
    PRINT = auto()
    CODES = auto()
    DONE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One screen. `group` is its line in the list of steps; `section` names the entries it is about.

    With `of_entry` it asks about one entry and comes after the ENTRIES step of its section; `short` is what
    its answer is called in *Look it over*. `add` and `add_more` are the buttons that begin an entry; `counts`
    is shown before there is one: what people leave out because they think that it does not count. Next and
    Back pass an `aside` step by.
    """

    id: str
    group: str
    title: str
    kind: PageKind
    help: str = ""
    section: str = ""
    of_entry: bool = False
    fields: tuple[Field, ...] = ()
    short: str = ""
    add: str = ""
    add_more: str = ""
    counts: tuple[str, ...] = ()
    skippable: bool = True
    aside: bool = False


START = N_("Start")
ABOUT = N_("About you")
WORK = N_("Work")
SCHOOL = N_("School")
SKILLS = N_("Skills")
REVIEW = N_("Look it over")
LOOK = N_("Pick a look")
SAVE = N_("Save")

STEPS: tuple[Step, ...] = (
    Step(
        id="home",
        group=START,
        title=N_("Make your resume"),
        help=N_(
            "We ask one thing at a time. You see your page grow as you answer. Most people need 30 minutes."
        ),
        kind=PageKind.HOME,
        skippable=False,
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
    Step(
        id="name",
        group=ABOUT,
        title=N_("What is your name?"),
        help=N_("Use the name you want at work. One name is fine."),
        kind=PageKind.FORM,
        fields=(fields.NAME,),
        skippable=False,
    ),
    Step(
        id="contact",
        group=ABOUT,
        title=N_("How can an employer reach you?"),
        help=N_("City and state are enough. You can leave any box blank."),
        kind=PageKind.FORM,
        fields=fields.CONTACT,
    ),
    Step(
        id="work",
        group=WORK,
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
        title=N_("What was the job?"),
        kind=PageKind.FORM,
        section="work",
        of_entry=True,
        fields=fields.WORK_PLACE,
        short=N_("Job {number}"),
    ),
    Step(
        id="work.dates",
        group=WORK,
        title=N_("When did you work there?"),
        help=N_("The year is enough. Pick a month only if you remember it."),
        kind=PageKind.FORM,
        section="work",
        of_entry=True,
        fields=fields.WORK_DATES,
        short=N_("When"),
    ),
    Step(
        id="work.lines",
        group=WORK,
        title=N_("What did you do there?"),
        help=N_("Three to five lines. Start each with a word like Helped, Cooked or Fixed."),
        kind=PageKind.FORM,
        section="work",
        of_entry=True,
        fields=(fields.WORK_LINES,),
        short=N_("What you did"),
    ),
    Step(
        id="education",
        group=SCHOOL,
        title=N_("Where did you go to school or train?"),
        help=N_("Start with the newest. One or two are enough."),
        kind=PageKind.ENTRIES,
        section="education",
        add=N_("Add a school"),
        add_more=N_("Add another school"),
        counts=(
            N_("School in any country, also when you did not finish"),
            N_("GED and job training"),
            N_("Single classes, like English, computers or first aid"),
        ),
    ),
    Step(
        id="education.place",
        group=SCHOOL,
        title=N_("What did you learn there?"),
        kind=PageKind.FORM,
        section="education",
        of_entry=True,
        fields=fields.SCHOOL_PLACE,
        short=N_("School {number}"),
    ),
    Step(
        id="education.date",
        group=SCHOOL,
        title=N_("When did you finish?"),
        help=N_("Still going? Write the year you will finish. You can also leave the year off."),
        kind=PageKind.FORM,
        section="education",
        of_entry=True,
        fields=(fields.SCHOOL_DATE,),
        short=N_("When"),
    ),
    Step(
        id="skills",
        group=SKILLS,
        title=N_("What are you good at?"),
        help=N_("Tools you use, things you do, languages you speak. Six to ten lines."),
        kind=PageKind.FORM,
        fields=(fields.SKILLS,),
    ),
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

BY_ID = {step.id: step for step in STEPS}
GROUPS = tuple(dict.fromkeys(step.group for step in STEPS))
