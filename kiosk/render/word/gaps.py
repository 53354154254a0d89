"""Who carries the distance between two paragraphs: the one below it, or the one above.

Word and LibreOffice do not agree whether the space after a paragraph and the space before the next are added
up or the larger one counts. So one of the two is always nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gap:
    """A distance, in twips, between a paragraph of one role and the next of another."""

    above: str
    below: str
    distance: int


def givers(gaps: Iterable[Gap]) -> frozenset[str]:
    """Return the roles that carry the distance below them, so that the fewest paragraphs are exceptions.

    Where it makes no difference a heading carries it: then it stays the same whatever is written below later.
    """
    counted = Counter(gaps)
    chosen: frozenset[str] = frozenset()
    for role in dict.fromkeys(gap.above for gap in counted):
        tried = chosen | {role}
        saved = _exceptions(counted, chosen) - _exceptions(counted, tried)
        if saved > 0 or (saved == 0 and role.startswith("Heading")):
            chosen = tried
    return chosen


def usual(distances: Sequence[int]) -> int:
    """Return the most frequent distance, the largest of several."""
    counts = Counter(distances)
    return max(counts, key=lambda distance: (counts[distance], distance), default=0)


def _exceptions(gaps: Counter[Gap], givers: frozenset[str]) -> int:
    """Count the paragraphs that would need a distance of their own."""
    after: dict[str, list[int]] = {}
    before: dict[str, list[int]] = {}
    taken: dict[str, int] = {}
    for gap, count in gaps.items():
        if gap.above in givers:
            after.setdefault(gap.above, []).extend([gap.distance] * count)
            taken[gap.below] = taken.get(gap.below, 0) + count
        else:
            before.setdefault(gap.below, []).extend([gap.distance] * count)
    others = sum(len(side) - side.count(usual(side)) for side in (*after.values(), *before.values()))
    return others + sum(count for role, count in taken.items() if usual(before.get(role, [])))
