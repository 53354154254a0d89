"""What is wrong with a look, where, and what to do: plain data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kiosk.i18n import _

MOST_OF_A_KIND: Final = 20
"""Of one rule in one file; nobody reads more, and a hostile file could make millions."""

_LONGEST: Final = 80


class Kind(StrEnum):
    """Whether a look can be used as it is: "must" stops it, "better" is advice."""

    MUST = "must"
    BETTER = "better"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing in one place. `line` counts from 1, None where no line is to blame.

    `message` says what is wrong and `remedy` what to do, each in whole sentences. `about` is what is wrong,
    where the message also holds an example of it: of several examples one is told.
    """

    rule: str
    kind: Kind
    file: str
    line: int | None
    message: str
    remedy: str
    about: str = ""

    @property
    def sentence(self) -> str:
        """The finding on one line, as it is printed."""
        place = (
            _("{file}, line {line}").format(file=self.file, line=self.line) if self.line else self.file or "."
        )
        said = f"{self.message} {self.remedy}"
        return printable(f"{place}: {_('Better:') + ' ' if self.kind is Kind.BETTER else ''}{said}")


def must(rule: str, file: str, line: int | None, message: str, remedy: str, *, about: str = "") -> Finding:
    """Return a finding that stops the look."""
    return Finding(rule, Kind.MUST, file, line, message, remedy, about)


def better(rule: str, file: str, line: int | None, message: str, remedy: str) -> Finding:
    """Return a piece of advice."""
    return Finding(rule, Kind.BETTER, file, line, message, remedy)


def too_deep(file: str, line: int | None) -> Finding:
    """Return the finding for what is nested beyond all measure: no page is tried with it."""
    message = _("Too many things stand within each other here.")
    return must("too-deep", file, line, message, _("Make it simpler."))


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings by file and line, each thing in a place once, and not too many of a kind."""
    found: list[Finding] = []
    seen: set[tuple[str, str, int | None, str]] = set()
    counts: Counter[tuple[str, str]] = Counter()
    for one in sorted(findings, key=lambda it: (it.file, it.line or 0, it.kind != Kind.MUST)):
        key, kind = (one.rule, one.file, one.line, one.about or one.message), (one.rule, one.file)
        if key not in seen and counts[kind] < MOST_OF_A_KIND:
            seen.add(key)
            counts[kind] += 1
            found.append(one)
    return tuple(found)


def short(text: str) -> str:
    """Return a piece of a file as a sentence can hold it."""
    text = printable(text)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def printable(text: str) -> str:
    """Return a text on one line, whatever a file or its name may hold."""
    line = " ".join(text.split())
    return "".join(it if it.isprintable() else "\N{REPLACEMENT CHARACTER}" for it in line)
