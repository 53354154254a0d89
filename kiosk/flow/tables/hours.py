"""When a person can work: asked for a first job, and of who goes to school."""

from __future__ import annotations

from kiosk.flow import paths, step
from kiosk.flow.field import Field, FieldKind
from kiosk.flow.step import PageKind, Step
from kiosk.i18n import N_

HOURS = (
    Field(attr="meta.kiosk.when.days", label=N_("Days and times"), kind=FieldKind.DAYS),
    Field(
        attr="meta.kiosk.when.start",
        label=N_("When you can start"),
        help=N_("For example: right away, or after June 10"),
        longest=80,
    ),
    Field(attr="meta.kiosk.when.ride", label=N_("I have a way to get to work"), kind=FieldKind.BOX),
    Field(attr="meta.kiosk.when.license", label=N_("I have a driver's license"), kind=FieldKind.BOX),
)

STEPS: tuple[Step, ...] = (
    Step(
        id="hours",
        group=step.SKILLS,
        title=N_("When can you work?"),
        help=N_("Tick all that is true. It stands on the page for a first job."),
        kind=PageKind.FORM,
        fields=HOURS,
        when=paths.asks_for_hours,
    ),
)
