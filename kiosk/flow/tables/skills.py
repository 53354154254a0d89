"""What the person is good at."""

from __future__ import annotations

from kiosk.flow import step
from kiosk.flow.field import Field, FieldKind, Offer
from kiosk.flow.step import PageKind, Step
from kiosk.i18n import N_

SKILLS = Field(attr="skills", label=N_("Your skills"), kind=FieldKind.LINES, offer=Offer.SKILLS)

LANGUAGES = Field(attr="languages", label=N_("Your languages"), kind=FieldKind.LINES, offer=Offer.LANGUAGES)

CARDS = Field(attr="certificates", label=N_("Your cards"), kind=FieldKind.LINES, offer=Offer.CARDS)

STEPS: tuple[Step, ...] = (
    Step(
        id="cards",
        group=step.SKILLS,
        title=N_("Do you have a card, license or certificate?"),
        help=N_("Never write the number of a card. Its name is enough."),
        kind=PageKind.FORM,
        fields=(CARDS,),
    ),
    Step(
        id="skills",
        group=step.SKILLS,
        title=N_("What are you good at?"),
        help=N_("Things you do and tools you use. Six to ten lines are enough."),
        kind=PageKind.FORM,
        fields=(SKILLS,),
    ),
    Step(
        id="languages",
        group=step.SKILLS,
        title=N_("What languages do you speak?"),
        help=N_("Tick each one, then say how well. Every language counts."),
        kind=PageKind.FORM,
        fields=(LANGUAGES,),
    ),
)
