"""Who somebody worked for: what is kept, what is printed, and that changing one's mind loses nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.flow import answers, employers, paths
from kiosk.flow.employers import KINDS, USUAL, Employer
from kiosk.render.order import by_date
from kiosk.render.wording import employers as grouped
from kiosk.resume import jsonresume
from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Resume, Work

KIND = st.sampled_from([choice.value for choice in KINDS])
TEXT = st.text("abMexico, ", max_size=12)
CLEAN = TEXT.map(lambda text: " ".join(text.split()))


@given(st.lists(KIND, min_size=1, max_size=6), CLEAN)
def test_changing_ones_mind_about_the_kind_never_loses_a_name(kinds: list[str], name: str) -> None:
    job = Work(position="Cook", name=name)
    for kind in kinds:
        job = employers.with_kind(job, kind)
    assert employers.kind_of(job) == kinds[-1]
    assert job.name == (name or USUAL.get(Employer(kinds[-1]), ""))


@given(CLEAN, CLEAN, CLEAN, CLEAN)
def test_place_and_country_are_two_boxes_and_one_text(city: str, country: str, town: str, land: str) -> None:
    job = employers.with_country(employers.with_city(Work(), city), country)
    assert job.location == ", ".join(filter(None, (city, country)))
    for changed in (employers.with_city(job, town), employers.with_country(job, land)):
        both = ", ".join(filter(None, (employers.city_of(changed), employers.country_of(changed))))
        assert both == changed.location
    if country and city:
        assert (employers.city_of(job), employers.country_of(job)) == (city, country)
        assert employers.city_of(employers.with_city(job, town)) == town
        assert employers.country_of(employers.with_country(job, land)) == land


def test_a_place_that_another_program_changed_is_believed() -> None:
    job = employers.with_country(Work(location="Hermosillo, Sonora"), "Mexico")
    assert job.location == "Hermosillo, Sonora, Mexico"
    elsewhere = replace(job, location="Tucson, AZ")
    assert (employers.city_of(elsewhere), employers.country_of(elsewhere)) == ("Tucson, AZ", "")


def test_all_of_it_is_in_the_file_and_comes_back() -> None:
    job = employers.with_country(employers.with_kind(Work(position="Cleaner"), "family"), "Mexico")
    back = jsonresume.loads(jsonresume.dumps(Resume(work=(job,)))).resume
    assert back.work == (job,)
    assert (employers.kind_of(back.work[0]), back.work[0].name) == (Employer.FAMILY, "Private home")


def test_a_kind_of_another_version_is_none() -> None:
    assert employers.kind_of(Work(extra={"kiosk": {"employer": "a ship"}})) is None
    assert employers.name_words(Work()) == ("Name of the place or person", "For example: Food Mart")


@pytest.mark.parametrize("kind", [choice.value for choice in KINDS])
def test_what_is_printed_or_asked_never_says_prison(kind: str) -> None:
    job = employers.with_kind(Work(position="Cook"), kind)
    words = (job.name, *employers.name_words(job), *employers.place_words(job), *employers.about_words(job))
    told = " ".join(words).casefold()
    assert not any(word in told for word in ("prison", "jail", "inmate", "correction", "facility"))


def test_the_country_is_asked_on_the_path_that_has_one_or_where_there_is_one() -> None:
    job = Work(position="Cook")
    assert not employers.asks_country(Resume(), job)
    assert employers.asks_country(paths.toggled(Resume(), paths.Path.ABROAD), job)
    assert employers.asks_country(Resume(), employers.with_country(job, "Mexico"))


def test_another_role_is_printed_in_one_group() -> None:
    first = Work(
        position="Manager",
        name="Food Mart",
        location="Akron, OH",
        start_date=PartialDate(2020),
        highlights=("Led",),
    )
    first = employers.with_kind(first, "company")
    role = employers.another_role(first)
    assert (role.position, role.start_date, role.highlights) == ("", None, ())
    assert (role.name, role.location, employers.kind_of(role)) == ("Food Mart", "Akron, OH", Employer.COMPANY)
    role = replace(role, position="Cashier", start_date=PartialDate(2017), end_date=PartialDate(2020))
    other = Work(position="Cook", name="Diner", start_date=PartialDate(2015), end_date=PartialDate(2016))
    printed = by_date(Resume(work=(other, role, first)))
    assert [[job.position for job in group] for group in grouped(printed.work)] == [
        ["Manager", "Cashier"],
        ["Cook"],
    ]


def test_look_it_over_says_name_place_and_kind_and_leads_back() -> None:
    job = employers.with_kind(Work(position="Cleaner", location="Tucson, AZ"), "family")
    rows = answers.look_over(Resume(work=(job,)))[1].answers
    who = next(row for row in rows if row.step.id == "work.who")
    assert (who.label, who.lines, who.entry) == (
        "Who you worked for",
        ("Private home, Tucson, AZ", "A family"),
        0,
    )
