"""What is written: in the schema's order, nothing empty, nothing that no reader takes."""

from __future__ import annotations

import json

from kiosk.resume import strict
from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Basics, Location, Project, Resume, Skill, Work
from kiosk.resume.shapes import RESUME


def test_keys_come_in_the_schema_s_order() -> None:
    resume = Resume(
        projects=(Project(type="talk", name="Reading hour", extra={"z": 1, "a": 2}),),
        work=(Work(highlights=("Cooked",), position="Cook", start_date=PartialDate(2014, 5), name="Diner"),),
        basics=Basics(phone="555-0100", name="Ana"),
        meta={"theme": "flat", "lastModified": "2026-01-01T00:00:00"},
    )
    written = strict.document(resume)
    assert list(written) == ["$schema", "basics", "work", "projects", "meta"]
    assert list(written["work"][0]) == ["name", "position", "startDate", "highlights"]
    assert list(written["projects"][0]) == ["name", "type", "z", "a"]
    assert list(written["meta"]) == ["version", "lastModified", "theme"]


def test_nothing_empty_is_written() -> None:
    resume = Resume(
        basics=Basics(name=" ", location=Location(city="\n")),
        work=(Work(), Work(name="Diner", highlights=("", " \t")), Work(summary="\x00")),
        skills=(Skill(keywords=("",)),),
        meta={"kiosk": {}, "version": "", "canonical": " "},
    )
    written = strict.document(resume)
    assert written == {
        "$schema": strict.SCHEMA,
        "work": [{"name": "Diner"}],
        "meta": {"version": strict.VERSION},
    }


def test_keys_of_other_programs_cannot_take_the_place_of_ours() -> None:
    written = strict.document(
        Resume(work=(Work(position="Cook", extra={"name": 5, "position": {}, "x": None}),))
    )
    assert written["work"] == [{"position": "Cook", "name (2)": 5, "position (2)": {}, "x": None}]


def test_no_number_is_written_that_json_has_not() -> None:
    extra = {"nan": float("nan"), "deep": [float("inf"), 1.5]}
    written = strict.document(Resume(basics=Basics(name="Ana", extra=extra)))
    assert written["basics"] == {"name": "Ana", "nan": None, "deep": [None, 1.5]}


def test_what_is_kept_of_other_programs_is_not_changed() -> None:
    extra = {"deep": [{"a": [1]}]}
    strict.document(Resume(basics=Basics(name="Ana", extra=extra), meta={"kiosk": {"extra": extra}}))
    assert extra == {"deep": [{"a": [1]}]}


def test_the_version_that_the_file_names_is_kept() -> None:
    written = strict.document(Resume(meta={"version": "v1.2.1"}))
    assert json.dumps(written["meta"]) == '{"version": "v1.2.1"}'


def test_every_section_has_its_words() -> None:
    assert [key.name for key in RESUME.keys][:2] == ["basics", "work"]
