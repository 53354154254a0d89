"""The text of the page as QR codes, for a phone to read from the screen. The one door to segno.

A code holds whole lines, so that what one picture gives is of use by itself; put together in order they are
exactly the text. All codes of one text have the same size, so that the phone need not be moved in between.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast

import segno
from segno.consts import ERROR_LEVEL_M, SYMBOL_CAPACITY

from kiosk.flow.export import RENDER, RENDER_SECONDS
from kiosk.render.types import OutputFormat, Rendering, RenderJob
from kiosk.worker import Worker

QUIET = 4
"""Empty modules around a code (ISO/IEC 18004, 6.3.8)."""

SMALLEST_VERSION, LARGEST_VERSION = 10, 18
"""How large a code may be. The largest is 97 modules a side with its quiet zone: 5 pixels each on a 1366x768
screen, which phones read well. The smallest is for very large text, which leaves less room."""

_HEAD = 12 + 4 + 16
"""Bits before the text: the mark for UTF-8, the mode, and the length as it is from version 10 on."""


@dataclass(frozen=True, slots=True, repr=False)
class Code:
    """One code: the text in it, and its rows of modules without the quiet zone, 1 for dark."""

    text: str
    rows: tuple[bytes, ...]

    @property
    def side(self) -> int:
        """How many modules it is wide and high, quiet zone included."""
        return len(self.rows) + 2 * QUIET


def text_of(worker: Worker, job: RenderJob) -> str:
    """Return the page as text, as the TXT file has it; raises RenderError."""
    only_text = replace(job, formats=frozenset({OutputFormat.TXT}))
    rendering: Rendering = worker.submit(RENDER, only_text, timeout=RENDER_SECONDS).result()
    return rendering.documents[0].content.decode("utf-8")


def make(text: str, largest: int = LARGEST_VERSION) -> tuple[Code, ...]:
    """Return the codes that hold `text`, none when it is blank. Takes 100 ms a code.

    `largest` is the version that none of them may pass.
    """
    parts = split(text, capacity(largest)) if text.strip() else ()
    if not parts:
        return ()
    # Plain ASCII needs no mark, and then the oldest phones read it too.
    marked = not text.isascii()
    longest = max(parts, key=lambda part: len(part.encode()))
    version = int(_draw(longest, None, marked).version)
    return tuple(Code(part, tuple(map(bytes, _draw(part, version, marked).matrix))) for part in parts)


def version_for(side: int) -> int:
    """Return the largest version, within our limits, that is at most `side` modules wide with its edge."""
    return min(max((side - side_of(0)) // 4, SMALLEST_VERSION), LARGEST_VERSION)


def side_of(version: int) -> int:
    """Return how many modules wide a code of a version is, quiet zone included."""
    return 17 + 4 * version + 2 * QUIET


def capacity(version: int) -> int:
    """Return how many bytes of UTF-8 a code of a version holds at error correction M."""
    bits = cast(dict[int, int], SYMBOL_CAPACITY[version])[ERROR_LEVEL_M]
    return (bits - _HEAD) // 8


def split(text: str, most: int) -> tuple[str, ...]:
    """Cut `text` into as few parts of at most `most` bytes as there can be, all about as long.

    Only a line that is longer than that is cut, between words where there are any.
    """
    pieces = [piece for line in text.splitlines(keepends=True) for piece in _cut(line, most)]
    fewest = len(_packed(pieces, most))
    low, high = max((len(piece.encode()) for piece in pieces), default=0), most
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if len(_packed(pieces, middle)) <= fewest else (middle + 1, high)
    return tuple(_packed(pieces, high))


def _packed(pieces: list[str], most: int) -> list[str]:
    parts: list[str] = []
    room = 0
    for piece in pieces:
        size = len(piece.encode())
        if size > room:
            parts.append("")
            room = most
        parts[-1] += piece
        room -= size
    return parts


def _cut(line: str, most: int) -> Iterator[str]:
    while len(line.encode()) > most:
        head = line.encode()[:most].decode("utf-8", "ignore")
        cut = head.rfind(" ") + 1 or len(head)
        yield line[:cut]
        line = line[cut:]
    yield line


def _draw(text: str, version: int | None, marked: bool) -> segno.QRCode:
    return segno.make_qr(
        text, error="m", version=version, mode="byte", encoding="utf-8", eci=marked, boost_error=False
    )
