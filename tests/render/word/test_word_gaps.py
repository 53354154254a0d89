"""Distances are carried by the styles that need the fewest exceptions."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kiosk.render.word.gaps import Gap, givers, usual


def test_a_heading_carries_the_distance_below_it_when_nothing_speaks_against() -> None:
    gaps = [Gap("Heading 1", "Body Text", 120), Gap("Body Text", "Heading 1", 240)]
    assert givers(gaps) == {"Heading 1"}


def test_what_is_the_same_below_every_other_role_is_carried_from_above() -> None:
    gaps = [Gap("Dates", below, 60) for below in ("List Bullet", "Body Text", "Item")]
    gaps += [Gap(role, role, 0) for role in ("List Bullet", "Body Text", "Item")] * 2
    assert givers(gaps) == {"Dates"}


def test_nothing_is_carried_where_the_paragraph_below_can_say_it() -> None:
    gaps = [Gap("Title", "Contact", 60), Gap("Contact", "Summary", 120), Gap("Summary", "Contact", 60)]
    assert givers(gaps) == frozenset()


def test_the_usual_distance_is_the_most_frequent_and_then_the_larger() -> None:
    assert usual([0, 60, 60]) == 60
    assert usual([0, 0, 60, 60]) == 60
    assert usual([]) == 0


ROLES = st.sampled_from(["Title", "Heading 1", "Dates", "Item"])


@given(st.lists(ROLES, max_size=20), st.integers(0, 3))
def test_givers_are_roles_that_stand_above_something(roles: list[str], step: int) -> None:
    gaps = [Gap(above, below, step * len(below)) for above, below in pairwise(roles)]
    assert givers(gaps) <= {gap.above for gap in gaps}
