"""When somebody can work: kept under `meta.kiosk.when`, for the page of a first job.

`days` is a list of texts such as `mon-morning`; `start` says from when on, in the person's words; `ride` and
`license` are true where they are. What is none of these is not ours to print.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from kiosk.resume import ours
from kiosk.resume.model import Json, Resume

KEY: Final = "when"
DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PARTS: Final = ("morning", "afternoon", "night")
TIMES: Final = tuple(f"{day}-{part}" for day in DAYS for part in PARTS)


def of(resume: Resume) -> Mapping[str, Any]:
    """Return what was said, as it is kept."""
    kept = ours.value(resume, KEY)
    return kept if isinstance(kept, Mapping) else {}


def printed(resume: Resume) -> dict[str, Json]:
    """Return of that what a page says: nothing that is not ours, and nothing empty."""
    said = of(resume)
    start = said.get("start")
    told: dict[str, Json] = {
        "days": list(known(said.get("days"))),
        "start": " ".join(start.split()) if isinstance(start, str) else "",
        **{key: True for key in ("ride", "license") if said.get(key) is True},
    }
    return {key: value for key, value in told.items() if value}


def known(times: Any) -> tuple[str, ...]:
    """Return those of the kept times that are ours, each once, from Monday morning to Sunday night."""
    return tuple(time for time in TIMES if time in times) if isinstance(times, list | tuple) else ()


def by_day(times: Any) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return the first and last day of each run of days with the same parts, and these parts."""
    runs: list[tuple[str, str, tuple[str, ...]]] = []
    told = known(times)
    for place, day in enumerate(DAYS):
        parts = tuple(part for part in PARTS if f"{day}-{part}" in told)
        if not parts:
            continue
        if runs and runs[-1][1:] == (DAYS[place - 1], parts):
            runs[-1] = (runs[-1][0], day, parts)
        else:
            runs.append((day, day, parts))
    return tuple(runs)
