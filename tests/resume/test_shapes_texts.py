"""The table of keys agrees with the model and the official schema; every text in it is to be printed."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from helpers import strategies
from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Award, Basics, Entry, Language, Location, Profile, Resume, Skill, Work
from kiosk.resume.shapes import DATES, LISTS, LOCATION, PROFILE, RESUME, WORK, Kind, Shape
from kiosk.resume.texts import is_blank, printed_dates, printed_texts

OFFICIAL = json.loads((Path(__file__).parent.parent / "schema" / "resume-schema-1.0.0.json").read_bytes())
SECTIONS = {key.name: key for key in RESUME.keys}
SHAPES = [*(key.shape for key in RESUME.keys if key.shape), LOCATION, PROFILE]


def properties(shape: Shape) -> dict[str, Any]:
    basics: dict[str, Any] = OFFICIAL["properties"]["basics"]["properties"]
    if shape is LOCATION:
        found: dict[str, Any] = basics["location"]["properties"]
    elif shape is PROFILE:
        found = basics["profiles"]["items"]["properties"]
    else:
        section = OFFICIAL["properties"][next(key.name for key in RESUME.keys if key.shape is shape)]
        found = section.get("items", section)["properties"]
    return found


EXPECTED = {
    Kind.LINE: ("string", None),
    Kind.PARAGRAPH: ("string", None),
    Kind.PICTURE: ("string", None),
    Kind.EMAIL: ("string", "email"),
    Kind.URL: ("string", "uri"),
    Kind.DATE: (None, "#/definitions/iso8601"),
    Kind.FULL_DATE: ("string", "date"),
    Kind.LINES: ("array", "string"),
    Kind.WORDS: ("array", "string"),
    Kind.PARAGRAPHS: ("array", "string"),
    Kind.OBJECT: ("object", None),
    Kind.OBJECTS: ("array", "object"),
}


def said(official: dict[str, Any]) -> tuple[str | None, str | None]:
    """What the schema says of a key: its type, and its format or the type of what is in it."""
    inner = official.get("format") or official.get("$ref") or official.get("items", {}).get("type")
    return official.get("type"), inner


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.make.__name__)
def test_the_table_is_the_schema_in_its_order(shape: Shape) -> None:
    official = properties(shape)
    assert [key.name for key in shape.keys] == list(official)
    assert {key.name: said(official[key.name]) for key in shape.keys} == {
        key.name: EXPECTED[key.kind] for key in shape.keys
    }


def test_every_section_of_the_schema_is_in_the_table() -> None:
    assert ["$schema", *SECTIONS, "meta"] == list(OFFICIAL["properties"])


@pytest.mark.parametrize("shape", [*SHAPES, RESUME], ids=lambda shape: shape.make.__name__)
def test_the_table_is_the_model(shape: Shape) -> None:
    attrs = [field.name for field in dataclasses.fields(shape.make())]
    assert [name for name in attrs if name not in ("extra", "meta", "schema", "end_unread")] == [
        key.attr for key in shape.keys
    ]
    assert shape in (RESUME, LOCATION, PROFILE) or shape.main in {key.name for key in shape.keys}


def test_a_key_is_found_by_all_its_names() -> None:
    def rank(name: str) -> tuple[int, str] | None:
        found = WORK.find(name)
        return (found[0], found[1].name) if found else None

    assert rank("name") == (0, "name")
    assert rank("company") == (1, "name")
    assert rank("start_date") == rank("STARTDATE") == rank("Start Date") == (2, "startDate")
    assert rank("") is rank("names") is rank("n" * 1_000_000) is None


def test_what_is_printed_comes_in_the_schema_s_order() -> None:
    resume = Resume(
        languages=(Language(language="Spanish", fluency="Native"),),
        skills=(Skill(name="Office", level="Good", keywords=("Word", "Excel")),),
        awards=(Award(title="Prize", date=PartialDate(2014)),),
        work=(
            Work(
                name="Mill", start_date=PartialDate(2014, 5), highlights=("Ground\ncorn",), extra={"x": "no"}
            ),
        ),
        basics=Basics(
            name="Ana",
            image="no.jpg",
            location=Location(city="Toledo", country_code="no"),
            profiles=(Profile(network="Web", url="example.org"),),
        ),
        meta={"kiosk": {"x": "no"}},
        schema="no",
    )
    texts = ["Ana", "Toledo", "Web", "example.org", "Mill", "Ground\ncorn", "Prize", "Office", "Good"]
    assert list(printed_texts(resume)) == [*texts, "Word", "Excel", "Spanish", "Native"]
    assert list(printed_dates(resume)) == [PartialDate(2014, 5), PartialDate(2014)]


@pytest.mark.slow
@given(strategies.resumes())
def test_no_printed_text_is_empty(resume: Resume) -> None:
    assert all(printed_texts(resume))


def test_blank_is_what_nobody_said_anything_in() -> None:
    assert is_blank(Resume())
    assert is_blank(
        Resume(work=(Work(),), meta={"kiosk": {"template": "plain"}}, basics=Basics(extra={"a": 1}))
    )
    assert not is_blank(Resume(basics=Basics(image="me.jpg")))
    assert not is_blank(Resume(work=(Work(end_date=PartialDate(2014)),)))


def test_dates_and_lists_are_told_apart() -> None:
    assert not DATES & LISTS
    assert issubclass(Work, Entry)
