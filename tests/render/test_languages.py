"""Pages in ten languages: every word is there, dates stand as people write them, and Arabic is mirrored."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import page_words
import pytest
from invented import TODAY, job, person

from kiosk import i18n, paths
from kiosk.render import catalogue, html, months
from kiosk.render.types import Order
from kiosk.resume.dates import PartialDate as On
from kiosk.resume.model import Basics, Education, Language, Reference, Resume, Work

BRACES = re.compile(r"\{(\w+)[^}]*\}")
DATE_WORDS = {"year", "month", "number", "day"}


@pytest.fixture(scope="module", autouse=True)
def _compiled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    folder: Path = tmp_path_factory.mktemp("locale")
    page_words.compile_all(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paths, "LOCALE", folder)
        i18n.catalogue.cache_clear()
        yield
    i18n.catalogue.cache_clear()


@pytest.mark.parametrize("language", page_words.LANGUAGES)
def test_every_word_of_the_pages_is_in_every_language(language: str) -> None:
    words = page_words.read(language)
    assert {message.id for message in words if message.id} == page_words.wanted()
    for message in words:
        if message.id:
            assert message.string, message.id
            assert not message.fuzzy


@pytest.mark.parametrize("language", page_words.LANGUAGES)
def test_what_stands_in_braces_is_filled_in_in_every_language(language: str) -> None:
    for message in page_words.read(language):
        asked = set(BRACES.findall(str(message.id)))
        said = set(BRACES.findall(str(message.string)))
        if "day" in asked:  # a language may count its months, and a whole date needs all its parts
            assert {"year", "day"} <= said <= DATE_WORDS, message.id
            assert said & {"month", "number"}, message.id
        elif message.id:
            assert said == asked, message.id


def test_there_is_a_folder_for_each_language_and_no_other() -> None:
    there = {file.parent.parent.name for file in (paths.ROOT / "assets" / "locale").glob("*/*/resume.po")}
    assert there == set(page_words.LANGUAGES)


@pytest.mark.parametrize("language", page_words.LANGUAGES)
def test_months_are_twelve_different_words(language: str) -> None:
    _ = i18n.catalogue("resume", language).gettext
    assert len({_(month) for month in months.MONTHS}) == 12


@pytest.mark.parametrize(
    ("language", "month", "day", "span", "now"),
    [
        ("en", "Mar 2019", "Mar 8, 2019", "Mar 2019 – Nov 2020", "2019 – Present"),
        ("es", "mar 2019", "8 mar 2019", "mar 2019 – nov 2020", "2019 – Actualidad"),
        ("zh", "2019年3月", "2019年3月8日", "2019年3月 – 2020年11月", "2019年 – 至今"),
        ("ko", "2019년 3월", "2019년 3월 8일", "2019년 3월 – 2020년 11월", "2019년 – 현재"),
        ("vi", "03/2019", "08/03/2019", "03/2019 – 11/2020", "2019 – Hiện tại"),
        ("tl", "Mar 2019", "Mar 8, 2019", "Mar 2019 – Nob 2020", "2019 – Kasalukuyan"),
        ("fr", "mars 2019", "8 mars 2019", "mars 2019 – nov. 2020", "2019 – aujourd’hui"),
        ("pt", "mar. 2019", "8 mar. 2019", "mar. 2019 – nov. 2020", "2019 – Atual"),
        ("ru", "март 2019", "08.03.2019", "март 2019 — нояб. 2020", "2019 — настоящее время"),
        ("ar", "مارس 2019", "8 مارس 2019", "مارس 2019 – نوفمبر 2020", "2019 – حتى الآن"),
    ],
)
def test_dates_stand_as_people_write_them(language: str, month: str, day: str, span: str, now: str) -> None:
    _ = i18n.catalogue("resume", language).gettext
    assert months.day(On(2019, 3), _) == month
    assert months.day(On(2019, 3, 8), _) == day
    assert months.span(On(2019, 3), On(2020, 11), TODAY, _) == span
    assert months.span(On(2019), None, TODAY, _) == now


@pytest.mark.parametrize("language", ["en", *page_words.LANGUAGES])
def test_every_kind_of_date_is_made_of_words_alone(language: str) -> None:
    _ = i18n.catalogue("resume", language).gettext
    ahead, behind = On(TODAY.year + 1, 5, 3), On(2001, 12, 31)
    said = [
        months.span(ahead, None, TODAY, _),
        months.span(None, behind, TODAY, _),
        months.school_span(None, ahead, date(2020, 1, 1), _),
        months.school_span(behind, ahead, TODAY, _),
    ]
    assert all(said)
    assert not any("{" in text or "}" in text for text in said)


def full() -> Resume:
    work = Work(position="Clerk", name="Shop", location="Tucson", start_date=On(2019, 3))
    school = Education(study_type="A", area="B", institution="C", courses=("D", "E"), end_date=On(2030, 5))
    return Resume(
        basics=Basics(name="Ana"),
        work=(work,),
        education=(school,),
        languages=(Language(language="Spanish"), Language(language="Thai")),
        references=(Reference(name="Bo", reference="My boss"),),
    )


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        (
            "zh",
            ("Shop，Tucson", "课程：D、E", "Spanish、Thai", "<strong>Bo</strong>：My boss", "预计2030年5月"),
        ),
        ("ar", ("Shop، Tucson", "المقررات الدراسية: D، E", "Spanish، Thai")),
        ("fr", ("Shop, Tucson", "Cours\u00a0: D, E", "Prévu\u00a0: mai 2030")),
        ("en", ("Shop, Tucson", "Courses: D, E", "Spanish, Thai", "Expected May 2030")),
    ],
)
def test_commas_and_colons_are_those_of_the_language(language: str, shown: tuple[str, ...]) -> None:
    page = html.fill(catalogue.find("classic"), job(full(), language=language))
    for text in shown:
        assert text in page


@pytest.mark.parametrize("language", ["en", *page_words.LANGUAGES])
@pytest.mark.parametrize("order", list(Order))
def test_headings_and_title_are_in_the_language_of_the_page(language: str, order: Order) -> None:
    page = html.fill(catalogue.find("classic"), job(full(), language=language, order=order))
    _ = i18n.catalogue("resume", language).gettext
    headings = re.findall("<h2>(.*?)</h2>", page)
    assert _("Education") in headings
    assert len(headings) == len(set(headings)) >= 4
    assert f"<title>{_('{name} – Resume').format(name='Ana')}</title>" in page
    assert f'lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}"' in page


def test_an_unknown_language_is_english() -> None:
    assert "<h2>Work</h2>" in html.fill(catalogue.find("classic"), job(person(), language="xx"))
