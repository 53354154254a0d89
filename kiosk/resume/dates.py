"""Dates as people know them: a year, a month, or a day."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date that may lack its day, or its month and day. `year` 1000 to 2999, as JSON Resume's pattern has it."""

    year: int
    month: int | None = None
    day: int | None = None
