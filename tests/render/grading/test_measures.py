"""The measures themselves: chains of items, torn words, what a page must say, and bars that can be missed."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import Any

import fidelity
import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import everything, job

from kiosk.render import catalogue, html
from kiosk.render.types import Order
from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Basics, Json, Resume, Skill, Work

from .bars import FIGURES, NOT_HERE, missed, too_slow
from .grades import Grade, Inside, LookReport
from .items import items, sections, typed
from .machine_room import Conformance, Remarks, Rules
from .order import InOrder, closed_up, in_order, lost, torn
from .people import DOZEN, everybody, unseen
from .readers import JUDGE_BY_GAPS, READERS
from .speed import Speed
from .table import table
from .word import Direct

WORDS = st.lists(st.text("abcde", min_size=2, max_size=4), min_size=1, max_size=8)


@given(WORDS)
def test_what_is_in_order_is_counted_whole(texts: list[str]) -> None:
    assert in_order(texts, " - ".join(texts).upper()) == InOrder(len(texts), len(texts), ())


@given(st.permutations(list("abcdefgh")))
def test_the_longest_chain_is_found(letters: list[str]) -> None:
    """As the textbook does it, for signs that are there once."""
    best: list[int] = []
    for at, letter in enumerate(letters):
        best.append(1 + max((best[before] for before in range(at) if letters[before] < letter), default=0))
    found = in_order("abcdefgh", "".join(letters))
    assert (found.count, found.total, len(found.lost)) == (max(best), 8, 8 - max(best))


def test_a_text_is_not_found_inside_another() -> None:
    assert in_order(["2019 – Present", "Present"], "2019 – Present").lost in (
        ("Present",),
        ("2019 – Present",),
    )
    assert in_order(["Cook", "Cook"], "Cook").count == 1


def test_blanks_hyphens_capitals_and_ligatures_are_no_difference() -> None:
    assert (
        closed_up("Of\u00adfice-\nwork\u00a0Straße") == closed_up("oﬃce WORK STRASSE") == "officeworkstrasse"
    )


def test_texts_must_be_whole_in_one_place() -> None:
    assert lost(["one two", "three"], ["one", "two", "three"]) == ("one two",)


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("Work at home", ()),
        ("W O R K at home", ("work",)),
        ("Workat home", ("work", "at")),
        ("(Work) at, home", ()),
    ],
)
def test_torn_and_glued_words(page: str, found: tuple[str, ...]) -> None:
    assert torn(["Work at home", "x-y 12"], page) == found


def test_what_a_page_must_say_in_order() -> None:
    work = (
        Work(
            name="Shop",
            position="Clerk",
            location="Tucson",
            start_date=PartialDate(2020),
            highlights=("Sold",),
        ),
        Work(name="SHOP", position="Helper", location="Tucson", end_date=PartialDate(2020)),
        Work(name="Inn", position="Cook", location="Tucson"),
    )
    resume = Resume(
        basics=Basics(name="Ana", label="Clerk", email="a@example.org"),
        work=work,
        skills=(Skill(name="Sums"),),
    )
    text = "Ana a@example.org Clerk"
    said = [item.text for item in items(job(resume), text)]
    assert said[:4] == ["Ana", "a@example.org", "Clerk", "Work"]
    assert said[4:9] == ["Clerk", "Shop", "Tucson", "2020 – Present", "Sold"]
    assert said[9:] == ["Helper", "Until 2020", "Cook", "Inn", "Tucson", "Skills", "Sums"]
    assert [item.text for item in items(job(resume, order=Order.SKILLS_FIRST), text)][3:5] == [
        "Skills",
        "Sums",
    ]


OWN: dict[str, Json] = {"country": "Ghana", "equal": "High school", "until": "2030-01"}
WHEN: dict[str, Json] = {
    "days": ["mon-night", "tue-night", "sat-morning", "sat-afternoon", "sat-night"],
    "start": "today",
    "ride": True,
    "license": True,
}


@pytest.mark.parametrize("order", Order)
def test_everything_typed_is_an_item(order: Order) -> None:
    """In one line or cut into several; and everything else that the page says is one too."""
    full = everything()
    [school, *others], [card, *cards] = full.education, full.certificates
    full = replace(
        full,
        education=(replace(school, extra={"kiosk": OWN}), *others),
        certificates=(replace(card, extra={"kiosk": OWN}), *cards),
        meta={"kiosk": {"path": ["abroad"], "when": WHEN}},
    )
    page = html.fill(catalogue.templates()[0], job(full, order=order))
    shown = re.sub("<[^>]+>", " ", re.sub(r"(?s).*<body[^>]*>", "", page))
    said = items(job(full, order=order), shown)
    assert in_order([item.text for item in said], unescape(shown)).lost == ()
    whole = closed_up(" ".join(item.text for item in said))
    assert [text for text in typed(job(full, order=order)) if closed_up(text) not in whole] == []
    rest = closed_up(unescape(shown))
    for item in sorted(said, key=lambda item: -len(item.text)):
        rest = rest.replace(closed_up(item.text), "", 1)
    assert re.sub(r"gpa|courses|equalintheu\.s\.|\W", "", rest) == ""


def test_languages_come_first_for_who_worked_in_another_country() -> None:
    told = replace(everything(), meta={"kiosk": {"path": ["abroad"]}})
    assert sections(told, Order.BY_DATE)[:2] == ["languages", "work"]
    assert sections(told, Order.SKILLS_FIRST)[:2] == ["skills", "languages"]


def test_the_hours_of_a_first_job_are_told_day_by_day() -> None:
    told = Resume(basics=Basics(name="Sam"), meta={"kiosk": {"when": WHEN}})
    assert [item.text for item in items(job(told, order=Order.FIRST_JOB), "")] == [
        *("Sam", "When I can work", "Monday – Tuesday", "nights", "Saturday", "any time"),
        *("Can start", "today", "Own way to get to work", "Driver's license"),
    ]
    assert len(items(job(told), "")) == 1


def test_the_dozen_are_different_people_and_always_the_same() -> None:
    assert [unseen(number) for number in range(DOZEN)] == [unseen(number) for number in range(DOZEN)]
    assert len({repr(each.basics.name) for each in everybody().values()}) == len(everybody())


def test_words_of_two_files_are_compared_by_place() -> None:
    one = [
        fidelity.Word("ana", 0, 50, 50),
        fidelity.Word("vale", 0, 80, 50),
        fidelity.Word("cook", 0, 50, 90),
    ]
    other = [replace(one[0], y=57.0), replace(one[1], page=1)]
    found = fidelity.difference(one, other)
    assert (found.missing, found.other_page, found.y) == (("cook",), ("vale",), 7)


# Bars

SPOTLESS = Grade(
    name="classic.ana",
    named=3,
    inside=Inside(
        qpdf="", untagged=(), links=(), fonts=(), audit=(), made=(), unnamed=(), direct=Direct((), 2),
        not_said=(), words=9,
    ),
    order=dict.fromkeys(READERS, InOrder(5, 5, ())),
    torn=(),
    unread=(),
    conformance=Conformance(Rules(104, 104, ()), Rules(156, 156, ())),
    remarks=Remarks((), ("DOC-031: no description",)),
    shown=fidelity.Difference(9, (), (), 1.0, 3.9),
)  # fmt: skip


def inside(**changes: Any) -> Grade:
    return replace(SPOTLESS, inside=replace(SPOTLESS.inside, **changes))


SPOILED = {
    **{
        f"items in order: {reader}": replace(
            SPOTLESS, order={**SPOTLESS.order, reader: InOrder(4, 5, ("x",))}
        )
        for reader in READERS
    },
    "words torn or glued, 7 readers": replace(SPOTLESS, torn=("x",)),
    "addresses not read letter by letter, 7 readers": replace(SPOTLESS, unread=("x",)),
    "qpdf --check": inside(qpdf="x"),
    "PDF/UA-1 rules passed (page-validation)": replace(
        SPOTLESS, conformance=replace(SPOTLESS.conformance, ua1=Rules(103, 104, ("x",)))
    ),
    "PDF/A-3a rules passed (page-validation)": replace(
        SPOTLESS, conformance=replace(SPOTLESS.conformance, a3a=Rules(155, 156, ("x",)))
    ),
    "outloud: problems": replace(SPOTLESS, remarks=Remarks(("x",), ())),
    "outloud: reading order and links": replace(SPOTLESS, remarks=Remarks((), ("ORD-001: x",))),
    "headings, lists, links tagged (pdfinfo)": inside(untagged=("x",)),
    "links not whole, PDF and DOCX": inside(links=("x",)),
    "fonts (fontTools)": inside(fonts=("x",)),
    "DOCX: words found (LibreOffice)": replace(SPOTLESS, shown=replace(SPOTLESS.shown, missing=("x",))),
    "DOCX: on the same page": replace(SPOTLESS, shown=replace(SPOTLESS.shown, other_page=("x",))),
    "DOCX: largest offset": replace(SPOTLESS, shown=replace(SPOTLESS.shown, x=4.1)),
    "DOCX: openxml-audit": inside(audit=("x",)),
    "DOCX: own checks": inside(made=("x",)),
    "DOCX: items in named styles": inside(unnamed=("x",)),
    "DOCX: direct formatting for a style": inside(direct=Direct(("x",), 0)),
    "words typed, in PDF, DOCX, TXT": inside(not_said=("x",)),
}
"""A grade with one thing wrong, for each bar."""


def test_every_bar_can_be_missed_and_nothing_else_is() -> None:
    assert set(SPOILED) == {figure.name for figure in FIGURES}
    for name, grade in SPOILED.items():
        assert [figure.name for figure in FIGURES if missed(figure, [SPOTLESS, grade])] == [name]
    assert [figure.name for figure in FIGURES if missed(figure, [SPOTLESS])] == []


def test_the_table_has_every_figure_marks_what_is_missed_and_says_what_cannot_run() -> None:
    look = catalogue.templates()[0]
    grades = [SPOTLESS, SPOILED["items in order: pypdf"], SPOILED["DOCX: own checks"]]
    lines = table([LookReport(look, grades, Speed(150.2, 1.55, 1.2, 0.98))]).splitlines()
    cells = {line[:46].strip(): line[46:].split() for line in lines}
    assert cells["items in order: pypdf"] == ["all", "14/15", "!"]
    assert cells["items in order: pypdfium2"] == ["all", "15/15"]
    assert cells["DOCX: own checks"] == ["0", "1", "!"]
    assert cells["PDF/A-3a rules passed (page-validation)"] == ["all", "156/156"]
    assert cells["all files of 1 page, warm"] == ["150", "ms"]
    assert cells["times bare WeasyPrint: all files"] == ["2.5", "x", "1.55", "x"]
    assert cells["times bare WeasyPrint: DOCX and TXT"] == ["1.0", "x", "1.20", "x", "!"]
    assert cells["bare WeasyPrint beside itself (A/A)"] == ["0.98", "x"]
    assert lines[-1] == NOT_HERE
    assert "veraPDF" in NOT_HERE
    assert "Word" in NOT_HERE


def test_the_two_bars_of_time_can_be_missed() -> None:
    assert too_slow(Speed(150, 2.5, 1.0, 1.0)) == []
    assert [fault[:9] for fault in too_slow(Speed(150, 2.51, 1.01, 1.0))] == ["all files", "DOCX and "]


def test_the_two_that_judge_by_gaps_bind_only_looks_that_are_best_for_web_forms() -> None:
    look = catalogue.templates()[0]
    loose = {
        figure.name
        for figure in FIGURES
        if not figure.holds_for(replace(look, dates=catalogue.Dates.RIGHT_MARGIN))
    }
    assert loose == {f"items in order: {reader}" for reader in JUDGE_BY_GAPS}
    assert all(figure.holds_for(look) for figure in FIGURES)
