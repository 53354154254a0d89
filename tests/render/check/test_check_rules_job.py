"""Each rule fires where it must, with its file and line, and stays quiet where it must."""

from __future__ import annotations

from pathlib import Path

import pytest
from broken_looks import ABOUTS, LOOKS_OF_PAGES, PAGES, STYLES, Broken, copied

from kiosk import fonts, paths
from kiosk.render.check import full, job
from kiosk.render.check.findings import Finding, Kind
from kiosk.render.check.folder import is_read
from kiosk.render.types import Order, Paper

pytestmark = pytest.mark.slow

INSTALLED = fonts.here()
LAID_OUT = {"breaks", "language", "title", "headings", "lost-text"}
SAMPLE = "plant-worker"


@pytest.fixture
def look(tmp_path: Path) -> Path:
    return copied(tmp_path / "mine")


def read(look: Path) -> list[Finding]:
    """All that is seen without making a page."""
    files = filter(is_read, job.look(look).files)
    return [it for file in files for it in job.read(look, file, INSTALLED)]


def laid_out(look: Path, sample: str = SAMPLE) -> tuple[Finding, ...]:
    return job.page(look, sample, Paper.LETTER, Order.BY_DATE)


def places(found: list[Finding] | tuple[Finding, ...]) -> list[tuple[str, str, int | None]]:
    return [(it.rule, it.file, it.line) for it in found]


@pytest.mark.parametrize("broken", [*ABOUTS, *STYLES, *PAGES, *LOOKS_OF_PAGES], ids=lambda it: it.name)
def test_what_is_wrong_is_found_in_its_place(broken: Broken, look: Path) -> None:
    broken.change(look)
    is_seen_when_made = broken.rule in LAID_OUT or broken in LOOKS_OF_PAGES
    found = laid_out(look) if is_seen_when_made else read(look)
    assert (broken.rule, broken.file, broken.line) in places(found)
    for one in found:
        assert one.message.endswith((".", ".”", "!")), one
        assert one.remedy, one
        assert "\n" not in one.sentence


@pytest.mark.slow
@pytest.mark.parametrize("place", [*sorted(paths.TEMPLATES.iterdir()), paths.STARTER], ids=lambda it: it.name)
def test_a_good_look_is_not_blamed(place: Path) -> None:
    found = [
        *job.look(place).findings,
        *read(place),
        *laid_out(place),
        *laid_out(place, "first-job"),
        *laid_out(place, full.NAME),
    ]
    assert [it.sentence for it in found if it.kind is Kind.MUST] == []


@pytest.mark.parametrize(
    "text",
    [
        "h2 { float: none; position: static; letter-spacing: normal; columns: auto; transform: none }",
        "h2 { position: relative; display: block; order: 0; opacity: 1; visibility: visible }",
        "ul { list-style: none } ol { list-style-type: none }",
        ".row { display: flex } p.employer.row { display: flex }",
        "/* float: left; url(http://example.org) @import 'x' { */ h2 { margin: 0 }",
        'li::before { content: "} url(http://example.org) float: left" }',
        "h2 { color: #1a1a1a; font-family: var(--font) }",
        "h2 { font: bold 12pt Carlito, serif } h3 { font-family: 'Liberation Serif' }",
        "h2::before { content: url('data:image/png;base64,AA==') }",
        "@media print { h2 { margin: 0 } } @page { margin: var(--margin-top) 20pt }",
        "article { h3 { margin: 0 } &.more { margin: 0 } }",
    ],
)
def test_good_style_is_not_blamed(text: str, look: Path) -> None:
    (look / "style.css").write_text(text)
    assert [it.sentence for it in read(look) if it.kind is Kind.MUST] == []


@pytest.mark.parametrize(
    "text",
    [
        "{# <script> http://example.org {{ nobody }} #}",
        "<!-- <script>, <table>, <img src='http://example.org'> -->",
        "<p>Write to http://example.org or //example.org</p>",
        '<a href="{{ link(resume.basics.url) }}">{{ resume.basics.url }}</a>',
        "{% if nobody is defined %}x{% endif %}{{ nobody | default('x') }}",
        "{% for job in resume.work %}{{ loop.index }}{{ job.name }}{{ parts.linked(job.url) }}{% endfor %}",
        "{% set mine = 3 %}{{ mine }}{% macro a(b) %}{{ b }}{{ caller() }}{% endmacro %}",
        '{% include "kiosk/work.html.j2" %}{{ super() }}{{ _("Work") }}',
        "<p title=\"a > b\" class='{{ density }}'>{% if 3 > 2 %}x{% endif %}</p>",
        '<p style="margin: 0; color: {{ title }}">x</p>',
    ],
)
def test_good_markup_is_not_blamed(text: str, look: Path) -> None:
    page = '{% extends "kiosk/page.html.j2" %}{% block summary %}\n' + text + "\n{% endblock %}"
    (look / "resume.html.j2").write_text(page)
    assert [it.sentence for it in read(look)] == []


