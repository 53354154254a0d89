"""*When I can work* stands on the page of a first job, in every language and file, and on no other page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk.i18n import catalogue
from kiosk.render import catalogue as looks
from kiosk.render import hours
from kiosk.render.html import fill
from kiosk.render.job import render
from kiosk.render.order import SECTIONS, sections
from kiosk.render.types import Order, OutputFormat, RenderJob
from kiosk.resume.model import Basics, Education, Language, Resume, Skill

WHEN = {
    "days": ["mon-afternoon", "tue-afternoon", "sat-morning", "sat-afternoon", "sat-night"],
    "start": "right  away",
    "ride": True,
    "license": True,
}
SAM = Resume(
    basics=Basics(name="Sam Rivera"),
    education=(Education(institution="Lincoln High School"),),
    meta={"kiosk": {"when": WHEN}},
)
JOB = RenderJob(resume=SAM, template="classic", today=date(2026, 11, 27), order=Order.FIRST_JOB)


def test_the_lines_of_a_page() -> None:
    assert hours.lines(SAM, catalogue("resume", "en").gettext) == [
        "Monday – Tuesday: afternoons",
        "Saturday: any time",
        "Can start: right away",
        "Own way to get to work, Driver's license",
    ]
    assert hours.lines(Resume(), str) == []


@pytest.mark.parametrize("language", ["en", "ar", "es", "fr", "ko", "pt", "ru", "tl", "vi", "zh"])
def test_only_a_first_job_says_it_in_the_language_of_the_page(language: str) -> None:
    heading = catalogue("resume", language).gettext("When I can work")
    assert language == "en" or heading != "When I can work"
    job = replace(JOB, language=language)
    assert f"<h2>{heading}</h2>" in fill(looks.find("classic"), job)
    for order in (Order.BY_DATE, Order.SKILLS_FIRST):
        assert heading not in fill(looks.find("classic"), replace(job, order=order))
    assert heading not in fill(looks.find("classic"), replace(job, resume=replace(SAM, meta={})))


def test_the_text_file_says_the_same_lines() -> None:
    made = render(replace(JOB, formats=frozenset({OutputFormat.TXT, OutputFormat.PDF, OutputFormat.DOCX})))
    text = next(one.content for one in made.documents if one.format is OutputFormat.TXT).decode()
    for line in ("Monday – Tuesday: afternoons", "Can start: right away"):
        assert line in text
        assert line in made.facts.text
    assert text.casefold().index("lincoln") < text.casefold().index("when i can work")


@pytest.mark.parametrize("order", Order)
def test_languages_stand_first_for_who_worked_in_another_country(order: Order) -> None:
    abroad = Resume(
        languages=(Language(language="Ukrainian"),),
        skills=(Skill(name="Care"),),
        meta={"kiosk": {"path": ["abroad"]}},
    )
    found = sections(abroad, order)
    assert (found[0] == "languages") is (order is Order.BY_DATE)
    assert {*found} - {"hours"} == {*SECTIONS[order]}
    assert sections(Resume(), Order.BY_DATE) == SECTIONS[Order.BY_DATE]
