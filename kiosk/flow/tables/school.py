"""School and training."""

from __future__ import annotations

from kiosk.flow.field import Field, FieldKind
from kiosk.flow.step import SCHOOL, PageKind, Step
from kiosk.i18n import N_

SCHOOL_PLACE = (
    Field(
        attr="institution",
        label=N_("School or training place"),
        help=N_("For example: Lincoln High School"),
    ),
    Field(
        attr="study_type",
        label=N_("What you got"),
        help=N_("For example: High school diploma, GED or Some classes"),
    ),
    Field(attr="area", label=N_("What you studied"), help=N_("For example: Cooking")),
)

SCHOOL_DATE = Field(
    attr="end_date",
    label=N_("Year you finished"),
    month_label=N_("Month you finished"),
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
        title=N_("What did you learn there?"),
        kind=PageKind.FORM,
        section="education",
        of_entry=True,
        fields=SCHOOL_PLACE,
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
        fields=(SCHOOL_DATE,),
        short=N_("When"),
    ),
)
