"""What templates may call: small helpers that turn the facts of a resume into the words of a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final
from urllib.parse import quote

from kiosk.i18n import N_
from kiosk.resume.model import Location, Skill, Work

_SAFE_LINK = re.compile(r"(?:https?://|mailto:|tel:)[^\s\x00-\x1f]+", re.IGNORECASE)
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+")
_COMMA = N_(", ")
_SEMICOLON = N_("; ")
_SCORE = N_("GPA: {score}")

ONE_ROW: Final = 12
"""How many skills may stand one after the other before nobody reads them all."""
_ROW: Final = 76
"""Letters of a row: no more than a line of large print."""

RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def direction(language: str) -> str:
    """Return how the language is written, as HTML's `dir`."""
    return "rtl" if language.split("-")[0].split("_")[0] in RIGHT_TO_LEFT else "ltr"


def lines(text: str) -> list[str]:
    """Return a text as the lines it was typed in, without the empty ones."""
    return [line for line in map(str.strip, text.splitlines()) if line]


def link(address: str) -> str:
    """Return an address that may be opened from the page, "" for any not for the web, mail or phone."""
    if _SAFE_LINK.fullmatch(address):
        return address
    return "mailto:" + quote(address, safe="@+") if _EMAIL.fullmatch(address) else ""


def listed(texts: Iterable[str], _: Callable[[str], str]) -> str:
    """Return texts on one line: with commas, or with semicolons where a text has a comma of its own."""
    parts = list(texts)
    return _(_SEMICOLON if any(_(_COMMA).strip() in part for part in parts) else _COMMA).join(parts)


def score(text: str, _: Callable[[str], str]) -> str:
    """Return a school result that says what it is: `3.7 GPA` does, `3.7` alone does not."""
    return text if not text or any(letter.isalpha() for letter in text) else _(_SCORE).format(score=text)


def place(location: Location) -> str:
    """Return where the person lives on one line: street, city, region and postal code."""
    town = ", ".join(part for part in (location.city, location.region) if part)
    street = ", ".join(lines(location.address))
    return ", ".join(part for part in (street, f"{town} {location.postal_code}".strip()) if part)


def runs(skills: Sequence[Skill]) -> list[list[Skill]]:
    """Return the skills in their order, bare names that follow each other together to share a line."""
    grouped: list[list[Skill]] = []
    for skill in skills:
        bare = not (skill.level or skill.keywords)
        if bare and grouped and not (grouped[-1][0].level or grouped[-1][0].keywords):
            grouped[-1].append(skill)
        else:
            grouped.append([skill])
    return grouped


def rows(texts: Iterable[str]) -> list[list[str]]:
    """Return many short texts as rows that are read at a glance, about equally long; a few as one row."""
    parts = list(texts)
    if len(parts) <= ONE_ROW:
        return [parts]
    count = len(_filled(parts, _ROW))
    longest = next(letters for letters in range(1, _ROW + 1) if len(_filled(parts, letters)) <= count)
    return _filled(parts, longest)


def _filled(texts: Iterable[str], letters: int) -> list[list[str]]:
    """Return texts in rows of some letters at most, or of one text that is longer."""
    found: list[list[str]] = []
    room = 0
    for text in texts:
        if not found or len(text) > room:
            found.append([])
            room = letters
        found[-1].append(text)
        room -= len(text) + len(_COMMA)
    return found


def employers(work: Sequence[Work]) -> list[list[Work]]:
    """Return the jobs in their order, those that follow each other at one employer together."""
    grouped: list[list[Work]] = []
    for job in work:
        if grouped and job.name and _same(job.name, grouped[-1][0].name):
            grouped[-1].append(job)
        else:
            grouped.append([job])
    return grouped


def _same(one: str, other: str) -> bool:
    return one.split() == other.split() or one.casefold().split() == other.casefold().split()
