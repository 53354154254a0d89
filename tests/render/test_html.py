"""The page as HTML: data stays data, and a broken template is named with its line."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from babel.messages import mofile, pofile
from hypothesis import given
from hypothesis import strategies as st
from invented import TODAY, alone, everything, job, person
from lxml import etree

from kiosk import i18n, paths
from kiosk.errors import TemplateError
from kiosk.render import catalogue, html
from kiosk.render.types import Order
from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Basics, Education, Resume, Skill, Work
from kiosk.resume.texts import printed_texts

HOSTILE = (
    "{{ 7 * 7 }}",
    "{% include '/etc/passwd' %}",
    "{# not a remark #}",
    "<script>alert(1)</script>",
    "<img src='file:///etc/passwd'>",
    "</p></body></html>",
    "R&D & <b>bold</b> &amp; \"quotes\" 'too'",
    "%(name)s {name} {0} %s",
    "C:\\Users\\ana \\u0041 \\9 */ }",
)

PAGE = "resume.html.j2"


@pytest.fixture
def look(tmp_path: Path) -> catalogue.Template:
    """A template of one's own, to break."""
    return catalogue.read(Path(shutil.copytree(paths.TEMPLATES / "classic", tmp_path / "mine")))


@pytest.fixture
def spanish(tmp_path: Path) -> Iterator[None]:
    """The Spanish words of the pages, compiled from their source."""
    folder = tmp_path / "es" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (paths.LOCALE / "es" / "LC_MESSAGES" / "resume.po").open("rb") as source:
        words = pofile.read_po(source, "es", abort_invalid=True)
    with (folder / "resume.mo").open("wb") as target:
        mofile.write_mo(target, words)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paths, "LOCALE", tmp_path)
        i18n.catalogue.cache_clear()
        yield
    i18n.catalogue.cache_clear()


def fill(resume: Resume, language: str = "en") -> str:
    return html.fill(catalogue.find("classic"), job(resume, language=language))


def shown(page: str) -> str:
    """The text of the body as a reader sees it, blanks made one."""
    tree = etree.parse(io.StringIO(page), etree.HTMLParser())
    return " ".join(" ".join(tree.xpath("//body//text()")).split())


def headings(page: str) -> list[str]:
    return [unescape(text) for text in re.findall("<h2>(.*?)</h2>", page)]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_was_typed_comes_out_as_typed(text: str) -> None:
    resume = Resume(
        basics=Basics(name=text, summary=text, email=text, url=text),
        work=(Work(position=text, name=text, url=text, highlights=(text,)),),
    )
    page = fill(resume)
    assert shown(page).count(" ".join(text.split())) == 8
    assert "<script" not in page
    assert "href" not in page


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), min_size=1))
def test_whatever_was_typed_is_on_the_page(text: str) -> None:
    page = shown(fill(Resume(basics=Basics(label=text), work=(Work(summary=text, highlights=(text,)),))))
    assert page.count(" ".join(text.split())) >= (3 if text.strip() else 0)


def test_every_text_is_printed_once_and_nothing_else_is_lost() -> None:
    page = shown(fill(everything()))
    for text in printed_texts(everything()):
        assert page.count(text) == 1, text


