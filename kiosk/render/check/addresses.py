"""Where an address in a look leads: nowhere but into its own folder."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from kiosk.i18n import _
from kiosk.render.check.findings import Finding, must, short

_SCRIPT: Final = re.compile(r"\s*(javascript|vbscript):", re.IGNORECASE)
_OWN_DATA: Final = re.compile(r"data:(image|font)/", re.IGNORECASE)


def judge(address: str, folder: Path, file: str, line: int) -> Finding | None:
    """Return what is wrong with an address that the page would read from, None when nothing is."""
    address = address.strip()
    if _SCRIPT.match(address):
        return script(file, line, address)
    if not address or address.startswith("#") or _OWN_DATA.match(address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return _network(file, line, address)
    if parts.netloc or parts.scheme not in ("", "file"):
        return _network(file, line, address)
    place = (folder / unquote(parts.path)).resolve()
    if parts.scheme or parts.path.startswith("/") or not place.is_relative_to(folder.resolve()):
        return must(
            "outside",
            file,
            line,
            _("“{address}” is outside the folder of the look.").format(address=short(address)),
            _("Copy the file into the folder, and write only its name."),
        )
    if not place.is_file():
        message = _("There is no file {name} in the folder.").format(name=short(parts.path))
        return must("no-such-file", file, line, message, _("Copy it there, or take this out."))
    return None


def script(file: str, line: int, what: str) -> Finding:
    """Return the finding for anything that would run."""
    message = _("“{what}” is a script. A page is paper: nothing in it may run.").format(what=short(what))
    return must("script", file, line, message, _("Take it out."))


def _network(file: str, line: int, address: str) -> Finding:
    message = _("“{address}” is an address on the internet. Nothing is ever fetched from there.")
    return must(
        "network",
        file,
        line,
        message.format(address=short(address)),
        _("Take it out, or copy the file into the folder and write its name."),
    )
