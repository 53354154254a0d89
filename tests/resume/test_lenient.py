"""Files of other programs and other times: what is meant is read, what is not clear is kept and said."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from kiosk.errors import ResumeFileError
from kiosk.resume import limits
from kiosk.resume.dates import PartialDate
from kiosk.resume.jsonresume import Loaded, dumps, loads
from kiosk.resume.model import (
    Basics,
    Certificate,
    Education,
    Interest,
    Language,
    Location,
    Profile,
    Publication,
    Reference,
    Resume,
    Skill,
    Volunteer,
    Work,
)


def loaded(**document: Any) -> Loaded:
    return loads(json.dumps(document).encode(), "f.json")


def read(**document: Any) -> Resume:
    """Read what must give no reason for a notice."""
    given = loaded(**document)
    assert [code for code, _where in codes(given) if code != "picture-kept"] == []
    return given.resume


def codes(given: Loaded) -> list[tuple[str, str]]:
    return [(notice.code, notice.where) for notice in given.notices]


def unread(given: Loaded) -> list[Any]:
    kept: list[Any] = given.resume.meta["kiosk"]["unread"]
    return kept


def test_nulls_and_blanks_are_nothing() -> None:
    resume = read(
        basics={"name": "Ana", "email": "", "phone": None, "location": {"city": " "}, "profiles": [None, {}]},
        work=[None, {}, {"name": None, "highlights": [None, "", " "]}, ""],
        volunteer=None,
        education={},
        awards="",
    )
    assert resume == Resume(basics=Basics(name="Ana"))


def test_older_drafts_named_keys_otherwise() -> None:
    resume = read(
        basics={"name": "Ana", "picture": "me.jpg", "website": "https://example.org"},
        work=[{"company": "Mill", "website": "https://example.org/mill"}],
        volunteer=[{"organization": "Kitchen", "website": "https://example.org/k"}],
        education=[{"institution": "School", "gpa": "3.5"}],
        publications=[{"name": "Poem", "website": "https://example.org/p"}],
        hobbies=[{"name": "Chess"}],
    )
    assert resume == Resume(
        basics=Basics(name="Ana", image="me.jpg", url="https://example.org"),
        work=(Work(name="Mill", url="https://example.org/mill"),),
        volunteer=(Volunteer(organization="Kitchen", url="https://example.org/k"),),
        education=(Education(institution="School", score="3.5"),),
        publications=(Publication(name="Poem", url="https://example.org/p"),),
        interests=(Interest(name="Chess"),),
    )


def test_of_two_names_for_one_key_the_right_one_wins_and_the_other_stays() -> None:
    (job,) = read(work=[{"company": "Old Mill", "name": "Mill", "Name": "MILL"}]).work
    assert job == Work(name="Mill", extra={"company": "Old Mill", "Name": "MILL"})
    (other,) = read(work=[{"company": "Old Mill", "name": ""}]).work
    assert other == Work(name="Old Mill")


def test_what_was_not_clear_is_not_taken_from_another_name_later() -> None:
    given = loaded(certificates=[{"name": "CPR", "date": "soon", "Date": "2014"}])
    assert given.resume.certificates == (Certificate(name="CPR"),)
    assert [kept["where"] for kept in unread(given)] == ["certificates[0].date", "certificates[0].Date"]
    assert loads(dumps(given.resume)).resume == given.resume


def test_spelling_of_keys_is_forgiven() -> None:
    resume = read(Basics={"NAME": "Ana"}, education=[{"study_type": "GED", "end-date": 2014}])
    assert resume.basics == Basics(name="Ana")
    assert resume.education == (Education(study_type="GED", end_date=PartialDate(2014)),)


def test_numbers_where_texts_belong() -> None:
    resume = read(
        basics={"name": "Ana", "phone": 5205550186, "location": {"postalCode": 85701}},
        education=[{"score": 3.80, "endDate": 2014}, {"score": 4}],
        skills=[{"name": "Typing", "level": 60, "keywords": [1, 2.50]}],
    )
    assert resume.basics == Basics(name="Ana", phone="5205550186", location=Location(postal_code="85701"))
    assert [school.score for school in resume.education] == ["3.8", "4"]
    assert resume.skills == (Skill(name="Typing", level="60", keywords=("1", "2.5")),)
    typed = loads(b'{"education": [{"score": 3.80}]}').resume
    assert typed.education[0].score == "3.80"


def test_texts_where_lists_belong() -> None:
    resume = read(
        work=[{"highlights": "Cooked lunch, daily\nWashed up\n"}],
        education=[{"courses": "Law, ethics and society"}],
        skills=[{"name": "Office", "keywords": "Word, Excel; e-mail"}],
        languages="English, Spanish",
        references="On request",
    )
    assert resume.work[0].highlights == ("Cooked lunch, daily", "Washed up")
    assert resume.education[0].courses == ("Law, ethics and society",)
    assert resume.skills[0].keywords == ("Word", "Excel", "e-mail")
    assert resume.languages == (Language(language="English"), Language(language="Spanish"))
    assert resume.references == (Reference(reference="On request"),)


def test_texts_where_objects_belong() -> None:
    resume = read(
        basics={"name": "Ana", "location": "Tucson, AZ", "profiles": ["https://example.org/ana"]},
        work=["Cook"],
        skills=["Cooking", "Sewing"],
        certificates=["CPR"],
    )
    assert resume.basics.location == Location(city="Tucson, AZ")
    assert resume.basics.profiles == (Profile(url="https://example.org/ana"),)
    assert resume.work == (Work(position="Cook"),)
    assert resume.skills == (Skill(name="Cooking"), Skill(name="Sewing"))
    assert resume.certificates == (Certificate(name="CPR"),)


def test_lists_where_texts_belong() -> None:
    resume = read(work=[{"location": ["Toledo", "OH"], "summary": ["Cooked.", "Washed."]}])
    assert resume.work == (Work(location="Toledo, OH", summary="Cooked.\nWashed."),)


def test_one_object_where_a_list_belongs_and_a_list_of_one_where_an_object_does() -> None:
    resume = read(
        basics=[{"name": "Ana"}], work={"name": "Mill"}, skills={"0": {"name": "a"}, "1": {"name": "b"}}
    )
    assert resume.basics.name == "Ana"
    assert resume.work == (Work(name="Mill"),)
    assert resume.skills == (Skill(name="a"), Skill(name="b"))


def test_an_object_whose_keys_are_names() -> None:
    resume = read(
        basics={"name": "Ana", "profiles": {"LinkedIn": {"username": "ana"}}},
        work={"Mill": {"position": "Clerk"}, "x": {"name": "Farm"}},
        languages={"Spanish": "Native", "English": None},
        skills={"Office": ["Word", "Excel"], "Typing": 60},
    )
    assert resume.basics.profiles == (Profile(network="LinkedIn", username="ana"),)
    assert resume.work == (Work(name="Mill", position="Clerk"), Work(name="Farm"))
    assert resume.languages == (Language(language="Spanish", fluency="Native"), Language(language="English"))
    assert resume.skills == (
        Skill(name="Office", keywords=("Word", "Excel")),
        Skill(name="Typing", level="60"),
    )


def test_an_object_of_texts_where_one_text_belongs_is_used_and_said() -> None:
    given = loaded(work=[{"position": "Cook", "location": {"city": "Toledo", "region": "OH"}}])
    assert given.resume.work[0].location == "Toledo, OH"
    assert codes(given) == [("guessed", "work[0].location")]
    assert unread(given) == [{"where": "work[0].location", "value": {"city": "Toledo", "region": "OH"}}]


@pytest.mark.parametrize("value", [True, {"a": {"b": "c"}}, [["a"]], {"a": True}])
def test_what_is_no_text_is_kept_and_said(value: Any) -> None:
    given = loaded(basics={"name": "Ana", "summary": value})
    assert given.resume.basics == Basics(name="Ana")
    assert codes(given) == [("unread", "basics.summary")]
    assert unread(given) == [{"where": "basics.summary", "value": value}]


def test_a_list_in_a_list_of_objects_is_kept_and_said() -> None:
    given = loaded(basics={"name": "Ana"}, skills=[["a", "b"], True, {"name": "Sewing"}], work=5)
    assert given.resume.skills == (Skill(name="Sewing"),)
    assert codes(given) == [("unread", "skills[0]"), ("unread", "skills[1]")]


def test_one_line_stays_one_line_and_paragraphs_stay() -> None:
    resume = read(
        basics={
            "name": "Ana\r\nRuiz",
            "summary": "One.\r\n\r\nTwo.\x00",
            "location": {"address": "1 Elm\nApt 2"},
        },
        work=[{"position": "Head\tcook", "highlights": ["Did a\nthen b"]}],
    )
    assert resume.basics.name == "Ana Ruiz"
    assert resume.basics.summary == "One.\n\nTwo."
    assert resume.basics.location.address == "1 Elm\nApt 2"
    assert resume.work[0] == Work(position="Head cook", highlights=("Did a\nthen b",))


@pytest.mark.parametrize("end", ["Present", "now", "Actualidad", None, ""])
def test_no_end_means_still_there(end: str | None) -> None:
    (job,) = read(work=[{"name": "Mill", "startDate": "May 2014", "endDate": end}]).work
    assert job == Work(name="Mill", start_date=PartialDate(2014, 5))


def test_still_there_is_not_lost_when_nobody_knows_since_when() -> None:
    given = loaded(work=[{"name": "Mill", "endDate": "Present"}])
    assert given.resume.work == (Work(name="Mill"),)
    assert codes(given) == [("date-unread", "work[0].endDate")]
    assert unread(given) == [{"where": "work[0].endDate", "value": "Present"}]


@pytest.mark.parametrize(
    "value", ["when I was young", "Present", "05/14", ["2014"], {"on": "2014"}, True, -1]
)
def test_a_date_nobody_can_read_is_kept_and_said(value: Any) -> None:
    given = loaded(work=[{"name": "Mill"}, {"name": "Farm", "startDate": value}])
    assert given.resume.work[1] == Work(name="Farm")
    assert codes(given) == [("date-unread", "work[1].startDate")]
    assert unread(given) == [{"where": "work[1].startDate", "value": value}]
    assert given.notices[0].message == (
        "In f.json, a date in Jobs, number 2 is not clear, so it is kept in the file but not printed."
    )


def test_of_a_date_that_is_clear_in_part_the_text_is_kept_too() -> None:
    given = loaded(work=[{"name": "Mill", "startDate": "Summer 2014", "endDate": "03/04/2015"}])
    assert given.resume.work == (Work(name="Mill", start_date=PartialDate(2014), end_date=PartialDate(2015)),)
    assert codes(given) == [("date-in-part", "work[0].startDate"), ("date-in-part", "work[0].endDate")]
    assert [kept["value"] for kept in unread(given)] == ["Summer 2014", "03/04/2015"]


def test_a_date_in_parts_is_read() -> None:
    (job,) = read(
        work=[{"name": "Mill", "startDate": {"year": 2014, "month": "5"}, "endDate": {"year": 2015}}]
    ).work
    assert (job.start_date, job.end_date) == (PartialDate(2014, 5), PartialDate(2015))


def test_what_is_said_once_is_not_said_again() -> None:
    first = loaded(basics={"name": "Ana"}, work=[{"startDate": "soon"}], skills=[True])
    again = loads(dumps(first.resume), "f.json")
    assert again == Loaded(first.resume, ())


def test_old_letters_are_read_and_said() -> None:
    given = loads('{"basics": {"name": "Muñiz"}}'.encode("cp1252"), "f.json")
    assert given.resume.basics.name == "Muñiz"
    assert codes(given) == [("letters-guessed", "")]


def test_meta_of_any_kind_is_read() -> None:
    nothings: list[Any] = [None, {}, {"kiosk": None}, {"kiosk": {"extra": None, "values": []}}]
    for nothing in nothings:
        assert read(basics={"name": "Ana"}, meta=nothing).meta == {}
    assert read(basics={"name": "Ana"}, meta={"version": 1.0, "lastModified": None}).meta == {
        "version": "1.0"
    }
    for meta in ("text", ["list"], {"kiosk": "text"}, {"kiosk": {"extra": [1], "unread": "x", "values": 5}}):
        resume = read(basics={"name": "Ana"}, meta=meta)
        kept = [item["value"] for item in resume.meta["kiosk"]["unread"]]
        assert kept


class TestAnEndThatNobodyCanRead:
    END = {"name": "Mill", "startDate": "2014-05", "endDate": "May '15"}

    def test_is_kept_with_its_entry_and_said(self) -> None:
        given = loaded(work=[{"name": "Shop"}, self.END])
        assert given.resume.work[1] == Work(
            name="Mill", start_date=PartialDate(2014, 5), end_unread="May '15"
        )
        assert codes(given) == [("date-unread", "work[1].endDate")]

    def test_stays_under_meta_kiosk_however_often_the_file_is_read(self) -> None:
        first = loaded(work=[self.END])
        written = dumps(first.resume)
        again = loads(written, "f.json")
        assert (again.resume, dumps(again.resume)) == (first.resume, written)
        assert codes(again) == codes(first)
        (kept,) = json.loads(written)["meta"]["kiosk"]["values"]
        assert kept["values"] == {"endDate": "May '15"}

    def test_goes_once_there_is_an_end(self) -> None:
        (job,) = loaded(work=[self.END]).resume.work
        resume = Resume(work=(replace(job, end_date=PartialDate(2015)),))
        assert b"May '15" not in dumps(resume)

    @pytest.mark.parametrize("end", [True, ["2014"], {"when": "later"}, 20140517, "TBD"])
    def test_may_be_of_any_kind(self, end: Any) -> None:
        (job,) = loaded(work=[{"name": "Mill", "startDate": 2014, "endDate": end}]).resume.work
        assert job.end_date is None
        assert job.end_unread


def test_a_picture_is_kept_and_said_to_stay_off_the_page() -> None:
    given = loaded(basics={"name": "Ana", "image": "https://example.org/me.jpg"})
    assert given.resume.basics.image == "https://example.org/me.jpg"
    assert codes(given) == [("picture-kept", "basics.image")]


def test_a_text_with_nothing_to_see_is_none() -> None:
    resume = read(
        basics={"name": "Ana", "label": "\u00ad", "phone": "\u200b \u200e"},
        work=[{"position": "Cook", "highlights": ["\u200b", "\u3000\u2060", "Fed 40"]}],
    )
    assert resume == Resume(basics=Basics(name="Ana"), work=(Work(position="Cook", highlights=("Fed 40",)),))


@pytest.mark.parametrize(
    "entry",
    [
        {"position": "A" + "\t " * limits.MAX_CHARACTERS + "B"},
        {"summary": "\n" * (limits.MAX_CHARACTERS + 1) + "B"},
        {"startDate": "1" * (limits.MAX_CHARACTERS + 1)},
    ],
)
def test_too_long_is_what_stands_in_the_file_blanks_and_dates_too(entry: Any) -> None:
    with pytest.raises(ResumeFileError, match="more than 50000 letters in one place"):
        loaded(work=[{"name": "Mill"} | entry])
