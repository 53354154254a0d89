"""What a person types finds a job: other names, everyday words, parts of words, any order, small slips.

Every title and everyday word is a phrase of words. A typed word finds words of phrases by their beginning
("clean": cleaner, cleaning) or stem ("driving": driver). Where it finds none so, it may have one letter too
many, missing, wrong or swapped on each side ("wearhouse": warehouse), or be written as it sounds ("casheer").
A phrase is the better the more of what was typed it answers, rare words counting more, and the less else it
says.

Dictionaries built once answer in about a millisecond, so that no library is needed.
"""

from __future__ import annotations

import math
import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kiosk.content.records import Job

MOST_LETTERS = 80  # of what is typed: no title is longer
MOST_WORDS = 8
MOST_FOUND = 8

_SAYS_NOTHING = frozenset(
    re.findall(
        r"\w+",
        """a an and at as for from i in is job jobs my of on or the to was with worked working
        boy girl guy lady man men people person self staff woman women
        de del el en la las los un una y trabajo""",
    )
)
_EXACT, _STEM, _SLIP, _SOUND = 1.0, 0.85, 0.65, 0.55
_BEGINNING, _BEGUN = 0.7, 0.2  # the beginning of a word, and how much of it is there
_UNKNOWN = 1.0  # what a word weighs that is in no name
_SAME_JOB = 0.5  # what other names of the same job answer
_TIGHTNESS = 0.3  # what it counts that a name says nothing else
_SHORTEST_SLIP = 5  # letters: in a shorter word one letter makes another word
_SHORTEST_SOUND = 3  # letters of the sound
_ENOUGH = 0.33  # of what was typed, by weight

_ENDINGS = ("ings", "ing", "ers", "er", "ors", "or", "ies", "ed", "es", "s", "e", "y")
_SOUNDS = (
    ("tion", "sn"), ("sion", "sn"), ("shun", "sn"), ("tch", "ch"), ("sch", "sk"), ("ph", "f"), ("ck", "k"),
    ("kn", "n"), ("wr", "r"), ("qu", "k"), ("x", "ks"), ("z", "s"),
)  # fmt: skip

Near = Mapping[str, float]
"""Words of phrases that a typed word could mean, and how likely: 0 to 1."""


@dataclass(frozen=True, slots=True)
class Found:
    """A job, by its id. `title` can be printed; `words` is the title or everyday word that was recognised."""

    job: str
    title: str
    words: str


