"""The files of a look's folder: listed without opening one, and read only when they are plain and small.

A folder from outside may hold links that lead out, pipes that never end, devices, or gigabytes.
"""

from __future__ import annotations

import difflib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.i18n import _
from kiosk.render.catalogue import ABOUT, ID, PAGE, STYLE
from kiosk.render.check.findings import Finding, must

NEEDED: Final = (ABOUT, PAGE, STYLE)
MOST_TEXT: Final = 200_000
"""Bytes of a file that we read; ours have at most 6000."""
MOST_OTHER: Final = 5_000_000
MOST_FILES: Final = 200
_READ: Final = (".j2", ".css", ".toml", ".html", ".svg")
_BOM: Final = "\ufeff"


@dataclass(frozen=True, slots=True)
class Listing:
    """What is in a folder. `files` are names from the folder on, of what may be opened.

    `safe` says whether the page may be made: nothing leads out, nothing is too large, nothing is missing.
    """

    files: tuple[str, ...]
    findings: tuple[Finding, ...]
    safe: bool


def listing(folder: Path) -> Listing:
    """Look at the folder without opening any file in it."""
    files: list[str] = []
    found: list[Finding] = []
    for count, path in enumerate(_walk(folder)):
        if count == MOST_FILES:
            found.append(_too_many())
            break
        problem = _problem(path, folder)
        if problem:
            found.append(problem)
        else:
            files.append(str(path.relative_to(folder)))
    known = {*files, *(it.file for it in found)}
    if "" not in known:
        found.extend(_missing(name, files) for name in NEEDED if name not in known)
    return Listing(tuple(sorted(files)), (*found, *_name(folder)), not found)


def is_read(file: str) -> bool:
    """Whether a file holds words that the check reads."""
    return file.endswith(_READ)


def text_of(folder: Path, file: str) -> str | Finding:
    """Return the text of a file, or what is wrong with it."""
    content = (folder / file).read_bytes()
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as problem:
        line = content.count(b"\n", 0, problem.start) + 1
        return _no_text(file, line)
    if "\0" in text:
        return _no_text(file, text.count("\n", 0, text.index("\0")) + 1)
    if text.startswith(_BOM):
        return must(
            "not-text",
            file,
            1,
            _("The file begins with a hidden mark (BOM)."),
            _("Save it as UTF-8 without BOM."),
        )
    return text


def _walk(folder: Path) -> Iterator[Path]:
    """Yield everything but folders and hidden things; links to folders are not followed."""
    waiting = [folder]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in sorted(entries, key=lambda it: it.name):
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(Path(entry.path))
                else:
                    yield Path(entry.path)


def _problem(path: Path, folder: Path) -> Finding | None:
    name = str(path.relative_to(folder))
    if not _within(path, folder):
        return must(
            "link-outside",
            name,
            None,
            _("This is a link to something outside the folder."),
            _("Copy the file itself into the folder."),
        )
    try:
        status = path.stat()
    except OSError:
        return must(
            "link-outside", name, None, _("This link leads nowhere."), _("Take it out of the folder.")
        )
    if not stat.S_ISREG(status.st_mode):
        return must("not-a-file", name, None, _("This is not a plain file."), _("Take it out of the folder."))
    most = MOST_TEXT if is_read(name) else MOST_OTHER
    if status.st_size > most:
        message = _("The file is too large: {size} KB, and {most} KB is the most.")
        message = message.format(size=status.st_size // 1000, most=most // 1000)
        return must("too-large", name, None, message, _("Make it smaller, or take it out of the folder."))
    return None if os.access(path, os.R_OK) else _closed(name)


def _within(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a link that leads to itself
        return True


def _closed(name: str) -> Finding:
    return must(
        "not-readable", name, None, _("The file may not be read."), _("Let everybody read it (chmod a+r).")
    )


def _too_many() -> Finding:
    message = _("There are more than {n} files here.").format(n=MOST_FILES)
    return must("too-large", "", None, message, _("Keep only the files of the look in its folder."))


def _missing(name: str, files: list[str]) -> Finding:
    message = _("The file is missing.")
    near = difflib.get_close_matches(name.lower(), [it.lower() for it in files], n=1, cutoff=0.7)
    if near:
        there = next(it for it in files if it.lower() == near[0])
        return must("file-missing", name, None, message, _("Rename {file} to it.").format(file=there))
    return must("file-missing", name, None, message, _("Copy it from the starter folder."))


def _no_text(file: str, line: int) -> Finding:
    return must("not-text", file, line, _("This is not plain text."), _("Save the file as UTF-8."))


def _name(folder: Path) -> Iterator[Finding]:
    if not ID.fullmatch(folder.resolve().name):
        yield must(
            "folder-name",
            "",
            None,
            _("The folder's name may have only a to z, 0 to 9 and hyphens."),
            _("Rename the folder, like this: our-look."),
        )
