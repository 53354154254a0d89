"""The fonts that a look names: whether this computer has them, and whether there are too many."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kiosk.i18n import _
from kiosk.render.check.findings import Finding, better, must, short
from kiosk.render.check.sheets import Declaration

_GENERIC: Final = frozenset(
    ["serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "inherit", "initial", "unset"]
)
MOST_FAMILIES: Final = 2


@dataclass(frozen=True, slots=True)
class Family:
    """A font that a look names first, and where."""

    name: str
    file: str
    line: int | None


def named(declarations: Iterable[Declaration]) -> Iterator[Family]:
    """Yield the first family of each list of fonts: the others are for letters that it does not have."""
    for one in declarations:
        if one.selector == "@font-face" or "var(" in one.value.split(",")[0]:
            continue
        if one.name == "font-family":
            yield Family(one.value.split(",")[0].strip(" \"'"), one.file, one.line)
        elif one.name == "font" and (tail := re.search(r"[\d.]+[a-z%]+(\s*/\s*\S+)?\s+(.+)$", one.value)):
            yield Family(tail[2].split(",")[0].strip(" \"'"), one.file, one.line)


def check(all_named: Sequence[Family], installed: frozenset[str]) -> Iterator[Finding]:
    """Say which fonts are not on this computer, and when there are too many. `all_named` in their order."""
    known = {_same(name): name for name in installed}
    seen: dict[str, Family] = {}
    for family in all_named:
        if _same(family.name) in _GENERIC or not family.name:
            continue
        if known and _same(family.name) not in known:
            yield _not_installed(family, known)
        seen.setdefault(_same(family.name), family)
    for family in list(seen.values())[MOST_FAMILIES:]:
        message = _("“{font}” is one font too many: two are enough for a page.")
        yield better(
            "too-many-fonts",
            family.file,
            family.line,
            message.format(font=short(family.name)),
            _("Use size and weight instead."),
        )


def _not_installed(family: Family, known: dict[str, str]) -> Finding:
    near = difflib.get_close_matches(_same(family.name), known, n=1)
    remedy = (
        _("Did you mean {font}?").format(font=known[near[0]])
        if near
        else _("Have it installed, or choose another.")
    )
    message = _("The font “{font}” is not on this computer.").format(font=short(family.name))
    return must("no-such-font", family.file, family.line, message, remedy)


def _same(name: str) -> str:
    return name.replace(" ", "").casefold()
