"""What the content must be like: plain, true if ticked, the same in both tenses, complete, never private."""

from __future__ import annotations

import datetime
import difflib
import re
from collections import Counter
from collections.abc import Iterator
from statistics import median

import pytest

from helpers.grade import grade
from kiosk import paths
from kiosk.content.lines import Level, Line, Tense
from kiosk.content.records import BlankKind
from kiosk.content.search import plain
from kiosk.content.store import Content

CONTENT = Content()
FOLDER = paths.CONTENT / "en"
SETS: dict[str, tuple[Line, ...]] = {job: CONTENT.bank(job).lines for job in CONTENT.jobs}
SETS |= {f"activity {name}": activity.lines for name, activity in CONTENT.activities.items()}
LINES = [(name, line) for name, lines in SETS.items() for line in lines]

MOST_LETTERS = 90
MEDIAN_GRADE = 6.0
MOST_GRADE = 10.0  # one long word makes a short line look hard

PRAISE = [
    "amazing",
    "best",
    "certified",
    "dedicated",
    "efficiently",
    "excellent",
    "expert",
    "fantastic",
    "great",
    "hard-working",
    "outstanding",
    "passionate",
    "perfect",
    "perfectly",
    "proven",
    "skilled",
    "smoothly",
    "strong",
    "successfully",
    "superb",
    "talented",
    "top",
    "tremendous",
    "unique",
    "very",
]
STIFF = [
    "assist",
    "duties",
    "ensure",
    "facilitate",
    "individuals",
    "leverage",
    "maintain",
    "obtain",
    "perform",
    "provide",
    "purchase",
    "responsible",
    "utilize",
    "various",
]
PRIVATE = [
    "age",
    "arrest",
    "birth",
    "birthday",
    "church-member",
    "convicted",
    "disability-check",
    "divorced",
    "felony",
    "fired",
    "gay",
    "immigrant",
    "inmate",
    "jail",
    "married",
    "parole",
    "pregnant",
    "prison",
    "probation",
    "quit",
    "religion",
    "salary",
    "single",
    "ssn",
    "undocumented",
    "wage",
    "welfare",
]
PERSONS = [
    "i",
    "me",
    "my",
    "mine",
    "myself",
    "we",
    "us",
    "our",
    "ours",
    "you",
    "your",
    "yours",
    "he",
    "she",
    "his",
    "her",
]


def shown(line: Line, tense: Tense, filled: bool) -> str:
    values = {name: CONTENT.blanks[name].example for name in line.blanks} if filled else {}
    return line.text(tense, values)


def shapes(line: Line) -> Iterator[str]:
    for tense in Tense:
        yield shown(line, tense, filled=False)
        yield shown(line, tense, filled=True)


def words(text: str) -> list[str]:
    return re.findall(r"[a-z'-]+", text.lower())


class TestEveryLine:
    @pytest.mark.parametrize("name", SETS)
    def test_it_begins_with_what_one_did(self, name: str) -> None:
        for line in SETS[name]:
            past, now = line.past.split()[0].strip(","), line.now.split()[0].strip(",")
            assert past[0].isupper(), line.past
            assert CONTENT.verbs[past.lower()] == now.lower(), line.past

    @pytest.mark.parametrize("name", SETS)
    def test_both_tenses_say_the_same(self, name: str) -> None:
        for line in SETS[name]:
            past, now = words(line.past), words(line.now)
            assert len(past) == len(now), line.past
            for one, other in zip(past, now, strict=True):
                assert one == other or other in _now_forms(one), (line.past, one, other)

    @pytest.mark.parametrize("name", SETS)
    def test_no_verb_was_forgotten_in_the_present(self, name: str) -> None:
        only_past = {verb for verb, base in CONTENT.verbs.items() if verb != base}
        for line in SETS[name]:
            assert set(words(line.now)) & only_past == set(), line.now

    @pytest.mark.parametrize("name", SETS)
    def test_it_is_short_and_has_no_dot(self, name: str) -> None:
        for line in SETS[name]:
            for text in shapes(line):
                assert len(text) <= MOST_LETTERS, text
                assert text[-1].isalnum(), text
                assert not re.search(r"\s[,.]|[;!?&/()\"]|\.\s|  ", text), text

    @pytest.mark.parametrize("name", SETS)
    def test_it_is_plain_and_of_nobody(self, name: str) -> None:
        for line in SETS[name]:
            said = set(words(line.past))
            assert said & {*PRAISE, *STIFF, *PRIVATE, *PERSONS} == set(), line.past

    @pytest.mark.parametrize("name", SETS)
    def test_the_middle_line_is_grade_6_and_none_is_far_above(self, name: str) -> None:
        for tense in Tense:
            grades = {shown(line, tense, True): grade(shown(line, tense, True)) for line in SETS[name]}
            assert median(grades.values()) <= MEDIAN_GRADE
            assert {text: hard for text, hard in grades.items() if hard > MOST_GRADE} == {}

    @pytest.mark.parametrize("name", SETS)
    def test_no_two_say_the_same(self, name: str) -> None:
        texts = [shown(line, Tense.PAST, False) for line in SETS[name]]
        for number, text in enumerate(texts):
            for other in texts[:number]:
                likeness = difflib.SequenceMatcher(None, text, other).ratio()
                assert likeness < 0.8, (text, other)


