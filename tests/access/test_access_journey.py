"""From Home to the receipt by the tree alone, with people unknown here: all they say is on the drive."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from access.listener import Reader, nameless
from kiosk.resume import jsonresume
from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Resume

pytestmark = pytest.mark.slow

RECEIPT = "Your resume is on your drive"
MOST_SCREENS = 60

Answers = dict[str, Callable[[], None]]
"""What is done on a screen, by how its question begins. The last thing done leads on."""


class Person:
    """Walks from screen to screen by what is announced."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.press, self.tick, self.write = reader.press, reader.tick, reader.write
        self.met: list[str] = []

    def fill(self, *boxes: tuple[str, str]) -> None:
        for name, text in boxes:
            self.write(name, text)
        self.press("Next")

    def choose(self, *tiles: str) -> None:
        for tile in tiles:
            self.tick(tile)
        self.press("Next")

    def on(self) -> None:
        self.press("Next")

    def walk(self, answers: Answers) -> str:
        """Answer until the receipt is heard; returns it."""
        self.press("Start a new resume")
        self.reader.hears("Is this your drive?").press()
        for _screen in range(MOST_SCREENS):
            question, here = self.reader.hears_one(answers)
            self.met.append(question)
            assert here.name.strip(), f"the focus has no name at {question!r}"
            assert nameless(self.reader) == [], question
            answers[question]()
            if question == "Save to your drive":
                return self.reader.is_told(RECEIPT)
        raise AssertionError(f"round and round: {self.met}")


def saved(drive: Path, receipt: str, name: str) -> tuple[Resume, str]:
    """Return what was saved and its text, and see that all four files are there and were told of."""
    files = {path.suffix: path for path in drive.rglob(f"{name} Resume*") if path.is_file()}
    assert set(files) >= {".pdf", ".docx", ".txt", ".json"}
    assert all(files[ending].name in receipt for ending in (".pdf", ".docx", ".txt", ".json"))
    resume = jsonresume.loads(files[".json"].read_bytes()).resume
    return resume, files[".txt"].read_text("utf-8")


def test_two_jobs(reader: Reader, drive: Path) -> None:
    her = Person(reader)
    jobs = [
        (
            "Kennel helper",
            "Paw Harbor",
            "2021",
            "Mar",
            None,
            ("Fed 30 dogs a day", "Kept the log of medicine"),
        ),
        ("Loom operator", "Tidewater Mills", "2016", "Aug", "2020", ("Ran six looms",)),
    ]
    left = list(jobs)

    def more() -> None:
        her.press(("Add a job" if left == jobs else "Add another job") if left else "Next")

    def who() -> None:
        her.tick("A company")
        her.fill(("Name of the company", left[0][1]))

    def dates() -> None:
        start, month, end = left[0][2:5]
        her.write("Year you started", start)
        her.tick(month)
        if end is None:
            her.choose("I still work there")
        else:
            her.fill(("Year you stopped", end))

    def proud() -> None:
        left.pop(0)
        her.press("Skip this")

    receipt = her.walk({
        "Is this your first job?": her.on,
        "What is your name?": lambda: her.fill(("Your name", "Odalys Brantner")),
        "How can an employer reach you?": lambda: her.fill(
            ("Phone", "555-0163"), ("Email", "odalys@example.org"), ("City", "Astoria"), ("State", "OR")
        ),
        "What job do you want?": lambda: her.fill(("Job you want", "Animal care worker")),
        "Where did you work?": more,
        "What was the job?": lambda: her.fill(("Job title", left[0][0])),
        "Who did you work for?": who,
        "When did you work there?": dates,
        "What did you do there?": lambda: her.fill(
            *((f"Line {number}", line) for number, line in enumerate(left[0][5], 1))
        ),
        "What are you proud of there?": proud,
        "Some time is not shown": her.on,
        "What else have you done?": lambda: her.press("Skip this"),
        "Where did you go to school or train?": lambda: her.press("Skip this"),
        "Do you have a card, license or certificate?": lambda: her.fill(("Line 1", "Food handler card")),
        "What are you good at?": lambda: her.fill(("Line 1", "Calm with animals"), ("Line 2", "Early hours")),
        "What languages do you speak?": lambda: her.press("Skip this"),
        "Finish this line": lambda: her.press("Skip this"),
        "When can you work?": lambda: her.press("Skip this"),
        "Look it over": her.on,
        "What should come first?": her.on,
        "Pick a look": her.on,
        "Save to your drive": lambda: her.press("Save to my drive"),
    })  # fmt: skip
    resume, text = saved(drive, receipt, "Odalys Brantner")
    assert resume.basics.phone == "555-0163"
    assert (resume.basics.location.city, resume.basics.location.region) == ("Astoria", "OR")
    first, second = resume.work
    assert (first.position, first.name) == ("Kennel helper", "Paw Harbor")
    assert (first.start_date, first.end_date) == (PartialDate(2021, 3), None)
    assert first.highlights == jobs[0][5]
    assert (second.position, second.name, second.highlights) == (
        "Loom operator",
        "Tidewater Mills",
        jobs[1][5],
    )
    assert (second.start_date, second.end_date) == (PartialDate(2016, 8), PartialDate(2020))
    assert [skill.name for skill in resume.skills] == ["Calm with animals", "Early hours"]
    for words in (
        "Odalys Brantner",
        "odalys@example.org",
        "Fed 30 dogs a day",
        "Ran six looms",
        "Food handler card",
    ):
        assert words in text
    assert her.met.count("What was the job?") == 2


