"""What is wrong with a look's template.toml: all of it at once, with lines."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any, Final

from kiosk.i18n import _
from kiosk.render.catalogue import ABOUT, wrong
from kiosk.render.check.families import Family
from kiosk.render.check.findings import Finding, must, printable, too_deep

_LONGEST: Final = 300
_PLACE: Final = re.compile(r"\(at line (\d+)")


def check(text: str) -> Iterator[Finding]:
    """Go through the keys and their values."""
    try:
        about = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        yield _not_toml(text, problem)
        return
    except RecursionError:
        yield too_deep(ABOUT, None)
        return
    for key, reason in wrong(about):
        yield must(
            "about",
            ABOUT,
            _line_of(key, text),
            printable(f"{reason[:_LONGEST]}."),
            _("Correct the line. The starter folder shows every key."),
        )


def family(text: str) -> Iterator[Family]:
    """Yield the font that the look asks for, where one can be read."""
    try:
        font: Any = tomllib.loads(text).get("font")
    except (ValueError, RecursionError):
        return
    if isinstance(font, str):
        yield Family(font, ABOUT, _line_of("font", text))


def _not_toml(text: str, problem: tomllib.TOMLDecodeError) -> Finding:
    place = _PLACE.search(str(problem))
    line = int(place[1]) if place else text.rstrip().count("\n") + 1
    return must(
        "about-syntax",
        ABOUT,
        line,
        _("This line cannot be understood."),
        _('Write a key, = and its value, texts in quotes, like this: name = "Our look"'),
    )


def _line_of(key: str, text: str) -> int | None:
    found = re.search(
        rf"^[ \t]*(?:\w+\.)*[\"']?{re.escape(key)}[\"']?[ \t]*[=\]]|^\[{re.escape(key)}\]", text, re.MULTILINE
    )
    return text.count("\n", 0, found.start()) + 1 if found else None
