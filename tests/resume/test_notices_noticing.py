"""What is said to the person about a file: plain, short, and never what is in it."""

from __future__ import annotations

import pytest

from kiosk.errors import ResumeFileError
from kiosk.render.types import Notice as RenderNotice
from kiosk.resume import limits
from kiosk.resume.notices import Notice
from kiosk.resume.noticing import MOST_NOTICES, SECTION_NAMES, Noticing, place
from kiosk.resume.shapes import RESUME


def test_places_are_written_as_programs_write_them() -> None:
    assert place(("work", 1, "startDate")) == "work[1].startDate"
    assert place(("basics", "profiles", 0, "url")) == "basics.profiles[0].url"


def test_every_section_has_a_name_that_people_know() -> None:
    assert list(SECTION_NAMES) == [key.name for key in RESUME.keys]


def test_each_kind_of_notice_names_the_file_and_the_place() -> None:
    noticing = Noticing("f.json")
    noticing.letters_guessed()
    noticing.date_unread(("education", 2, "endDate"), "soon")
    noticing.date_in_part(("work", 0, "startDate"), "Summer 2014")
    noticing.guessed(("basics", "name"), {"first": "Ana"})
    noticing.unreadable(("skills", 0), True)
    codes = ["letters-guessed", "date-unread", "date-in-part", "guessed", "unread"]
    assert [notice.code for notice in noticing.notices] == codes
    assert all("f.json" in notice.message for notice in noticing.notices)
    assert "School and training, number 3" in noticing.notices[1].message
    assert [kept["where"] for kept in noticing.unread] == [notice.where for notice in noticing.notices[1:]]


def test_what_interests_no_person_is_kept_in_silence() -> None:
    noticing = Noticing("f.json")
    noticing.keep(("meta",), "x")
    assert noticing.notices == ()
    assert noticing.unread == [{"where": "meta", "value": "x"}]


def test_many_notices_end_in_a_count() -> None:
    noticing = Noticing("f.json")
    for number in range(MOST_NOTICES + 2):
        noticing.date_unread(("work", number, "endDate"), "soon")
    assert len(noticing.notices) == MOST_NOTICES + 1
    assert noticing.notices[-1] == Notice("more", "f.json has 2 more places like this.")
    assert len(noticing.unread) == MOST_NOTICES + 2


def test_what_is_kept_has_an_end() -> None:
    noticing = Noticing("f.json")
    noticing.unread.extend([None] * limits.MAX_LINES)
    with pytest.raises(ResumeFileError, match="f.json has more than"):
        noticing.unreadable(("work", 0), [])


def test_rendering_speaks_of_the_same_notices() -> None:
    assert RenderNotice is Notice
