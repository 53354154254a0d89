"""What the person is good at."""

from __future__ import annotations

from kiosk.flow import step
from kiosk.flow.field import Field, FieldKind, Offer
from kiosk.flow.step import PageKind, Step
from kiosk.i18n import N_

SKILLS = Field(attr="skills", label=N_("Your skills"), kind=FieldKind.LINES, offer=Offer.SKILLS)

STEPS: tuple[Step, ...] = (
    Step(
        id="skills",
        group=step.SKILLS,
        title=N_("What are you good at?"),
        help=N_("Tools you use, things you do, languages you speak. Six to ten lines."),
        kind=PageKind.FORM,
        fields=(SKILLS,),
    ),
)
