"""How full a page will be: guessed, and measured against the real pages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented import job

from kiosk import paths
from kiosk.render import catalogue, fullness
from kiosk.render import job as rendering
from kiosk.render.layout import LaidOut
from kiosk.render.order import by_date
from kiosk.render.spacing import spacing
from kiosk.render.tidy import tidy
from kiosk.render.types import Density, RenderJob, TextSize
from kiosk.resume import jsonresume
from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Basics, Resume, Work

CLASSIC = catalogue.find("classic")
SAMPLES = sorted(paths.SAMPLES.glob("*.json"))
SHOP = Work(position="Clerk", name="Shop", highlights=("Sold things",) * 5)


def wanted(jobs: int, **changes: object) -> RenderJob:
    return replace(job(Resume(basics=Basics(name="Ana"), work=(SHOP,) * jobs)), **changes)  # type: ignore[arg-type]


def used(laid_out: LaidOut) -> float:
    """How many pages the text really takes: blocks say on which page they are, the last line how far down."""
    styled = laid_out.styled()
    last = [block for block in styled.blocks if block.page == laid_out.pages - 1]
    height = styled.geometry.height - styled.geometry.top - styled.geometry.bottom
    down = sum(block.style.before + block.style.line_height for block in last)
    return float(laid_out.pages - 1 + down / height)


def test_a_page_gets_air_or_tightens_by_how_much_there_is_to_say() -> None:
    guessed = [fullness.guess(wanted(jobs), CLASSIC).density for jobs in (3, 5, 7, 20)]
    assert guessed == [Density.SHORT, Density.NORMAL, Density.FULL, Density.NORMAL]


def test_larger_letters_fill_a_page_sooner() -> None:
    assert fullness.guess(wanted(3), CLASSIC).density is Density.SHORT
    assert fullness.guess(wanted(3, size=TextSize.LARGEST), CLASSIC).density is Density.NORMAL


def test_a_page_that_has_just_become_full_is_not_tight() -> None:
    """It has lost the lines of its dates, and that made so much room that all else may stay."""
    cook = Work(position="Cook", name="Diner", start_date=PartialDate(2012), end_date=PartialDate(2014))
    few = replace(
        wanted(1), resume=Resume(basics=Basics(name="Ana"), work=(cook, replace(cook, name="Inn")) * 7)
    )
    spaced, laid_out = rendering._spaced(few.resume, few, CLASSIC)
    assert (spaced.density, laid_out.pages) == (Density.FULL, 1)
    assert replace(spaced, density=Density.NORMAL) == spacing(CLASSIC.page, few.size, Density.NORMAL)
    assert used(laid_out) > 0.8


def test_further_roles_at_one_employer_take_less_room() -> None:
    mart, diner = (
        Work(position="Cook", name=name, start_date=PartialDate(2012)) for name in ("Mart", "Diner")
    )
    spaced = spacing(CLASSIC.page, TextSize.REGULAR, Density.NORMAL)
    one, two = (
        fullness.fullness(Resume(work=work), spaced, wanted(1).paper, CLASSIC.dates)
        for work in ((mart, mart), (mart, diner))
    )
    assert one < two


@pytest.mark.slow
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_the_guess_is_close_to_the_page(sample: object) -> None:
    resume = by_date(tidy(jsonresume.load(sample).resume))  # type: ignore[arg-type]
    spaced = spacing(CLASSIC.page, TextSize.REGULAR, Density.NORMAL)
    real = rendering.page(resume, job(resume), CLASSIC, spaced)
    guessed = fullness.fullness(resume, spaced, job(resume).paper, CLASSIC.dates)
    assert guessed == pytest.approx(used(real), rel=0.1)


@pytest.mark.slow
def test_no_sample_ends_with_a_page_of_a_few_lines() -> None:
    """A last page has a quarter of a page at least, or is saved by tight distances."""
    for sample in SAMPLES:
        resume = by_date(tidy(jsonresume.load(sample).resume))
        _spaced, laid_out = rendering._spaced(resume, job(resume), CLASSIC)
        assert laid_out.pages == 1 or used(laid_out) % 1 > 0.25, sample.stem
