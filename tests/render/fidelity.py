"""Whether a Word file shows what the PDF shows: LibreOffice lays it out, each word is looked up in both."""

from __future__ import annotations

import re
import subprocess
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path

_TOKEN = re.compile(
    r'<page |<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
)
_MARKER = re.compile(r"[•◦▪–]|\d+\.")


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands: the page, its left end, the middle of its height, in points."""

    text: str
    page: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Difference:
    """How far two pages are apart: words that one lacks or has on another page, and distances in points."""

    words: int
    missing: tuple[str, ...]
    other_page: tuple[str, ...]
    x: float
    y: float


def by_libreoffice(files: Mapping[str, bytes], folder: Path) -> dict[str, Path]:
    """Lay out Word files; LibreOffice starts once for all of them."""
    sources = []
    for name, content in files.items():
        path = folder / f"{name}.docx"
        path.write_bytes(content)
        sources.append(str(path))
    office = ["soffice", f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless"]
    to_pdf = ["--convert-to", "pdf:writer_pdf_Export", "--outdir", str(folder)]
    subprocess.run([*office, *to_pdf, *sources], check=True, capture_output=True, timeout=900)
    return {name: folder / f"{name}.pdf" for name in files}


def words(pdf: Path) -> list[Word]:
    """Return the words of a PDF, in small letters, without the markers of lists."""
    told = subprocess.run(["pdftotext", "-bbox-layout", pdf, "-"], check=True, capture_output=True, text=True)
    found, page = [], -1
    for match in _TOKEN.finditer(told.stdout):
        if match[0].startswith("<page"):
            page += 1
        elif not _MARKER.fullmatch(text := unescape(match[5]).lower()):
            x, top, _right, bottom = (float(match[part]) for part in range(1, 5))
            found.append(Word(text, page, x, (top + bottom) / 2))
    return found


def difference(one: Sequence[Word], other: Sequence[Word]) -> Difference:
    """Compare two pages word by word: the first "and" of one with the first "and" of the other."""
    ours, theirs = _by_text(one), _by_text(other)
    missing: list[str] = []
    elsewhere: list[str] = []
    x = y = 0.0
    for text in ours.keys() | theirs.keys():
        if len(ours[text]) != len(theirs[text]):
            missing.append(text)
            continue
        for here, there in zip(ours[text], theirs[text], strict=True):
            if here.page != there.page:
                elsewhere.append(text)
            else:
                x, y = max(x, abs(here.x - there.x)), max(y, abs(here.y - there.y))
    return Difference(len(one), tuple(missing), tuple(elsewhere), x, y)


def _by_text(found: Sequence[Word]) -> dict[str, list[Word]]:
    groups: dict[str, list[Word]] = defaultdict(list)
    for word in sorted(found, key=lambda word: (word.page, round(word.y), word.x)):
        groups[word.text].append(word)
    return groups
