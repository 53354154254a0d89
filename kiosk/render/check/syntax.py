"""What is wrong with the Jinja of a look: what cannot be read, names that do not exist, files outside.

A look's page runs in a sandbox, which stops the rest while it runs; here all is found at once, with lines.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any, Final

from jinja2 import TemplateSyntaxError, meta, nodes

from kiosk.i18n import _
from kiosk.render import html
from kiosk.render.check.findings import Finding, must, short, too_deep
from kiosk.resume.model import Basics, Location, Resume

_FROM_PARTS: Final = frozenset({"parts"})
"""What `kiosk/page.html.j2` has imported before a block of a look is filled."""
_ALWAYS: Final = frozenset({"loop", "self", "super", "caller", "varargs", "kwargs", "_"})
_ATTRIBUTES: Final = {
    ("resume",): Resume,
    ("resume", "basics"): Basics,
    ("resume", "basics", "location"): Location,
}


def check(text: str, folder: Path, file: str, given: Iterable[str]) -> Iterator[Finding]:
    """Read one file; `given` are the names that every page may use."""
    environment = html.environment(folder)
    try:
        tree = environment.parse(text)
        known = {*given, *environment.globals, *_FROM_PARTS, *_ALWAYS}
        yield from _names(tree, known, file)
        yield from _attributes(tree, file)
        yield from _forbidden(tree, file)
        yield from _files(tree, folder, file)
    except TemplateSyntaxError as problem:
        message = _("Jinja cannot read this: {reason}.")
        reason = short(problem.message or "").rstrip(".")
        remedy = (
            _("Look for a missing {{% %}} or end word, like {{% endif %}}.")
            .replace("{{", "{")
            .replace("}}", "}")
        )
        yield must("template-syntax", file, problem.lineno, message.format(reason=reason), remedy)
    except RecursionError:
        yield too_deep(file, None)


def _names(tree: nodes.Template, known: set[str], file: str) -> Iterator[Finding]:
    unknown = meta.find_undeclared_variables(tree) - known
    asked = {id(test.node) for test in tree.find_all(nodes.Test) if test.name in ("defined", "undefined")}
    asked |= {id(one.node) for one in tree.find_all(nodes.Filter) if one.name in ("default", "d")}
    for name in tree.find_all(nodes.Name):
        if name.name in unknown and name.ctx == "load" and id(name) not in asked:
            yield _unknown(name.name, known, file, name.lineno)


def _attributes(tree: nodes.Template, file: str) -> Iterator[Finding]:
    for part in tree.find_all(nodes.Getattr):
        way = _way(part.node)
        kind: Any = _ATTRIBUTES.get(way)
        if kind and part.attr not in (names := {it.name for it in fields(kind)}) and part.attr[0] != "_":
            yield _unknown(part.attr, names, file, part.lineno)


def _way(node: nodes.Node) -> tuple[str, ...]:
    """Return the names that lead to a value: ("resume", "basics")."""
    way: tuple[str, ...] = ()
    while isinstance(node, nodes.Getattr):
        way = (node.attr, *way)
        node = node.node
    return (node.name, *way) if isinstance(node, nodes.Name) else ()


def _unknown(name: str, known: Iterable[str], file: str, line: int) -> Finding:
    near = difflib.get_close_matches(name, sorted(known), n=1)
    message = _("There is nothing called “{name}”.").format(name=short(name))
    remedy = _("Did you mean {name}?").format(name=near[0]) if near else _("See the list in docs/looks.md.")
    return must("unknown-name", file, line, message, remedy)


def _forbidden(tree: nodes.Template, file: str) -> Iterator[Finding]:
    for part in tree.find_all((nodes.Getattr, nodes.Getitem, nodes.Filter)):
        name = _reached(part)
        if name.startswith("_"):
            message = _("“{name}” reaches into the program. A look may not.").format(name=short(name))
            yield must("reaches-inside", file, part.lineno, message, _("Take it out."))
        elif isinstance(part, nodes.Filter) and name in ("safe", "attr"):
            message = _("“{name}” lets words of a resume become markup or code.").format(name=name)
            yield must("reaches-inside", file, part.lineno, message, _("Take it out."))
    for switch in tree.find_all((nodes.ScopedEvalContextModifier, nodes.EvalContextModifier)):
        message = _("“autoescape” lets words of a resume become markup.")
        yield must("reaches-inside", file, switch.lineno, message, _("Take it out."))


def _reached(part: nodes.Node) -> str:
    if isinstance(part, nodes.Getattr):
        return part.attr
    if isinstance(part, nodes.Filter):
        return part.name
    arg = part.arg if isinstance(part, nodes.Getitem) else None
    return str(arg.value) if isinstance(arg, nodes.Const) and isinstance(arg.value, str) else ""


def _files(tree: nodes.Template, folder: Path, file: str) -> Iterator[Finding]:
    """Find parts that are brought in from elsewhere, or that there are not."""
    kinds = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)
    for part in tree.find_all(kinds):
        template: Any = part.template  # type: ignore[attr-defined]  # all four have one
        name = template.value if isinstance(template, nodes.Const) else None
        if name == file:
            message = _("The file brings in itself, and so without end.")
            yield must("within-itself", file, part.lineno, message, _("Take it out."))
        elif isinstance(name, str) and html.source(folder, name) is None:
            message = _("There is no part {name} in the folder, and nothing outside may be read.")
            remedy = _("Copy the file into the folder, and write only its name.")
            yield must("outside", file, part.lineno, message.format(name=short(name)), remedy)
