"""Addresses in what a person typed become links, in any look: `ana@example.org` within a sentence, too.

An address that can be seen and not followed is half an address, and PDF/UA checkers say so.
"""

from __future__ import annotations

import re
from typing import Final
from xml.etree.ElementTree import Element

_ADDRESS: Final = re.compile(
    r"(?P<web>\bhttps?://[^\s<>\"]*[\w/])|(?P<mail>(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)", re.IGNORECASE
)
_UNREAD: Final = frozenset({"a", "script", "style", "svg"})


def link(root: Element) -> None:
    """Make links of the addresses in a page's body that are none yet."""
    body = root.find("body")
    if body is not None and any("@" in text or "://" in text for text in body.itertext()):
        _link(body)


def _link(element: Element) -> None:
    start, children = _pieces(element.text)
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _UNREAD:
            _link(child)
        child.tail, after = _pieces(child.tail)
        children += (child, *after)
    element.text = start
    if len(children) != len(element):
        element[:] = children


def _pieces(text: str | None) -> tuple[str | None, list[Element]]:
    """Return how a text begins, and the links, each with what follows it, that take the place of the rest."""
    if not text:
        return text, []
    links: list[Element] = []
    start, end = text, 0
    for found in _ADDRESS.finditer(text):
        before = text[end : found.start()]
        if links:
            links[-1].tail = before
        else:
            start = before
        link = Element("a", {"href": f"mailto:{found[0]}" if found["mail"] else found[0]})
        link.text = found[0]
        links.append(link)
        end = found.end()
    if links:
        links[-1].tail = text[end:]
    return start, links
