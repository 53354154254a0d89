"""What must be reached: one row for each figure, used by the tests and by the table alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from kiosk.render.catalogue import Template

from .grades import Grade
from .machine_room import Rules
from .readers import JUDGE_BY_GAPS, READERS
from .speed import Speed

LARGEST_OFFSET: Final = 4.0
"""Points between a word in the PDF and the same word in the Word file."""

LOOKS_FOR_WEB_FORMS: Final = 5
"""How many looks all seven readers must read in order, the default among them."""

ALL_FILES: Final = 2.5
"""How many times as long as bare WeasyPrint all files of a page may take."""
WORD_AND_TEXT: Final = 1.0
"""The same for Word file and text together, made of a page that is laid out."""

NOT_HERE: Final = (
    "Not run here, because no package brings them: veraPDF (PDF/A and PDF/UA), PAC (PDF/UA), Microsoft Word. "
    "Before a release somebody should try all three."
)

# Arabic, read by the seven (six lines of one page of abroad.py; Hebrew was not measured). pypdfium2 gives
# five in order, pypdf two. pdftotext in its three ways and pypdf give most words whole; numbers, signs and
# Latin words between them change places. pdfplumber and pdfminer know no direction: they give letters from
# left to right, as they stand on the page, every word backwards. Text beside the glyphs (ActualText) does
# not help: readers would turn it around once more, so there is none (`lettering.py`). The Word file and
# the text have the letters in order.

KNOWN: Final[Mapping[tuple[str, str], str]] = {}
"""Bars that are missed, by figure and file, with the reason: to be mended, never to be added to lightly."""

Faults = Callable[[Grade], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure. `value` tells it for all people of a look; `faults` is what keeps one from the bar."""

    name: str
    bar: str
    value: Callable[[Sequence[Grade]], str]
    faults: Faults
    holds_for: Callable[[Template], bool] = lambda _look: True


def _count(name: str, faults: Faults) -> Figure:
    """Return a figure that counts faults, of which none may be."""
    return Figure(name, "0", lambda grades: str(sum(len(faults(grade)) for grade in grades)), faults)


def _share(name: str, total: Callable[[Grade], int], faults: Faults) -> Figure:
    """Return a figure that counts what is right of all there is, which must be everything."""

    def value(grades: Sequence[Grade]) -> str:
        every = sum(map(total, grades))
        return f"{every - sum(len(faults(grade)) for grade in grades)}/{every}"

    return Figure(name, "all", value, faults)


def _order(reader: str) -> Figure:
    """Return how many items one reader reads in order, of all people."""
    figure = _share(
        f"items in order: {reader}",
        lambda grade: grade.order[reader].total,
        lambda grade: grade.order[reader].lost,
    )
    if reader in JUDGE_BY_GAPS:
        return Figure(figure.name, "all *", figure.value, figure.faults, lambda look: look.best_for_web_forms)
    return figure


def _rules(name: str, of: Callable[[Grade], Rules]) -> Figure:
    """Return how many rules of a standard the worst file passes."""

    def value(grades: Sequence[Grade]) -> str:
        worst = min(map(of, grades), key=lambda rules: rules.passed - rules.total)
        return f"{worst.passed}/{worst.total}"

    return Figure(name, "all", value, lambda grade: of(grade).failures)


def _too_far(grade: Grade) -> Iterator[str]:
    for way, points in (("across", grade.shown.x), ("down", grade.shown.y)):
        if points > LARGEST_OFFSET:
            yield f"a word is {points:.1f} pt away, {way}"


def _offset(grades: Sequence[Grade]) -> str:
    return f"{max(max(grade.shown.x, grade.shown.y) for grade in grades):.1f} pt"


FIGURES: Final[Sequence[Figure]] = (
    *map(_order, READERS),
    _count("words torn or glued, 7 readers", lambda grade: grade.torn),
    _count("addresses not read letter by letter, 7 readers", lambda grade: grade.unread),
    _count("qpdf --check", lambda grade: [grade.inside.qpdf] if grade.inside.qpdf else []),
    _rules("PDF/UA-1 rules passed (page-validation)", lambda grade: grade.conformance.ua1),
    _rules("PDF/A-3a rules passed (page-validation)", lambda grade: grade.conformance.a3a),
    _count("outloud: problems", lambda grade: grade.remarks.errors),
    _count("outloud: reading order and links", lambda grade: grade.remarks.order_and_links),
    _share("headings, lists, links tagged (pdfinfo)", lambda grade: grade.named, lambda g: g.inside.untagged),
    _count("links not whole, PDF and DOCX", lambda grade: grade.inside.links),
    _count("fonts (fontTools)", lambda grade: grade.inside.fonts),
    _share("DOCX: words found (LibreOffice)", lambda g: g.shown.words, lambda g: g.shown.missing),
    _share("DOCX: on the same page", lambda g: g.shown.words, lambda g: g.shown.other_page),
    Figure("DOCX: largest offset", f"{LARGEST_OFFSET:g} pt", _offset, lambda grade: list(_too_far(grade))),
    _count("DOCX: openxml-audit", lambda grade: grade.inside.audit),
    _count("DOCX: own checks", lambda grade: grade.inside.made),
    _share("DOCX: items in named styles", lambda g: g.named, lambda g: g.inside.unnamed),
    _count("DOCX: direct formatting for a style", lambda grade: grade.inside.direct.for_a_style),
    _share("words typed, in PDF, DOCX, TXT", lambda g: g.inside.words, lambda g: g.inside.not_said),
)


def missed(figure: Figure, grades: Sequence[Grade]) -> list[str]:
    """Return what keeps a look from a bar, each with the name of the person's file."""
    return list(
        chain.from_iterable([f"{grade.name}: {fault}" for fault in figure.faults(grade)] for grade in grades)
    )


def files(faults: Sequence[str]) -> set[str]:
    """Return the files that faults are about, as `missed` names them."""
    return {fault.partition(":")[0] for fault in faults}


def known(figure: Figure, look: str) -> set[str]:
    """Return the files of a look that are known to miss a bar."""
    return {file for name, file in KNOWN if name == figure.name and file.partition(".")[0] == look}


def too_slow(speed: Speed) -> list[str]:
    """Return which of the two bars of time a look misses."""
    return [
        f"{name}: {ratio:.2f} x bare WeasyPrint (A/A {speed.same:.2f})"
        for name, ratio, most in (
            ("all files", speed.ratio, ALL_FILES),
            ("DOCX and TXT", speed.words, WORD_AND_TEXT),
        )
        if ratio > most
    ]