@pytest.mark.parametrize(
    ("text", "resume"), list(alone()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_one_text_alone_stands_without_stray_marks(text: str, resume: Resume) -> None:
    page = fill(resume)
    body = re.sub("<h2>.*?</h2>", "", page[page.index("<body") :])
    plural = text.removesuffix("a") + "b"
    assert shown(f"<html>{body}") in (
        text,
        f"{text} {plural}",
        f"{text}, {plural}",
        f"Courses: {text}, {plural}",
    )


def test_an_empty_section_vanishes_with_its_heading() -> None:
    assert headings(fill(Resume(basics=Basics(name="Ana Vale")))) == []
    assert headings(fill(person(summary="Glad to help."))) == ["Work"]


ORDERS = {
    Order.BY_DATE: "Work Education Certificates Skills Languages Volunteer_work",
    Order.SKILLS_FIRST: "Skills Languages Work Education Certificates Volunteer_work",
    Order.FIRST_JOB: "Education Experience Skills Languages Certificates",
}


@pytest.mark.parametrize("order", Order)
def test_sections_come_in_the_order_that_was_chosen(order: Order) -> None:
    last = ["Projects", "Awards", "Publications", "Interests", "References"]
    wanted = [name.replace("_", " ") for name in ORDERS[order].split()] + last
    page = html.fill(catalogue.find("classic"), job(everything(), order=order))
    assert headings(page) == wanted
    words = shown(page)
    assert all(text in words for text in printed_texts(everything()))


def test_roles_at_one_employer_are_one_group() -> None:
    mart: dict[str, Any] = {"name": "Food Mart", "location": "Tucson", "description": "Groceries"}
    work = (
        Work(position="Lead", highlights=("Led four people",), **mart),
        Work(position="Cashier", highlights=("Ran a register",), **mart | {"name": "FOOD  Mart"}),
        Work(position="Cook", name="Diner"),
        Work(position="Bagger", **mart),
    )
    words = shown(fill(Resume(work=work)))
    assert words == (
        "Work Lead Food Mart, Tucson Groceries Led four people Cashier Ran a register "
        "Cook Diner Bagger Food Mart, Tucson Groceries"
    )


def test_many_skills_are_short_lines_and_few_are_one() -> None:
    few, many = (tuple(Skill(name=f"Skill {n:02}") for n in range(count)) for count in (12, 40))
    assert "<li>" not in fill(Resume(skills=few))
    page = fill(Resume(skills=(*many, Skill(name="Tools", keywords=("saw",)))))
    assert 4 < page.count("<li>") < 10
    words = shown(page)
    assert [words.index(skill.name) for skill in many] == sorted(words.index(skill.name) for skill in many)
    assert words.endswith("Tools : saw")


def test_what_differs_within_a_group_is_said() -> None:
    work = (
        Work(position="Lead", name="Food Mart", location="Tucson"),
        Work(position="Cashier", name="Food Mart", location="Mesa", url="https://mart.example.org"),
    )
    words = shown(fill(Resume(work=work)))
    assert words == "Work Lead Food Mart, Tucson Cashier Mesa https://mart.example.org"


def test_the_page_says_whose_it_is_and_in_what_language() -> None:
    page = fill(person())
    assert '<html lang="en" dir="ltr">' in page
    assert "<title>Ana Vale – Resume</title>" in page
    assert '<meta name="author" content="Ana Vale">' in page
    assert page.count("<h1>") == 1
    assert "<title>Resume</title>" in fill(Resume())


def test_addresses_are_links_only_where_they_may_be_opened() -> None:
    page = fill(person(email="ana@example.org", url="https://example.org/ana"))
    assert '<a href="mailto:ana@example.org">ana@example.org</a>' in page
    assert '<a href="https://example.org/ana">' in page
    assert "<a " not in fill(person(email="ask me", url="javascript:alert(1)"))


def test_lines_that_were_typed_stay_lines() -> None:
    page = fill(person(summary="First line.\n\nSecond line.\r\n"))
    assert '<p class="summary">First line.</p>\n<p class="summary">Second line.</p>' in page


@pytest.mark.usefixtures("spanish")
def test_a_page_in_spanish_has_spanish_headings_and_dates() -> None:
    school = Education(institution="Liceo", end_date=PartialDate(2027, 5))
    work = Work(name="Tienda", start_date=PartialDate(2016, 4), end_date=PartialDate(2019, 8, 1))
    page = fill(Resume(basics=Basics(name="Ana"), work=(work,), education=(school,)), language="es")
    assert '<html lang="es" dir="ltr">' in page
    assert "<title>Ana – Currículum</title>" in page
    assert headings(page) == ["Experiencia laboral", "Educación"]
    assert "abr 2016 – 1 ago 2019" in page
    assert "Previsto: may 2027" in page


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{% if %}", "Expected an expression"),
        ("{{ resume.basics.nmae }}", "nmae"),
        ("{{ nobody }}", "'nobody' is undefined"),
        ("{{ 1 / 0 }}", "ZeroDivisionError"),
        ("{{ resume.work[0].highlights.append('x') }}", "append"),
        ("{{ resume.__class__.__mro__ }}", "unsafe"),
        ("{% include '../secret' %}", "../secret"),
        ("{% include 'secret' %}", "secret"),
        ("{{ 'x'.join(range(10 ** 6)) }}", "OverflowError"),
        ("{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}", "RecursionError"),
    ],
)
def test_a_broken_template_is_named_with_file_and_line(
    look: catalogue.Template, line: str, said: str
) -> None:
    (look.folder.parent / "secret").write_text("secret words")
    (look.folder / "secret").symlink_to(look.folder.parent / "secret")
    lines = ['{% extends "kiosk/page.html.j2" %}', "{% block summary %}", line, "{% endblock %}"]
    (look.folder / PAGE).write_text("\n".join(lines))
    with pytest.raises(TemplateError) as caught:
        html.fill(look, job(person()))
    assert f"mine cannot be used: {PAGE}, line 3: " in caught.value.message
    assert said in caught.value.message
    assert "Ana Vale" not in str(caught.value)


def test_a_loop_without_end_is_stopped_and_its_line_named(
    look: catalogue.Template, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(html, "FILL_SECONDS", 0.1)
    page = "\n\n{% for a in range(99999) %}{% for b in range(99999) %}\n{% endfor %}{% endfor %}"
    (look.folder / PAGE).write_text(page)
    with pytest.raises(TemplateError, match=r"line 3: this takes too long"):
        html.fill(look, job(person()))


def test_a_part_of_a_template_is_named_when_it_breaks(look: catalogue.Template) -> None:
    (look.folder / "part.j2").write_text("fine\n{{ nobody }}\n")
    (look.folder / PAGE).write_text("{% include 'part.j2' %}")
    with pytest.raises(TemplateError, match=r"part\.j2, line 2"):
        html.fill(look, job(person()))


def test_a_template_that_is_no_text_is_named(look: catalogue.Template) -> None:
    (look.folder / PAGE).write_bytes(b"\xff\xfe\xff")
    with pytest.raises(TemplateError, match=PAGE.replace(".", r"\.")):
        html.fill(look, job(person()))


def test_a_changed_template_is_read_again(look: catalogue.Template) -> None:
    html.fill(look, job(person()))
    (look.folder / PAGE).write_text("new words for {{ resume.basics.name }}")
    assert html.fill(look, job(person())) == "new words for Ana Vale"


def test_the_same_job_gives_the_same_page() -> None:
    assert fill(everything()) == fill(everything())
    assert TODAY.isoformat() not in fill(everything())
