"""Words of the military: found as whole words, and put plainly."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.content.store import Content
from kiosk.flow import employers, paths, servicewords
from kiosk.resume.model import Resume, Work

WORDS = {word.code: word for word in Content().service_words}
SERGEANT = Work(
    position="92Y", highlights=("NCOIC of a motor pool with 12 trucks", "Battalion S-4 gave us a prize")
)


def codes(job: Work, *attrs: str) -> list[str]:
    return [word.code for word in servicewords.found(job, attrs, WORDS.values())]


def test_only_what_stands_in_these_texts_is_found() -> None:
    assert codes(SERGEANT, "position") == ["92Y"]
    assert codes(SERGEANT, "highlights", "start_date") == ["NCOIC", "Motor pool", "S-4", "Battalion"]
    assert codes(SERGEANT, "start_date") == []
    assert codes(Work(position="squad Leader"), "position") == ["Squad leader"]


@pytest.mark.parametrize(
    "line",
    [
        "Sent PCs back",
        "Sold NCOs",
        "Led 192Y1",
        "Kept a rating of 4.9 stars",
        "Led the deployment of a website",
        "NCOIC (supervisor) of a warehouse",
    ],
)
def test_other_words_and_what_is_explained_are_left_alone(line: str) -> None:
    assert codes(Work(highlights=(line,)), "highlights") == []


def test_the_plain_word_takes_its_place_everywhere_and_begins_a_text_large() -> None:
    job = servicewords.in_plain_words(SERGEANT, WORDS["NCOIC"])
    job = servicewords.in_plain_words(servicewords.in_plain_words(job, WORDS["92Y"]), WORDS["Motor pool"])
    assert job.position == "Supply clerk"
    assert job.highlights[0] == "Supervisor of a vehicle repair shop with 12 trucks"
    assert job.highlights[1] == SERGEANT.highlights[1]


@pytest.mark.parametrize("word", WORDS.values(), ids=WORDS)
def test_once_it_is_plain_nothing_is_found_any_more(word: object) -> None:
    assert isinstance(word, type(WORDS["NCO"]))
    job = servicewords.in_plain_words(Work(position=f"Led {word.code} work"), word)
    assert word.code not in codes(job, "position")


def test_who_did_not_serve_is_not_asked() -> None:
    assert not servicewords.are_likely(Resume(), SERGEANT)
    assert servicewords.are_likely(paths.toggled(Resume(), paths.Path.MILITARY), SERGEANT)
    served = employers.with_kind(replace(SERGEANT, name="U.S. Army"), employers.Employer.MILITARY.value)
    assert servicewords.are_likely(Resume(), served)
