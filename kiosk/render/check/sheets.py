"""The style sheets of a look as declarations, each with its line: the one door to tinycss2.

It comes with WeasyPrint, which reads the same sheets with it (tinycss2 1.5).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import tinycss2

from kiosk.i18n import _
from kiosk.render.check.findings import Finding, must, short, too_deep

_ADDRESSES: Final = frozenset({"url", "src", "image", "image-set", "-webkit-image-set"})
_QUOTED: Final = re.compile(r"/\*.*?(?:\*/|\Z)|\"[^\"]*+\"?|'[^']*+'?", re.DOTALL)
MOST_BRACKETS: Final = 200
_DEEPEST: Final = 20
_GROUPS: Final = frozenset({"media", "supports", "layer", "container", "scope", "starting-style"})


@dataclass(frozen=True, slots=True)
class Declaration:
    """One `name: value`, in small letters but for `value`, and where it stands.

    `selector` is that of its rule: "" in a `style` attribute, the at-rule's own words ("@page", "@font-face")
    in one. `addresses` are what its `url()`s say.
    """

    file: str
    line: int
    selector: str
    name: str
    value: str
    addresses: tuple[str, ...] = ()

    @property
    def plain(self) -> str:
        """The value in small letters, as one would compare it."""
        return " ".join(self.value.lower().split())


@dataclass(frozen=True, slots=True)
class Sheet:
    """All declarations of a piece of CSS in their order, and what cannot be understood in it."""

    declarations: tuple[Declaration, ...]
    findings: tuple[Finding, ...]


def parse(css: str, file: str, first_line: int = 1) -> Sheet:
    """Read a style sheet whose first line is line `first_line` of the file."""
    deep = _too_deep(css)
    if deep is not None:
        return Sheet((), (too_deep(file, first_line + css.count("\n", 0, deep)),))
    reader = _Reader(file, first_line - 1)
    try:
        reader.rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), "", 0)
    except RecursionError:
        return Sheet((), (too_deep(file, None),))
    return Sheet(tuple(reader.declarations), (*reader.findings, *_unclosed(css, file, first_line)))


def parse_attribute(css: str, file: str, line: int) -> Sheet:
    """Read what stands in a `style` attribute."""
    reader = _Reader(file, line - 1)
    try:
        reader.block(tinycss2.parse_blocks_contents(css, skip_comments=True, skip_whitespace=True), "", 0)
    except RecursionError:
        return Sheet((), (too_deep(file, line),))
    return Sheet(tuple(reader.declarations), tuple(reader.findings))


class _Reader:
    """Goes through rules and blocks, and collects declarations."""

    def __init__(self, file: str, before: int) -> None:
        self._file = file
        self._before = before
        self.declarations: list[Declaration] = []
        self.findings: list[Finding] = []

    def rules(self, nodes: Sequence[Any], around: str, depth: int) -> None:
        """Read what stands outside of blocks."""
        for node in nodes:
            if depth > _DEEPEST:
                self.findings.append(too_deep(self._file, self._line(node)))
                return
            if node.type == "qualified-rule":
                self._rule(node, around, depth)
            elif node.type == "at-rule":
                self._at_rule(node, around, depth)
            elif node.type == "error":
                self._broken(node)

    def block(self, nodes: Sequence[Any], selector: str, depth: int) -> None:
        """Read what stands between the braces of a rule."""
        for node in nodes:
            if node.type == "declaration":
                self._declaration(node, selector)
            else:
                self.rules([node], selector, depth + 1)

    def _rule(self, node: Any, around: str, depth: int) -> None:
        for token in _tokens(node.prelude):
            if token.type == "error":
                self._broken(token)
        selector = " ".join(tinycss2.serialize(node.prelude).split())
        if around and "&" in selector:
            selector = selector.replace("&", around)
        elif around and not around.startswith("@"):
            selector = f"{around} {selector}"
        self.block(_contents(node), selector, depth)

    def _at_rule(self, node: Any, around: str, depth: int) -> None:
        word = node.lower_at_keyword
        if word == "import":
            self._import(node)
        elif node.content is None:
            return
        elif word in _GROUPS and not around:
            inside = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            self.rules(inside, "", depth + 1)
        elif word in _GROUPS:
            self.block(_contents(node), around, depth)
        else:
            self.block(_contents(node), f"@{word}", depth)

    def _import(self, node: Any) -> None:
        self.findings.append(
            must(
                "import",
                self._file,
                self._line(node),
                _("@import brings in another style sheet. A look has one: style.css."),
                _("Copy what stands there into style.css, and take this line out."),
            )
        )

    def _declaration(self, node: Any, selector: str) -> None:
        for token in _tokens(node.value):
            if token.type == "error":
                self._broken(token)
        self.declarations.append(
            Declaration(
                file=self._file,
                line=self._line(node),
                selector=selector,
                name=node.lower_name,
                value=tinycss2.serialize(node.value).strip(),
                addresses=tuple(_addresses(node.value)),
            )
        )

    def _line(self, node: Any) -> int:
        return int(node.source_line) + self._before

    def _broken(self, node: Any) -> None:
        self._bad(
            node,
            _("From here on the style sheet cannot be understood ({reason}).").format(
                reason=short(node.message).rstrip(".")
            ),
            _("Write each line like this: color: navy; and look for a missing ; or : or { or }."),
        )

    def _bad(self, node: Any, message: str, remedy: str) -> None:
        self.findings.append(must("css-syntax", self._file, self._line(node), message, remedy))


def _contents(node: Any) -> Sequence[Any]:
    found: Sequence[Any] = tinycss2.parse_blocks_contents(
        node.content, skip_comments=True, skip_whitespace=True
    )
    return found


def _tokens(values: Sequence[Any]) -> Iterator[Any]:
    """Yield all tokens of a value, those within brackets too; not by recursion, which has an end."""
    waiting = list(reversed(values))
    while waiting:
        token = waiting.pop()
        yield token
        inside = getattr(token, "arguments", None) or getattr(token, "content", None)
        if isinstance(inside, list):
            waiting.extend(reversed(inside))


def _addresses(values: Sequence[Any]) -> Iterator[str]:
    for token in _tokens(values):
        if token.type == "url":
            yield token.value
        elif token.type == "function" and token.lower_name in _ADDRESSES:
            yield from (one.value for one in token.arguments if one.type == "string")


def _unclosed(css: str, file: str, first_line: int) -> Iterator[Finding]:
    """Find a block that never ends: CSS forgives it, and with it takes all that follows for a part of it."""
    for node in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)[-1:]:
        if node.type == "qualified-rule" and _opened(css) > 0:
            yield must(
                "css-syntax",
                file,
                first_line - 1 + node.source_line,
                _("The block that begins here has no end."),
                _("Write } where it ends."),
            )


def _too_deep(css: str) -> int | None:
    """Return where more brackets are open than in any style sheet: the parser would work on them for long."""
    depth = 0
    for bracket in re.finditer(r"[{}()\[\]]", css):
        depth += 1 if bracket[0] in "{([" else -1
        if depth > MOST_BRACKETS:
            return bracket.start()
    return None


def _opened(css: str) -> int:
    """Return how many blocks are open at the end, braces in comments and texts not counted."""
    plain = _QUOTED.sub("", css)
    return plain.count("{") - plain.count("}")
