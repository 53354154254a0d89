"""Which language letters are in, guessed from their alphabet, where it cannot be the language of the page.

A page has one language, and people write names and places of others into it. Fonts for Chinese characters, a
screen reader and Word have to be told. The guess is the most likely one for a resume in the United States;
words in the alphabet of the page are taken for words in its language. Blocks: Unicode 16, Blocks.txt.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final


class Script(StrEnum):
    """An alphabet, or several that one language mixes; the value is the usual language of its words."""

    LATIN = "en"
    GREEK = "el"
    CYRILLIC = "ru"
    ARMENIAN = "hy"
    HEBREW = "he"
    ARABIC = "ar"
    ETHIOPIC = "am"
    GEORGIAN = "ka"
    DEVANAGARI = "hi"
    BENGALI = "bn"
    GURMUKHI = "pa"
    GUJARATI = "gu"
    TAMIL = "ta"
    TELUGU = "te"
    KANNADA = "kn"
    MALAYALAM = "ml"
    SINHALA = "si"
    THAI = "th"
    LAO = "lo"
    TIBETAN = "bo"
    MYANMAR = "my"
    KHMER = "km"
    HANGUL = "ko"
    CHINESE = "zh"
    """Chinese characters, and the kana that Japanese mixes with them."""


RIGHT_TO_LEFT: Final = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
"""The letters that read from the right, as a part of a regular expression."""

_KANA: Final = "\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f"
_HANGUL: Final = "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff"
_HAN: Final = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"

_LETTERS: Final[Mapping[Script, str]] = {
    Script.LATIN: "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff\ua720-\ua7ff",
    Script.GREEK: "\u0370-\u03ff\u1f00-\u1fff",
    Script.CYRILLIC: "\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f",
    Script.ARMENIAN: "\u0531-\u058f",
    Script.HEBREW: "\u0591-\u05f4\ufb1d-\ufb4f",
    Script.ARABIC: "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    Script.ETHIOPIC: "\u1200-\u139f\u2d80-\u2ddf\uab00-\uab2f",
    Script.GEORGIAN: "\u10a0-\u10ff\u1c90-\u1cbf\u2d00-\u2d2f",
    Script.DEVANAGARI: "\u0900-\u097f\ua8e0-\ua8ff",
    Script.BENGALI: "\u0980-\u09ff",
    Script.GURMUKHI: "\u0a00-\u0a7f",
    Script.GUJARATI: "\u0a80-\u0aff",
    Script.TAMIL: "\u0b80-\u0bff",
    Script.TELUGU: "\u0c00-\u0c7f",
    Script.KANNADA: "\u0c80-\u0cff",
    Script.MALAYALAM: "\u0d00-\u0d7f",
    Script.SINHALA: "\u0d80-\u0dff",
    Script.THAI: "\u0e00-\u0e7f",
    Script.LAO: "\u0e80-\u0eff",
    Script.TIBETAN: "\u0f00-\u0fff",
    Script.MYANMAR: "\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f",
    Script.KHMER: "\u1780-\u17ff\u19e0-\u19ff",
    Script.HANGUL: _HANGUL,
    Script.CHINESE: _KANA + _HAN,
}

EAST_ASIAN: Final = frozenset({Script.HANGUL, Script.CHINESE})
"""The alphabets whose characters are as wide as they are high."""

COMPLEX: Final = (
    frozenset(Script)
    - EAST_ASIAN
    - {*(Script.LATIN, Script.GREEK, Script.CYRILLIC, Script.ARMENIAN, Script.GEORGIAN, Script.ETHIOPIC)}
)
"""The alphabets whose letters change their form, or read from the right."""

_OF_LANGUAGE: Final[Mapping[str, Script]] = {
    **{script.value: script for script in Script},
    **dict.fromkeys(("ja", "yue"), Script.CHINESE),
    **dict.fromkeys(("uk", "be", "bg", "mk", "sr", "kk", "ky", "mn", "tg"), Script.CYRILLIC),
    **dict.fromkeys(("fa", "ur", "ps", "ckb", "sd", "ug"), Script.ARABIC),
    **dict.fromkeys(("ne", "mr", "sa"), Script.DEVANAGARI),
    **dict.fromkeys(("ti",), Script.ETHIOPIC),
    **dict.fromkeys(("yi",), Script.HEBREW),
}

_OWN_LETTERS: Final = (
    ("fa", re.compile("[\u067e\u0686\u0698\u06af\u06cc]")),
    ("ur", re.compile("[\u0679\u0688\u0691\u06ba\u06d2]")),
    ("uk", re.compile("[\u0404\u0406\u0407\u0454\u0456\u0457\u0490\u0491]")),
)
"""Letters that only one language of an alphabet has. The last language that fits counts."""

_FROM_RIGHT: Final = re.compile(f"[{RIGHT_TO_LEFT}]")
_HAS_KANA: Final = re.compile(f"[{_KANA}]")
_HAS_HAN: Final = re.compile(f"[{_HAN}]")


@dataclass(frozen=True, slots=True, repr=False)
class Stretch:
    """Words of one alphabet, with the signs between them; signs alone are of none."""

    text: str
    script: Script | None


@dataclass(frozen=True, slots=True)
class Habits:
    """What a whole page tells about its Chinese characters: whether Japanese, and how Chinese writes them."""

    japanese: bool
    traditional: bool


def script_of(language: str) -> Script:
    """Return the alphabet of a language, by its code (`zh-Hant`)."""
    return _OF_LANGUAGE.get(re.split("[-_]", language.lower())[0], Script.LATIN)


def languages_of(scripts: Collection[Script]) -> list[str]:
    """Return the codes of the languages that write some alphabets, in a fixed order."""
    return sorted(code for code, script in _OF_LANGUAGE.items() if script in scripts)


def first_letter(text: str) -> str:
    """Return the first letter of a text, "" when it has none."""
    return next((letter for letter in text if letter.isalpha()), "")


def reads_from_right(text: str) -> bool:
    """Whether there is a letter in a text that reads from the right."""
    return bool(_FROM_RIGHT.search(text))


def stretches(text: str) -> Iterator[Stretch]:
    """Cut a text where its alphabet changes; joined, the parts are the text."""
    end = 0
    for match in _pattern().finditer(text):
        if match.start() > end:
            yield Stretch(text[end : match.start()], None)
        yield Stretch(match[0], Script[match.lastgroup or ""])
        end = match.end()
    if end < len(text):
        yield Stretch(text[end:], None)


def habits(text: str) -> Habits:
    """Return how a page writes Chinese characters, from all its text."""
    if not _HAS_HAN.search(text):
        return Habits(japanese=False, traditional=False)
    characters = set(_HAS_HAN.findall(text))
    traditional = sum(_holds("big5", it) - _holds("gb2312", it) for it in characters)
    return Habits(japanese=bool(_HAS_KANA.search(text)), traditional=traditional > 0)


def language(stretch: Stretch, page: str, known: Habits) -> str:
    """Return the language of a stretch of words, `page` where it can be that of the page."""
    script = stretch.script
    if script is Script.CHINESE:
        return _chinese(stretch.text, page, known)
    if script is None or script is script_of(page):
        return page
    own = [
        code for code, letters in _OWN_LETTERS if script_of(code) is script and letters.search(stretch.text)
    ]
    return own[-1] if own else script.value


def _chinese(text: str, page: str, known: Habits) -> str:
    """Return the language of Chinese characters and kana.

    Old national codes know which characters each country writes.
    """
    main = page.split("-")[0]
    if _HAS_KANA.search(text):
        return page if main == "ja" else "ja"
    if main in ("ja", "ko") or (main == "zh" and (main != page or _holds("gb2312", text))):
        return page
    if known.japanese and _holds("cp932", text) and main != "zh":
        return "ja"
    simplified, traditional = _holds("gb2312", text), _holds("big5", text)
    is_traditional = traditional if simplified != traditional else known.traditional
    guess = "zh-Hant" if is_traditional else "zh-Hans"
    return page if (main, guess) == ("zh", "zh-Hans") else guess


def _holds(code: str, text: str) -> bool:
    try:
        text.encode(code)
    except UnicodeEncodeError:
        return False
    return True


@cache
def _pattern() -> re.Pattern[str]:
    """Return what finds stretches: letters of one alphabet, and signs only between them."""
    return re.compile("|".join(f"(?P<{script.name}>{_stretch(script)})" for script in Script))


def _stretch(script: Script) -> str:
    """Return what a stretch of an alphabet looks like.

    A number after Latin words goes with them, as it does where lines are set: else it would change its side
    on a page that reads from the right. So do marks that stand on its last letter.
    Chinese and Japanese write no blanks, so they begin something new.
    """
    letters = _LETTERS[script]
    between = r"[^\w\s]" if script is Script.CHINESE else r"[\W\d_]"
    last = f"{letters}0-9\u0300-\u036f" if script is Script.LATIN else letters
    return f"[{letters}](?:{between}*[{last}])*"
