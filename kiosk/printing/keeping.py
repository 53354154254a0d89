"""What the print service keeps of a job once it is printed, as its cupsd.conf says.

Nobody who prints can ask for less: there is no option of a job for it, and `cancel -x` refuses a job that is
done (tried with CUPS 2.4.2). So `doctor` tells staff what to write there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

CUPSD_CONF = Path("/etc/cups/cupsd.conf")
_NO = frozenset({"no", "off", "false", "0"})
_SETTING = re.compile(r"^[ \t]*(\w+)[ \t]+(\S+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Kept:
    """Whether the pages, or the list of jobs, stay when a job is done. Both do for a while unless told."""

    files: bool
    history: bool


def kept(cupsd_conf: str) -> Kept:
    """Return what a cupsd.conf(5) keeps; the last of several lines counts, and case does not."""
    said = {name.lower(): value.lower() for name, value in _SETTING.findall(cupsd_conf)}
    history = said.get("preservejobhistory", "yes") not in _NO
    # Without its place in the list a job loses its pages, too.
    return Kept(files=history and said.get("preservejobfiles", "86400") not in _NO, history=history)


def kept_here(file: Path = CUPSD_CONF) -> Kept | None:
    """Return what the print service of this computer keeps; None where it has none, or we may not look."""
    try:
        return kept(file.read_text("utf-8", "replace"))
    except OSError:
        return None
