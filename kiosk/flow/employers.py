"""Who somebody worked for: a company, a family, oneself, the state and so on; and in which country.

The kind is kept in the job under `extra.kiosk.employer`. What is printed is the employer's name, in the words
that JSON Resume has for it, so that the page and every other program say the same. A country is printed after
the place and so is part of `location`; under `extra.kiosk.country` it is only known again.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import Any, Final

from kiosk.flow import paths
from kiosk.flow.field import Choice
from kiosk.flow.keys import read, written
from kiosk.i18n import N_, _
from kiosk.resume.model import Resume, Work

KIND: Final = "extra.kiosk.employer"
COUNTRY: Final = "extra.kiosk.country"


class Employer(StrEnum):
    """The kind of an employer; its value is what the file keeps."""

    COMPANY = "company"
    FAMILY = "family"
    SELF = "self"
    AGENCY = "agency"
    STATE = "state"
    MILITARY = "military"


KINDS: Final = (
    Choice(Employer.COMPANY, N_("A company")),
    Choice(Employer.FAMILY, N_("A family")),
    Choice(Employer.SELF, N_("Myself")),
    Choice(Employer.AGENCY, N_("An agency, for a company")),
    Choice(Employer.STATE, N_("A state facility")),
    Choice(Employer.MILITARY, N_("The military")),
)

USUAL: Final = {Employer.FAMILY: "Private home", Employer.SELF: "Self-employed"}
"""What the page says where no name is needed. It is on the page and not on the screen: not translated."""

_NAMES: Final = {
    Employer.COMPANY: (N_("Name of the company"), N_("For example: Food Mart")),
    Employer.FAMILY: (
        N_("What your page says"),
        N_("You do not need their name. \u201cPrivate home\u201d is enough."),
    ),
    Employer.SELF: (
        N_("What your page says"),
        N_("The name of your business, if it has one. \u201cSelf-employed\u201d is enough."),
    ),
    Employer.AGENCY: (N_("Name of the agency"), N_("For example: Bright Star Staffing")),
    Employer.STATE: (
        N_("The state, and the part where you worked"),
        N_("All work there counts. For example: State of Missouri, food service"),
    ),
    Employer.MILITARY: (N_("Name of the service"), N_("For example: U.S. Army")),
}
_ANY_NAME: Final = (N_("Name of the place or person"), N_("For example: Food Mart"))
_SENT: Final = (N_("The company where you worked"), N_("For example: At Harlow Stamping"))
_ABOUT: Final = (N_("About the place"), N_("One line under its name. You can leave it blank."))
_PLACE: Final = (N_("City and state"), "")
_STATE_PLACE: Final = (N_("City and state"), N_("The state alone is enough."))


def kind_of(job: Work) -> Employer | None:
    """Return the kind that was chosen, None for none or one that is not known here."""
    kept = read(job, KIND)
    return Employer(kept) if kept in list(Employer) else None


def with_kind(job: Work, kind: str) -> Work:
    """Choose a kind. The usual words of one come and go with it; a name that was typed stays."""
    changed: Work = written(job, KIND, kind)
    if job.name.strip() in ("", *USUAL.values()):
        usual = USUAL.get(Employer(kind), "") if kind in list(Employer) else ""
        changed = replace(changed, name=usual)
    return changed


def name_words(job: Work) -> tuple[str, str]:
    """Return what the box of the name is called, and its help."""
    kind = kind_of(job)
    label, about = _NAMES[kind] if kind else _ANY_NAME
    return _(label), _(about)


def about_words(job: Work) -> tuple[str, str]:
    """Return the same for the line under the name."""
    label, about = _SENT if kind_of(job) is Employer.AGENCY else _ABOUT
    return _(label), _(about)


def place_words(job: Work) -> tuple[str, str]:
    """Return the same for the place."""
    label, about = _STATE_PLACE if kind_of(job) is Employer.STATE else _PLACE
    return _(label), _(about) if about else ""


def asks_about(_resume: Resume, job: Any) -> bool:
    """Whether the line under the name is asked for: for an agency, or when there is one."""
    return kind_of(job) is Employer.AGENCY or bool(job.description)


def asks_country(resume: Resume, job: Any) -> bool:
    """Whether the country is asked for: only of somebody who worked in another one."""
    return paths.Path.ABROAD in paths.of(resume) or bool(country_of(job))


def country_of(job: Work) -> str:
    """Return the country that was written for a job, as long as its place still ends with it."""
    kept = read(job, COUNTRY)
    if not isinstance(kept, str) or not kept:
        return ""
    return kept if job.location == kept or job.location.endswith(f", {kept}") else ""


def city_of(job: Work) -> str:
    """Return the place of a job without its country."""
    country = country_of(job)
    if not country:
        return job.location
    return "" if job.location == country else job.location.removesuffix(f", {country}")


def with_city(job: Work, city: str) -> Work:
    """Return the job at another place in the same country."""
    return _at(job, city, country_of(job))


def with_country(job: Work, country: str) -> Work:
    """Return the job at the same place in another country."""
    return _at(job, city_of(job), country)


def _at(job: Work, city: str, country: str) -> Work:
    location = ", ".join(part for part in (city, country) if part)
    changed: Work = written(replace(job, location=location), COUNTRY, country)
    return changed


def another_role(job: Work) -> Work:
    """Return the beginning of another job at the same employer; the page shows the two as one group."""
    begun = Work(name=job.name, location=job.location, description=job.description, url=job.url)
    return _known_again(_known_again(begun, job, KIND), job, COUNTRY)


def _known_again(begun: Work, job: Work, attr: str) -> Work:
    kept: Work = written(begun, attr, read(job, attr))
    return kept
