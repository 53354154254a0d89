"""What Word calls things: fonts, languages, styles.

Our fonts were made to the measure of Word's: a line of Carlito is as long as one of Calibri, so that lines
break in Word where they break in the PDF. Fonts for other alphabets have no such twin; Word's usual one is
named for them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

SAME_MEASURE: Final = {
    "Carlito": "Calibri",
    "Caladea": "Cambria",
    "Liberation Sans": "Arial",
    "Liberation Serif": "Times New Roman",
    "Liberation Mono": "Courier New",
    "Liberation Sans Narrow": "Arial Narrow",
    "Gelasio": "Georgia",
    "sans-serif": "Arial",
    "serif": "Times New Roman",
    "monospace": "Courier New",
}

_COMPLEX: Final = (
    ("Naskh", "Times New Roman"),
    ("Urdu", "Urdu Typesetting"),
    ("Serif Hebrew", "Times New Roman"),
    ("Arabic", "Arial"),
    ("Hebrew", "Arial"),
    ("Devanagari", "Nirmala UI"),
    ("Bengali", "Nirmala UI"),
    ("Thai", "Leelawadee UI"),
    ("Khmer", "Leelawadee UI"),
    ("Lao", "Leelawadee UI"),
)
"""A part of one of our font names, and Word's font for letters that change their form (`cs`)."""

_EAST_ASIAN: Final = (
    ("Serif CJK JP", "Yu Mincho"),
    ("Serif CJK SC", "SimSun"),
    ("Serif CJK TC", "PMingLiU"),
    ("Serif CJK KR", "Batang"),
    ("CJK JP", "Yu Gothic"),
    ("CJK SC", "Microsoft YaHei"),
    ("CJK TC", "Microsoft JhengHei"),
    ("CJK HK", "Microsoft JhengHei"),
    ("CJK KR", "Malgun Gothic"),
)

_OTHER_ALPHABET: Final = re.compile("[\u0530-\u1dff\u2e80-\ud7ff\uf900-\ufdff\ufe30-\U0010ffff]")
"""Letters that Carlito and its like do not have: all but Latin, Greek, Cyrillic and common signs."""

_LANGUAGES: Final = {
    "ar": "ar-SA",
    "en": "en-US",
    "es": "es-US",
    "fr": "fr-FR",
    "he": "he-IL",
    "ja": "ja-JP",
    "ko": "ko-KR",
    "pt": "pt-BR",
    "ru": "ru-RU",
    "uk": "uk-UA",
    "vi": "vi-VN",
    "zh": "zh-CN",
}
"""Word checks spelling for a language in a country; a bare code becomes the most likely one."""

_BUILT_IN: Final = frozenset(
    ["Title", "Subtitle", "Body Text", "Strong", "Emphasis", "Hyperlink", "Quote", "Caption", "Date"]
    + ["Salutation", "Closing", "Signature"]
)


@dataclass(frozen=True, slots=True)
class Fonts:
    """Word's fonts for Latin, for letters that change their form, and for Chinese, Japanese and Korean."""

    latin: str
    complex: str
    east_asian: str


@lru_cache(maxsize=64)
def fonts(families: Sequence[str]) -> Fonts:
    """Return what Word has for a list of our fonts."""
    plain = [
        family for family in families if not _named(family, _COMPLEX) and not _named(family, _EAST_ASIAN)
    ]
    latin = SAME_MEASURE.get(plain[0], plain[0]) if plain else "Calibri"
    complexes = filter(None, (_named(family, _COMPLEX) for family in families))
    east_asians = filter(None, (_named(family, _EAST_ASIAN) for family in families))
    return Fonts(latin, next(complexes, "Arial"), next(east_asians, "Microsoft YaHei"))


def _named(family: str, table: Sequence[tuple[str, str]]) -> str:
    return next((word for part, word in table if part in family), "")


def has_same_measure(families: Sequence[str], text: str) -> bool:
    """Whether Word has a font of the same measure for a text in our fonts."""
    return families[0] in SAME_MEASURE and not _OTHER_ALPHABET.search(text)


def language(code: str) -> str:
    """Return a language as Word knows it."""
    return _LANGUAGES.get(code.lower(), code)


def style_id(name: str) -> str:
    """Return the id of a style: its name in letters and digits alone, no two names alike."""
    return "".join(
        letter if letter.isascii() and letter.isalnum() else "" if letter == " " else f"{ord(letter):x}"
        for letter in name
    )


def style_name(name: str) -> str:
    """Return a style's name as it is written in the file: Word writes those of headings in small letters."""
    return name.lower() if name.startswith("Heading ") else name


def is_built_in(name: str) -> bool:
    """Whether Word has a style of this name from the start."""
    return name.startswith(("Heading ", "List")) or name in _BUILT_IN
