"""How many of some texts stand in a long one in the wanted order."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_IGNORED: Final = re.compile(r"[\s\-\u00ad\u200b-\u200f\u2010\u2011\u2028\u2029\u2066-\u2069\ufeff\ufffe]+")
"""Blanks, marks that nobody sees, and hyphens: a reader may break or join words at them."""


def closed_up(text: str) -> str:
    """Return a text without blanks, hyphens, ligatures and capitals: what all readers must agree on."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", text).casefold())


@dataclass(frozen=True, slots=True)
class InOrder:
    """How many texts of all could be read one after the other; `lost` are the others."""

    count: int
    total: int
    lost: tuple[str, ...]


def in_order(texts: Sequence[str], page: str) -> InOrder:
    """Find the longest chain of texts that stand on the page one after the other, none inside another."""
    page = closed_up(page)
    ends: list[int] = []  # the least place where a chain of 1, 2, 3 ... texts can end
    links: list[tuple[int, int]] = []  # for each place of a text: its number, and the link before it
    last: list[int] = []  # for each length of a chain: its last link
    for number, text in enumerate(texts):
        for start, end in _places(closed_up(text), page):
            length = bisect_right(ends, start)
            links.append((number, last[length - 1] if length else -1))
            if length == len(ends):
                ends.append(end)
                last.append(len(links) - 1)
            elif end < ends[length]:
                ends[length], last[length] = end, len(links) - 1
    kept = set(_numbers(links, last[-1] if last else -1))
    return InOrder(len(kept), len(texts), tuple(text for n, text in enumerate(texts) if n not in kept))


def _places(text: str, page: str) -> Iterator[tuple[int, int]]:
    """Give every place of a text, the last one first, so that no place is chained to another of the same."""
    at = page.rfind(text)
    while at >= 0:
        yield at, at + len(text)
        at = page.rfind(text, 0, at + len(text) - 1)


def _numbers(links: Sequence[tuple[int, int]], at: int) -> Iterator[int]:
    while at >= 0:
        number, at = links[at]
        yield number


def lost(texts: Sequence[str], places: Sequence[str]) -> tuple[str, ...]:
    """Return those texts that are not, one after the other, each as a whole in one of some places."""
    return in_order(texts, "\0".join(places)).lost


_WORD: Final = re.compile(r"[^\W\d_]{2,20}")
"""Long enough to be torn, and short enough to be on one line."""


def torn(texts: Sequence[str], page: str) -> tuple[str, ...]:
    """Return the words of some texts that the page has only in pieces ("W O R K") or glued to others."""
    there = set(_words(page))
    return tuple(word for text in texts for word in _words(text) if word not in there)


def _words(text: str) -> Iterator[str]:
    """Give the words of a text; what has a hyphen, a dot or the like inside may be broken there."""
    for part in unicodedata.normalize("NFKC", text).casefold().split():
        bare = part.strip("()[].,;:!?'\"·•–—-/“”‘’«»")
        if _WORD.fullmatch(bare):
            yield bare
