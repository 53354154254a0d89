"""What the person is good at."""

from __future__ import annotations

from kiosk.flow import step, summary
from kiosk.flow.field import Field, FieldKind, Offer
from kiosk.flow.step import PageKind, Step
from kiosk.i18n import N_

SKILLS = Field(attr="skills", label=N_("Your skills"), kind=FieldKind.LINES, offer=Offer.SKILLS)

LANGUAGES = Field(attr="languages", label=N_("Your languages"), kind=FieldKind.LINES, offer=Offer.LANGUAGES)

CARDS = Field(attr="certificates", label=N_("Your cards"), kind=FieldKind.LINES, offer=Offer.CARDS)

SUMMARY = Field(
    attr="basics.summary",
    label=N_("Your line"),
    help=N_("Two lines at most. Leave out “I am”."),
    kind=FieldKind.SENTENCE,
    longest=summary.LONGEST,
    offer=Offer.SUMMARY,
)

STEPS: tuple[Step, ...] = (
    Step(
        id="cards",
        group=step.SKILLS,
        title=N_("Do you have a card, license or certificate?"),
        help=N_("Do not type the license number. Its name is enough."),
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
    Step(
        id="summary",
        group=step.SKILLS,
        title=N_("Finish this line: “I am a ...”"),
        help=N_("It stands at the top of your page. You can leave it out."),
        kind=PageKind.FORM,
        fields=(SUMMARY,),
        when=summary.asked,
        listed=True,
    ),
)
