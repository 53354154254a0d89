"""One page, if it can be: first the distances get smaller, then the letters; no word is ever dropped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from kiosk.i18n import ngettext
from kiosk.render.blocks import StyledText
from kiosk.render.spacing import Spacing
from kiosk.render.types import Notice

CODE: Final = "more-than-one-page"

T = TypeVar("T")


def tightest_needed(
    first: T,
    ladder: Sequence[Spacing],
    make: Callable[[Spacing], T],
    pages: Callable[[T], int],
    most: int = 1,
) -> T:
    """Return the layout of `most` pages with the least change, or the tightest one.

    `first` is the natural layout. Tighter never makes more pages, so half of the ladder is passed with every
    try.
    """
    if pages(first) <= most or not ladder:
        return first
    low, high = 0, len(ladder) - 1
    best = make(ladder[high])
    if pages(best) > most:
        return best
    while low < high:
        middle = (low + high) // 2
        tried = make(ladder[middle])
        if pages(tried) <= most:
            best, high = tried, middle
        else:
            low = middle + 1
    return best


def spills(page: StyledText) -> tuple[str, ...]:
    """Return the texts that are not on the first page, in order."""
    return tuple(block.text for block in page.blocks if block.page > 0)


def notice(spilled: Sequence[str]) -> Notice:
    """Say that it is more than one page even at its tightest."""
    message = ngettext(
        "{n} line does not fit on one page: “{first}”. Take out what an employer needs least.",
        "{n} lines do not fit on one page, from “{first}” on. Take out what an employer needs least.",
        len(spilled),
    )
    return Notice(CODE, message.format(n=len(spilled), first=spilled[0]), "")
