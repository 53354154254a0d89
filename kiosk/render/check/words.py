"""Whether every word of a sample is in every file, and in one order."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import unescape
from typing import Final

from kiosk.i18n import _
from kiosk.render.catalogue import PAGE
from kiosk.render.check.findings import Finding, must, short
from kiosk.render.tidy import tidy
from kiosk.resume.model import Resume, Work

_WORD_TEXT: Final = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|(<w:p[ >])")
_INVISIBLE: Final = dict.fromkeys(
    map(ord, "\u00ad\u200b\u200e\u200f\u2060\u2066\u2067\u2068\u2069\ufeff\ufffe\x02")
)


def lost(resume: Resume, files: Mapping[str, str], sample: str) -> Iterator[Finding]:
    """Yield each kind of text (work.highlights) that a file lacks. `files` are their texts by name."""
    closed = {name: closed_up(text) for name, text in files.items()}
    for where, text in _texts(resume):
        missing = [name for name, content in closed.items() if closed_up(text) not in content]
        if missing:
            key = re.sub(r"\[\d+\]", "", where)
            message = _("{key} is not printed: “{text}” of the sample {sample} is not in {files}.")
            message = message.format(key=key, text=short(text[:40]), sample=sample, files=", ".join(missing))
            remedy = _("Print it, or look in style.css for what hides it.")
            yield must("lost-text", PAGE, None, message, remedy, about=key)


def out_of_order(blocks: Sequence[str], pdf: str, sample: str) -> Iterator[Finding]:
    """Yield the first paragraph that the PDF has elsewhere than the Word file. `blocks` are the latter's."""
    read, at = closed_up(pdf), 0
    for block in map(closed_up, blocks):
        if _is_mirrored(block):
            continue
        found = read.find(block, at)
        if found < 0 and block in read:
            message = _("Machines read “{text}” of the sample {sample} in another place than it has in Word.")
            message = message.format(text=short(block[:40]), sample=sample)
            remedy = _("Let the parts follow each other from top to bottom.")
            yield must("order", PAGE, None, message, remedy, about="order")
            return
        at = found + len(block) if found >= 0 else at


def dates_first(
    jobs: Sequence[Sequence[Work]], span: Callable[..., str], pdf: str, sample: str
) -> Iterator[Finding]:
    """Yield the first job whose date is read before its employer. `jobs` are in groups of one employer."""
    read, at = closed_up(pdf), 0
    for first, *_others in jobs:
        date = closed_up(span(first.start_date, first.end_date))
        employer = closed_up(first.name)
        title = read.find(closed_up(first.position), at) if first.position else at
        if not date or not employer or title < 0:
            continue
        when, who = read.find(date, at), read.find(employer, at)
        if 0 <= when < who:
            message = _("The date of a job is read before its employer ({employer}, sample {sample}).")
            message = message.format(employer=short(first.name), sample=sample)
            remedy = _("Put them in this order: title, employer, date, lines.")
            yield must("date-first", PAGE, None, message, remedy, about="date")
            return
        at = max(title, who, when, at)


def of_docx(content: bytes) -> str:
    """Return the text of a Word file, a line for each paragraph."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        document = parts.read("word/document.xml").decode("utf-8")
    return "".join(unescape(it[1]) if it[2] is None else "\n" for it in _WORD_TEXT.finditer(document))


def closed_up(text: str) -> str:
    """Return a text as it is compared: without blanks, which lines break at, and without case."""
    text = unicodedata.normalize("NFKC", text).translate(_INVISIBLE)
    return "".join(text.split()).casefold()


def _texts(resume: Resume) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []

    def note(where: str, text: str) -> str:
        found.append((where, text))
        return text

    tidy(resume, note)
    return [(where, text) for where, text in found if text.strip()]


def _is_mirrored(text: str) -> bool:
    return any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)
