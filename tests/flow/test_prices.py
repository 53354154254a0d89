"""What pages cost, whatever way the library wrote its price."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.flow.prices import is_free, total


@pytest.mark.parametrize(
    ("price", "pages", "says"),
    [
        ("15 cents", 2, "30 cents"),
        ("$0.15", 2, "$0.30"),
        ("$0.15", 10, "$1.50"),
        ("0,10 €", 3, "0,30 €"),
        ("10¢", 1, "10¢"),
        ("Only $1.", 4, "Only $4."),
        ("", 2, ""),
        ("Ask at the desk", 2, ""),
        ("10 cents, color 25 cents", 2, ""),
        ("1,000 dong", 2, ""),
        ("$0.125", 2, ""),
    ],
)
def test_the_one_number_is_multiplied(price: str, pages: int, says: str) -> None:
    assert total(price, pages) == says


@pytest.mark.parametrize(
    ("price", "free"), [("0", True), ("$0.00", True), ("", False), ("free", False), ("1", False)]
)
def test_nothing_is_free_unless_it_says_nought(price: str, free: bool) -> None:
    assert is_free(price) is free


@given(st.integers(0, 99_999), st.integers(1, 540), st.sampled_from([".", ","]))
def test_no_cent_is_lost(cents: int, pages: int, point: str) -> None:
    said = total(f"{cents // 100}{point}{cents % 100:02} $", pages)
    assert Decimal(said.removesuffix(" $").replace(",", ".")) * 100 == cents * pages


@given(st.text(max_size=30), st.integers(1, 99))
def test_whatever_stands_there_is_no_reason_to_stop(price: str, pages: int) -> None:
    total(price, pages)
    is_free(price)
