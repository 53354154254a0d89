"""The commands: their words and their exit status.

At any status but 0 standard error is exactly one plain line. Each command imports what it needs when it runs,
so that the quick ones stay quick.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from kiosk import console, logs
from kiosk.errors import InputError, KioskError
from kiosk.i18n import N_, _

if TYPE_CHECKING:
    from kiosk.storage.drive import Drive

PROGRAM = "python -m kiosk"
BUG = 1

_LATER = (("import",), ("review",), ("pin",))
"""Commands of the contract that a later version brings."""

_Options = argparse.Namespace


def main(argv: Sequence[str]) -> int:
    """Run one command and return its exit status. Whatever happens, no traceback is shown."""
    try:
        with console.stopped_by_signals():
            return _run(argv)
    except console.Stopped as stopped:
        sentence, status = _("Stopped before it was done."), stopped.status
    except KioskError as problem:
        sentence, status = str(problem), problem.exit_status
    except Exception as bug:  # the last line of defence
        sentence = _("This is a fault of the program, not yours. Please pass it on: {what}")
        sentence, status = sentence.format(what=logs.describe(bug)), BUG
    console.complain(sentence)
    return status


def _run(argv: Sequence[str]) -> int:
    for later in _LATER:
        if tuple(argv[: len(later)]) == later:
            raise _not_yet(" ".join(later))
    if argv and not argv[0].startswith("-") and argv[0] not in _COMMANDS:
        raise InputError(
            _("There is no command {word}.").format(word=console.quoted(argv[0])),
            _("Choose one of these: {known}.").format(known=", ".join(_COMMANDS)),
        )
    try:
        options = _parser().parse_args(argv)
    except SystemExit:  # --help was printed
        return 0
    command: Callable[[_Options], int] = options.command
    return command(options)


def _render(options: _Options) -> int:
    from datetime import date

    from kiosk import settings
    from kiosk.cli_render import Request, run

    request = Request(
        files=options.file,
        folder=options.to,
        template=options.template,
        formats=options.formats,
        paper=settings.load().paper if options.paper is None else options.paper,
        language=options.language,
        order=options.order,
        fit=options.fit,
        json=options.json,
        attach=options.attach,
        robot_view=options.robot_view,
    )
    run(request, date.today())
    return 0


def _templates(options: _Options) -> int:
    from kiosk import cli_templates

    if "check" in options:
        cli_templates.check(options.folder, json=options.json)
    else:
        cli_templates.tell(json=options.json)
    return 0


def _drives(options: _Options) -> int:
    from kiosk.storage.system import SystemDrives
    from kiosk.storage.udisks import available

    drives = SystemDrives().drives()
    if options.json:
        console.say_json([_row(drive) for drive in drives])
        return 0
    lines = [_line(drive) for drive in drives] or [_("No drive is plugged in.")]
    answers, about = available()
    console.say("\n".join(lines if answers else [*lines, about]))
    return 0


def _row(drive: Drive) -> dict[str, Any]:
    """Return a drive as the contract has it; sizes in bytes."""
    return {
        "device": drive.device,
        "label": drive.label,
        "size": drive.size,
        "free": drive.free,
        "mounted": drive.mounted,
        "usable": drive.usable,
        "why": drive.why,
    }


def _line(drive: Drive) -> str:
    name = f"{drive.label} ({drive.device})"
    if not drive.usable:
        return _("{drive} cannot be used. {why}").format(drive=name, why=drive.why)
    if drive.free is None:
        return _("{drive} can be used.").format(drive=name)
    return _("{drive} can be used: {free} MB free.").format(drive=name, free=drive.free // 1_000_000)


def _doctor(options: _Options) -> int:
    from kiosk import doctor

    doctor.run(json=options.json)
    return 0


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the words in one line, as every other problem is said."""

    def error(self, message: str) -> NoReturn:
        raise InputError(
            _("These words cannot be used: {what}.").format(what=message),
            _("See: {program} --help").format(program=self.prog),
        )


def _parser() -> _Parser:
    parser = _Parser(prog=PROGRAM, allow_abbrev=False, description=_("Makes resumes without the internet."))
    parser.epilog = _("Without a command, or with --drive DIR for practice, the screens open.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=_Parser)
    for name, (run, about) in _COMMANDS.items():
        command = commands.add_parser(name, help=_(about), description=_(about), allow_abbrev=False)
        command.set_defaults(command=run)
        command.add_argument("--json", action="store_true", help=_("Answer as JSON."))
        if name == "render":
            _add_render(command)
        elif name == "templates":
            _add_check(command)
    return parser


def _add_check(templates: argparse.ArgumentParser) -> None:
    words = templates.add_subparsers(metavar="check", parser_class=_Parser)
    about = _("Say whether a folder is a good look, line by line.")
    check = words.add_parser("check", help=about, description=about, allow_abbrev=False)
    check.add_argument("folder", metavar="DIR", help=_("The folder of the look."))
    check.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=_("Answer as JSON."))
    check.set_defaults(check=True)


def _add_render(render: argparse.ArgumentParser) -> None:
    render.add_argument("file", nargs="+", metavar="FILE", help=_("A resume in the JSON Resume format."))
    render.add_argument("--to", required=True, metavar="DIR", help=_("The folder to save in."))
    render.add_argument("--template", metavar="ID", help=_("The look; see the command templates."))
    render.add_argument(
        "--formats", default="pdf,docx,txt,json", metavar="LIST", help=_("Which files to make.")
    )
    render.add_argument("--paper", metavar="letter|a4", help=_("The paper of the page."))
    render.add_argument("--language", default="en", metavar="CODE", help=_("The language of the page."))
    orders = "by-date|skills-first|first-job"
    render.add_argument("--order", default="by-date", metavar=orders, help=_("What comes first."))
    render.add_argument("--fit", action="store_true", help=_("Make it one page, if it can be."))
    render.add_argument(
        "--attach", action="store_true", help=_("Put the resume as data into the PDF and the Word file.")
    )
    render.add_argument("--robot-view", action="store_true", help=_("Show the PDF as a machine reads it."))


def _not_yet(what: str) -> InputError:
    return InputError(
        _("This version does not have {what} yet.").format(what=what),
        _("Leave it out, or use a later version."),
    )


_COMMANDS: Mapping[str, tuple[Callable[[_Options], int], str]] = {
    "render": (_render, N_("Make the files of a resume and save them, read back and compared.")),
    "templates": (_templates, N_("Say which looks there are.")),
    "drives": (_drives, N_("Say which thumb drives there are, and why others cannot be used.")),
    "doctor": (_doctor, N_("Say whether this computer is ready, and what to do if not.")),
}
