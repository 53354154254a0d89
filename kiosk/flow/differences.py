"""What is other in one resume than in another, in words for somebody who does not see the screen."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.flow import answers, entries
from kiosk.flow.answers import Answer, AnswerGroup
from kiosk.i18n import _
from kiosk.resume.model import Resume

MOST = 3
"""How many things are told: one step seldom changes more."""

_Place = tuple[str, int | None, str]


def told(before: Resume, after: Resume) -> tuple[str, ...]:
    """Return a sentence for each answer that is another one `after`, and each entry that came or went."""
    had = {_place(answer): answer for group in answers.look_over(before) for answer in group.answers}
    said: list[str] = []
    for group in answers.look_over(after):
        said += _moved(group, before, after) or _changed(group, had)
        for answer in group.answers:
            had.pop(_place(answer), None)
    # What is asked for no longer, or folded away while it is empty.
    said += [_words(answer, ()) for answer in had.values() if answer.entry is None and answer.lines]
    return tuple(said[:MOST])


def _place(answer: Answer) -> _Place:
    return answer.step.id, answer.entry, answer.field


def _words(answer: Answer, lines: tuple[str, ...]) -> str:
    what = ", ".join(dict.fromkeys(filter(None, (answer.label, answer.about))))
    return _("{what}: {answer}").format(what=what, answer=", ".join(lines) or _("Left blank"))


def _changed(group: AnswerGroup, had: dict[_Place, Answer]) -> Iterator[str]:
    for answer in group.answers:
        before = had.get(_place(answer))
        if answer.lines != (before.lines if before else ()):
            yield _words(answer, answer.lines)


def _moved(group: AnswerGroup, before: Resume, after: Resume) -> list[str]:
    """Tell of whole entries; [] when none came, went or changed its place."""
    section = group.listing.section if group.listing else ""
    if not section:
        return []
    old, new = entries.section_of(before, section), entries.section_of(after, section)
    if len(old) == len(new):
        places = [number for number, entry in enumerate(new) if entry != old[number]]
        if not places or any(entry not in new for entry in old):
            return []
        what = answers.headline(new[places[0]])
        return [_("{what} is now number {number}.").format(what=what, number=places[0] + 1)]
    gone = [_("Removed: {what}").format(what=answers.headline(one)) for one in old if one not in new]
    come = [_("It is back: {what}").format(what=answers.headline(one)) for one in new if one not in old]
    return gone + come
