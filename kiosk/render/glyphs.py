"""Letters that no font of this computer has: named, and left out. Never a silent box instead of a letter.

A letter that only the first font lacks is not meant: the next font that has it is used.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Set as AbstractSet

from kiosk.i18n import _
from kiosk.letters import PRIVATE
from kiosk.render.tidy import tidy
from kiosk.render.types import Notice
from kiosk.resume.model import Resume

CODE = "missing-letter"

_JOINER = "\u200d"
_SELECTORS = "\ufe0e\ufe0f"


def absent(resume: Resume, undrawn: AbstractSet[str]) -> frozenset[str]:
    """Return the letters to leave out: those that no font has, and those that mean another thing in each."""
    private: set[str] = set()

    def look(_where: str, text: str) -> str:
        private.update(PRIVATE.findall(text))
        return text

    tidy(resume, look)
    return frozenset(undrawn | private)


def without(resume: Resume, letters: AbstractSet[str]) -> Resume:
    """Return the resume without these letters, and without what belongs to them alone."""
    return tidy(resume, lambda _where, text: _left(text, letters))


def _left(text: str, letters: AbstractSet[str]) -> str:
    """Return what is left of a text.

    Signs that stood on a letter go with it, or they would stand on the one before; so do the invisible
    joiners around it.
    """
    if letters.isdisjoint(text):
        return text
    kept: list[str] = []
    gone = False
    for char in text:
        if char in letters:
            gone = gone or not _is_sign(char)
            while kept and kept[-1] in _JOINER + _SELECTORS:
                kept.pop()
        elif not (gone and (_is_sign(char) or char == _JOINER)):
            gone = False
            kept.append(char)
    return "".join(kept)


def _is_sign(char: str) -> bool:
    """Whether a character stands on the one before it, or chooses how that looks."""
    return unicodedata.category(char).startswith("M")


def notices(resume: Resume, letters: AbstractSet[str]) -> tuple[Notice, ...]:
    """Return one notice for each letter, in their order on the page, with the first place where it stands."""
    places: dict[str, str] = {}

    def look(where: str, text: str) -> str:
        for letter in text:
            if letter in letters:
                places.setdefault(letter, where)
        return text

    tidy(resume, look)
    for letter in sorted(letters):
        places.setdefault(letter, "")  # a word of the template's own: it stands nowhere in the resume
    return tuple(_notice(letter, where) for letter, where in places.items())


def _notice(letter: str, where: str) -> Notice:
    name = f"U+{ord(letter):04X} {unicodedata.name(letter, '')}".strip()
    message = _("No font here has {letter} ({name}). It is left out of the PDF and the Word file.")
    return Notice(CODE, message.format(letter=letter, name=name), where)
