"""Words in another language than the page's are marked in the page before it is laid out: `<span lang="ar">`.

From there fontconfig learns which fonts to choose, the tagged PDF which voice reads the words (PDF/UA-1,
7.2), and the Word file which dictionary checks them. It is done here, and not in templates, so that every
look has it, whatever a person types where. Vietnamese words are the only ones in Latin letters: most fonts
lack some of their letters, and would share one word with another font.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from kiosk.render import scripts, vietnamese
from kiosk.render.scripts import Habits, Script

_LANG: Final = "lang"
_SPAN: Final = "span"
_UNREAD: Final = frozenset({"script", "style", "svg"})


def mark(root: Element) -> None:
    """Mark the words of a page's body that are in another language than the element around them."""
    body = root.find("body")
    if body is None:
        return
    text = "".join(body.itertext())
    page = root.get(_LANG) or "en"
    if not (text.isascii() and scripts.script_of(page) is Script.LATIN):
        _mark(body, body.get(_LANG) or page, _Around(scripts.habits(text)))


@dataclass(frozen=True, slots=True, repr=False)
class _Around:
    """What is known of the elements around: addresses are in no language, but need the right fonts."""

    habits: Habits
    in_link: bool = False


def _mark(element: Element, language: str, around: _Around) -> None:
    inner = _Around(around.habits, in_link=True) if element.tag == "a" else around
    start, pieces = _pieces(element.text, language, inner)
    children: list[Element] = list(pieces)
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _UNREAD:
            _mark(child, child.get(_LANG) or language, inner)
        tail, pieces = _pieces(child.tail, language, inner)
        child.tail = tail
        children += (child, *pieces)
    element.text = start
    if len(children) != len(element):
        element[:] = children


def _pieces(text: str | None, language: str, around: _Around) -> tuple[str | None, Sequence[Element]]:
    """Return how a text begins, and the elements that take the place of the rest."""
    if not text or (text.isascii() and scripts.script_of(language) is Script.LATIN):
        return text, ()
    start = ""
    spans: list[Element] = []
    for words, own in _words(text, language, around):
        if own != language:
            spans.append(Element(_SPAN, {_LANG: own}))
            spans[-1].text = words
        elif spans:
            spans[-1].tail = (spans[-1].tail or "") + words
        else:
            start += words
    return start, spans


def _words(text: str, language: str, around: _Around) -> Iterator[tuple[str, str]]:
    """Yield the words of a text with the language that each are in."""
    for stretch in scripts.stretches(text):
        own = scripts.language(stretch, language, around.habits)
        if stretch.script is not Script.LATIN:
            yield stretch.text, own
            continue
        own = language if around.in_link else own
        on_such_a_page = vietnamese.is_code_of(language)
        for words, is_vietnamese in vietnamese.parts(stretch.text):
            yield words, vietnamese.CODE if is_vietnamese and not on_such_a_page else own
