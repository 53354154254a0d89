"""The places that nobody has to write twice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.flow import towns
from kiosk.flow.employers import with_country
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


def test_a_new_town_is_offered_with_ones_own_state_first_and_then_with_the_others() -> None:
    moved = replace(ANA, work=(*ANA.work, Work(location="Reno, NV"), Work(location="Yuma, az")))
    assert towns.with_state("Bisbee", moved, but=9) == ("Bisbee, AZ", "Bisbee, NV")
    assert towns.with_state("  San   Luis ", ANA, but=9) == ("San Luis, AZ",)


@pytest.mark.parametrize("typed", ["", "Bi", "Bisbee,", "Bisbee, A", "Bisbee 2", "nv"])
def test_no_state_is_offered_where_there_is_no_town_or_one_with_a_state(typed: str) -> None:
    assert towns.with_state(typed, replace(ANA, work=(Work(location="Reno, NV"),)), but=9) == ()


def test_nobody_is_told_where_they_live() -> None:
    assert towns.with_state("Bisbee", Resume(work=(Work(location="Mesa"),)), but=9) == ()


def test_of_work_in_another_country_the_country_is_no_state() -> None:
    abroad = with_country(Work(location="Puebla"), "Mexico")
    assert towns.with_state("Atlixco", Resume(work=(abroad,)), but=9) == ()


def test_places_that_are_known_come_instead_of_a_state() -> None:
    assert towns.offered("Mes", ANA, but=9) == ("Mesa, AZ",)
    assert towns.offered("Bisbee", ANA, but=9) == ("Bisbee, AZ",)
