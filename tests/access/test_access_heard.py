"""Stories of what somebody hears who sees nothing: each change elsewhere, and where the focus is."""

from __future__ import annotations

from pathlib import Path

import pytest

from access.listener import Reader
from access.screen_reader import State

pytestmark = pytest.mark.slow


@pytest.fixture
def asked(reader: Reader) -> Reader:
    """Return somebody who has a drive and is asked for a name."""
    reader.press("Start a new resume")
    reader.hears("Is this your drive?").press()
    reader.hears("Is this your first job?")
    reader.press("Next")
    reader.hears("What is your name?")
    return reader


def test_a_letter_that_no_page_can_show_and_help_and_places(asked: Reader) -> None:
    asked.write("Your name", "Wren \U0010fff0 Abara")
    assert asked.is_told("The page cannot show this letter: \U0010fff0.").endswith("It will be left out.")
    assert asked.find("Your name").description.endswith("It will be left out.")
    asked.write("Your name", "Wren Abara")
    assert asked.find("Your name").description == "For example: Maria Santos"

    asked.press("Help")
    asked.is_told("Help")
    asked.press("Close")
    asked.is_at("Your name")
    asked.press("Places that help")
    asked.is_told("Places that help")
    asked.press("Close")
    asked.is_at("Your name")
    asked.press("Finish and erase")
    asked.hears("Finish without saving?")
    asked.press("Go back")
    asked.is_at("Your name")


def test_what_is_hidden_how_large_it_is_and_which_colours_it_has(asked: Reader) -> None:
    asked.press("Tools")
    asked.press("Hide my page")
    asked.is_told("Your page is hidden.")
    asked.press("Show my page")
    asked.is_told("Your page is shown again.")
    asked.press("Look it over")
    asked.hears("Look it over")
    asked.press("Hide my page")
    asked.is_told("Your page is hidden.")
    asked.is_at("Show my page").press()
    asked.is_told("Your page is shown again.")
    asked.is_at("Next")
    asked.press("Larger text")
    asked.is_told("Text size: 115 %")
    asked.press("High contrast")
    asked.is_told("High contrast")
    assert asked.focus is not None


def test_undo_says_what_it_changed_and_the_focus_is_never_lost(asked: Reader) -> None:
    asked.write("Your name", "Wren Abara")
    asked.press("Next")
    asked.hears("How can an employer reach you?")
    asked.write("Phone", "555-0158")
    asked.press("Add street and ZIP code")
    asked.is_at("Street")
    asked.write("ZIP code", "55802")
    asked.press("Undo")
    asked.is_told("Undone. ZIP code: Left blank")
    assert asked.focus is not None
    asked.press("Undo")
    asked.is_told("Undone. Phone: Left blank")
    asked.press("Undo")
    asked.is_told("Undone. Your name: Left blank")
    assert asked.focus is not None, "there is nothing to undo any more and its button is gone"
    asked.press("Back")
    assert asked.hears("What is your name?").name == "Your name"


def test_a_job_and_its_lines_are_removed_put_back_and_moved(asked: Reader) -> None:
    asked.write("Your name", "Wren Abara")
    asked.press("Work")
    assert "All of this counts:" in asked.is_told("Where did you work?")
    for number, (title, place) in enumerate((("Baker", "Oven Lane"), ("Driver", "Hill Cabs"))):
        asked.press("Add another job" if number else "Add a job")
        assert asked.hears("What was the job?").name == "Job title"
        asked.write("Job title", title)
        asked.press("Next")
        asked.hears("Who did you work for?")
        asked.press("A company")
        asked.is_told("Name of the company")
        asked.write("Name of the company", place)
        asked.press("Work")
        asked.hears("Where did you work?")

    assert asked.find("Change: Baker").description == "Oven Lane"
    asked.press("Move up: Driver")
    asked.is_told("Driver is now number 1.")
    asked.press("Remove: Driver")
    asked.is_told("Removed: Driver")
    back = asked.is_at("Put it back")
    assert back.description == "Removed: Driver"
    back.press()
    asked.is_told("It is back: Driver")
    asked.is_at("Remove: Driver")

    asked.press("Change: Driver")
    asked.hears("What was the job?")
    asked.press("Next")
    assert asked.hears("Who did you work for?").name == "A company"
    asked.press("Myself")
    asked.is_told("What your page says: Hill Cabs")
    asked.press("Next")
    asked.hears("When did you work there?")
    asked.press("Next")
    asked.hears("What did you do there?")
    asked.write("Line 1", "Drove nights")
    asked.write("Line 2", "Kept the cab clean")
    asked.press("Remove line 1")
    asked.is_told("Removed: Drove nights")
    asked.is_at("Line 1")
    asked.press("Put it back")
    asked.is_told("It is back: Drove nights")
    assert asked.is_at("Line 1").text == "Drove nights"


def test_a_save_is_heard_from_its_first_step_to_what_is_on_the_drive(asked: Reader, drive: Path) -> None:
    asked.write("Your name", "Wren Abara")
    asked.press("Save now")
    asked.hears("Save to your drive")
    asked.press("Save to my drive")
    asked.is_told("Saving to your drive Leave the drive in until we say so.")
    receipt = asked.is_told("Your resume is on your drive")
    for words in ("Wren Abara Resume.pdf To print or send", "To change with Word", "To open here again"):
        assert words in receipt
    assert asked.is_at("Go on with my resume").role == "push button"
    assert [*drive.rglob("Wren Abara Resume.pdf")]
    asked.press("I am done")
    asked.is_told("You may take your drive.")
    assert asked.focus is not None
    assert asked.focus.name == "Finish and erase"


def test_look_it_over_is_heard_answer_by_answer(asked: Reader) -> None:
    asked.write("Your name", "Wren Abara")
    asked.press("Look it over")
    asked.hears("Look it over")
    assert asked.find("Change: Your name").description == "Wren Abara"
    assert asked.find("Change: Phone").description == "Left blank"
    asked.press("Change: Your name")
    assert asked.hears("What is your name?").name == "Your name"
    asked.press("Done")
    assert asked.hears("Look it over").name == "Change: Your name"


def test_a_first_job_takes_the_jobs_before_away_and_says_so(asked: Reader) -> None:
    asked.press("Back")
    asked.hears("Is this your first job?")
    asked.tick("Yes, my first paid job")
    asked.is_told("Not ticked any more: I have worked before")
    assert State.CHECKED not in asked.find("I have worked before").states
