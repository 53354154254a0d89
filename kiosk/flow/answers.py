"""What the person has answered, in words for the screen: one entry on a line, or all of it to look over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kiosk.flow import entries, fields, paths, schooling, steps, wanted
from kiosk.flow.fields import Field, FieldKind
from kiosk.flow.paths import Path
from kiosk.flow.steps import PageKind, Step
from kiosk.flow.tables.about import WANTED
from kiosk.i18n import N_, _
from kiosk.resume import ours
from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Education, Resume, Volunteer, Work

if TYPE_CHECKING:
    from kiosk.flow.gaps import Gap

MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)


@dataclass(frozen=True, slots=True, repr=False)
class Answer:
    """One line of *Look it over*: what was asked, what was said, and the screen where it can be changed.

    `field` is the attribute of the field there; `about` the headline of the entry, for those who hear only
    one line.
    """

    label: str
    lines: tuple[str, ...]
    step: Step
    entry: int | None = None
    field: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class AnswerGroup:
    """The answers of one part of the resume. `listing` is the step that adds to it, if there is one."""

    title: str
    answers: tuple[Answer, ...]
    listing: Step | None = None


def date_words(date: PartialDate) -> str:
    """Return a date as a person says it: the month and year, or the year."""
    if date.month is None:
        return str(date.year)
    return _("{month} {year}").format(month=_(MONTHS[date.month - 1]), year=date.year)


def period_words(start: PartialDate | None, end: PartialDate | None, *, ended: bool = False) -> str:
    """Return a period as a person says it; a start without an end lasts until now, unless it has `ended`."""
    if start and ended and not end:
        return date_words(start)
    if start and end:
        return _("{start} to {end}").format(start=date_words(start), end=date_words(end))
    if start:
        return _("{start} to now").format(start=date_words(start))
    return date_words(end) if end else ""


def headline(entry: Any) -> str:
    """Return what an entry is called in a list: the first thing that is known of it."""
    if isinstance(entry, Work):
        return entry.position or entry.name or entry.location or _("A job without a name")
    if isinstance(entry, Education):
        return entry.study_type or entry.institution or entry.area or _("A school without a name")
    if isinstance(entry, Volunteer):
        return entry.position or entry.organization or _("Something without a name")
    return fields.line_text(entry)


def about(entry: Any) -> str:
    """Return which entry it is and where it was; "" for one of which nothing is known."""
    if entries.says_nothing(entry):
        return ""
    where = getattr(entry, "name", "") or getattr(entry, "organization", "")
    return ", ".join(dict.fromkeys(filter(None, (headline(entry), where))))


def detail(entry: Any) -> str:
    """Return what else is known of an entry, on one line."""
    parts: tuple[str, ...] = ()
    if isinstance(entry, Work):
        period = period_words(entry.start_date, entry.end_date, ended=bool(entry.end_unread))
        parts = (entry.position, entry.name, entry.location, period)
    elif isinstance(entry, Volunteer):
        period = period_words(entry.start_date, entry.end_date, ended=bool(entry.end_unread))
        parts = (entry.position, entry.organization, period)
    elif isinstance(entry, Education):
        country = ours.text(entry, schooling.COUNTRY)
        parts = (entry.study_type, entry.institution, country, entry.area, period_words(None, entry.end_date))
    first = headline(entry)
    return ", ".join(part for part in parts if part and part != first)


def look_over(resume: Resume) -> tuple[AnswerGroup, ...]:
    """Return every question with its answer, the unanswered ones too, in the order of the screens."""
    groups: list[AnswerGroup] = []
    in_order = steps.for_person(resume)
    for group in dict.fromkeys(step.group for step in in_order):
        asked = (step for step in in_order if step.listed or _is_asked(step, resume))
        members = tuple(step for step in asked if step.group == group)
        listing = next((step for step in members if step.kind is PageKind.ENTRIES), None)
        if listing is not None:
            answers = tuple(
                _about_entry(entry, index, step)
                for index, entry in enumerate(entries.section_of(resume, listing.section))
                for step in members
                if step.of_entry and step.about(entry)
            )
            answers += tuple(answer for step in members for answer in _about_gaps(resume, step))
            groups.append(AnswerGroup(_(group), answers, listing))
        elif answers := tuple(answer for step in members for answer in _about_fields(resume, step)):
            groups.append(AnswerGroup(_(group), answers))
    return tuple(groups)


def _is_asked(step: Step, resume: Resume) -> bool:
    return (step.again or step.when)(resume)


def _about_gaps(resume: Resume, step: Step) -> tuple[Answer, ...]:
    if step.kind is not PageKind.GAP:
        return ()
    from kiosk.flow import gaps  # the first screens have none

    return tuple(_about_gap(resume, step, gap) for gap in gaps.found(resume))


def _about_gap(resume: Resume, step: Step, gap: Gap) -> Answer:
    from kiosk.flow import gaps

    label = _(step.short).format(period=period_words(gap.start, gap.end))
    index, said = gaps.entry_of(resume, gap), gaps.answer(resume, gap)
    words = _("Rather not say") if index is None and said else ""
    line = headline(resume.work[index]) if index is not None else words
    return Answer(label, (line,) if line else (), step, field=gap.key)


def _about_fields(resume: Resume, step: Step) -> tuple[Answer, ...]:
    if step.kind is PageKind.PATH:
        said = paths.of(resume)
        return (Answer(_(step.title), tuple(_(paths.NAMES[path]) for path in Path if path in said), step),)
    return tuple(
        Answer(fields.words(field, resume)[0], _said_of(resume, field, value), step, field=field.attr)
        for field in step.fields
        for value in (fields.value(field, resume),)
        if value or (not field.folded and field.when(resume, resume))
    )


def _about_entry(entry: Any, index: int, step: Step) -> Answer:
    lines = (*_words(entry, step), _period(entry, step))
    label = _(step.short).format(number=index + 1)
    return Answer(label, tuple(filter(None, lines)), step, index, about=headline(entry))


def _period(entry: Any, step: Step) -> str:
    values = [fields.value(field, entry) for field in step.fields if field.kind is FieldKind.DATE]
    return period_words(*values) if len(values) == 2 else period_words(None, *values) if values else ""


def _words(entry: Any, step: Step) -> tuple[str, ...]:
    """Return what was typed on one line; each line of a list, and each tile that was pressed, on its own."""
    typed: list[str] = []
    others: list[str] = []
    for field in step.fields:
        if field.kind is not FieldKind.DATE:
            said = fields.said(field, fields.value(field, entry))
            (typed if field.kind is FieldKind.LINE else others).extend(said)
    return (", ".join(typed), *others)


def _said_of(resume: Resume, field: Field, value: Any) -> tuple[str, ...]:
    if field.attr == WANTED.attr and wanted.is_not_sure(resume):
        return (_("Not sure yet"),)
    return fields.said(field, value)
