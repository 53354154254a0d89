"""Which fonts draw the letters that a look's own font does not have, for every look: said to fontconfig.

A look names the font of its text, and nothing more. Behind it fontconfig is told to add the fonts of every
other alphabet, with serifs where the look's font has them, in a fixed order, so that a page looks alike on
every computer that has our packages. For Chinese, Japanese and Korean, which write one character in different
ways, the order follows the language of the words. Vietnamese, whose letters most fonts of looks have in part,
gets the font that has them all before the look's own, so that no word is drawn by two. So do Greek and
Cyrillic, with the numbers and signs between their words, where the look's font has none of their letters.
(Rules: fontconfig's fonts-conf(5), `target="pattern"`.)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from typing import Final
from xml.sax.saxutils import escape

from kiosk.fonts import ARABIC, REGIONS, SANS, SERIF, SERIFS, SIGNS
from kiosk.render import vietnamese
from kiosk.render.scripts import Script, languages_of, script_of

_NO_LIGATURES: Final = (
    f'<match target="font"><test name="family"><string>{ARABIC}</string></test>'
    '<edit name="fontfeatures" mode="append"><string>liga=0</string><string>rlig=0</string></edit></match>'
)
_HEAD: Final = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
_UNTOUCHED: Final = '<test name="namelang" qual="all" compare="not_eq"><string>x-kiosk</string></test>'
_TOUCHED: Final = '<edit name="namelang" mode="assign"><string>x-kiosk</string></edit>'
"""A mark on a request for a font. It must be a property that no rule of the system looks at."""

_LATIN_ALONE: Final = frozenset({"Caladea"})
"""Fonts of looks without Greek and Cyrillic letters."""

_NOT_VIETNAMESE: Final = (
    "Caladea",
    "Liberation Serif",
    "Liberation Sans",
    "Liberation Sans Narrow",
    "Liberation Mono",
)
"""Fonts of looks without most of the Vietnamese letters that have marks; those of the same measure in Word
have them."""

_ALWAYS: Final = {Script.ARABIC: ARABIC, Script.TIBETAN: "Noto Serif Tibetan"}
_REGION_OF: Final[Mapping[str, str]] = {
    "ja": "JP",
    "ko": "KR",
    "zh": "SC",
    "zh-hans": "SC",
    "zh-cn": "SC",
    "zh-sg": "SC",
    "zh-hant": "TC",
    "zh-tw": "TC",
    "zh-hk": "HK",
    "zh-mo": "HK",
}


def of_language(family: str, language: str) -> str:
    """Return the font that draws a language beside a font of a page, "" where that draws it itself."""
    kind = "Serif" if family in SERIFS else "Sans"
    script = script_of(language)
    if vietnamese.is_code_of(language) and family in _NOT_VIETNAMESE:
        return f"Noto {kind}"
    if script in (Script.CHINESE, Script.HANGUL):
        return f"Noto {kind} CJK {_REGION_OF.get(language.lower(), REGIONS[0])}"
    if script is Script.LATIN or (script in (Script.GREEK, Script.CYRILLIC) and family not in _LATIN_ALONE):
        return ""
    if script in (Script.GREEK, Script.CYRILLIC):
        return f"Noto {kind}"
    return _ALWAYS.get(script, f"Noto {kind} {script.name.title()}")


def in_use(families: Sequence[str], language: str) -> tuple[str, ...]:
    """Return those of a style's fonts that draw a language, and the one beside them that does."""
    own = tuple(families)
    other = of_language(own[0], language)
    return (*own, other) if other else own


def companions(family: str, language: str = "en") -> tuple[str, ...]:
    """Return the fonts that stand in for a font, the first that has a letter draws it."""
    others, kind = (SERIF, "Serif") if family in SERIFS else (SANS, "Sans")
    first = _REGION_OF.get(language.lower())
    regions = sorted(REGIONS, key=lambda region: region != first)  # stable: the others keep their order
    return (*others, *(f"Noto {kind} CJK {region}" for region in regions), *SIGNS)


@cache
def choice() -> bytes:
    """Return the rules for which fonts stand in for others, as XML for fontconfig."""
    return _document("".join(_matches()))


@cache
def drawing() -> bytes:
    """Return the rules for how fonts draw, as XML for fontconfig."""
    return _document(_NO_LIGATURES)


def _document(rules: str) -> bytes:
    return f"{_HEAD}<fontconfig>{rules}</fontconfig>".encode()


def _matches() -> Iterator[str]:
    """Yield a rule for each font with serifs and each language, the most exact first.

    The first that fits a request for a font is the only one to change it: it leaves a mark.
    """
    for language, family in (*product(vietnamese.CODES, _NOT_VIETNAMESE), *_in_one_font()):
        tests = [_test("lang", language), _test("family", family)]
        yield _rule(tests, companions(family), before=of_language(family, language))
    for language in (*_REGION_OF, ""):
        lang = [_test("lang", language)] if language else []
        for serif in SERIFS:
            yield _rule([*lang, _test("family", serif)], companions(serif, language))
        yield _rule(lang, companions("", language))


def _in_one_font() -> Iterator[tuple[str, str]]:
    """Yield languages, with fonts of looks, whose words, numbers and signs another font draws, as in Word."""
    for language in languages_of((Script.GREEK, Script.CYRILLIC)):
        yield from ((language, family) for family in sorted(_LATIN_ALONE))


def _rule(tests: Sequence[str], families: Sequence[str], before: str = "") -> str:
    """Return a rule that adds fonts behind those a page asks for, and maybe one before them."""
    first = _added("prepend_first", [before]) if before else ""
    added = _added("append_last", families)
    return f'<match target="pattern">{_UNTOUCHED}{"".join(tests)}{first}{added}{_TOUCHED}</match>'


def _added(mode: str, families: Sequence[str]) -> str:
    names = "".join(f"<string>{escape(name)}</string>" for name in families)
    return f'<edit name="family" mode="{mode}" binding="strong">{names}</edit>'


def _test(name: str, value: str) -> str:
    """Return a test of what the page asks for first."""
    return f'<test name="{name}" qual="first"><string>{escape(value)}</string></test>'
