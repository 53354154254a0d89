"""The command `templates`: which looks there are, and whether a folder is a good one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kiosk import console, fonts
from kiosk.errors import InputError, RenderError, TemplateError
from kiosk.i18n import _, ngettext
from kiosk.render import catalogue, checking
from kiosk.render.check.findings import Finding, Kind
from kiosk.render.types import OutputFormat
from kiosk.worker import Worker


def tell(*, json: bool) -> None:
    """Print the looks that there are, the default first, and why looks of the library's own are left out."""
    rows = [
        {"id": it.id, "name": it.name, "formats": [str(form) for form in OutputFormat if form in it.formats]}
        for it in catalogue.templates()
    ]
    if json:
        console.say_json(rows)
        return
    lines = [f"{row['id']}: {row['name']} ({', '.join(row['formats'])})" for row in rows]
    lines.extend(_("Left out: {why}").format(why=why) for why in catalogue.left_out())
    console.say("\n".join(lines))


def check(word: str, *, json: bool) -> None:
    """Print what is wrong with the look in a folder; raises TemplateError when that stops it, InputError."""
    folder = _folder(word)
    if not fonts.here():
        raise RenderError(
            _("There are no fonts on this computer, so {folder} cannot be checked.").format(folder=word),
            _("Run ./start, which installs them."),
        )
    with Worker(warm=checking.WARM_UP) as worker:
        findings = checking.check(folder, worker)
    if json:
        console.say_json({"template": word, "findings": [_row(it) for it in findings]})
    else:
        console.say("\n".join([*(it.sentence for it in findings), *_praise(word, findings)]))
    stopping = sum(it.kind is Kind.MUST for it in findings)
    if stopping:
        message = ngettext(
            "The look in {folder} cannot be used: {n} thing has to be put right.",
            "The look in {folder} cannot be used: {n} things have to be put right.",
            stopping,
        )
        raise TemplateError(message.format(folder=console.quoted(word), n=stopping))


def _folder(word: str) -> Path:
    folder = Path(word)
    try:
        if word and folder.is_dir():
            next(folder.iterdir(), None)
            return folder
        message = _("{folder} is not a folder.")
    except (OSError, ValueError):
        message = _("{folder} cannot be opened.")
    raise InputError(
        message.format(folder=console.quoted(word)), _("Name the folder that template.toml is in.")
    )


def _row(finding: Finding) -> dict[str, str | int | None]:
    """Return a finding as the contract has it."""
    return {
        "rule": finding.rule,
        "kind": finding.kind.value,
        "file": finding.file,
        "line": finding.line,
        "message": finding.message,
        "remedy": finding.remedy,
    }


def _praise(word: str, findings: Sequence[Finding]) -> Sequence[str]:
    if not checking.is_good(findings):
        return ()
    good = _("{folder} is a good look. It was made with {n} samples, on both papers, in all orders.")
    return (good.format(folder=console.quoted(word), n=len(checking.samples())),)
