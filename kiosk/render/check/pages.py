"""What is wrong with pages as laid out: words off the page, too small or too pale, headings out of step."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final
from xml.etree.ElementTree import Element

from kiosk.i18n import _
from kiosk.render import looks
from kiosk.render.catalogue import PAGE, STYLE
from kiosk.render.check.findings import Finding, Kind, must, short
from kiosk.render.check.matching import Matcher
from kiosk.render.check.sheets import Declaration
from kiosk.render.survey import Box, is_inline, points

LEAST_SIZE: Final = 9.0
GOOD_SIZE: Final = 10.5
"""Points."""
LEAST_CONTRAST: Final = 4.5
GOOD_CONTRAST: Final = 7.0
"""Of letters against what is behind them (WCAG 2.2, 1.4.3 and 1.4.6)."""
_SPILL: Final = 1.0
"""Points that letters may stand out of the page's margins: rounding, no more."""

_SIZES: Final = re.compile("font(-size)?")
_COLOURS: Final = re.compile("color")
_DISTANCES: Final = re.compile(
    "(margin|padding)(-.*)?|text-indent|(min-)?width|white-space|overflow-wrap|word-break|left|right|top|position"
)
_WHITE: Final = "FFFFFF"
_HEADING: Final = re.compile("h([1-6])")


@dataclass(frozen=True, slots=True)
class Sight:
    """Pages to look at, and where their look comes from. `named` says whose resume it is: "first-job"."""

    sheets: Sequence[Box]
    root: Element
    matcher: Matcher
    sample: str


def look(sight: Sight, *, has_name: bool) -> Iterator[Finding]:
    """Look at all pages."""
    yield from _frame(sight.root, has_name=has_name)
    yield from _headings(sight.root)
    for page in sight.sheets:
        area = _area(page)
        for child in page.children:
            if hasattr(child, "at_keyword"):  # what stands in the margins of the page
                continue
            yield from _walk(child, area, _WHITE, sight)


def _frame(root: Element, *, has_name: bool) -> Iterator[Finding]:
    if not root.get("lang"):
        yield _structure("language", _("The page does not say its language."), '<html lang="{{ language }}">')
    if not "".join(it.text or "" for it in root.iter("title")).strip():
        yield _structure("title", _("The page has no title."), "<title>{{ title }}</title>")
    tops = list(root.iter("h1"))
    if has_name and not any("".join(top.itertext()).strip() for top in tops):
        yield _structure("headings", _("The name is not the page's main heading."), "<h1>…</h1>")
    if len(tops) > 1:
        message = _("The page has more than one main heading.")
        yield must("headings", PAGE, None, message, _("Use <h1> for the name alone, <h2> for sections."))


def _structure(rule: str, message: str, write: str) -> Finding:
    remedy = _("Write {markup}, or begin with the page that every look has (extends).").format(markup=write)
    return must(rule, PAGE, None, message, remedy)


def _headings(root: Element) -> Iterator[Finding]:
    before = 0
    for element in root.iter():
        found = _HEADING.fullmatch(element.tag) if isinstance(element.tag, str) else None
        if found and int(found[1]) > before + 1:
            message = (
                _("<h{now}> comes after <h{before}>: a step is left out.")
                if before
                else _("The first heading is <h{now}> and not <h1>.")
            )
            remedy = _("Use <h1> for the name, <h2> for sections, <h3> for jobs.")
            yield must("headings", PAGE, None, message.format(now=found[1], before=before), remedy)
        before = int(found[1]) if found else before


def _walk(box: Any, area: tuple[float, float, float, float], behind: str, sight: Sight) -> Iterator[Finding]:
    """Look at a box and all that is in it; not by recursion, which has an end."""
    waiting = [(box, behind)]
    while waiting:
        box, behind = waiting.pop()
        background = box.style["background_color"]
        if getattr(background, "alpha", 0) and not is_inline(box):
            behind = looks.run_style({**_plain(box.style), "color": background}).color
        for child in reversed(getattr(box, "children", ())):
            if hasattr(child, "text"):
                if child.text.strip():
                    yield from _letters(child, area, behind, sight)
            else:
                waiting.append((child, behind))


