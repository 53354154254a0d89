"""Whatever people type, they find their job: in other words, other orders, with slips, and at once."""

from __future__ import annotations

import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kiosk.content.records import Job
from kiosk.content.search import MOST_FOUND, Index, plain
from kiosk.content.store import Content

CONTENT = Content()
INDEX = CONTENT.index
JOBS = CONTENT.jobs
TITLES = [(job_id, title) for job_id, job in JOBS.items() for title in (job.name, *job.titles)]
EVERYDAY = [(job_id, word, title) for job_id, job in JOBS.items() for word, title in job.everyday.items()]
WORDS = sorted({word for _, title in TITLES for word in plain(title).split()})


def jobs_for(typed: str) -> list[str]:
    return list(dict.fromkeys(found.job for found in INDEX.find(typed)))


class TestStories:
    @pytest.mark.parametrize(
        ("typed", "job", "title"),
        [
            ("clean", "cleaner", "House cleaner"),
            ("CLEANING LADY", "cleaner", "House cleaner"),
            ("lunch lady", "crew", "Cafeteria worker"),
            ("wearhouse", "warehouse", "Warehouse worker"),
            ("ware house", "warehouse", "Warehouse worker"),
            ("limpieza", "cleaner", "Cleaner"),
            ("ninera", "child-care", "Nanny"),
            ("Niñera", "child-care", "Nanny"),
            ("casheer", "cashier", "Cashier"),
            ("gaurd", "security", "Security guard"),
            ("truck driving", "driver", "Truck driver"),
            ("driver truck", "driver", "Truck driver"),
            ("i drove a school bus", "driver", "School bus driver"),
            ("house keeping", "housekeeper", "Housekeeper"),
            ("baby siting", "child-care", "Babysitter"),
            ("nurse", "home-care", "Nurse aide"),
            ("CNA", "home-care", "Certified nursing assistant"),
            ("recepshunist", "office", "Receptionist"),
            ("landscapping", "landscaper", "Landscaper"),
            ("jardín", "landscaper", "Gardener"),
            ("McDonald\u2019s", "crew", "Crew member"),
            ("linecook", "cook", "Line cook"),
            ("construction  worker!!", "construction", "Construction worker"),
            ("mopping", "janitor", "Janitor"),
            ("stocker at walmart", "warehouse", "Stocker"),
            ("I took care of my mom", "home-care", "Family caregiver"),
            ("uber driver", "driver", "Rideshare driver"),
            ("walmart cashier", "cashier", "Retail associate"),
            ("amazon driver", "driver", "Package delivery driver"),
            ("hospital cleaner", "housekeeper", "Hospital housekeeper"),
            ("school janitor", "janitor", "Janitor"),
            ("Ross cashier", "cashier", "Cashier"),
            ("Sysco driver", "driver", "Driver"),
            ("kitchen staff", "cook", "Kitchen helper"),
            ("macdonalds", "crew", "Crew member"),
            ("cashiering", "cashier", "Cashier"),
            ("fork-lift", "warehouse", "Forklift operator"),
        ],
    )
    def test_what_people_type_first_finds(self, typed: str, job: str, title: str) -> None:
        first = INDEX.find(typed)[0]
        assert (first.job, first.title) == (job, title)

    def test_a_word_for_two_jobs_finds_both(self) -> None:
        assert jobs_for("amazon") == ["warehouse", "driver"]
        assert {"home-care", "child-care"} <= set(jobs_for("caregiver"))

    @pytest.mark.parametrize(
        "typed", ["", " ", "?!", "astronaut", "call center", "xqzt", "\u4fdd\u59c6", "'", "\x00"]
    )
    def test_what_nobody_knows_finds_nothing(self, typed: str) -> None:
        assert INDEX.find(typed) == ()

    def test_the_word_that_tells_most_decides(self) -> None:
        assert INDEX.find("brain surgeon assistant") == ()
        assert jobs_for("warehouse helper")[0] == "warehouse"

    def test_every_letter_more_keeps_the_job_in_sight(self) -> None:
        for end in range(3, len("dishwasher") + 1):
            assert "dishwasher" in jobs_for("dishwasher"[:end])


class TestLaws:
    def test_a_title_finds_itself_first(self) -> None:
        first = {title: INDEX.find(title)[0] for _, title in TITLES}
        assert [
            (job, title) for job, title in TITLES if (first[title].job, first[title].title) != (job, title)
        ] == []

    def test_an_everyday_word_finds_its_title(self) -> None:
        lost = [row for row in EVERYDAY if (row[0], row[2]) not in _answers(row[1])]
        assert lost == []

    @given(st.text(max_size=200))
    def test_anything_may_be_typed(self, typed: str) -> None:
        found = INDEX.find(typed)
        assert len(found) <= MOST_FOUND
        assert len({(one.job, one.title) for one in found}) == len(found)
        for one in found:
            assert one.title in (JOBS[one.job].name, *JOBS[one.job].titles)

    @given(st.sampled_from(TITLES), st.randoms(use_true_random=False))
    def test_order_case_and_accents_do_not_matter(self, title: tuple[str, str], chance: object) -> None:
        job, name = title
        words = plain(name).split()
        chance.shuffle(words)  # type: ignore[attr-defined]
        typed = " ".join(words).upper().replace("A", "\u00c1")
        assert (job, name) in _answers(typed)

    @given(st.data())
    def test_one_slip_in_a_longer_word_still_finds_the_job(self, data: st.DataObject) -> None:
        job, title = data.draw(
            st.sampled_from([(j, t) for j, t in TITLES if len(plain(t).split()) == 1 and len(t) > 5])
        )
        typed = data.draw(slips(plain(title)))
        assume(not any(word.startswith(typed) for word in WORDS))  # the slip made another word
        assert job in jobs_for(typed)

    def test_2000_names_answer_within_5_ms(self) -> None:
        names = [f"{word} {other}" for word in WORDS for other in WORDS if word != other][::7][:2000]
        assert len(names) == 2000
        many = {
            str(n): Job(name=names[n], group="g", titles=tuple(names[n + 1 : n + 20]))
            for n in range(0, 2000, 20)
        }
        index = Index(many)
        for typed in (
            "c",
            "wearhouse worker",
            "clean",
            "resturant cook hepler",
            "driver of a big truck at night",
            "e",
        ):
            assert min(_seconds(index, typed) for _ in range(5)) < 0.005, typed


def _answers(typed: str) -> list[tuple[str, str]]:
    return [(found.job, found.title) for found in INDEX.find(typed)]


def _seconds(index: Index, typed: str) -> float:
    before = time.process_time()
    index.find(typed)
    return time.process_time() - before


@st.composite
def slips(draw: st.DrawFn, word: str) -> str:
    """A word with one letter left out, doubled, wrong or swapped with the next."""
    place = draw(st.integers(1, len(word) - 2))
    before, letter, after = word[:place], word[place], word[place + 1 :]
    return draw(
        st.sampled_from(
            [
                before + after,
                before + letter * 2 + after,
                before + "x" + after,
                before + after[0] + letter + after[1:],
            ]
        )
    )
