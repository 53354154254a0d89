"""Words of the military that an employer does not know, found in what was written of a job."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Final

from kiosk.content.records import ServiceWord
from kiosk.flow import employers, paths
from kiosk.flow.employers import Employer
from kiosk.resume.model import Resume, Work

_TEXTS: Final = ("position", "highlights")
"""The attributes of a job in which they are looked for."""


def are_likely(resume: Resume, job: Work) -> bool:
    """Whether to look for them: for who served, and in a job for the military."""
    return paths.Path.MILITARY in paths.of(resume) or employers.kind_of(job) is Employer.MILITARY


def found(job: Work, attrs: Collection[str], words: Iterable[ServiceWord]) -> tuple[ServiceWord, ...]:
    """Return the words that stand in those texts of a job, in the order of the bank."""
    text = "\n".join(line for attr in _TEXTS if attr in attrs for line in _lines(job, attr))
    return tuple(word for word in words if _is_plainer(word) and _pattern(word).search(text))


def in_plain_words(job: Work, word: ServiceWord) -> Work:
    """Return the job with the plain word in the place of the other, large where a text begins with it."""

    def plain(found: re.Match[str]) -> str:
        return word.plain if found.start() else word.plain[0].upper() + word.plain[1:]

    pattern = _pattern(word)
    return replace(
        job,
        position=pattern.sub(plain, job.position),
        highlights=tuple(pattern.sub(plain, line) for line in job.highlights),
    )


def _lines(job: Work, attr: str) -> tuple[str, ...]:
    value: str | tuple[str, ...] = getattr(job, attr)
    return (value,) if isinstance(value, str) else value


def _is_plainer(word: ServiceWord) -> bool:
    return word.plain.casefold() != word.code.casefold()


def _pattern(word: ServiceWord) -> re.Pattern[str]:
    """Return what finds a word that is not explained in brackets behind it.

    Single words are found as the bank writes them: a rating or a deployment in small letters is nothing of
    the military. Of several words each may be large or small.
    """
    how = re.IGNORECASE if " " in word.code else re.NOFLAG
    return re.compile(rf"(?<!\w){re.escape(word.code)}(?!\w)(?!\s*\()", how)
