"""What is wrong with the declarations of a look: a table of rules for each, and a few for all.

Why each breaks a machine's reading was measured with seven programs that read PDFs and one that writes Word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.i18n import N_, _
from kiosk.render.check.addresses import judge
from kiosk.render.check.findings import Finding, Kind, better, must, short
from kiosk.render.check.sheets import Declaration


@dataclass(frozen=True, slots=True)
class Rule:
    """What must not, or should not, be said by these properties. `%` in the message is the declaration."""

    id: str
    kind: Kind
    names: frozenset[str]
    fires: Callable[[Declaration], bool]
    message: str
    remedy: str


def _rule(
    kind: Kind, names: str, fires: Callable[[Declaration], bool], message: str, remedy: str, name: str = ""
) -> Rule:
    return Rule(name or "reading-order", kind, frozenset(names.split()), fires, message, remedy)


def _is(*values: str) -> Callable[[Declaration], bool]:
    return lambda one: any(word in values for word in re.split(r"[\s,]+", one.plain))


def _is_not(*values: str) -> Callable[[Declaration], bool]:
    kept = {*values, "inherit", "initial", "unset", "revert"}
    return lambda one: one.plain not in kept


_ROW: Final = re.compile(r"\.row(?![\w-])[^\s>+~]*$")
_TABLES: Final = ("table", "inline-table", "table-row", "table-cell", "table-column", "table-caption")


def _flex_elsewhere(one: Declaration) -> bool:
    """Whether a row is made of anything but `.row`, whose parts are read as one line."""
    parts = [part.strip() for part in one.selector.split(",")]
    return one.plain in ("flex", "inline-flex") and not all(_ROW.search(part) for part in parts)


def _bulleted(one: Declaration) -> bool:
    words = one.plain.split()
    return bool(words) and "none" not in words and words[0] not in ("inherit", "initial", "unset")


def _of_page(name: str) -> Callable[[Declaration], bool]:
    return lambda one: one.selector.startswith("@page") and one.name == name


_SIDE_BY_SIDE = N_("“%” sets words side by side. Some machines then read them in the wrong order.")
_ONE_COLUMN = N_("Let the parts follow each other from top to bottom.")

RULES: Final = (
    _rule(Kind.MUST, "float", _is_not("none"), _SIDE_BY_SIDE, _ONE_COLUMN),
    _rule(Kind.MUST, "display", _is("grid", "inline-grid", *_TABLES), _SIDE_BY_SIDE, _ONE_COLUMN),
    _rule(
        Kind.MUST,
        "display",
        _flex_elsewhere,
        _SIDE_BY_SIDE,
        N_("Use it only for .row, the employer's line with its dates."),
    ),
    _rule(
        Kind.MUST,
        "columns column-count column-width",
        _is_not("auto", "1", "auto auto", "1 auto", "auto 1"),
        _SIDE_BY_SIDE,
        _ONE_COLUMN,
    ),
    _rule(
        Kind.MUST,
        "position",
        lambda one: one.plain in ("absolute", "fixed", "sticky") or one.plain.startswith("running("),
        N_("“%” takes words out of their order. Machines and Word then have them elsewhere."),
        N_("Take it out, and use margins."),
    ),
    _rule(
        Kind.MUST,
        "order flex-direction",
        lambda one: (
            one.plain not in ("0", "row", "column", "inherit") and (one.name == "order" or "rev" in one.plain)
        ),
        N_("“%” shows words in another order than machines read them."),
        N_("Change the order in resume.html.j2."),
    ),
    _rule(
        Kind.MUST,
        "letter-spacing",
        _is_not("normal", "0", "0px", "0pt", "0em"),
        N_("“%” pulls letters apart. Machines then read “S a l e s”."),
        N_("Take it out. Use size or weight to set words apart."),
        "letter-spacing",
    ),
    _rule(
        Kind.MUST,
        "list-style list-style-type",
        _bulleted,
        N_("“%” puts the bullet outside of its line. Some machines then read all bullets first."),
        N_('Keep list-style: none; and write the bullet like this: li::before { content: "• " }'),
        "bullets",
    ),
    _rule(
        Kind.MUST,
        "direction unicode-bidi",
        _is("rtl", "bidi-override", "isolate-override"),
        N_("“%” turns words around. The language of the page decides how it is read."),
        N_("Take it out."),
    ),
    _rule(
        Kind.MUST,
        "transform rotate scale translate",
        _is_not("none"),
        N_("“%” turns or moves words. Machines read them elsewhere, and Word does not show it."),
        N_("Take it out."),
    ),
    _rule(
        Kind.MUST,
        "visibility opacity",
        lambda one: one.plain in ("hidden", "collapse", "0", "0%", "0.0"),
        N_("“%” hides words that machines still read. They take that for a trick."),
        N_("Take it out."),
        "hidden-words",
    ),
    _rule(
        Kind.BETTER,
        "display",
        _is("none"),
        N_("“%” leaves words of the person out of every file."),
        N_("Take it out, if these words are not said elsewhere on the page."),
        "hidden-words",
    ),
    _rule(
        Kind.BETTER,
        "word-spacing",
        _is_not("normal", "0"),
        N_("“%” changes the gaps between words. Some machines then join or split them."),
        N_("Take it out."),
        "letter-spacing",
    ),
    _rule(
        Kind.BETTER,
        "hyphens",
        _is("auto"),
        N_("“%” cuts words at the end of a line. Machines may then not find them."),
        N_("Take it out."),
        "hyphens",
    ),
    _rule(
        Kind.BETTER,
        "font-variant font-variant-caps",
        lambda one: "small-caps" in one.plain,
        N_("“%” is not shown in the Word file."),
        N_("Use text-transform: uppercase; instead."),
        "not-in-word",
    ),
    _rule(
        Kind.BETTER,
        "content",
        lambda one: bool(re.match("@(top|bottom|left|right)-", one.selector)) and one.plain != "none",
        N_("What stands in the margin of the page is not in the Word file."),
        N_("Take it out, or write it on the page."),
        "not-in-word",
    ),
    _rule(
        Kind.BETTER,
        "size",
        _of_page("size"),
        N_("“%” changes nothing. The person or the settings choose the paper."),
        N_("Take it out."),
        "paper",
    ),
    _rule(
        Kind.BETTER,
        "margin",
        lambda one: _of_page("margin")(one) and "var(" not in one.plain,
        N_("“%” sets fixed margins. The page then cannot tighten to fit on one sheet."),
        N_("Write margin = and a number of points under [page] in template.toml."),
        "paper",
    ),
)


def one_by_one(declarations: Iterable[Declaration], folder: Path) -> Iterator[Finding]:
    """Go through the table for each declaration, and look where it leads."""
    for one in declarations:
        for rule in RULES:
            if one.name in rule.names and rule.fires(one):
                message = _(rule.message).replace("%", short(f"{one.name}: {one.value}"))
                yield Finding(rule.id, rule.kind, one.file, one.line, message, _(rule.remedy))
        for address in one.addresses:
            problem = judge(address, folder, one.file, one.line)
            yield problem or _own_file(one)


def _own_file(one: Declaration) -> Finding:
    if one.selector == "@font-face":
        message = _("A look cannot bring its own font file. The page and Word would not have it.")
        remedy = _("Have the font installed on the computer, and write its name.")
        return must("font-file", one.file, one.line, message, remedy)
    message = _("A picture is not in the Word file, and machines cannot read it.")
    return better("picture", one.file, one.line, message, _("Leave it out, or say the same in words."))
