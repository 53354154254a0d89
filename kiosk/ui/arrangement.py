"""What of the frame there is room for: numbers in, numbers out."""

from __future__ import annotations

from dataclasses import dataclass

STEPPER_WIDTH = 232
PREVIEW_NARROW, PREVIEW_WIDE = 352, 600
WIDE_WINDOW = 1600
NARROWEST_PAGE = 560
"""All in pixels; the stepper and the page at 100 % text."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """`stepper` and `preview` are widths in pixels, 0 for hidden; a hidden stepper becomes one line."""

    stepper: int
    preview: int


def arrange(width: int, scale: float) -> Arrangement:
    """Share a window `width` pixels wide between steps, page and preview at a text size of `scale`.

    The page comes first. The list of steps goes before the preview does: one line says as much.
    """
    stepper = round(STEPPER_WIDTH * scale)
    preview = PREVIEW_WIDE if width >= WIDE_WINDOW else PREVIEW_NARROW
    page = NARROWEST_PAGE * scale
    for choice in (Arrangement(stepper, preview), Arrangement(0, preview)):
        if width - choice.stepper - choice.preview >= page:
            return choice
    return Arrangement(0, 0)