def _now_forms(past: str) -> set[str]:
    base = CONTENT.verbs.get(past, "")
    return {base, f"{base}s", f"{base}es"} - {"", "s", "es"}


class TestEveryJob:
    def test_each_has_its_file_and_each_file_its_job(self) -> None:
        assert {file.stem for file in (FOLDER / "jobs").glob("*.toml")} == set(CONTENT.jobs)
        assert {job.group for job in CONTENT.jobs.values()} == set(CONTENT.catalogue.groups)

    @pytest.mark.parametrize("job", CONTENT.jobs)
    def test_it_has_enough_to_pick_from(self, job: str) -> None:
        bank = CONTENT.bank(job)
        levels = Counter(line.level for line in bank.lines)
        assert levels[Level.FIRST] >= 12
        assert levels[Level.WORKED] >= 2
        assert min(len(bank.settings), len(bank.uses), len(bank.does)) >= 6
        assert len(bank.cards) >= 2

    @pytest.mark.parametrize("job", CONTENT.jobs)
    def test_its_tiles_are_short_and_different(self, job: str) -> None:
        bank = CONTENT.bank(job)
        for tiles in (bank.settings, bank.uses, bank.does, bank.cards):
            assert len({plain(tile) for tile in tiles}) == len(tiles)
        for tile in (*bank.settings, *bank.uses, *bank.does):
            assert tile[0].isupper()
            assert len(tile) <= 40
            assert tile[-1].isalnum()

    def test_no_card_and_no_blank_is_left_over(self) -> None:
        assert {card for job in CONTENT.jobs for card in CONTENT.bank(job).cards} == set(CONTENT.cards)
        assert {blank for _, line in LINES for blank in line.blanks} == set(CONTENT.blanks)

    def test_examples_are_what_their_blanks_ask_for(self) -> None:
        for blank in CONTENT.blanks.values():
            assert blank.example.isdigit() == (blank.kind is BlankKind.NUMBER)
            assert blank.ask.endswith("?")


class TestNames:
    def test_there_are_many(self) -> None:
        assert len({plain(name) for _, name in _names()}) >= 400

    def test_a_name_of_two_jobs_is_so_on_purpose(self) -> None:
        jobs_of: dict[str, set[str]] = {}
        for job, name in _names():
            jobs_of.setdefault(plain(name), set()).add(job)
        assert {name for name, jobs in jobs_of.items() if len(jobs) > 1} == set(
            map(plain, CONTENT.catalogue.shared)
        )

    @pytest.mark.parametrize("job", CONTENT.jobs)
    def test_within_a_job_each_is_there_once(self, job: str) -> None:
        for names in ([CONTENT.jobs[job].name, *CONTENT.jobs[job].titles], list(CONTENT.jobs[job].everyday)):
            assert len({plain(name) for name in names}) == len(names)

    def test_titles_can_be_printed_and_everyday_words_are_small(self) -> None:
        for job in CONTENT.jobs.values():
            for title in (job.name, *job.titles):
                assert title[0].isupper()
                assert len(title) <= 50
            assert [word for word in job.everyday if word != word.lower()] == []


