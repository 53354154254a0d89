"""School and training."""

from __future__ import annotations

from kiosk.flow import schooling
from kiosk.flow.field import Field, FieldKind, Offer
from kiosk.flow.step import SCHOOL, PageKind, Step
from kiosk.i18n import N_

SCHOOL_PLACE = (
    Field(
        attr="institution",
        label=N_("School or training place"),
        help=N_("For example: Lincoln High School"),
    ),
    Field(
        attr=f"extra.kiosk.{schooling.COUNTRY}",
        label=N_("Country"),
        help=N_("Only outside the United States. For example: Ukraine"),
        longest=80,
        when=schooling.asks_for_country,
    ),
    Field(
        attr="area",
        label=N_("What you studied"),
        help=N_("For example: Cooking"),
        offer=Offer.SUBJECTS,
    ),
)

SCHOOL_GOT = (
    Field(
        attr="study_type",
        label=N_("Your own words"),
        help=N_("You can change these words."),
        offer=Offer.SCHOOLING,
    ),
    Field(
        attr=f"extra.kiosk.{schooling.EQUAL}",
        label=N_("What it equals in the United States"),
        help=N_("Only if a service looked at it and told you so. For example: Bachelor of Science"),
        when=schooling.asks_what_it_equals,
    ),
)

SCHOOL_GOING = Field(
    attr=f"extra.kiosk.{schooling.GOING}",
    label=N_("I still go there"),
    kind=FieldKind.BOX,
)

SCHOOL_DATE = Field(
    attr="end_date",
    label=N_("Year you finished, or will finish"),
    month_label=N_("Month"),
    kind=FieldKind.DATE,
)

STEPS: tuple[Step, ...] = (
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
        title=N_("Which school was it?"),
        kind=PageKind.FORM,
        section="education",
        of_entry=True,
        fields=SCHOOL_PLACE,
        short=N_("School {number}"),
    ),
    Step(
        id="education.got",
        group=SCHOOL,
        title=N_("What did you get there?"),
        help=N_("Pick one, or write it your way. It counts also when you did not finish."),
        kind=PageKind.FORM,
        section="education",
        of_entry=True,
        fields=SCHOOL_GOT,
        short=N_("What you got"),
    ),
    Step(
        id="education.date",
        group=SCHOOL,
        title=N_("When did you finish?"),
        help=N_("You can leave the year off."),
        kind=PageKind.FORM,
        section="education",
        of_entry=True,
        fields=(SCHOOL_GOING, SCHOOL_DATE),
        short=N_("When"),
    ),
)
