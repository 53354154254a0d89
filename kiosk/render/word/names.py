"""What Word calls things: fonts, languages, styles.

Our fonts were made to the measure of Word's: a line of Carlito is as long as one of Calibri, so that lines
break in Word where they break in the PDF. Fonts for other alphabets have no such twin; they go by their own
names, with Word's usual one to stand in for them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kiosk.fonts import SERIFS
from kiosk.render.scripts import COMPLEX, EAST_ASIAN, script_of

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

_STAND_INS: Final = (
    ("Naskh", "Arial"),
    ("Arabic", "Arial"),
    ("Serif Hebrew", "Times New Roman"),
    ("Hebrew", "Arial"),
    *((script, "Nirmala UI") for script in ("Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Tamil")),
    *((script, "Nirmala UI") for script in ("Telugu", "Kannada", "Malayalam", "Sinhala")),
    *((script, "Leelawadee UI") for script in ("Thai", "Lao", "Khmer")),
    ("Myanmar", "Myanmar Text"),
    ("Tibetan", "Microsoft Himalaya"),
    ("Ethiopic", "Ebrima"),
    ("Armenian", "Sylfaen"),
    ("Georgian", "Sylfaen"),
)
"""A part of one of our font names, and the font that Word takes where there is no such font.

Nothing of Word's is as wide as ours for these alphabets: so the file names ours, and this in its table.
"""

_LETTERS_OF_WORD: Final = {"Noto Serif": "Cambria", "Noto Sans": "Arial"}
"""Greek, Cyrillic and Vietnamese, which Word's fonts have, and ours of the same measure have not all."""

_SIMPLE: Final = ("Ethiopic", "Armenian", "Georgian", *_LETTERS_OF_WORD)
"""The alphabets of these that Word sets like Latin."""

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
"""The same for Chinese, Japanese and Korean."""

_OTHER_ALPHABET: Final = re.compile("[\u0530-\u1dff\u2e80-\ud7ff\uf900-\ufdff\ufe30-\U0010ffff]")
"""Letters that Carlito and its like do not have: all but Latin, Greek, Cyrillic and common signs."""

_LANGUAGES: Final = {
    "am": "am-ET",
    "ar": "ar-SA",
    "bn": "bn-BD",
    "el": "el-GR",
    "en": "en-US",
    "es": "es-US",
    "fa": "fa-IR",
    "fr": "fr-FR",
    "he": "he-IL",
    "hi": "hi-IN",
    "hy": "hy-AM",
    "ja": "ja-JP",
    "ka": "ka-GE",
    "km": "km-KH",
    "ko": "ko-KR",
    "pt": "pt-BR",
    "ru": "ru-RU",
    "th": "th-TH",
    "tl": "fil-PH",
    "uk": "uk-UA",
    "ur": "ur-PK",
    "vi": "vi-VN",
    "zh": "zh-CN",
    "zh-hans": "zh-CN",
    "zh-hant": "zh-TW",
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
    """Return the names in a Word file for a list of our fonts: that of the page, then that of a language."""
    east_asians = [family for family in families if _named(family, _EAST_ASIAN)]
    others = [family for family in families if stand_in(family) and family not in east_asians]
    plain = [family for family in families if not stand_in(family)]
    latin = SAME_MEASURE.get(plain[0], plain[0]) if plain else "Calibri"
    serif = bool(plain) and plain[0] in SERIFS
    other = others[0] if others else ""
    return Fonts(
        other if other.endswith(_SIMPLE) else latin,
        other or ("Times New Roman" if serif else "Arial"),
        east_asians[0] if east_asians else "SimSun" if serif else "Microsoft YaHei",
    )


def stand_in(family: str, beside: str = "") -> str:
    """Return the font that Word takes for one of ours that most computers do not have, "" for others.

    For letters that only ours lacks it takes the font of the same measure as the page's own, `beside`.
    """
    if family in _LETTERS_OF_WORD:
        alike = (beside in SERIFS) == (family in SERIFS)
        return SAME_MEASURE.get(beside if alike else "", _LETTERS_OF_WORD[family])
    return _named(family, (*_STAND_INS, *_EAST_ASIAN)) if family.startswith("Noto ") else ""


def _named(family: str, table: Sequence[tuple[str, str]]) -> str:
    return next((word for part, word in table if part in family), "")


def has_same_measure(families: Sequence[str], text: str) -> bool:
    """Whether Word has a font of the same measure for a text in our fonts."""
    own = families[0] in SAME_MEASURE and families[-1] not in _LETTERS_OF_WORD
    return own and not _OTHER_ALPHABET.search(text)


def language(code: str) -> str:
    """Return a language as Word knows it."""
    return _LANGUAGES.get(code.lower(), code)


def slot(code: str) -> str:
    """Return which of Word's three languages of some letters a language is: `val`, `eastAsia` or `bidi`."""
    script = script_of(code)
    if script in COMPLEX:
        return "bidi"
    return "eastAsia" if script in EAST_ASIAN else "val"


def languages(page: str) -> dict[str, str]:
    """Return the languages of a page's letters, by their slots."""
    return {"val": "en-US", "eastAsia": "zh-CN", "bidi": "ar-SA"} | {slot(page): language(page)}


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
