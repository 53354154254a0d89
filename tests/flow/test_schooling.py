"""School: what one got, the country and what it equals here, still going; on the screen and in the file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from flow.test_wizard import begin
from kiosk.flow import paths, schooling
from kiosk.flow.answers import detail, look_over
from kiosk.flow.fields import Binding
from kiosk.flow.paths import Path
from kiosk.flow.steps import BY_ID
from kiosk.flow.tables.school import SCHOOL_GOING, SCHOOL_GOT, SCHOOL_PLACE
from kiosk.i18n import catalogue
from kiosk.render import catalogue as looks
from kiosk.render.html import fill
from kiosk.render.types import Order, RenderJob
from kiosk.resume import jsonresume
from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Education, Resume

KYIV = Education(
    institution="Kyiv School",
    study_type="Pharmacist",
    extra={"kiosk": {"country": "Ukraine", "equal": "Bachelor of Pharmacy"}},
)
TODAY = date(2026, 11, 27)


def page(school: Education, language: str = "en", order: Order = Order.BY_DATE) -> str:
    job = RenderJob(
        resume=Resume(education=(school,)), template="classic", today=TODAY, language=language, order=order
    )
    return fill(looks.find("classic"), job)


def test_the_country_is_asked_of_who_was_in_another_one() -> None:
    session, _wizard = begin(Resume(education=(Education(institution="Lincoln High"),)))
    country = Binding(session, SCHOOL_PLACE[1], "education", 0)
    equal = Binding(session, SCHOOL_GOT[1], "education", 0)
    assert not country.asked
    session.edit(paths.toggled(session.resume, Path.ABROAD))
    assert country.asked
    assert not equal.asked
    country.set("Ukraine")
    assert equal.asked
    session.edit(paths.toggled(session.resume, Path.ABROAD))
    assert country.asked, "what was said is never hidden"
    country.set("")
    assert session.resume.education == (Education(institution="Lincoln High"),)


def test_it_is_told_in_the_list_and_when_looking_it_over() -> None:
    school = replace(KYIV, end_date=PartialDate(2027))
    session, _wizard = begin(Resume(education=(school,)))
    Binding(session, SCHOOL_GOING, "education", 0).set(True)
    assert detail(session.resume.education[0]) == "Kyiv School, Ukraine, 2027"
    said = {one.step.id: one.lines for group in look_over(session.resume) for one in group.answers}
    assert said["education.place"] == ("Kyiv School, Ukraine",)
    assert said["education.got"] == ("Pharmacist, Bachelor of Pharmacy",)
    assert said["education.date"] == ("I still go there", "2027")
    assert jsonresume.loads(jsonresume.dumps(session.resume)).resume == session.resume


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("language", ["en", "ar", "es", "fr", "ko", "pt", "ru", "tl", "vi", "zh"])
def test_the_page_says_expected_and_equal_in_every_order_and_language(order: Order, language: str) -> None:
    going = replace(KYIV, extra={"kiosk": {**KYIV.extra["kiosk"], "going": True}})
    word = catalogue("resume", language).gettext
    html = page(replace(going, end_date=PartialDate(2027)), language, order)
    assert word("Expected {date}").format(date="2027").split("2027")[0] in html
    assert word("Equal in the U.S.") in html
    assert "Ukraine" in html
    assert word("Equal in the U.S.") not in page(Education(institution="A"), language, order)
    assert language == "en" or word("Equal in the U.S.") != "Equal in the U.S."


@pytest.mark.parametrize(
    ("end", "going", "words"),
    [
        (PartialDate(2026), True, "Expected 2026"),
        (PartialDate(2026), False, "2026"),
        (PartialDate(2026, 11), True, "Expected Nov 2026"),
        (PartialDate(2025), True, "2025"),  # ticked long ago
        (None, True, "Present"),
    ],
)
def test_still_going_in_the_year_it_ends(end: PartialDate | None, going: bool, words: str) -> None:
    school = Education(institution="A", end_date=end, extra={"kiosk": {"going": going}})
    assert f">{words}<" in page(school)


def test_every_tile_has_words_of_its_own_for_the_page() -> None:
    values = [choice.value for choice in schooling.GOT]
    assert len({*values}) == len(values)
    assert not any("not" in value.split() for value in values)
    assert BY_ID["education.got"].fields == SCHOOL_GOT
