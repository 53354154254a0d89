"""The words of a paragraph as Word's runs, cut where the direction of reading changes; and its links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from typing import Any, Final
from urllib.parse import quote, urlsplit

from lxml import etree

from kiosk.render.blocks import Apart, Block, Run
from kiosk.render.word import names
from kiosk.render.word.styles import (
    HYPERLINK,
    NUMBERS,
    CharacterStyle,
    Letters,
    letters,
    of_numbers,
)
from kiosk.render.word.xml import XML_SPACE, R, add, put_letters, w

_RTL: Final = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff"
_RIGHT_TO_LEFT: Final = re.compile(rf"[{_RTL}]+(?:[\W\d_]*[{_RTL}]+)*")
_LEFT_TO_RIGHT: Final = re.compile(rf"[^\W\d_{_RTL}](?:[^{_RTL}]*[^\W{_RTL}])?")
_SIGN: Final = "[!-@[-`{-~·–—…“”‘’]+"
_SIGNS: Final = re.compile(f"((?: (?=[·–—]))?{_SIGN}(?: +{_SIGN})*)")
"""Numbers and signs that fonts of pages have. Among words from the right Word would take the font of those
words for them, which has not all of them, and is not what the page has."""
_LRM: Final = "\u200e"
_RLM: Final = "\u200f"
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MAIL: Final = re.compile(r"[^@\s]+@[^@\s]+")
_SAFE_IN_ADDRESS: Final = ":/?#[]@!$&'()*+,;=%~"


def printable(text: str) -> str:
    """Return a text without what XML cannot hold."""
    return _NOT_XML.sub("", text)


def address(href: str) -> str:
    """Return an address as Word takes it, "" for one that would make Word call the file damaged."""
    try:
        parts = urlsplit(href)
        whole = parts.netloc and parts.hostname
    except ValueError:
        return ""
    if parts.scheme in ("http", "https"):
        return quote(href, safe=_SAFE_IN_ADDRESS) if whole else ""
    if parts.scheme == "mailto":
        return quote(href, safe=_SAFE_IN_ADDRESS) if _MAIL.fullmatch(parts.path) else ""
    return quote(href, safe=_SAFE_IN_ADDRESS) if parts.scheme == "tel" and parts.path else ""


class Links:
    """The addresses that a document leads to, each once, as relationships of its main part."""

    def __init__(self, relationships: Any) -> None:
        self._relationships = relationships
        self._known: dict[str, str] = {}

    def number(self, target: str) -> str:
        """Return the id of the relationship that leads to an address."""
        if target not in self._known:
            name = f"rId{len(self._relationships) + 1}"
            namespace = self._relationships.tag.partition("}")[0] + "}"
            etree.SubElement(
                self._relationships,
                f"{namespace}Relationship",
                Id=name,
                Type=f"{R}/hyperlink",
                Target=target,
                TargetMode="External",
            )
            self._known[target] = name
        return self._known[target]


class RunWriter:
    """Writes runs. `named` says for each character style what it changes."""

    def __init__(self, named: Mapping[str, CharacterStyle], links: Links, language: str) -> None:
        self._named = named
        self._links = links
        self._language = language
        self._languages = names.languages(language)

    def write(self, paragraph: Any, block: Block, own: Letters) -> None:
        """Write the words of a block whose style has the letters `own`."""
        for href, runs in groupby(block.runs, key=lambda run: address(run.href) if run.href else ""):
            parent = paragraph
            if href:
                parent = add(paragraph, "hyperlink", history=1)
                parent.set(f"{{{R}}}id", self._links.number(href))
            for run in runs:
                name = HYPERLINK if href else run.name
                for text, reverse in _pieces(run, right_to_left=block.style.right_to_left):
                    for part in _SIGNS.split(text) if reverse or self._slot(run) == "bidi" else (text,):
                        self._run(parent, replace(run, text=part, name=name), own, reverse=reverse)

    def _slot(self, run: Run) -> str:
        return names.slot(run.lang or self._language)

    def _run(self, parent: Any, run: Run, own: Letters, *, reverse: bool) -> None:
        if not run.text:
            return
        element = add(parent, "r")
        properties = add(element, "rPr")
        look, base = letters(run.style), own
        are_signs = _SIGNS.fullmatch(run.text) is not None
        if reverse and are_signs:
            run = replace(run, name=run.name or NUMBERS)
            look = replace(look, fonts=of_numbers(look.fonts))
        style = self._named.get(run.name)
        if style is not None and _fits(style, look, own):
            add(properties, "rStyle", val=names.style_id(style.name))
            base = replace(own, **style.change)
        put_letters(properties, look, base)
        slot = self._slot(run)
        if slot == "eastAsia" and not run.text.isascii():
            _hint(properties)
        if reverse:
            add(properties, "rtl")
        elif slot == "bidi" and not (are_signs or run.text.isascii()):
            add(properties, "cs")
        if run.lang and names.language(run.lang) != self._languages[slot]:
            add(properties, "lang", **{slot: names.language(run.lang)})
        if not len(properties):
            element.remove(properties)
        _put_text(element, printable(run.text))


def _fits(style: CharacterStyle, look: Letters, own: Letters) -> bool:
    """Whether a character style does what it says on this paragraph.

    Word turns bold off where paragraph and character style both have it on (17.7.3, toggle properties).
    """
    return all(
        getattr(look, name) == value and getattr(own, name) != value for name, value in style.change.items()
    )


def _pieces(run: Run, *, right_to_left: bool) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a run, and whether each reads from the right.

    Letters that keep their own direction get marks around them (UAX 9): LibreOffice goes by letters alone.
    """
    apart = run.apart is Apart.RIGHT_TO_LEFT
    if run.apart is None or apart == right_to_left:
        yield from _directions(run.text, right_to_left=right_to_left)
        return
    outer, inner = (_RLM, _LRM) if right_to_left else (_LRM, _RLM)
    yield outer, right_to_left
    yield from _directions(f"{inner}{run.text}{inner}", right_to_left=apart)
    yield outer, right_to_left


def _directions(text: str, *, right_to_left: bool) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a text, and whether each reads from the right.

    Signs between words go with their page.
    """
    if text.isascii() and not right_to_left:
        yield text, False
        return
    pattern = _LEFT_TO_RIGHT if right_to_left else _RIGHT_TO_LEFT
    end = 0
    for match in pattern.finditer(text):
        if match.start() > end:
            yield text[end : match.start()], right_to_left
        yield match[0], not right_to_left
        end = match.end()
    if end < len(text):
        yield text[end:], right_to_left


def _hint(properties: Any) -> None:
    """Say that signs of several alphabets (quotes, dots) are to look Chinese, Japanese or Korean."""
    fonts = properties.find(w("rFonts"))
    if fonts is None:
        fonts = properties.makeelement(w("rFonts"))
        properties.insert(len(properties.findall(w("rStyle"))), fonts)
    fonts.set(w("hint"), "eastAsia")


def _put_text(element: Any, text: str) -> None:
    for part in re.split(r"([\n\t])", text):
        if part == "\n":
            add(element, "br")
        elif part == "\t":
            add(element, "tab")
        elif part:
            words = add(element, "t")
            words.text = part
            if part != part.strip():
                words.set(XML_SPACE, "preserve")
