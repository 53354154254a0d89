"""Where the person has been already: their own town, those of their jobs, and the states of all."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.flow import employers
from kiosk.resume.model import Resume

SHORTEST = 3
"""Letters of a town before its state is offered."""


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


def offered(typed: str, resume: Resume, but: int) -> tuple[str, ...]:
    """Return the places that go on from what was typed; where there are none, that with its state."""
    return going_on(typed, known(resume, but)) or with_state(typed, resume, but)


def with_state(typed: str, resume: Resume, but: int) -> tuple[str, ...]:
    """Return a town without a state with each that was written already, the person's own first.

    Nobody has to write it twice, and it is only on the page when it was pressed.
    """
    town = " ".join(typed.split())
    states = _states(resume, but)
    is_town = len(town) >= SHORTEST and town[-1].isalpha() and "," not in town
    if not is_town or town.casefold() in map(str.casefold, states):
        return ()
    return tuple(f"{town}, {state}" for state in states)


def _states(resume: Resume, but: int) -> tuple[str, ...]:
    """Return the state of the person, then those of their jobs `but` one; each once."""
    parts = (place.rpartition(", ") for place in known(resume, but))
    written = (resume.basics.location.region, *(state for _town, comma, state in parts if comma))
    each: dict[str, str] = {}
    for state in map(str.strip, written):
        each.setdefault(state.casefold(), state)
    return tuple(state for state in each.values() if state)
