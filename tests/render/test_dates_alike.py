"""Within a look the dates of all roles stand alike: also those of a second role at one employer."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import product

import pytest
from invented import job, person
from pypdf import PdfReader

from kiosk.render import catalogue
from kiosk.render import job as rendering
from kiosk.render.blocks import Block
from kiosk.render.catalogue import Dates
from kiosk.render.spacing import spacing
from kiosk.render.types import Density, Order
from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Education, Project, Resume, Volunteer, Work

LOOKS = {template.id: template for template in catalogue.templates()}
AT_THE_MARGIN = [look for look, template in LOOKS.items() if template.dates is Dates.RIGHT_MARGIN]
MART = "Food Mart"
WORK = (
    Work(position="Lead", name=MART, start_date=PartialDate(2021), highlights=("Led four people",)),
    Work(position="Clerk", name=MART, start_date=PartialDate(2019), end_date=PartialDate(2021)),
    Work(
        position="Bagger",
        name=MART,
        location="Mesa",
        start_date=PartialDate(2017),
        end_date=PartialDate(2019),
    ),
    Work(position="Sitter", start_date=PartialDate(2015), end_date=PartialDate(2017)),
)
ALL = replace(
    person(),
    work=WORK,
    volunteer=(Volunteer(organization="Food bank", end_date=PartialDate(2014)),),
    education=(Education(institution="Rio Seco High School", end_date=PartialDate(2013)),),
    projects=(Project(name="Tiny house", start_date=PartialDate(2011), end_date=PartialDate(2012)),),
)


def dated(look: str, order: Order, resume: Resume = ALL) -> list[Block]:
    """The paragraphs that have dates, on a page that is neither empty nor full."""
    template, wanted = LOOKS[look], job(resume, look, order=order)
    spaced = spacing(template.page, wanted.size, Density.NORMAL)
    page = rendering.page(resume, wanted, template, spaced)
    return [block for block in page.styled().blocks if "20" in block.text]


@pytest.mark.parametrize(
    ("look", "order"),
    [
        pytest.param(*each, marks=pytest.mark.slow if number else ())
        for number, each in enumerate(product(AT_THE_MARGIN, Order))
    ],
)
def test_at_the_right_margin_they_all_are(look: str, order: Order) -> None:
    found = dated(look, order)
    assert len(found) == len(WORK) + 3
    assert [block.text for block in found if "\t" not in block.text] == []
    assert len({block.style.right_tab for block in found}) == 1


@pytest.mark.slow
@pytest.mark.parametrize("look", sorted(LOOKS.keys() - set(AT_THE_MARGIN)))
def test_elsewhere_none_is(look: str) -> None:
    assert [block.text for block in dated(look, Order.BY_DATE) if "\t" in block.text] == []


def test_where_a_title_has_no_room_they_go_below_it() -> None:
    [long] = dated(AT_THE_MARGIN[0], Order.BY_DATE, Resume(work=(replace(WORK[3], position="Sitter " * 9),)))
    assert long.role == "Dates"


@pytest.mark.slow
@pytest.mark.parametrize("look", AT_THE_MARGIN)
def test_machines_read_title_and_dates_one_after_the_other(look: str) -> None:
    done = rendering.render(job(ALL, look))
    words = " ".join(PdfReader(io.BytesIO(done.documents[0].content)).pages[0].extract_text().split())
    at = [
        words.index(text)
        for text in ("Lead", MART, "2021 – Present", "Clerk", "2019 – 2021", "Bagger", "Mesa")
    ]
    assert at == sorted(at)
    text = done.documents[2].content.decode()
    assert "Clerk, 2019 – 2021\n" in text
