"""Letters that no font of this computer has: named, and left out. Never a silent box instead of a letter.

A letter that only the first font lacks is not meant: the next font that has it is used.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set as AbstractSet

from kiosk.i18n import _
from kiosk.render.tidy import tidy
from kiosk.render.types import Notice
from kiosk.resume.model import Resume

CODE = "missing-letter"

_JOINER = "\u200d"
_SELECTORS = "\ufe0e\ufe0f"


def without(resume: Resume, letters: AbstractSet[str]) -> Resume:
    """Return the resume without these letters, and without the invisible joiners that belong to them."""
    one = f"[{re.escape(''.join(sorted(letters)))}]"
    pattern = re.compile(f"{_JOINER}*{one}[{_JOINER}{_SELECTORS}]*")
    return tidy(resume, lambda _where, text: pattern.sub("", text))


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
