"""A resume in which every key is there and says its own name: what no sample has must be printed, too."""

from __future__ import annotations

from typing import Any, Final

from kiosk.resume.model import Resume
from kiosk.resume.shapes import DATES, LISTS, RESUME, Kind, Shape
from kiosk.resume.texts import NOT_PRINTED

NAME: Final = "every-key"
"""What it is called among the samples."""


def everything() -> Resume:
    """Return the resume: its text at `work.position` is "work.position"."""
    resume: Resume = _full(RESUME, "")
    return resume


def _full(shape: Shape, where: str) -> Any:
    values: dict[str, Any] = {}
    for key in shape.keys:
        place = f"{where}{key.name}"
        if key.shape:
            one = _full(key.shape, f"{place}.")
            values[key.attr] = (one,) if key.kind is Kind.OBJECTS else one
        elif key.kind in LISTS:
            values[key.attr] = (place,)
        elif key.kind not in DATES and key.name not in NOT_PRINTED:
            values[key.attr] = place
    return shape.make(**values)
