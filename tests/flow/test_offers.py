"""What is offered for the titles that people write; a broken file of the library's offers nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.content.store import Content
from kiosk.flow.offers import MOST_SKILLS, MOST_TITLES, NOTHING, Offers
from kiosk.resume.model import Basics, Resume, Work

OFFERS = Offers()
CLEANER = OFFERS.bank("cleaner").lines


def test_titles_are_offered_from_two_letters_on_and_the_common_ones_before() -> None:
    common = OFFERS.titles("")
    assert len(common) == MOST_TITLES
    assert OFFERS.titles("c") == common
    assert "House cleaner" in OFFERS.titles("house cl")
    assert OFFERS.titles("qqqq") == ()


def test_before_anything_is_typed_titles_are_near_those_written_elsewhere() -> None:
    near = OFFERS.titles("", ["House cleaner", "", "Keeper of owls"])
    assert near[:2] == ("House cleaner", "Keeper of owls")
    assert set(near[2:]) <= set(OFFERS.other_names("House cleaner"))
    assert len(near) == MOST_TITLES
    assert OFFERS.titles("", ["Keeper of owls"]) == ("Keeper of owls", *OFFERS.titles("")[:3])
    assert OFFERS.titles("cook", ["House cleaner"]) == OFFERS.titles("cook")


def test_a_title_that_is_clear_means_one_job_and_another_is_asked_about() -> None:
    assert [one.job for one in OFFERS.candidates("house cleaner")] == ["cleaner"]
    assert OFFERS.job_of("House Cleaner", ()) == "cleaner"
    several = OFFERS.candidates("cleaning")
    assert len(several) > 1
    assert OFFERS.job_of("cleaning", ()) == ""
    ticked = (CLEANER[2].past,)
    assert OFFERS.job_of("cleaning", ticked) == "cleaner"
    assert (*OFFERS.candidates(""), *OFFERS.candidates("qqqq")) == ()


def test_the_banks_of_all_jobs_come_once_and_newest_first() -> None:
    resume = Resume(
        basics=Basics(label="Cashier"),
        work=(Work(position="Line cook"), Work(position="Housekeeper"), Work(position="Cook")),
    )
    assert OFFERS.banks(resume) == tuple(map(OFFERS.bank, ("cook", "housekeeper", "cashier")))
    assert OFFERS.bank("") is NOTHING


def test_skills_come_fairly_from_every_job() -> None:
    jobs = (Work(position="Line cook"), Work(position="House cleaner"), Work(position="qqqq"))
    does, uses = OFFERS.skills(Resume(work=jobs))
    assert does[:2] == (OFFERS.bank("cook").does[0], OFFERS.bank("cleaner").does[0])
    assert len(set(does)) == len(does) <= MOST_SKILLS
    assert len(set(uses)) == len(uses) <= MOST_SKILLS
    assert OFFERS.skills(Resume()) == ((), ())


@pytest.mark.parametrize("file", ["titles.toml", "jobs/cleaner.toml"])
def test_a_broken_file_of_the_library_offers_nothing(tmp_path: Path, file: str) -> None:
    (tmp_path / "jobs").mkdir()
    (tmp_path / file).write_text("jobs = 3 = 4\n")
    offers = Offers(Content(site=tmp_path))
    offers.warm_up()
    if file == "titles.toml":
        assert (*offers.titles(""), *offers.titles("cook"), *offers.candidates("cook")) == ()
    else:
        assert offers.bank("cleaner") is NOTHING
        assert offers.bank("cook").lines