class Index:
    """Finds jobs. To be built once; then it only answers. With `verbs`, "drove" is read as "drive"."""

    def __init__(self, jobs: Mapping[str, Job], verbs: Mapping[str, str] | None = None) -> None:
        self._verbs = verbs or {}
        self._names = [*_titles(jobs), *_everyday(jobs)]  # of names that answer as well, titles come first
        told = [self._telling(name.words) for name in self._names]
        self._lengths = [len(words) for words in told]
        wholes = _numbered(["".join(words)] for words in told)  # for who types "linecook"
        singles = _numbered(told)
        self._names_with = wholes | singles
        self._wholes = sorted(wholes)
        self._vocabulary = sorted(singles)
        self._by_stem = _by(self._vocabulary, lambda word: [_stem(word)])
        self._by_slip = _by(self._vocabulary, _one_letter_less)
        self._by_sound = _by(self._vocabulary, lambda word: [_sound(word)])

    def find(self, typed: str, most: int = MOST_FOUND) -> tuple[Found, ...]:
        """Return the jobs that could be meant, the likeliest first, each title once; none for no words."""
        asked = self._joined(self._telling(typed[:MOST_LETTERS])[:MOST_WORDS])
        scores = self._scores([self._near(word) for word in asked])
        titles: dict[tuple[str, str], Found] = {}
        for number in sorted(sorted(scores), key=scores.__getitem__, reverse=True):
            if len(titles) == most:
                break
            found = self._names[number]
            titles.setdefault((found.job, found.title), found)
        return tuple(titles.values())

    def _telling(self, text: str) -> list[str]:
        """Return the words that tell something, or all if none does; verbs as for a job that goes on."""
        words = plain(text).split()
        telling = [word for word in words if word not in _SAYS_NOTHING] or words
        return [self._verbs.get(word, word) for word in telling]

    def _scores(self, asked: list[Near]) -> dict[int, float]:
        """Return how well each name answers, by its number; only names that answer enough.

        What other names of the same job answer counts too: of all that "hospital" could be in "hospital
        cleaner", it is the one of the cleaner.
        """
        weights = [self._weight(max(near, key=near.__getitem__)) if near else _UNKNOWN for near in asked]
        said: dict[int, float] = defaultdict(float)
        of_job: dict[str, float] = defaultdict(float)
        answered: dict[int, float] = defaultdict(float)
        for near, weight in zip(asked, weights, strict=True):
            best = self._best_by_name(near)
            for job, likely in self._best_by_job(best).items():
                of_job[job] += likely * weight
            for number, likely in best.items():
                said[number] += likely * weight
                answered[number] += likely
        whole, count, lengths = sum(weights), len(asked), self._lengths
        return {
            number: (score + _SAME_JOB * of_job[self._names[number].job]) / whole
            + _TIGHTNESS * answered[number] / max(lengths[number], count)
            for number, score in said.items()
            if score >= _ENOUGH * whole
        }

    def _best_by_name(self, near: Near) -> dict[int, float]:
        best: dict[int, float] = {}
        for word in sorted(near, key=near.__getitem__):  # the likelier later, over the less likely
            best.update(dict.fromkeys(self._names_with[word], near[word]))
        return best

    def _best_by_job(self, best: Mapping[int, float]) -> dict[str, float]:
        jobs: dict[str, float] = {}
        for number, likely in best.items():
            job = self._names[number].job
            if likely > jobs.get(job, 0.0):
                jobs[job] = likely
        return jobs

    def _weight(self, word: str) -> float:
        """Return how much a word tells: 1 for one in a single name, near 0 for one in most ("worker")."""
        return 1.0 - math.log(len(self._names_with[word])) / math.log(len(self._names) + 1)

    def _near(self, word: str) -> Near:
        begun = [*_beginning(word, self._vocabulary)] or [*_beginning(word, self._wholes)]
        near = {other: _BEGINNING + _BEGUN * len(word) / len(other) for other in begun}
        near = near or dict(self._slips(word))
        near |= dict.fromkeys(self._by_stem.get(_stem(word), ()), _STEM)
        if word in near:
            near[word] = _EXACT
        return near

    def _slips(self, word: str) -> Iterator[tuple[str, float]]:
        """Yield what a word that nobody knows could be, the likelier last, so that it stays."""
        sound = _sound(word)
        if len(sound) >= _SHORTEST_SOUND:
            yield from ((other, _SOUND) for other in self._by_sound.get(sound, ()))
        if len(word) >= _SHORTEST_SLIP:
            for key in _one_letter_less(word):
                yield from ((other, _SLIP) for other in self._by_slip.get(key, ()))

    def _joined(self, words: list[str]) -> list[str]:
        """Return the words with "ware house" as one, where that is one word in some name."""
        joined: list[str] = []
        for word in words:
            together = joined[-1] + word if joined else ""
            if together and _stem(together) in self._by_stem:
                joined[-1] = together
            else:
                joined.append(word)
        return joined


def _titles(jobs: Mapping[str, Job]) -> Iterator[Found]:
    for job_id, job in jobs.items():
        yield from (Found(job_id, title, title) for title in (job.name, *job.titles))


def _everyday(jobs: Mapping[str, Job]) -> Iterator[Found]:
    for job_id, job in jobs.items():
        yield from (Found(job_id, title, words) for words, title in job.everyday.items())


def _numbered(names: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    """Return, for each word, the numbers of the names that have it."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(names):
        for word in set(words):
            numbers[word].append(number)
    return dict(numbers)


def _beginning(start: str, words: list[str]) -> Iterator[str]:
    """Yield the words, of those in order, that begin so."""
    for place in range(bisect_left(words, start), len(words)):
        if not words[place].startswith(start):
            return
        yield words[place]


def plain(text: str) -> str:
    """Return a text in small letters without accents, apostrophes and signs: what is compared."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", re.sub(r"['\u2019`]", "", bare.casefold())))


def _by(words: Iterable[str], keys: Callable[[str], Iterable[str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for word in words:
        for key in keys(word):
            found[key].append(word)
    return dict(found)


def _one_letter_less(word: str) -> set[str]:
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}


def _stem(word: str) -> str:
    """Return a word without its endings: the same for cook, cooks and cooking, for shop and shopping."""
    for ending in _ENDINGS:
        if word.endswith(ending) and not word.endswith("ss") and len(word) - len(ending) >= 3:
            stem = word[: -len(ending)]
            return _stem(stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] else stem)
    return word


def _sound(word: str) -> str:
    """Return the consonants as they are heard: the same for cashier and casheer, security and seckuritee."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    word = re.sub(r"c(?=[eiy])", "s", word).replace("c", "k")
    heard = word[:1] + re.sub(r"[aeiouyhw]", "", word[1:])
    return re.sub(r"(.)\1+", r"\1", heard)
