"""All of the wizard's screens, in order; their tables are in `kiosk.flow.tables`."""

from __future__ import annotations

from kiosk.flow.step import PageKind, Step
from kiosk.flow.tables import about, activities, ending, school, skills, start, work

__all__ = ["BY_ID", "GROUPS", "STEPS", "PageKind", "Step"]

STEPS: tuple[Step, ...] = (
    *start.STEPS,
    *about.STEPS,
    *work.STEPS,
    *activities.STEPS,
    *school.STEPS,
    *skills.STEPS,
    *ending.STEPS,
)

BY_ID = {step.id: step for step in STEPS}
GROUPS = tuple(dict.fromkeys(step.group for step in STEPS))
