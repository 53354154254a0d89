"""Opening a file that a person chose: never waits, and says in one sentence why it cannot."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from kiosk.errors import ResumeFileError
from kiosk.i18n import _
from kiosk.resume import clean, limits

_CHUNK = 1 << 20
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
"""A pipe without a writer opens at once; a terminal does not become ours."""

_UNDECODED = re.compile("[\ud800-\udfff]+")
"""How Python holds what is in no encoding that it knows."""


def shown(name: str) -> str:
    """Return a file's name as a sentence can hold it: on one line, without what a terminal would obey."""
    return clean.line(_UNDECODED.sub("\N{REPLACEMENT CHARACTER}", name)) or _("This file")


def read(path: Path) -> bytes:
    """Return the bytes of a file. Raises ResumeFileError.

    Refused are a folder, a pipe, a device, a socket, and what is missing, unreadable or over
    `limits.MAX_BYTES`.
    """
    file = shown(path.name or str(path))
    try:
        handle = os.open(path, _FLAGS)
        try:
            mode = os.fstat(handle).st_mode
            if not stat.S_ISREG(mode):
                raise _no_file(file, is_folder=stat.S_ISDIR(mode))
            data = _read_all(handle)
        finally:
            os.close(handle)
    except (FileNotFoundError, NotADirectoryError):
        raise _missing(file) from None
    except (OSError, ValueError):
        raise _closed(file) from None
    if len(data) > limits.MAX_BYTES:
        raise limits.too_large(file)
    return data


def _read_all(handle: int) -> bytes:
    """Read to the end, or one byte over the limit: the size that the system states is not to be trusted."""
    data = bytearray()
    while len(data) <= limits.MAX_BYTES and (
        chunk := os.read(handle, min(_CHUNK, limits.MAX_BYTES + 1 - len(data)))
    ):
        data += chunk
    return bytes(data)


def _missing(file: str) -> ResumeFileError:
    return ResumeFileError(
        _("There is no file named {file}.").format(file=file),
        _("Check the name, and that the drive is in the computer."),
    )


def _no_file(file: str, *, is_folder: bool) -> ResumeFileError:
    if is_folder:
        return ResumeFileError(
            _("{file} is a folder, not a file.").format(file=file),
            _("Open the folder and choose a file in it."),
        )
    return ResumeFileError(
        _("{file} is not a file that can be opened.").format(file=file), _("Choose another file.")
    )


def _closed(file: str) -> ResumeFileError:
    return ResumeFileError(
        _("{file} could not be opened.").format(file=file),
        _("Try another copy of it, or ask the staff for help."),
    )
