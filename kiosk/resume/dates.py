"""Dates as people know them: a year, a month, or a day. What is not known is never made up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

FIRST_YEAR = 1000
LAST_YEAR = 2999


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date that may lack its day, or its month and day. `year` is 1000 to 2999, as in JSON Resume.

    Raises ValueError for what is in no calendar (month 13, 30 February) and for a day without its month.
    `str()` is ISO 8601 as JSON Resume wants it: 2024, 2024-05 or 2024-05-17.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise ValueError("the year must have four digits and start with 1 or 2")
        if self.month is None and self.day is not None:
            raise ValueError("a day needs its month")
        date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    def __str__(self) -> str:
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts)

    @property
    def earliest(self) -> date:
        """The first day it can mean: 2024-05 may be the first of May."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day it can mean: 2024-05 may be the 31st of May."""
        if self.day is not None:
            return self.earliest
        if self.month is None:
            return date(self.year, 12, 31)
        after = date(self.year + self.month // 12, self.month % 12 + 1, 1)
        return after - timedelta(days=1)

    def compare(self, other: PartialDate) -> int:
        """Return -1 when this is surely earlier, 1 when surely later, 0 when they agree as far as known.

        2014 and May 2014 give 0. So "equal" does not pass from one pair to the next (May and June 2014 both
        agree with 2014): this is no key to sort by.
        """
        if self.latest < other.earliest:
            return -1
        return 1 if self.earliest > other.latest else 0