@pytest.mark.parametrize(
    ("style", "rule", "line"),
    [
        ("h2 { colr: red }", "ignored", 1),
        ("\nh2 { color: nocolour }", "ignored", 2),
        (".contact { font-size: 9.5pt }", "small-letters", 1),
        ("h2 { color: #666 }", "pale", 1),
        ("section { break-before: page }", "many-pages", None),
    ],
)
def test_advice_on_a_page(style: str, rule: str, line: int | None, look: Path) -> None:
    (look / "style.css").write_text(style)
    [one] = [it for it in laid_out(look) if it.rule == rule]
    assert (one.kind, one.file, one.line) == (Kind.BETTER, "style.css", line)


@pytest.mark.parametrize(
    ("style", "rule", "line"),
    [
        ("h1 { color: navy }\nh3 { color: #a00 }\n.dates { color: teal }", "colour", 3),
        ("h1 { font-family: Caladea }\nh2 { font-family: 'Liberation Sans' }", "too-many-fonts", 2),
        ("p { hyphens: auto }", "hyphens", 1),
        ("h1 { font-variant: small-caps }", "not-in-word", 1),
        ("@page {\n @bottom-center { content: counter(page) } }", "not-in-word", 2),
        ("@page { size: a5 }", "paper", 1),
        ("@page { margin: 2cm }", "paper", 1),
        ("p { word-spacing: 3pt }", "letter-spacing", 1),
        ("h1 { background: url(style.css) }", "picture", 1),
    ],
)
def test_advice_on_style(style: str, rule: str, line: int, look: Path) -> None:
    (look / "style.css").write_text(style)
    assert [(it.rule, it.kind, it.line) for it in read(look)] == [(rule, Kind.BETTER, line)]


def test_words_of_ours_on_everybodys_resume_are_told(look: Path) -> None:
    page = look / "resume.html.j2"
    page.write_text(page.read_text() + '\n<a href="https://library.example.org">Made at the library</a>')
    assert [(it.rule, it.kind, it.line) for it in read(look)] == [("link", Kind.BETTER, 3)]


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("{{ resume.basics.nmae }}", "name"),
        ("{{ titel }}", "title"),
        ("{{ resume.wrok }}", "work"),
    ],
)
def test_the_nearest_name_is_offered(text: str, near: str, look: Path) -> None:
    (look / "resume.html.j2").write_text(text)
    assert f"Did you mean {near}?" in [it.remedy for it in read(look)]


def test_a_date_before_its_employer_is_told(look: Path) -> None:
    (look / "resume.html.j2").write_text(
        '{% extends "kiosk/page.html.j2" %}{% block body %}{% for job in resume.work %}'
        "<h2>{{ job.position }}</h2>"
        "<p>{{ span(job.start_date, job.end_date) }}</p><p>{{ job.name }}</p>{% endfor %}{% endblock %}"
    )
    assert "date-first" in [it.rule for it in laid_out(look)]


def test_words_that_word_has_elsewhere_are_told(look: Path) -> None:
    (look / "style.css").write_text("header { display: flex; flex-direction: column-reverse }")
    assert "order" in [it.rule for it in laid_out(look)]


def test_a_key_that_no_sample_has_is_missed_too(look: Path) -> None:
    page = (
        '{% extends "kiosk/page.html.j2" %}{% block body %}{% for section in sections if section != "work" %}'
        '{% include "kiosk/" ~ section ~ ".html.j2" %}{% endfor %}{% endblock %}'
    )
    (look / "resume.html.j2").write_text(page)
    lost = [it.about for it in laid_out(look, full.NAME) if it.rule == "lost-text"]
    assert "work.description" in lost
    assert {it.split(".")[0] for it in lost} == {"work"}


def test_every_section_that_is_not_printed_is_told_once(look: Path) -> None:
    page = '{% extends "kiosk/page.html.j2" %}{% block body %}{% endblock %}'
    (look / "resume.html.j2").write_text(page)
    lost = [it.about for it in laid_out(look) if it.rule == "lost-text"]
    assert {"work.position", "work.highlights", "skills.name"} <= set(lost)
