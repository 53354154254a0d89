"""The laws of reading and writing, the sample patrons, and what happens to a file that is no resume."""

from __future__ import annotations

import json
import pickle
import re
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator, FormatChecker

from helpers import strategies
from kiosk import paths
from kiosk.errors import ResumeFileError
from kiosk.resume import clean
from kiosk.resume.datetext import read_date
from kiosk.resume.jsonresume import dumps, load, loads
from kiosk.resume.model import Basics, Resume, Skill, Work
from kiosk.resume.texts import printed_dates, printed_texts

SCHEMA = Path(__file__).parent.parent / "schema" / "resume-schema-1.0.0.json"
OFFICIAL = Draft4Validator(json.loads(SCHEMA.read_bytes()), format_checker=FormatChecker())
SAMPLES = sorted(paths.SAMPLES.glob("*.json"))
ANA = Resume(basics=Basics(name="Ana"))


def as_file(value: Any) -> bytes:
    return json.dumps(value).encode()


def words(value: Any) -> set[str]:
    """Every word of every text in a JSON value, names of keys too; what a comma parts is two words."""
    if isinstance(value, str):
        return set(re.split(r"[\s,;]+", clean.paragraph(value))) - {""}
    if isinstance(value, dict):
        return set().union(*(words(item) for pair in value.items() for item in pair))
    return set().union(*(words(item) for item in value)) if isinstance(value, list) else set()


def leaves(value: Any) -> list[str]:
    """Every text of a JSON value."""
    if isinstance(value, dict):
        return leaves(list(value.values()))
    if isinstance(value, list):
        return [leaf for item in value for leaf in leaves(item)]
    return [value] if isinstance(value, str) else []


# ---------------------------------------------------------------------- laws


@given(strategies.resumes())
def test_what_was_written_reads_back_equal(resume: Resume) -> None:
    loaded = loads(dumps(resume), "file.json")
    assert loaded.resume == resume
    said = {notice.code for notice in loaded.notices}
    assert said <= {"picture-kept", "date-unread"}  # what a person has to know each time
    assert ("picture-kept" in said) == bool(resume.basics.image)


@given(st.one_of(strategies.resumes(), strategies.untidy_resumes()))
def test_whatever_is_written_is_valid_and_has_nothing_empty_in_known_places(resume: Resume) -> None:
    written = json.loads(dumps(resume).decode())
    OFFICIAL.validate(written)
    assert all(written.values())


@pytest.mark.slow
@given(strategies.untidy_resumes())
def test_an_untidy_resume_is_tidy_once_it_is_written(resume: Resume) -> None:
    written = dumps(resume)
    try:
        read = loads(written).resume
    except ResumeFileError:
        assert not any(text.strip() and text.isprintable() for text in printed_texts(resume))
        return
    assert dumps(read) == written


@pytest.mark.slow
@given(strategies.documents())
def test_what_looks_like_a_resume_is_read_or_refused_and_no_word_is_lost(document: dict[str, Any]) -> None:
    try:
        loaded = loads(as_file(document), "file.json")
    except ResumeFileError:
        return
    written = dumps(loaded.resume)
    OFFICIAL.validate(json.loads(written))
    assert loads(written).resume == loaded.resume
    lost = words(leaves(document)) - words(json.loads(written))
    assert {word for word in lost if word.isprintable() and not read_date(word)} <= {"May"}


@given(strategies.json_values(leaves=20))
def test_any_json_is_read_or_refused(value: Any) -> None:
    with suppress(ResumeFileError):
        assert loads(as_file(value)).resume != Resume()


@given(st.one_of(st.binary(max_size=200), st.builds(lambda cut: dumps(ANA)[:cut], st.integers(0, 200))))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(ResumeFileError):
        assert loads(data).resume == ANA


