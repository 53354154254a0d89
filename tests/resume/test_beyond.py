"""What 1.0.0 cannot hold goes to meta and comes back to its place, and never to another."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kiosk.resume import beyond
from kiosk.resume.dates import PartialDate
from kiosk.resume.jsonresume import dumps, loads
from kiosk.resume.model import Basics, Certificate, Profile, Resume

CPR = Certificate(name="CPR", date=PartialDate(2024))
FORKLIFT = Certificate(name="Forklift", date=PartialDate(2023, 2), url="example.org/lift")
SAFETY = Certificate(name="Safety", date=PartialDate(2020, 1, 31))
RESUME = Resume(certificates=(CPR, FORKLIFT, SAFETY))


def written(resume: Resume) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(dumps(resume))
    return document


def reread(document: dict[str, Any]) -> Resume:
    return loads(json.dumps(document).encode()).resume


def test_a_certificate_s_year_alone_is_not_in_the_certificate() -> None:
    document = written(RESUME)
    assert document["certificates"] == [
        {"name": "CPR"},
        {"name": "Forklift"},
        {"name": "Safety", "date": "2020-01-31"},
    ]
    assert document["meta"]["kiosk"]["values"] == [
        {"path": ["certificates", 0], "of": "CPR", "values": {"date": "2024"}},
        {
            "path": ["certificates", 1],
            "of": "Forklift",
            "values": {"date": "2023-02", "url": "example.org/lift"},
        },
    ]
    assert reread(document) == RESUME


def test_addresses_that_no_format_lets_through_survive() -> None:
    resume = Resume(
        basics=Basics(
            email="ana at example",
            url="www.example.org",
            profiles=(
                Profile(url="linkedin.com/in/ana"),
                Profile(network="Web", url="https://example.org/é"),
            ),
        ),
        meta={"canonical": "ana.json"},
    )
    document = written(resume)
    assert document["basics"] == {"profiles": [{"network": "Web"}]}
    assert "canonical" not in document["meta"]
    assert reread(document) == resume


def test_an_entry_that_holds_nothing_else_comes_back_between_its_neighbours() -> None:
    alone = Certificate(date=PartialDate(1999))
    resume = Resume(certificates=(alone, CPR, alone, alone, SAFETY, alone))
    assert len(written(resume)["certificates"]) == 2
    assert reread(written(resume)) == resume


def test_another_program_may_put_the_entries_in_another_order() -> None:
    document = written(RESUME)
    document["certificates"].reverse()
    assert reread(document).certificates == (SAFETY, FORKLIFT, CPR)


def test_what_another_program_wrote_later_wins() -> None:
    document = written(RESUME)
    document["certificates"][0]["date"] = "2025-03-01"
    assert reread(document).certificates[0] == Certificate(name="CPR", date=PartialDate(2025, 3, 1))


def test_a_value_whose_entry_is_gone_goes_nowhere_else_and_is_kept() -> None:
    document = written(RESUME)
    del document["certificates"][0]
    resume = reread(document)
    assert resume.certificates == (FORKLIFT, SAFETY)
    (kept,) = resume.meta["kiosk"]["unread"]
    assert kept["value"] == {"path": ["certificates", 0], "of": "CPR", "values": {"date": "2024"}}
    assert "values" not in resume.meta["kiosk"]


def test_of_two_entries_alike_none_is_chosen() -> None:
    document = written(RESUME)
    document["certificates"] = [{"name": "Safety"}, {"name": "CPR"}, {"name": "CPR"}]
    assert [entry.date for entry in reread(document).certificates] == [None, None, None]


@pytest.mark.parametrize(
    "entry",
    [
        *(None, 5, "text", [], {}, {"path": ["basics"]}, {"values": {}}, {"path": [], "values": {}}),
        *({"path": ["work", "0"], "values": {}}, {"path": ["nowhere", 0], "values": {}}),
        {"path": ["work", 7], "of": "Mill", "values": {"url": "x"}},
        {"path": ["work", -1], "of": "", "values": {"url": "x"}},
        {"path": ["basics", "location", 0], "values": {"url": "x"}},
        {"path": ["skills", 0], "of": None, "values": {"url": "x"}},
    ],
)
def test_a_record_that_makes_no_sense_belongs_nowhere(entry: Any) -> None:
    document: dict[str, Any] = {"basics": {"name": "Ana"}, "skills": "Cooking"}
    assert beyond.put_back(document, [entry]) == [entry]
    assert document["basics"] == {"name": "Ana"}


def test_more_records_than_entries_can_be_are_not_looked_at() -> None:
    record = {"path": ["basics"], "values": {"url": "x"}}
    assert len(beyond.put_back({}, [record] * (beyond.MOST_RECORDS + 3))) == 3
