"""All of the wizard's screens, in order; their tables are in `kiosk.flow.tables`."""

from __future__ import annotations

from kiosk.flow import paths
from kiosk.flow.step import SCHOOL, WORK, PageKind, Step
from kiosk.flow.tables import about, activities, ending, hours, school, skills, start, work
from kiosk.resume.model import Resume

__all__ = ["BY_ID", "GROUPS", "STEPS", "PageKind", "Step", "for_person"]

STEPS: tuple[Step, ...] = (
    *start.STEPS,
    *about.STEPS,
    *work.STEPS,
    *activities.STEPS,
    *school.STEPS,
    *skills.STEPS,
    *hours.STEPS,
    *ending.STEPS,
)

BY_ID = {step.id: step for step in STEPS}
GROUPS = tuple(dict.fromkeys(step.group for step in STEPS))


def for_person(resume: Resume) -> tuple[Step, ...]:
    """Return all screens in the order in which this person meets them: school may come before jobs."""
    if not paths.school_first(resume):
        return STEPS
    others = tuple(step for step in STEPS if step.group != SCHOOL)
    at = next(place for place, step in enumerate(others) if step.group == WORK)
    return (*others[:at], *(step for step in STEPS if step.group == SCHOOL), *others[at:])
