"""CSS's words for how letters and paragraphs look, as the plain data of `blocks.py`.

Values are WeasyPrint's computed ones (weasyprint.css, version 70.0): lengths are pixels, plain or with their
unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final
from urllib.parse import urlsplit

from kiosk.render import typefaces
from kiosk.render.blocks import Align, Border, Run, RunStyle
from kiosk.render.survey import Box, points, texts

LINK_SCHEMES: Final = frozenset({"http", "https", "mailto", "tel"})
"""Where a link of the page may lead; others (javascript:, file:, a path of this computer) stay plain text."""

_BOLD: Final = 600
_SPACE: Final = re.compile(r"[ \t\r\n\f]+")
_SPACE_IN_LINE: Final = re.compile(r"[ \t\r\f]*(\n)[ \t\r\f]*|[ \t\r\f]+")
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_KEEPS_LINES: Final = frozenset({"pre", "pre-wrap", "pre-line", "break-spaces"})


def px(value: Any) -> float:
    """Return a length in pixels; 0 for `auto`, `normal` and percentages."""
    if getattr(value, "unit", "px") != "px":
        return 0.0
    number = getattr(value, "value", value)
    return float(number) if isinstance(number, (int, float)) else 0.0


def run_style(style: Any) -> RunStyle:
    """Return how letters of a computed style look."""
    return RunStyle(
        families=families(style),
        size=points(style["font_size"]),
        bold=style["font_weight"] >= _BOLD,
        italic=style["font_style"] != "normal",
        color=_hex(style["color"]),
        caps=style["text_transform"] == "uppercase",
        underline="underline" in style["text_decoration_line"],
    )


def families(style: Any) -> tuple[str, ...]:
    """Return the fonts of a style, and the one that draws its language where that has another alphabet."""
    return typefaces.in_use(style["font_family"], style["lang"] or "")


def line_height(style: Any) -> float:
    """Return how high the style sheet wants lines, in pixels; 0 where it leaves that to the fonts."""
    value = style["line_height"]
    return float(value * style["font_size"]) if isinstance(value, (int, float)) else px(value)


def align(style: Any) -> Align:
    """Return where lines stand, seen from where one begins to read."""
    value = style["text_align_all"]
    if value in ("left", "right"):
        return Align.START if (value == "left") == (style["direction"] == "ltr") else Align.END
    return _ALIGN.get(value, Align.START)


_ALIGN: Final = {"center": Align.CENTER, "justify": Align.JUSTIFY, "end": Align.END}


def border(box: Box, side: str) -> Border | None:
    """Return the line at the top or bottom of a box, if one is drawn."""
    style = box.style
    width = px(style[f"border_{side}_width"])
    if not width or style[f"border_{side}_style"] in ("none", "hidden"):
        return None
    color = style[f"border_{side}_color"]
    return Border(
        width=points(width),
        color=_hex(style["color"] if color == "currentcolor" else color),
        space=points(px(style[f"padding_{side}"])),
    )


def _hex(color: Any) -> str:
    """Return a colour as it looks on white paper, in six hexadecimal digits."""
    solid = [1 - color.alpha * (1 - (part or 0)) for part in color.to("srgb").coordinates]
    return "".join(f"{round(255 * min(1.0, max(0.0, part))):02X}" for part in solid)


def target(address: str) -> str:
    """Return where a link leads, "" when no one should be led there."""
    try:
        return address if urlsplit(address).scheme in LINK_SCHEMES else ""
    except ValueError:
        return ""


def shown(text: str, style: Any) -> str:
    """Return the text of an element as words: without what XML cannot hold, spaces as CSS sees them."""
    text = _NOT_XML.sub("", text)
    if style["white_space"] in _KEEPS_LINES:
        text = _SPACE_IN_LINE.sub(lambda space: space[1] or " ", text)
    else:
        text = _SPACE.sub(" ", text)
    change = style["text_transform"]
    if change == "lowercase":
        return text.lower()
    return text.title() if change == "capitalize" else text


def written(box: Box) -> str:
    """Return what a style sheet adds to the text: as it says, where it says it in letters."""
    content = box.style["content"]
    if isinstance(content, tuple) and all(kind == "string" for kind, _value in content):
        return "".join(value for _kind, value in content)
    return drawn(box)


def drawn(box: Box) -> str:
    """Return the letters within a box as they stand on the page."""
    return "".join(text.text for text in texts(box, generated=True))


def collapsed(runs: Iterable[Run]) -> Sequence[Run]:
    """Join runs that look alike, with one space between words and none at the ends of lines."""
    joined: list[Run] = []
    before = "\n"
    for run in runs:
        text = run.text
        if before in " \n\t":
            text = text.lstrip(" ")
        if text.startswith(("\n", "\t")):
            _strip_end(joined)
        if not text:
            continue
        before = text[-1]
        if joined and joined[-1] == replace(run, text=joined[-1].text):
            joined[-1] = replace(run, text=joined[-1].text + text)
        else:
            joined.append(replace(run, text=text))
    _strip_end(joined)
    return joined


def _strip_end(runs: list[Run]) -> None:
    """Drop the space, and a last line break, where a line ends."""
    while runs:
        text = runs[-1].text.rstrip(" ")
        if text:
            runs[-1] = replace(runs[-1], text=text)
            return
        runs.pop()
