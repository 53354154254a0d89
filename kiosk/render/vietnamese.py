"""Which words of a text in Latin letters are Vietnamese: many fonts have some of their letters only.

A word is Vietnamese when it has a letter that other languages hardly write (Unicode 16, Latin Extended
Additional, and O and U with horn). Beside such a word, syllables of the same name are, too: "Nguyễn Thị Hoàng
Yến" is one name, though "Hoàng" could be French; and in words that run on, so is what stands between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import or_
from typing import Final

CODE: Final = "vi"
CODES: Final = (CODE, "vi-vn")

_ONSET: Final = "ngh?|gh?|nh|kh?|ph|qu|th|tr|ch|[bcdđhlmrstvx]"
_VOWELS: Final = "[aăâeêioôơuưyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]{1,3}"
_SYLLABLE: Final = re.compile(f"(?:{_ONSET})?{_VOWELS}(?:ng|nh|ch|[cmnpt])?", re.IGNORECASE)
"""How a word is built: they are all of one syllable."""

_MARKED: Final = re.compile("[\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
_LIKELY: Final = re.compile("[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
"""With those letters that others write, too: Romanians and Croats."""

_WORD: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u2019'\u0300-\u036f])*")
_BETWEEN: Final = re.compile("[ \u00a0\u2010\u2011-]")


def is_code_of(language: str) -> bool:
    """Whether a language is Vietnamese, by its code (`vi-VN`)."""
    return language.lower().replace("_", "-").split("-")[0] == CODE


def parts(text: str) -> Iterator[tuple[str, bool]]:
    """Cut a text into Vietnamese words and others, in turn; joined, the parts are the text."""
    end = 0
    for start, stop in _names(text):
        if start > end:
            yield text[end:start], False
        yield text[start:stop], True
        end = stop
    if end < len(text):
        yield text[end:], False


def _names(text: str) -> Iterator[tuple[int, int]]:
    """Yield where Vietnamese words that belong together begin and end."""
    if not _MARKED.search(text):
        return
    words = list(_WORD.finditer(text))
    first = 0
    for place, word in enumerate(words, 1):
        if place == len(words) or not _go_together(word, words[place]):
            yield from _within(words[first:place])
            first = place


def _go_together(one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether two words stand side by side, can both be Vietnamese, and are alike."""
    likely = [bool(_LIKELY.search(word[0])) for word in (one, other)]
    possible = [bool(_SYLLABLE.fullmatch(word[0])) for word in (one, other)]
    return (
        bool(_BETWEEN.fullmatch(one.string, one.end(), other.start()))
        and all(map(or_, likely, possible))
        and (all(likely) or _is_name(one) == _is_name(other))
    )


def _is_name(word: re.Match[str]) -> bool:
    return word[0][0].isupper()


def _within(words: Sequence[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Yield the Vietnamese part of words that go together: not the plain small ones at both ends."""
    if any(_MARKED.search(word[0]) for word in words):
        kept = [word for word in words if _is_name(word) or _LIKELY.search(word[0])]
        yield kept[0].start(), kept[-1].end()
