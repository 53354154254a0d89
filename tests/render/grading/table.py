"""The table that `./check all` prints: a row for each figure, a column for each look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from .bars import FIGURES, LOOKS_FOR_WEB_FORMS, NOT_HERE, Figure, missed
from .grades import Report

_MISSED = " !"


def table(report: Report) -> str:
    """Return the figures of every look; a figure that misses its bar has an exclamation mark."""
    looks = report.looks
    people = {look.id: report.grades[look.id] for look in looks}
    rows = [
        ["figure", "bar", *(look.id for look in looks)],
        ["people graded", "", *(str(len(people[look.id])) for look in looks)],
        [
            "best for web forms",
            f"{LOOKS_FOR_WEB_FORMS} looks",
            *(_yes(look.best_for_web_forms) for look in looks),
        ],
        *(
            [figure.name, figure.bar, *(_cell(figure, report, look.id) for look in looks)]
            for figure in FIGURES
        ),
        ["DOCX: what only the place says", "", *(_by_place(report, look.id) for look in looks)],
        [
            "all files of 1 page, warm",
            "",
            *(f"{report.speeds[look.id].milliseconds:.0f} ms" for look in looks),
        ],
        ["beside bare WeasyPrint", "", *(f"{report.speeds[look.id].ratio:.1f} x" for look in looks)],
    ]
    return "\n".join(chain(_aligned(rows), _notes()))


def _yes(so: bool) -> str:
    return "yes" if so else "no"


def _cell(figure: Figure, report: Report, look: str) -> str:
    grades = report.grades[look]
    [template] = [each for each in report.looks if each.id == look]
    bad = figure.holds_for(template) and missed(figure, grades)
    return figure.value(grades) + (_MISSED if bad else "")


def _by_place(report: Report, look: str) -> str:
    grades = report.grades[look]
    return f"{sum(grade.inside.direct.by_place for grade in grades) / len(grades):.0f} a file"


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        name, *cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join([name, *cells]).rstrip()


def _notes() -> Iterator[str]:
    yield f"{_MISSED.strip()} the bar is missed   * in looks that are best for web forms"
    yield NOT_HERE
