"""The page as plain text, to paste into the boxes of a web form.

Lines end with a line feed alone: web forms turn either kind into their own, and Notepad shows it since
Windows 10 (2018). Nothing is wrapped, because a box wraps by itself and would keep our breaks inside
sentences.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from kiosk.render.blocks import Block, Run, StyledText

_PLAIN: Final = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u00ad": None, "\u200b": None, "\t": ", "})
"""Letters that forms show as boxes or refuse: no-break spaces, soft hyphens. A tab stands before a date."""

_BULLET: Final = "- "


def write(styled: StyledText) -> str:
    """Return the words of the page in its order: headings after an empty line, bullets as "- "."""
    lines: list[str] = []
    headed = True
    for block in styled.blocks:
        heading = _is_heading(block)
        if heading and not headed:
            lines.append("")
        lines.extend(_lines(block))
        headed = heading
    return "".join(f"{line}\n" for line in lines)


def _is_heading(block: Block) -> bool:
    return block.role.startswith(("Title", "Heading"))


def _lines(block: Block) -> list[str]:
    text = "".join(_words(runs) for runs in _by_link(block.runs)).translate(_PLAIN)
    if _is_heading(block) and all(run.style.caps for run in block.runs):
        text = text.upper()
    first, *others = (line.rstrip() for line in text.split("\n"))
    if not block.marker:
        return [first, *others]
    mark = f"{block.marker} " if block.marker[0].isdigit() else _BULLET
    return [f"{mark}{first}", *(f"{' ' * len(mark)}{line}".rstrip() for line in others)]


def _by_link(runs: tuple[Run, ...]) -> list[list[Run]]:
    """Group the runs that belong to one link."""
    groups: list[list[Run]] = []
    for run in runs:
        if groups and run.href and groups[-1][-1].href == run.href:
            groups[-1].append(run)
        else:
            groups.append([run])
    return groups


def _words(runs: list[Run]) -> str:
    """Return the words of some runs, and where their link leads when the words do not say it."""
    text = "".join(run.text for run in runs)
    address = urlsplit(runs[0].href)
    place = f"{address.netloc}{address.path}".rstrip("/").removeprefix("www.")
    if address.scheme not in ("http", "https") or place.lower() in text.lower():
        return text
    return f"{text} ({runs[0].href})"
