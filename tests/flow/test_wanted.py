"""The job that is wanted, *not sure*, and what the bank offers for both."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.flow import wanted
from kiosk.flow.answers import look_over
from kiosk.flow.offers import Offers
from kiosk.resume import jsonresume
from kiosk.resume.model import Basics, Resume

ANN = Resume(basics=Basics(name="Ann"))
OFFERS = Offers()


def answer(resume: Resume) -> tuple[str, ...]:
    lines = [one.lines for group in look_over(resume) for one in group.answers if one.step.id == "wanted"]
    assert len(lines) == 1
    return lines[0]


def test_not_sure_is_kept_in_the_file_and_said_when_looking_it_over() -> None:
    resume = wanted.not_sure(ANN)
    opened = jsonresume.loads(jsonresume.dumps(resume)).resume
    assert wanted.is_not_sure(opened)
    assert answer(opened) == ("Not sure yet",)
    assert answer(ANN) == ()
    assert wanted.sure(opened) == ANN


def test_a_job_that_is_written_wins() -> None:
    resume = Resume(basics=Basics(label="Cook"), meta={"kiosk": {"wanted": "not-sure"}})
    assert not wanted.is_not_sure(resume)
    assert answer(resume) == ("Cook",)
    assert wanted.not_sure(resume).basics.label == ""


@given(st.sampled_from([kind.id for kind in OFFERS.kinds()]))
def test_every_kind_of_work_has_titles_and_each_leads_back_to_its_job(kind: str) -> None:
    titles = OFFERS.titles_of(kind)
    assert titles
    for title in titles:
        assert OFFERS.is_clear(title)
        assert title not in OFFERS.other_names(title)


def test_other_names_are_only_told_of_what_is_clear() -> None:
    assert "Cashier" in OFFERS.other_names("Store clerk")
    for typed in ("", "c", "worker with things", "qqqq"):
        assert OFFERS.other_names(typed) == ()


def test_the_job_that_is_wanted_brings_its_skills_and_cards() -> None:
    resume = Resume(basics=Basics(label="Cashier"))
    assert OFFERS.skills(resume) != OFFERS.skills(Resume())
    assert set(OFFERS.cards(resume)) > {"Tobacco sales training"}