def test_a_first_job(reader: Reader, drive: Path) -> None:
    him = Person(reader)

    def school() -> None:
        him.press("Next" if "Which school was it?" in him.met else "Add a school")

    def since() -> None:
        him.write("Year you started", "2024")
        him.choose("I still do it")

    def done_before() -> None:
        him.press("Next" if "What was it?" in him.met else "Write my own")

    receipt = him.walk({
        "Is this your first job?": lambda: him.choose("Yes, my first paid job"),
        "What is your name?": lambda: him.fill(("Your name", "Teo Lindqvist")),
        "How can an employer reach you?": lambda: him.fill(("Phone", "555-0119")),
        "What job do you want?": lambda: him.choose("I am not sure yet"),
        "Where did you go to school or train?": school,
        "Which school was it?": lambda: him.fill(("School or training place", "Marsh Point High")),
        "What did you get there?": him.on,
        "When did you finish?": lambda: him.choose("I still go there"),
        "What else have you done?": done_before,
        "What was it?": lambda: him.fill(
            ("What you were there", "Snow shoveler"), ("Where, or for whom", "Neighbors")
        ),
        "When did you do it?": since,
        "What did you do there?": lambda: him.fill(("Line 1", "Cleared four driveways each storm")),
        "Do you have a card, license or certificate?": lambda: him.press("Skip this"),
        "What are you good at?": lambda: him.fill(("Line 1", "On time"), ("Line 2", "Math")),
        "What languages do you speak?": lambda: him.press("Skip this"),
        "Finish this line": lambda: him.press("Skip this"),
        "When can you work?": lambda: him.press("Skip this"),
        "Look it over": him.on,
        "What should come first?": him.on,
        "Pick a look": him.on,
        "Save to your drive": lambda: him.press("Save to my drive"),
    })  # fmt: skip
    resume, text = saved(drive, receipt, "Teo Lindqvist")
    assert resume.work == ()
    assert resume.education[0].institution == "Marsh Point High"
    assert (resume.volunteer[0].position, resume.volunteer[0].organization) == ("Snow shoveler", "Neighbors")
    assert resume.volunteer[0].highlights == ("Cleared four driveways each storm",)
    assert "Work" not in text.split()
    assert "Math" in text
