"""Which style a word processor gives to an element: from its tag, else from its first class."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final
from xml.etree.ElementTree import Element

BODY: Final = "Body Text"
LIST: Final = "List"
_HEADINGS: Final = {"h1": "Title", "h2": "Heading 1", "h3": "Heading 2", "h4": "Heading 3", "h5": "Heading 4"}
_INLINE: Final = {"b": "Strong", "strong": "Strong", "em": "Emphasis", "i": "Emphasis"}
_RESERVED: Final = frozenset(
    {*_HEADINGS.values(), BODY, LIST, "Normal", "Hyperlink", "List Bullet", "List Number"}
)
_BULLET: Final = re.compile(r"[^\w\s]")
_NUMBER: Final = re.compile(r"\d+[.)]")


def is_marker(text: str) -> bool:
    """Whether a text is what stands before an item of a list: one sign, or a number with its dot."""
    return bool(_BULLET.fullmatch(text) or _NUMBER.fullmatch(text))


def of_words(element: Element, around: str) -> str:
    """Return the style of words within a paragraph; `around` is that of the words around them."""
    return _class_name(element) or _INLINE.get(element.tag, around)


def of_paragraph(path: Sequence[Element], marker: str) -> str:
    """Return the style of a paragraph, given its elements from the outermost to its own, and its marker."""
    element = path[-1]
    if marker:
        depth = sum(parent.tag in ("ul", "ol") for parent in path)
        name = "List Number" if _NUMBER.fullmatch(marker) else "List Bullet"
        return f"{name} {depth}" if depth > 1 else name
    if element.tag == "li":
        return _class_name(element) or _class_name(path[-2]) or LIST
    return _HEADINGS.get(element.tag) or _class_name(element) or BODY


def _class_name(element: Element) -> str:
    """Return the name of the style for an element's first class: "start-date" is Start Date."""
    classes = (element.get("class") or "").split()
    name = classes[0].replace("-", " ").replace("_", " ").title() if classes else ""
    return f"{name} Text" if name in _RESERVED else name
