"""When somebody can work, in the words of a page: "Monday – Friday: mornings, nights"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from kiosk.i18n import N_
from kiosk.resume import hours
from kiosk.resume.model import Resume

Translate = Callable[[str], str]

_DAYS: Final = dict(
    zip(
        hours.DAYS,
        (
            N_("Monday"),
            N_("Tuesday"),
            N_("Wednesday"),
            N_("Thursday"),
            N_("Friday"),
            N_("Saturday"),
            N_("Sunday"),
        ),
        strict=True,
    )
)
_PARTS: Final = dict(zip(hours.PARTS, (N_("mornings"), N_("afternoons"), N_("nights")), strict=True))
_ANY: Final = N_("any time")
_SPAN: Final = N_("{start} – {end}")
_LABELLED: Final = N_("{label}: {text}")
_COMMA: Final = N_(", ")
_START: Final = N_("Can start")
_RIDE: Final = N_("Own way to get to work")
_LICENSE: Final = N_("Driver's license")


def lines(resume: Resume, _: Translate) -> list[str]:
    """Return the lines, none where nothing was said."""
    said = hours.printed(resume)
    labelled = _(_LABELLED)
    found = [
        labelled.format(label=_days(first, last, _), text=_parts(parts, _))
        for first, last, parts in hours.by_day(said.get("days"))
    ]
    if start := said.get("start"):
        found.append(labelled.format(label=_(_START), text=start))
    has = [_(words) for key, words in (("ride", _RIDE), ("license", _LICENSE)) if key in said]
    return [*found, _(_COMMA).join(has)] if has else found


def _days(first: str, last: str, _: Translate) -> str:
    if first == last:
        return _(_DAYS[first])
    return _(_SPAN).format(start=_(_DAYS[first]), end=_(_DAYS[last]))


def _parts(parts: tuple[str, ...], _: Translate) -> str:
    return _(_ANY) if parts == hours.PARTS else _(_COMMA).join(_(_PARTS[part]) for part in parts)
