"""Text as it may stand in a resume: no control characters, no halves of characters."""

from __future__ import annotations

import re
import unicodedata

_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
"""Everything that Unicode calls a line break, but the plain newline (Unicode Standard, section 5.8)."""

_NONCHARACTERS = "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_NEVER = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff{_NONCHARACTERS}]")
"""C0 and C1 controls, lone surrogates, noncharacters, and byte-order marks that strayed into a text."""

_UNSEEN = frozenset({"Cc", "Cf", "Zs"})
"""Categories of what leaves no ink: what is left of the controls, soft hyphens and joiners, and blanks."""

_HALVES = re.compile("[\ud800-\udfff]")


def paragraph(text: str) -> str:
    """Return a text that may have several lines, with newlines and tabs and no other control character.

    Nothing is left of one in which there is nothing to see.
    """
    if text.isprintable():
        return text.strip()
    kept = _NEVER.sub("", _BREAKS.sub("\n", text)).strip()
    return "" if all(unicodedata.category(char) in _UNSEEN for char in kept) else kept


def line(text: str) -> str:
    """Return a text as one line: line breaks and tabs become one space."""
    kept = paragraph(text).replace("\t", "\n")
    if "\n" not in kept:
        return kept
    return " ".join(part for part in (part.strip() for part in kept.split("\n")) if part)


def lines(text: str) -> tuple[str, ...]:
    """Return the lines of a text that have something in them."""
    return tuple(part for part in (part.strip() for part in paragraph(text).split("\n")) if part)


def only_characters(text: str) -> str:
    """Return the text without lone surrogates, which no file can hold; the same object if there are none."""
    return _HALVES.sub("", text) if _HALVES.search(text) else text
