"""A way around a flaw of LibreOffice, which many libraries have in the place of Word.

Before it lays out a file it deals out its paragraphs, 25 to a page (`SwLayHelper`, sw/source/core/layout
of LibreOffice 7.4). A heading that was dealt to the foot of the first page as the 25th stays there, though it
is to be kept with what follows on the next. Only an order to begin a page helps. It is written for no other
heading: when somebody takes a line out above, it leaves the rest of that page empty.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kiosk.render.blocks import Block

DEALT: Final = 25
"""How many paragraphs LibreOffice deals to a page."""


def dealt_right(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return the paragraphs; of those that would be left behind the first begins a page, at its very top."""
    first = next((number for number, block in enumerate(blocks) if block.page == 1), DEALT)
    left_behind = blocks[first:DEALT]
    if not left_behind or not all(block.style.keep_with_next for block in left_behind):
        return blocks
    style = replace(blocks[first].style, page_break_before=True, before=0.0)
    begins = replace(blocks[first], style=style)
    return (*blocks[:first], begins, *blocks[first + 1 :])
