"""What a screen reader is told: the headings, lines of lists and links of a tagged PDF, in their order."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import pypdf

from .items import Item, Tag
from .order import lost

ELEMENTS: Final = {Tag.NAME: "H1", Tag.SECTION: "H2", Tag.ENTRY: "H3", Tag.LINE: "LBody", Tag.LINK: "Link"}
"""The element of ISO 32000-1 that an item must be in."""

_NODE: Final = re.compile(r'( *)(?:"(.*)"|(\w+)(?: \((?:inline|block)\).*| ".*)?|Object \d+ \d+)')


@dataclass(frozen=True, slots=True)
class Tagged:
    """An element of the tag tree, and all its text."""

    element: str
    text: str


def tagged(pdf: bytes) -> list[Tagged]:
    """Return the headings, lines of lists and links that pdfinfo finds, in reading order.

    It reads the page anew for every element, and its colour profile each time: without that it takes a tenth.
    """
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    writer.root_object.pop("/OutputIntents", None)
    plain = io.BytesIO()
    writer.write(plain)
    ask = ["pdfinfo", "-struct-text", "-"]
    done = subprocess.run(ask, input=plain.getvalue(), capture_output=True, check=True)
    return list(_elements(done.stdout.decode()))


def _elements(tree: str) -> Iterator[Tagged]:
    wanted = set(ELEMENTS.values())
    found: list[tuple[str, list[str]]] = []
    open_: list[tuple[int, list[str] | None]] = []
    for line in tree.splitlines():
        node = _NODE.fullmatch(line)
        if node is None:
            continue
        depth = len(node[1])
        while open_ and open_[-1][0] >= depth:
            open_.pop()
        if node[2] is not None:
            for _depth, texts in open_:
                if texts is not None:
                    texts.append(node[2])
        elif node[3]:
            texts = [] if node[3] in wanted else None
            open_.append((depth, texts))
            if texts is not None:
                found.append((node[3], texts))
    return (Tagged(element, "".join(texts)) for element, texts in found)


def untagged(items: Sequence[Item], found: Sequence[Tagged]) -> list[str]:
    """Return those items that are not, in their order, in the element where they belong."""
    return [
        f"{element}: {text}"
        for tag, element in ELEMENTS.items()
        for text in lost(
            [item.text for item in items if item.tag is tag],
            [each.text for each in found if each.element == element],
        )
    ]
