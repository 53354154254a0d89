"""The words of elements as runs of one look, with what the style sheet writes before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any
from xml.etree.ElementTree import Element

from kiosk.render import looks, roles, scripts, typefaces, vietnamese
from kiosk.render.blocks import Apart, Run, RunStyle
from kiosk.render.survey import Box, Survey


@dataclass(frozen=True, slots=True, repr=False)
class Within:
    """What letters have from the elements around: WeasyPrint's computed style, a style's name, a link."""

    style: Any
    name: str = ""
    href: str = ""
    apart: Apart | None = None


class RunReader:
    """Reads words. `language` is that of the page; words in another one say so."""

    def __init__(self, found: Survey, language: str) -> None:
        self._found = found
        self._language = language
        self._looks: dict[int, RunStyle] = {}

    def text(self, text: str | None, within: Within) -> Iterator[Run]:
        """Yield a text that stands in an element."""
        if text:
            yield self._run(looks.shown(text, within.style), within)

    def generated(self, element: Element, kind: str, within: Within) -> Iterator[Run]:
        """Yield what the style sheet writes before or after an element."""
        box = self._found.generated.get((element, kind))
        if box is not None:
            yield self._run(looks.written(box), replace(within, style=box.style))

    def inline(self, element: Element, around: Within) -> Iterator[Run]:
        """Yield the words of an element within a paragraph; none when it is not shown."""
        box = self._found.first.get(element)
        if element.tag == "br":
            yield self._run("\n", around)
        elif box is not None:
            link = looks.target(element.get("href", "")) if element.tag == "a" else ""
            apart = _direction(element) if element.tag == "bdi" else around.apart
            within = Within(box.style, roles.of_words(element, around.name), link or around.href, apart)
            yield from self.generated(element, "before", within)
            yield from self.text(element.text, within)
            for child in element:
                yield from self.inline(child, within)
                yield from self.text(child.tail, within)
            yield from self.generated(element, "after", within)
        elif isinstance(element.tag, str) and "".join(element.itertext()).isspace():
            yield self._run(" ", around)

    def columns(self, element: Element, box: Box) -> Sequence[Run]:
        """Return a row as one line: its parts, with a tab between them that leads to the right margin."""
        runs: list[Run] = []
        for part in element:
            words = looks.collapsed(self.inline(part, Within(box.style)))
            if words and runs:
                runs.append(self._run("\t", Within(box.style)))
            runs.extend(words)
        return runs

    def _run(self, text: str, within: Within) -> Run:
        style = within.style
        look = self._looks.get(id(style))  # the boxes keep their styles alive, so an id is never used twice
        if look is None:
            look = self._looks[id(style)] = looks.run_style(style)
        language = style["lang"] or ""
        language = "" if language == self._language else language
        return Run(text, look, _style_name(within, look, language), within.href, language, within.apart)


def _style_name(within: Within, look: RunStyle, language: str) -> str:
    """Return the style of words: Vietnamese ones have their own where the font around lacks their letters."""
    if vietnamese.is_code_of(language) and typefaces.of_language(look.families[0], language):
        return f"{within.name} Vietnamese".lstrip()
    return within.name


def _direction(element: Element) -> Apart:
    """Return how letters that are kept apart read: as their element says, or as the first of them does."""
    said = element.get("dir", "")
    if said in tuple(Apart):
        return Apart(said)
    first = scripts.first_letter("".join(element.itertext()))
    return Apart.RIGHT_TO_LEFT if scripts.reads_from_right(first) else Apart.LEFT_TO_RIGHT
