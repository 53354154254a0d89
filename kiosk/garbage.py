"""When Python looks for objects that only hold each other: seldom, and while nobody waits.

Its usual way, at every 700 new objects, costs a tenth of a start and more of a layout, for nothing: what is
loaded stays, and what a layout makes it needs until it is done.
"""

from __future__ import annotations

import gc

SELDOM = 20_000
"""How many new objects make Python look."""


def look_seldom() -> None:
    """Let this process look seldom from now on."""
    gc.set_threshold(SELDOM)


def keep_what_is_here() -> None:
    """Never look at what this process holds now: it is there to stay."""
    gc.collect()
    gc.freeze()


def clear_away() -> None:
    """Look now."""
    gc.collect()
