"""Walking over the texts of a resume."""

from __future__ import annotations

import pytest
from invented import everything

from kiosk import paths
from kiosk.render.tidy import tidy
from kiosk.resume import jsonresume
from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Basics, Location, Resume, Skill, Work
from kiosk.resume.texts import printed_texts


@pytest.mark.parametrize("sample", sorted(paths.SAMPLES.glob("*.json")), ids=lambda path: path.stem)
def test_a_clean_resume_is_left_as_it_is(sample: pytest.Item) -> None:
    resume = jsonresume.loads(sample.read_bytes()).resume  # type: ignore[attr-defined]
    assert tidy(resume) == resume


def test_every_printed_text_is_seen_once_with_its_place() -> None:
    seen: dict[str, str] = {}

    def look(where: str, text: str) -> str:
        seen[where] = text
        return text

    tidy(everything(), look)
    assert list(seen.values()) == list(printed_texts(everything()))
    assert seen["work[1].highlights[0]"] == "work1highlightsa"
    assert seen["education[0].studyType"] == "education0studytype"
    assert seen["basics.location.city"] == "home" + "city"


def test_blanks_vanish_with_their_entry() -> None:
    blank = Resume(
        basics=Basics(name=" Ana ", label="\n", location=Location(city="  ")),
        work=(Work(name=" ", highlights=("", " ")), Work(position="Clerk ", highlights=("One", ""))),
        skills=(Skill(keywords=(" ",)),),
    )
    assert tidy(blank) == Resume(
        basics=Basics(name="Ana"), work=(Work(position="Clerk", highlights=("One",)),)
    )


def test_control_characters_vanish_and_lines_stay() -> None:
    typed = Resume(basics=Basics(name="A\x00na\x1b", summary="One\r\nTwo\ud800"))
    assert tidy(typed) == Resume(basics=Basics(name="Ana", summary="One\nTwo"))


def test_an_entry_with_a_date_alone_stays() -> None:
    dated = Resume(work=(Work(start_date=PartialDate(2020)),))
    assert tidy(dated) == dated
