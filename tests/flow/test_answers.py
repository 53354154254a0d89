"""What the person answered is said back in their words, all of it."""

from __future__ import annotations

import pytest
from hypothesis import given

from flow.answered import answered
from kiosk.flow import answers
from kiosk.flow.nudges import nudge
from kiosk.flow.steps import BY_ID
from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Basics, Education, Resume, Skill, Work

MAY_2019, Y2021 = PartialDate(2019, 5), PartialDate(2021)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (MAY_2019, Y2021, "May 2019 to 2021"),
        (MAY_2019, None, "May 2019 to now"),
        (None, Y2021, "2021"),
        (None, None, ""),
    ],
)
def test_a_period_is_said_as_people_say_it(
    start: PartialDate | None, end: PartialDate | None, words: str
) -> None:
    assert answers.period_words(start, end) == words


def test_an_entry_is_called_by_the_first_thing_known_of_it() -> None:
    job = Work(position="Cook", name="Diner", location="Akron, OH", start_date=MAY_2019)
    assert (answers.headline(job), answers.detail(job)) == ("Cook", "Diner, Akron, OH, May 2019 to now")
    assert answers.headline(Work(name="Diner")) == "Diner"
    assert answers.headline(Work()) == "A job without a name"
    school = Education(institution="Lincoln High", study_type="Diploma", end_date=Y2021)
    assert (answers.headline(school), answers.detail(school)) == ("Diploma", "Lincoln High, 2021")
    assert answers.headline(Education()) == "A school without a name"


def test_blank_answers_are_shown_and_lead_to_their_screens() -> None:
    groups = answers.look_over(Resume())
    assert [group.title for group in groups] == ["About you", "Work", "School", "Skills"]
    answered = [answer.label for group in groups for answer in group.answers if answer.lines]
    assert answered == ["Is this your first job?"], "having worked is taken to be true"
    assert [group.listing.id for group in groups if group.listing] == ["work", "education"]


@given(answered())
def test_every_word_of_the_screens_is_looked_over(resume: Resume) -> None:
    shown = "\n".join(
        line for group in answers.look_over(resume) for answer in group.answers for line in answer.lines
    )
    typed = [resume.basics.name, resume.basics.phone, resume.basics.email, resume.basics.location.city]
    typed += [text for job in resume.work for text in (job.position, job.name, job.location, *job.highlights)]
    typed += [text for it in resume.education for text in (it.institution, it.study_type, it.area)]
    typed += [text for skill in resume.skills for text in (skill.name, *skill.keywords)]
    assert all(text in shown for text in typed)


def test_every_answer_knows_its_screen_and_entry() -> None:
    resume = Resume(work=(Work(position="Cook"), Work(position="Baker")), skills=(Skill(name="Knives"),))
    work = answers.look_over(resume)[1].answers
    assert [(a.label, a.step.id, a.entry, a.about) for a in work[5:8]] == [
        ("Job 2", "work.place", 1, "Baker"),
        ("Who you worked for", "work.who", 1, "Baker"),
        ("When", "work.dates", 1, "Baker"),
    ]


def test_only_a_missing_name_and_a_missing_way_to_call_are_worth_a_word() -> None:
    assert "name" in nudge(BY_ID["name"], Resume(basics=Basics(name=" ")))
    assert not nudge(BY_ID["name"], Resume(basics=Basics(name="Ann")))
    assert "phone" in nudge(BY_ID["contact"], Resume())
    assert not nudge(BY_ID["contact"], Resume(basics=Basics(email="a@example.org")))
    assert not nudge(BY_ID["skills"], Resume())
