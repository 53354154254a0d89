"""The places that nobody has to write twice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.flow import towns
from kiosk.resume.model import Basics, Location, Resume, Work

ANA = Resume(
    basics=Basics(location=Location(city="Tucson", region="AZ")),
    work=(Work(location="Mesa, AZ"), Work(location="Tucson, AZ"), Work(location="Tuc"), Work(location="")),
)


def test_ones_own_town_comes_first_and_each_place_once() -> None:
    assert towns.known(ANA, but=2) == ("Tucson, AZ", "Mesa, AZ")


def test_what_is_being_written_is_not_offered_to_itself() -> None:
    assert "Tuc" in towns.known(ANA, but=0)
    assert "Tuc" not in towns.known(ANA, but=2)


def test_somebody_without_an_address_is_offered_their_jobs() -> None:
    assert towns.known(Resume(work=ANA.work[:1]), but=1) == ("Mesa, AZ",)


@given(st.text(max_size=4), st.lists(st.text(max_size=6)))
def test_what_is_offered_goes_on_from_what_was_typed(typed: str, known: list[str]) -> None:
    offered = towns.going_on(typed, known)
    assert all(place.casefold().startswith(typed.strip().casefold()) for place in offered)
    assert [place for place in known if place in offered] == list(offered)