def _plain(style: Any) -> dict[str, Any]:
    names = ("font_family", "font_size", "font_weight", "font_style", "color", "text_transform")
    return {**{name: style[name] for name in names}, "text_decoration_line": style["text_decoration_line"]}


def _letters(
    text: Any, area: tuple[float, float, float, float], behind: str, sight: Sight
) -> Iterator[Finding]:
    style = looks.run_style(text.style)
    yield from _size(text, style.size, sight)
    yield from _contrast(text, style.color, behind, sight)
    left, top, right, bottom = area
    x, y = points(text.position_x), points(text.position_y)
    out = x < left - _SPILL or x + points(text.width) > right + _SPILL
    # A font's own height may reach past its line; its middle may not.
    middle = y + points(text.height) / 2
    if out or middle < top or middle > bottom:
        place = sight.matcher.find(text.element, _DISTANCES)
        message = _("“{text}” of the sample {sample} stands out of the margins of the page.")
        message = message.format(text=short(text.text[:40]), sample=sight.sample)
        remedy = _("Take out what moves it: a negative margin, a fixed width, white-space: nowrap.")
        file, line = (place.file, place.line) if place else (STYLE, None)
        yield must("off-the-page", file, line, message, remedy, about="letters")


def _area(page: Box) -> tuple[float, float, float, float]:
    box: Any = page
    left, top = points(box.content_box_x()), points(box.content_box_y())
    return left, top, left + points(box.width), top + points(box.height)


def _size(text: Any, size: float, sight: Sight) -> Iterator[Finding]:
    if size >= GOOD_SIZE - 0.01:
        return
    kind = Kind.MUST if size < LEAST_SIZE - 0.01 else Kind.BETTER
    place = sight.matcher.find(text.element, _SIZES)
    message = _("The letters of {what} are {size:g} pt. People read {good:g} pt with ease.")
    message = message.format(what=_what(text.element, place), size=round(size, 2), good=GOOD_SIZE)
    remedy = _("Make them {least:g} pt at least.").format(
        least=LEAST_SIZE if kind is Kind.MUST else GOOD_SIZE
    )
    yield Finding(
        "small-letters", kind, place.file if place else STYLE, place.line if place else None, message, remedy
    )


def _contrast(text: Any, color: str, behind: str, sight: Sight) -> Iterator[Finding]:
    ratio = contrast(color, behind)
    if ratio >= GOOD_CONTRAST:
        return
    kind = Kind.MUST if ratio < LEAST_CONTRAST else Kind.BETTER
    place = sight.matcher.find(text.element, _COLOURS)
    message = _("The colour of {what} (#{color}) is too pale: its contrast is {ratio:.1f} to 1.")
    message = message.format(what=_what(text.element, place), color=color.lower(), ratio=ratio)
    remedy = _("Make it darker, until it is {least:g} to 1.")
    remedy = remedy.format(least=LEAST_CONTRAST if kind is Kind.MUST else GOOD_CONTRAST)
    yield Finding(
        "pale", kind, place.file if place else STYLE, place.line if place else None, message, remedy
    )


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours of six hexadecimal digits: 1 to 21 (WCAG 2.2, "contrast ratio")."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: str) -> float:
    parts = [int(color[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (it / 12.92 if it <= 0.04045 else ((it + 0.055) / 1.055) ** 2.4 for it in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _what(element: Element | None, place: Declaration | None) -> str:
    """Return what a style sheet calls an element: as the look's own does, else by its tag or class."""
    if place and place.selector:
        return short(place.selector)
    if element is None:
        return "text"
    classes = (element.get("class") or "").split()
    return f".{classes[0]}" if classes else str(element.tag)
