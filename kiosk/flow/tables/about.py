"""Who the person is and how to reach them."""

from __future__ import annotations

from kiosk.flow.field import Field, Offer, Typed
from kiosk.flow.step import ABOUT, PageKind, Step
from kiosk.i18n import N_

NAME = Field(attr="basics.name", label=N_("Your name"), help=N_("For example: Maria Santos"))

CONTACT = (
    Field(
        attr="basics.phone",
        label=N_("Phone"),
        help=N_("For example: 555 010 0134"),
        longest=40,
        typed=Typed.NUMBERS,
    ),
    Field(
        attr="basics.email",
        label=N_("Email"),
        longest=254,
        typed=Typed.EMAIL,
        ask=N_("No email?"),
        answer=N_("Leave it blank and write your phone. Staff can help you get an email for free."),
    ),
    Field(
        attr="basics.location.city",
        label=N_("City"),
        ask=N_("No address?"),
        answer=N_("You can leave it blank, or use a place that holds mail for you. Staff know such places."),
    ),
    Field(attr="basics.location.region", label=N_("State"), beside=True),
    Field(attr="basics.location.address", label=N_("Street"), folded=True),
    Field(
        attr="basics.location.postal_code",
        label=N_("ZIP code"),
        folded=True,
        beside=True,
        longest=20,
        typed=Typed.NUMBERS,
    ),
)

WANTED = Field(
    attr="basics.label",
    label=N_("Job you want"),
    help=N_("For example: Cashier"),
    longest=80,
    offer=Offer.WANTED,
)

STEPS: tuple[Step, ...] = (
    Step(
        id="path",
        group=ABOUT,
        title=N_("Is this your first job?"),
        help=N_("Tick all that is true. We ask only what fits you."),
        kind=PageKind.PATH,
    ),
    Step(
        id="name",
        group=ABOUT,
        title=N_("What is your name?"),
        help=N_("Use the name you want at work. One name is fine."),
        kind=PageKind.FORM,
        fields=(NAME,),
        skippable=False,
    ),
    Step(
        id="contact",
        group=ABOUT,
        title=N_("How can an employer reach you?"),
        help=N_("City and state are enough. You can leave any box blank."),
        kind=PageKind.FORM,
        fields=CONTACT,
    ),
    Step(
        id="wanted",
        group=ABOUT,
        title=N_("What job do you want?"),
        help=N_("It stands under your name. We offer words that fit it."),
        kind=PageKind.FORM,
        fields=(WANTED,),
    ),
)
