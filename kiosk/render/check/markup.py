"""What is wrong with the markup of a look as it is written: scripts, addresses, tables, styles in the page.

Comments are left out, and what Jinja fills in counts as unknown. This reads the source, so that each thing
has its line; `pages.py` looks at what comes of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from kiosk.i18n import N_, _
from kiosk.render.check import addresses, sheets
from kiosk.render.check.findings import Finding, better, must, short
from kiosk.render.check.sheets import Declaration, Sheet

_FILLED_IN: Final = "\ue000"
"""Stands for each letter of what Jinja fills in or works out."""
_NOT_PAGE: Final = re.compile(r"\{#.*?(?:#\}|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL)
_JINJA: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_TAG: Final = re.compile(r"""<([a-zA-Z][\w:-]*+)((?:[^<>"']|"[^"]*+"|'[^']*+')*+)>?""")
_ATTRIBUTE: Final = re.compile(r"""([\w:-]++)\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s"'>]++)""")
_STYLE: Final = re.compile(r"<style[^>]*+>(.*?)</style", re.DOTALL | re.IGNORECASE)
_READ_FROM: Final = frozenset(
    ["src", "srcset", "data", "poster", "background", "action", "formaction", "xlink:href", "code", "cite"]
)
_OPENED: Final = {
    "link": N_("Take it out. style.css is used by itself."),
    "base": N_("Take it out."),
    "iframe": N_("Take it out. A page holds words alone."),
    "frame": N_("Take it out. A page holds words alone."),
    "object": N_("Take it out. A page holds words alone."),
    "embed": N_("Take it out. A page holds words alone."),
    "applet": N_("Take it out. A page holds words alone."),
    "video": N_("Take it out. A page holds words alone."),
    "audio": N_("Take it out. A page holds words alone."),
}
_TABLE: Final = frozenset({"table", "tr", "td", "th"})
_FORM: Final = frozenset({"form", "input", "button", "select", "textarea"})


@dataclass(slots=True)
class Markup:
    """What was read in one file: findings, and the CSS that stands in it."""

    findings: list[Finding] = field(default_factory=list)
    declarations: list[Declaration] = field(default_factory=list)

    def add(self, sheet: Sheet) -> None:
        """Take what was read in a piece of CSS."""
        self.findings.extend(sheet.findings)
        self.declarations.extend(sheet.declarations)


def read(text: str, folder: Path, file: str) -> Markup:
    """Read one file of a template, or a drawing (SVG)."""
    found = Markup()
    text = _blanked(_blanked(text, _NOT_PAGE, " "), _JINJA, _FILLED_IN)
    for style in _STYLE.finditer(text):
        found.add(sheets.parse(style[1], file, _line(text, style.start(1))))
    for tag in _TAG.finditer(text):
        line = _line(text, tag.start())
        name = tag[1].lower()
        found.findings.extend(_element(name, file, line))
        for attribute in _ATTRIBUTE.finditer(tag[2]):
            key, value = attribute[1].lower(), attribute[2].strip("\"'")
            at = line + tag[2].count("\n", 0, attribute.start())
            if key == "style" and _FILLED_IN not in value:
                found.add(sheets.parse_attribute(value, file, at))
            else:
                found.findings.extend(_attribute(name, key, value, folder, file, at))
    return found


def line_of(text: str, what: str) -> int | None:
    """Return the line where a text first stands in a file, None when it does not."""
    place = text.find(what)
    return _line(text, place) if place >= 0 else None


def _blanked(text: str, pattern: re.Pattern[str], letter: str) -> str:
    return pattern.sub(lambda found: "".join(it if it == "\n" else letter for it in found[0]), text)


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1


def _element(name: str, file: str, line: int) -> Iterator[Finding]:
    if name == "script":
        yield addresses.script(file, line, "<script>")
    elif name in _OPENED:
        message = _("“<{name}>” brings in something from outside of the page.").format(name=name)
        yield must("outside", file, line, message, _(_OPENED[name]))
    elif name in _TABLE:
        message = _("“<{name}>” makes a table. Some machines read tables column by column, and Word's too.")
        remedy = _("Let the parts follow each other from top to bottom, as <p> and <li>.")
        yield must("reading-order", file, line, message.format(name=name), remedy)
    elif name in _FORM:
        message = _("“<{name}>” is for web pages. Nobody can fill it in on paper.").format(name=name)
        yield must("form", file, line, message, _("Take it out."))
    elif name in ("img", "svg", "canvas", "picture") and not file.endswith(".svg"):
        message = _("A picture is not in the Word file, and machines cannot read it.")
        yield better("picture", file, line, message, _("Leave it out, or say the same in words."))


def _attribute(tag: str, key: str, value: str, folder: Path, file: str, line: int) -> Iterator[Finding]:
    known = value.replace(_FILLED_IN, "")
    if re.fullmatch(r"on[a-z]{3,}", key):
        yield addresses.script(file, line, f"{key}={known}")
    elif key == "rel" and "attachment" in known.lower():
        message = _("rel=“attachment” would put a file into the PDF.")
        yield must("outside", file, line, message, _("Take it out."))
    elif key == "http-equiv":
        message = _("“http-equiv” is for web pages.")
        yield must("outside", file, line, message, _("Take it out."))
    elif tag in ("a", "area") and key == "href":
        yield from _link(known, file, line)
    elif key in _READ_FROM or key == "href":
        yield from _opened(value, folder, file, line)


def _opened(value: str, folder: Path, file: str, line: int) -> Iterator[Finding]:
    if _FILLED_IN in value:
        message = _("An address from the resume would be opened here. Nothing of a person's ever is.")
        yield must("outside", file, line, message, _("Take it out."))
    elif problem := addresses.judge(value.split(",")[0].split(" ")[0], folder, file, line):
        yield problem


def _link(address: str, file: str, line: int) -> Iterator[Finding]:
    """Judge a link that a person may click: nothing is fetched, but it has to be the patron's."""
    if re.match(r"\s*(javascript|vbscript|data):", address, re.IGNORECASE):
        yield addresses.script(file, line, address)
    elif re.match(r"\s*(file:|/)", address, re.IGNORECASE):
        message = _("“{address}” leads to a file of this computer.").format(address=short(address))
        yield must("outside", file, line, message, _("Take it out."))
    elif re.match(r"\s*[a-z]+:", address, re.IGNORECASE):
        message = _("“{address}” would stand on everybody's resume.").format(address=short(address))
        yield better("link", file, line, message, _("Take it out, if it is not meant to."))
