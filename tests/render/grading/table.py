"""The table that `./check all` prints: a row for each figure, a column for each look."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import chain

from .bars import ALL_FILES, FIGURES, KNOWN, LOOKS_FOR_WEB_FORMS, NOT_HERE, WORD_AND_TEXT, Figure, missed
from .grades import LookReport

_MISSED = " !"


def table(reports: Sequence[LookReport]) -> str:
    """Return the figures of some looks; a figure that misses its bar has an exclamation mark."""
    web_forms = f"{LOOKS_FOR_WEB_FORMS} looks"
    rows = [
        ["figure", "bar", *(each.look.id for each in reports)],
        ["people graded", "", *(str(len(each.grades)) for each in reports)],
        ["best for web forms", web_forms, *(_yes(each.look.best_for_web_forms) for each in reports)],
        *([figure.name, figure.bar, *(_cell(figure, each) for each in reports)] for figure in FIGURES),
        ["DOCX: what only the place says", "", *map(_by_place, reports)],
        ["all files of 1 page, warm", "", *(f"{each.speed.milliseconds:.0f} ms" for each in reports)],
        ["times bare WeasyPrint: all files", f"{ALL_FILES} x", *_times(reports, "ratio", ALL_FILES)],
        [
            "times bare WeasyPrint: DOCX and TXT",
            f"{WORD_AND_TEXT} x",
            *_times(reports, "words", WORD_AND_TEXT),
        ],
        ["bare WeasyPrint beside itself (A/A)", "", *_times(reports, "same")],
    ]
    return "\n".join(chain(_aligned(rows), _known(), _notes()))


def _known() -> Iterator[str]:
    """Say which misses are known, and why."""
    for reason in dict.fromkeys(KNOWN.values()):
        where = sorted({file for (_figure, file), known in KNOWN.items() if known == reason})
        yield f"Missed and known ({', '.join(where)}): {reason}"


def _yes(so: bool) -> str:
    return "yes" if so else "no"


def _cell(figure: Figure, report: LookReport) -> str:
    bad = figure.holds_for(report.look) and missed(figure, report.grades)
    return figure.value(report.grades) + (_MISSED if bad else "")


def _times(reports: Sequence[LookReport], name: str, most: float = math.inf) -> Iterator[str]:
    for report in reports:
        ratio = getattr(report.speed, name)
        yield f"{ratio:.2f} x{_MISSED if ratio > most else ''}"


def _by_place(report: LookReport) -> str:
    count = sum(grade.inside.direct.by_place for grade in report.grades)
    return f"{count / len(report.grades):.0f} a file"


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        name, *cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join([name, *cells]).rstrip()


def _notes() -> Iterator[str]:
    yield f"{_MISSED.strip()} the bar is missed   * in looks that are best for web forms"
    yield NOT_HERE
