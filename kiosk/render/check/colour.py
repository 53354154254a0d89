"""What colour is used for in a look: one or two things are seen, many are not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from kiosk.i18n import _
from kiosk.render.check.findings import Finding, better
from kiosk.render.check.sheets import Declaration

MOST_USES: Final = 3
_NAMES: Final = re.compile(r"(^|-)(color|background|border(-(top|bottom|left|right))?)$")
_HEX: Final = re.compile(r"#([0-9a-f]{3,8})\b")
_FUNCTION: Final = re.compile(r"\b(rgb|hsl|hwb|lab|lch|oklch|oklab)a?\(([^)]*)\)")
_WORDS: Final = re.compile(
    r"\b(red|green|blue|navy|teal|maroon|purple|olive|orange|brown|crimson|indigo|gold|firebrick|tomato|coral|salmon"
    r"|pink|hotpink|violet|plum|magenta|fuchsia|cyan|aqua|lime|yellow|turquoise|sienna|chocolate|rebeccapurple"
    r"|(dark|midnight|royal|steel|slate|dodger|deepsky|cadet)blue|(dark|sea|forest)green|dark(red|cyan|orange))\b"
)
_OURS: Final = "h2"
"""What `base.css` gives the colour to."""


def too_much(declarations: Iterable[Declaration]) -> Iterator[Finding]:
    """Say where colour is used for one thing too many."""
    uses = {_OURS}
    for one in declarations:
        if not _NAMES.search(one.name) or one.selector.startswith("@"):
            continue
        thing = one.selector or "style"
        if is_colour(one.plain):
            uses.add(thing)
            if len(uses) == MOST_USES + 1:
                message = _(
                    "Colour is used for more than {n} things: {things}. Then none of them stands out."
                )
                message = message.format(n=MOST_USES, things=", ".join(sorted(uses)))
                remedy = _("Keep it for the name or the headings.")
                yield better("colour", one.file, one.line, message, remedy)
                return
        elif one.name == "color" and thing == _OURS:
            uses.discard(thing)


def is_colour(value: str) -> bool:
    """Whether a value in small letters holds a colour that is not a grey."""
    if "var(--accent)" in value or _WORDS.search(value):
        return True
    for digits in _HEX.findall(value):
        size = 1 if len(digits) < 6 else 2
        if len({digits[place * size : place * size + size] for place in range(3)}) > 1:
            return not _nearly_grey(digits, size)
    for name, inside in _FUNCTION.findall(value):
        numbers = re.findall(r"[\d.]+", inside)[:3]
        if name != "rgb" or len(set(numbers)) > 1:
            return True
    return False


def _nearly_grey(digits: str, size: int) -> bool:
    parts = [int(digits[place * size : place * size + size] * (3 - size), 16) for place in range(3)]
    return max(parts) - min(parts) < 16
