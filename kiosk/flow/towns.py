"""Where the person has been already: their own town, and the towns of their jobs."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.flow import employers
from kiosk.resume.model import Resume


def known(resume: Resume, but: int) -> tuple[str, ...]:
    """Return "City, ST" of the person, then the places of their jobs `but` one; each once."""
    home = resume.basics.location
    own = ", ".join(part for part in (home.city, home.region) if part)
    others = (employers.city_of(job) for number, job in enumerate(resume.work) if number != but)
    return tuple(dict.fromkeys(place for place in (own, *others) if place))


def going_on(typed: str, towns: Sequence[str]) -> tuple[str, ...]:
    """Return the towns that begin with what was typed; all of them for nothing."""
    begun = typed.strip().casefold()
    return tuple(town for town in towns if town.casefold().startswith(begun))
