"""Which line of a style sheet an element has its look from (the one door to cssselect2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any
from xml.etree.ElementTree import Element

import cssselect2

from kiosk.render.check.sheets import Declaration


class Matcher:
    """Finds the declaration that gives an element a look."""

    def __init__(self, root: Element, declarations: Sequence[Declaration]) -> None:
        tree = cssselect2.ElementWrapper.from_html_root(root)
        self._wrapped: dict[Element | None, Any] = {node.etree_element: node for node in tree.iter_subtree()}
        self._tests: list[tuple[Declaration, Any]] = [
            (one, test) for one in declarations for test in _tests(one.selector)
        ]

    def find(self, element: Element | None, names: re.Pattern[str]) -> Declaration | None:
        """Return the last declaration of one of these properties for an element, or for what it stands in."""
        node = self._wrapped.get(element)
        while node is not None:
            found = [one for one, test in self._tests if names.fullmatch(one.name) and test(node)]
            if found:
                return found[-1]
            node = node.parent
        return None


def _tests(selector: str) -> Iterator[Any]:
    try:
        compiled = cssselect2.compile_selector_list(selector)
    except (cssselect2.SelectorError, RecursionError):
        return
    yield from (one.test for one in compiled if not one.pseudo_element)