@pytest.mark.slow
@given(strategies.resumes(), st.sampled_from(["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]))
def test_the_encoding_makes_no_difference(resume: Resume, encoding: str) -> None:
    assert loads(dumps(resume).decode().encode(encoding)).resume == resume


@pytest.mark.slow
@given(strategies.resumes())
def test_a_resume_goes_to_the_worker_and_back(resume: Resume) -> None:
    assert pickle.loads(pickle.dumps(resume)) == resume  # noqa: S301 - our own


# ---------------------------------------------------------------------- samples


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_reads_without_notices_and_nothing_of_it_is_lost(sample: Path) -> None:
    loaded = load(sample)
    written = json.loads(dumps(loaded.resume))
    OFFICIAL.validate(written)
    assert loaded.notices == ()
    assert words(json.loads(sample.read_bytes())) <= words(written)
    assert loads(dumps(loaded.resume)).resume == loaded.resume


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_every_text_and_date_of_a_sample_is_given_to_be_printed(sample: Path) -> None:
    source = json.loads(sample.read_bytes())
    source["basics"].get("location", {}).pop("countryCode", None)
    resume = load(sample).resume
    given = {*printed_texts(resume), *map(str, printed_dates(resume))}
    assert given == set(leaves(source))


def test_a_plain_sample_is_written_as_it_was() -> None:
    sample = paths.SAMPLES / "first-job.json"
    written = json.loads(dumps(load(sample).resume))
    schema, meta = written.pop("$schema"), written.pop("meta")
    assert written == json.loads(sample.read_bytes())
    assert schema.startswith("https://")
    assert meta == {"version": "v1.0.0"}


def test_the_same_resume_gives_the_same_bytes_and_the_time_comes_from_outside() -> None:
    assert dumps(ANA) == dumps(loads(dumps(ANA)).resume)
    dated = json.loads(dumps(ANA, last_modified="2026-11-22T10:42:00"))
    assert dated["meta"] == {"version": "v1.0.0", "lastModified": "2026-11-22T10:42:00"}


def test_the_file_is_made_for_people_too() -> None:
    resume = Resume(basics=Basics(name="José"), skills=(Skill(name="Cooking"),))
    text = dumps(resume).decode()
    assert '\n  "basics": {\n    "name": "José"\n  },\n  "skills": [' in text
    assert text.endswith("}\n")


# ---------------------------------------------------------------------- keys of other programs


def test_unknown_keys_stay_where_they_are_and_those_of_the_top_level_go_to_meta() -> None:
    source = {
        "basics": {"name": "Ana", "pronouns": None, "location": {"city": "Toledo", "mapUrl": ["x"]}},
        "work": [{"name": "Mill", "x-team": {"a": [1, 2.5, True, {}]}}],
        "x-theme": {"color": "blue"},
        "meta": {"theme": "flat", "kiosk": {"template": "plain"}},
    }
    written = json.loads(dumps(loads(as_file(source)).resume))
    assert written["basics"] == source["basics"]
    assert written["work"] == source["work"]
    assert written["meta"]["theme"] == "flat"
    assert written["meta"]["kiosk"] == {"template": "plain", "extra": {"x-theme": {"color": "blue"}}}


def test_an_unknown_key_may_be_60_levels_deep() -> None:
    deep: Any = "bottom"
    for level in range(60):
        deep = [deep] if level % 2 else {"down": deep}
    source = {"basics": {"name": "Ana", "deep": deep}, "top": deep}
    written = json.loads(dumps(loads(as_file(source)).resume))
    assert written["basics"]["deep"] == deep
    assert written["meta"]["kiosk"]["extra"]["top"] == deep


def test_what_was_read_at_the_limit_of_depth_can_be_read_again() -> None:
    for levels in range(190, 205):
        data = b'{"basics": {"name": "Ana"}, "top": ' + b"[" * levels + b"]" * levels + b"}"
        try:
            resume = loads(data).resume
        except ResumeFileError:
            continue
        assert loads(dumps(resume)).resume == resume


def test_the_schema_of_the_file_is_kept_and_what_is_no_address_is_set_aside() -> None:
    address = "https://example.org/other.json"
    kept = loads(as_file({"$schema": address, "basics": {"name": "Ana"}})).resume
    assert json.loads(dumps(kept))["$schema"] == address
    source = {"$schema": "./x.json", "basics": {"name": "Ana"}}
    other = json.loads(dumps(loads(as_file(source)).resume))
    assert other["meta"]["kiosk"]["extra"] == {"$schema": "./x.json"}
    OFFICIAL.validate(other)


def test_a_photo_is_kept_and_does_not_count_as_text() -> None:
    photo = "data:image/jpeg;base64," + "A" * 2_000_000
    resume = loads(as_file({"basics": {"name": "Ana", "image": photo}})).resume
    assert resume.basics.image == photo
    assert loads(dumps(resume)).resume == resume
    assert photo not in printed_texts(resume)


# ---------------------------------------------------------------------- files that are no use

REFUSED = {
    "empty": (b"", "is empty."),
    "blank": (b" \r\n\t ", "is empty."),
    "only a byte-order mark": (b"\xef\xbb\xbf", "is empty."),
    "zeros, as a pulled drive leaves them": (b"\0" * 4096, "is empty."),
    "truncated": (dumps(ANA)[:60], "is cut off"),
    "truncated in UTF-16": (dumps(ANA).decode().encode("utf-16")[:61], "is cut off"),
    "not JSON": (b"Dear Sir or Madam,\nI am", "is not a resume file that this program can read (line 1)."),
    "a picture": (bytes(range(256)) * 40, "is not a resume file"),
    "a comment": (b'{"basics": {\n // me\n "name": "Ana"}}', "has a note in line 2"),
    "a comment at the end": (b'{"basics": {"name": "Ana"}} /* me */', "has a note in line 1"),
    "a trailing comma": (b'{"basics": {"name": "Ana"},\n}', "has a comma too many near line"),
    "a trailing comma in a list": (b'{"skills": ["a", ]}', "has a comma too many near line 1"),
    "a list": (b'[{"basics": {"name": "Ana"}}]', "has no resume in it"),
    "a text": (b'"Ana"', "has no resume in it"),
    "a number": (b"2014", "has no resume in it"),
    "null": (b"null", "has no resume in it"),
    "{}": (b"{}", "has no resume in it"),
    "empty sections": (b'{"basics": {"name": " "}, "work": [], "skills": null}', "has no resume in it"),
    "something else": (
        b'{"name": "left-pad", "version": "1.0.0", "main": "index.js"}',
        "has no resume in it",
    ),
    "only meta": (b'{"meta": {"version": "v1.0.0"}}', "has no resume in it"),
    "100,000 lists": (b"[" * 100_000, "has more than 200 lists inside one another"),
    "100,000 objects": (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "has more than 200 lists inside"),
    "2 MB in one field": (
        as_file({"basics": {"name": "A" * 2_000_000}}),
        "more than 50000 letters in one place",
    ),
    "601 entries": (
        as_file({"work": [{"name": f"Job {i}"} for i in range(601)]}),
        "has more than 600 entries",
    ),
    "entries of all kinds": (as_file({"work": ["a"] * 400, "skills": ["a"] * 400}), "than 600 entries"),
    "too many lines": (as_file({"skills": [{"keywords": ["a"] * 10_001}]}), "has more than 10000 lines"),
    "too much text": (as_file({"skills": [{"name": "a" * 40_000}] * 11}), "has more than 400000 letters"),
    "too many values": (b'{"x": [' + b"1," * 100_001 + b"1]}", "holds more than 100000 values"),
    "30 MB": (as_file({"basics": {"name": "Ana"}, "x": "a" * 30_000_000}), "holds more than 5 MB"),
    "grown by writing": (
        b'{"basics": {"name": "Ana"}, "x": "' + b"\x01" * 1_000_000 + b'"}',
        "holds more than 5 MB",
    ),
}


@pytest.mark.parametrize(("data", "why"), REFUSED.values(), ids=REFUSED.keys())
def test_a_file_of_no_use_is_refused_in_one_plain_line(data: bytes, why: str) -> None:
    with pytest.raises(ResumeFileError) as refusal:
        loads(data, "my file.json")
    line = str(refusal.value)
    assert line.startswith("my file.json ")
    assert why in line
    assert refusal.value.remedy in line
    assert refusal.value.remedy
    assert "\n" not in line
    assert refusal.value.exit_status == 2


def test_a_refusal_holds_nothing_of_what_is_in_the_file() -> None:
    with pytest.raises(ResumeFileError) as refusal:
        loads(b'{"basics": {"name": "Secret Person"}, oops}', "file.json")
    assert "Secret" not in repr(refusal.value)
    assert refusal.value.__cause__ is None
    assert refusal.value.__suppress_context__


def test_a_file_name_cannot_write_to_the_terminal() -> None:
    with pytest.raises(ResumeFileError) as refusal:
        loads(b"", "a\x1b[31m\nb\udcff.json")
    assert str(refusal.value).startswith("a[31m b\N{REPLACEMENT CHARACTER}.json is empty.")


def test_600_entries_and_long_lists_are_no_reason_to_refuse() -> None:
    work = tuple(Work(name=f"Job {number}", highlights=("Did a thing",) * 10) for number in range(600))
    assert len(loads(dumps(Resume(work=work))).resume.work) == 600


def test_no_object_tells_what_is_in_it() -> None:
    loaded = loads(as_file({"basics": {"name": "Secret"}, "work": [{"startDate": "Secret"}]}), "file.json")
    assert "Secret" not in repr(loaded)
    assert "Secret" not in repr(loaded.resume)
    assert "Secret" not in repr(loaded.notices)
