"""What one can have got at a school, and what is only asked of some: the country, and what it equals here."""

from __future__ import annotations

from typing import Any, Final

from kiosk.flow import paths
from kiosk.flow.field import Choice
from kiosk.flow.paths import Path
from kiosk.i18n import N_
from kiosk.resume import ours
from kiosk.resume.model import Resume

COUNTRY: Final = "country"
EQUAL: Final = "equal"
GOING: Final = "going"
"""Our keys of a school; see `kiosk.resume.ours`."""

GOT: Final = (
    Choice("High school diploma", N_("High school diploma")),
    Choice("GED", N_("GED")),
    Choice("Certificate", N_("A certificate")),
    Choice("Job training", N_("Job training")),
    Choice("Associate degree", N_("Associate degree")),
    Choice("Bachelor's degree", N_("Bachelor's degree")),
    Choice("Master's degree", N_("Master's degree")),
    Choice("College classes", N_("Some college")),
    Choice("English classes", N_("English classes")),
    Choice("Classes", N_("Other classes")),
    Choice("Primary school", N_("Primary school")),
    Choice("Some classes", N_("I did not finish")),
)
"""What is printed, and what the tile says. No page says what somebody did not do."""


def asks_for_country(resume: Resume, school: Any) -> bool:
    """Whether the country of a school is asked: of who worked in another one, or where there is one."""
    return Path.ABROAD in paths.of(resume) or bool(ours.text(school, COUNTRY))


def asks_what_it_equals(_resume: Resume, school: Any) -> bool:
    """Whether to ask what it equals here: of a school in another country."""
    return bool(ours.text(school, COUNTRY).strip() or ours.text(school, EQUAL))
