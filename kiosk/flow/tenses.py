"""Lines that were picked follow the end of their job: as over once it ended, as going on while it does.

Only what comes from the bank word for word is written again, with its blanks as they were filled. What a
person wrote or changed is theirs and stays.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from kiosk.content.lines import Line
from kiosk.flow import gaps, picking
from kiosk.flow.keys import read
from kiosk.flow.offers import Offers
from kiosk.resume.model import Volunteer, Work


def follow(offers: Offers, before: Any, after: Any) -> Any:
    """Return `after` with its picked lines as its end asks for; as it is when the end says the same."""
    if not isinstance(after, Work | Volunteer) or not after.highlights:
        return after
    if picking.tense_of(before) is picking.tense_of(after):
        return after
    written = tuple(_written(line, after, offers) for line in after.highlights)
    return replace(after, highlights=written)


def _written(text: str, entry: Work | Volunteer, offers: Offers) -> str:
    """Return a line in the tense of its entry, as it is when no bank has it."""
    for line in _bank(entry, offers):
        found = picking.recognised(line, text) if _could_be(line, text) else None
        if found is not None:
            return line.text(picking.tense_of(entry), found[1])
    return text


def _could_be(line: Line, text: str) -> bool:
    """Whether a text begins as a line does: a look at this spares most of the work."""
    return any(text.lstrip().startswith(pattern.split("[")[0].strip()) for pattern in (line.past, line.now))


def _bank(entry: Work | Volunteer, offers: Offers) -> Iterator[Line]:
    """Return the lines that an entry's may come from: first those of its title, then all others."""
    if isinstance(entry, Work) and gaps.is_line(entry):
        chosen = offers.breaks().get(str(read(entry, gaps.KIND)))
        if chosen is not None and chosen.title:
            yield Line(past=chosen.past, now=chosen.now)
    paid = isinstance(entry, Work)
    likely = [one.job for one in offers.candidates(entry.position, paid=paid)]
    for job in dict.fromkeys((*likely, *offers.jobs(paid=paid))):
        yield from offers.bank(job).lines