def _names() -> Iterator[tuple[str, str]]:
    for job_id, job in CONTENT.jobs.items():
        yield from ((job_id, name) for name in (job.name, *job.titles, *job.everyday))


class TestFirstJobs:
    def test_eight_prompts_with_five_to_eight_lines(self) -> None:
        assert len(CONTENT.activities) == 8
        for activity in CONTENT.activities.values():
            assert 5 <= len(activity.lines) <= 8
            assert activity.ask.endswith("?")


class TestBreaks:
    def test_one_can_say_nothing(self) -> None:
        silent = CONTENT.breaks["rather-not-say"]
        assert (silent.title, silent.past, silent.now) == ("", "", "")
        assert list(CONTENT.breaks)[-1] == "rather-not-say"

    def test_the_others_are_one_line_that_tells_nothing_private(self) -> None:
        for name, gap in CONTENT.breaks.items():
            if name == "rather-not-say":
                continue
            assert gap.title
            assert CONTENT.verbs[gap.past.split()[0].lower()] == gap.now.split()[0].lower()
            on_page = set(words(f"{gap.title} {gap.past} {gap.now}"))
            assert on_page & {*PRIVATE, *PERSONS, "health", "sick", "ill"} == set()

    def test_people_come_before_any_reason(self) -> None:
        for gap in CONTENT.breaks.values():
            assert not re.search(r"\bwhy (did|were)\b|\bexplain\b", f"{gap.choice} {gap.note}".lower())


class TestMilitary:
    def test_codes_are_there_once_and_plain_words_hold_none(self) -> None:
        codes = [word.code for word in CONTENT.service_words]
        assert len(set(codes)) == len(codes) >= 25
        for word in CONTENT.service_words:
            assert set(re.findall(r"[\w-]+", word.plain)).isdisjoint(codes)
            assert not re.search(r"\b[A-Z]{2,}\b", word.plain)


class TestLanguages:
    def test_levels_go_from_little_to_well(self) -> None:
        assert list(CONTENT.languages.levels) == ["little", "everyday", "well", "first"]
        assert len(set(CONTENT.languages.names)) == len(CONTENT.languages.names) >= 30


class TestPlaces:
    def test_help_right_now_comes_first_and_is_the_only_urgent_one(self) -> None:
        assert [name for name, kind in CONTENT.places.items() if kind.urgent] == [next(iter(CONTENT.places))]

    def test_numbers_are_national_and_free_and_have_a_day(self) -> None:
        phones = [phone for kind in CONTENT.places.values() for phone in kind.phones]
        assert len(phones) >= 10
        for phone in phones:
            assert re.fullmatch(r"211|911|988|1-8(00|33|44|55|66|77|88)-\d{3}-\d{4}", phone.number)
            assert datetime.date.fromisoformat(phone.checked) >= datetime.date(2026, 11, 26)

    def test_offices_are_the_library_s_to_fill_in(self) -> None:
        assert [name for name, kind in CONTENT.places.items() if kind.here] == []

    def test_every_kind_says_how_to_find_one(self) -> None:
        for name, kind in CONTENT.places.items():
            assert kind.find, name


def _helps() -> Iterator[str]:
    """Every text for the person that is not for the page."""
    yield from (text for kind in CONTENT.places.values() for text in (kind.what, kind.who, kind.find))
    yield from (gap.note for gap in CONTENT.breaks.values())
    yield from (card.note for card in CONTENT.cards.values())
    yield from (word.note for word in CONTENT.service_words)
    yield from (level.means for level in CONTENT.languages.levels.values())


class TestHelp:
    def test_it_reads_easily(self) -> None:
        grades = {text: grade(text, len(re.findall(r"[.?:](\s|$)", text)) or 1) for text in _helps() if text}
        assert median(grades.values()) <= MEDIAN_GRADE
        assert {text: hard for text, hard in grades.items() if hard > 11} == {}

    def test_it_never_scolds(self) -> None:
        for text in _helps():
            assert not re.search(r"\b(error|invalid|failed|must|illegal|wrong)\b|!", text.lower()), text
