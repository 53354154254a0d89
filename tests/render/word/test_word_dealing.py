"""A heading is not left behind at the foot of a page, and no page begins by an order without need."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.render.blocks import Block, BlockStyle
from kiosk.render.word.dealing import DEALT, dealt_right


def blocks(on_first: int, on_second: int, keeping: frozenset[int] = frozenset()) -> list[Block]:
    """Return paragraphs on two pages; those with the numbers `keeping` keep with what follows."""
    return [
        Block("Body Text", BlockStyle(before=6, keep_with_next=number in keeping), (), page=page)
        for number, page in enumerate([0] * on_first + [1] * on_second)
    ]


def begins(paragraphs: list[Block]) -> list[int]:
    """Return which paragraphs begin a page by an order."""
    return [n for n, block in enumerate(dealt_right(paragraphs)) if block.style.page_break_before]


def test_the_25th_is_left_behind_when_it_is_to_be_kept_with_the_26th() -> None:
    paragraphs = blocks(24, 9, frozenset({24, 25}))
    assert begins(paragraphs) == [24]
    assert dealt_right(paragraphs)[24].style.before == 0


def test_two_that_are_kept_with_the_next_go_together() -> None:
    assert begins(blocks(23, 9, frozenset({23, 24}))) == [23]


def test_a_heading_that_was_dealt_with_what_follows_needs_no_order() -> None:
    assert begins(blocks(25, 9, frozenset({25}))) == []
    assert begins(blocks(20, 9, frozenset({20}))) == [], "the 22nd was dealt to the first page with it"
    assert begins(blocks(24, 9)) == []


@given(st.integers(0, 40), st.integers(0, 40), st.frozensets(st.integers(0, 80)))
def test_no_more_than_one_and_nothing_else_changes(
    on_first: int, on_second: int, keeping: frozenset[int]
) -> None:
    paragraphs = blocks(on_first, on_second, keeping)
    found = begins(paragraphs)
    assert found in ([], [on_first])
    assert not found or on_first < DEALT
    rest = [block for n, block in enumerate(dealt_right(paragraphs)) if n not in found]
    assert rest == [block for n, block in enumerate(paragraphs) if n not in found]
