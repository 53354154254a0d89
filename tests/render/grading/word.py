"""A Word file: valid, and made as a person who knows Word would have made it: with styles.

openxml-audit checks what the standard asks for; what it misses is checked here.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from lxml import etree
from openxml_audit import OpenXmlValidator

from kiosk.render.word.xml import w

from .items import Item, Tag
from .order import lost

STYLES: Final = {
    Tag.NAME: "title",
    Tag.SECTION: "heading 1",
    Tag.ENTRY: "heading 2",
    Tag.LINE: "list bullet",
}
"""The name of the style, in small letters, that an item must have."""

_WORDS_MAY_SAY: Final = frozenset({"rStyle", "lang", "rtl", "cs"})
"""What words say of themselves: their style and language. All else is a look, and belongs into a style."""

_TOGGLES: Final = frozenset(map(w, ("b", "bCs", "i", "iCs", "caps")))

_PLACE_SAYS: Final = frozenset({"keepNext", "keepLines", "pageBreakBefore", "bidi"})
"""What depends on where a paragraph stands, so that no style can say it: what it must not be torn from."""

_LAYOUT: Final = ("tbl", "txbxContent", "framePr", "drawing", "pict", "object", "sym")
_TOOLS: Final = re.compile(
    rb"python|weasyprint|libreoffice|openoffice|lxml|resume.?kiosk|generator|Application>", re.I
)
_CORE: Final = "docProps/core.xml"
_DC: Final = "{http://purl.org/dc/elements/1.1/}"
_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


@dataclass(frozen=True, slots=True)
class Direct:
    """Formatting at paragraphs and words: what a style could carry, and what only the place says."""

    for_a_style: tuple[str, ...]
    by_place: int


class WordFile:
    """A Word file, opened."""

    def __init__(self, docx: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            self.raw = {name: archive.read(name) for name in archive.namelist()}
        self._xml = {name: etree.fromstring(part) for name, part in self.raw.items() if name.endswith(".xml")}
        self.document, self.styles = self._xml["word/document.xml"], self._xml["word/styles.xml"]
        self.numbering, self.core = self._xml["word/numbering.xml"], self._xml[_CORE]
        self.names = {
            style.get(w("styleId")): style.find(w("name")).get(w("val")).lower()
            for style in self.styles.iter(w("style"))
        }

    def on(self, style_id: str) -> frozenset[str]:
        """Return what a paragraph's style has on that no style for words can put off (17.7.3)."""
        [style] = [each for each in self.styles.iter(w("style")) if each.get(w("styleId")) == style_id] or [
            None
        ]
        marks = [] if style is None else style.iterfind(f"{w('rPr')}/*")
        return frozenset(
            etree.QName(each).localname
            for each in marks
            if each.tag in _TOGGLES and each.get(w("val")) != "0"
        )

    @property
    def text(self) -> str:
        """All words, a line for each paragraph."""
        return "\n".join(_text(paragraph) for paragraph in self.document.iter(w("p")))

    def paragraphs(self) -> list[tuple[str, str]]:
        """Return each paragraph's style, by its name in small letters, and its text."""
        return [(self.names.get(_style_id(each), ""), _text(each)) for each in self.document.iter(w("p"))]


def _text(paragraph: Any) -> str:
    return "".join(
        "\t" if each.tag == w("tab") else each.text or "" for each in paragraph.iter(w("t"), w("tab"))
    )


def _style_id(paragraph: Any) -> str:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return "" if style is None else str(style.get(w("val")))


def audit(docx: bytes, folder: Path) -> list[str]:
    """Return what openxml-audit finds wrong."""
    path = folder / "audited.docx"
    path.write_bytes(docx)
    return [str(problem) for problem in OpenXmlValidator().validate(str(path)).errors]


def faults(file: WordFile) -> list[str]:
    """Return what nobody who knows Word would have made."""
    return [*_broken_numbers(file), *_layout(file), *_headings(file), *_about(file), *_maker(file)]


def _broken_numbers(file: WordFile) -> Iterator[str]:
    ids = Counter(each.get("id") for each in file.document.iter(_DRAWING))
    yield from (f"drawing {number} is there {count} times" for number, count in ids.items() if count > 1)
    lists = {each.get(w("numId")) for each in file.numbering.iter(w("num"))}
    used = {each.get(w("val")) for part in (file.document, file.styles) for each in part.iter(w("numId"))}
    yield from (f"list {number} is not defined" for number in sorted(used - lists))
    named = {each.get(w("val")) for tag in ("pStyle", "rStyle") for each in file.document.iter(w(tag))}
    yield from (f"style {style} is not defined" for style in sorted(named - set(file.names)))


def _layout(file: WordFile) -> Iterator[str]:
    for each in file.document.iter(*map(w, _LAYOUT)):
        yield f"{etree.QName(each).localname} in the text"
    yield from (
        f"{name} is a part of the page" for name in file.raw if re.search(r"/(header|footer)\d", name)
    )


def _headings(file: WordFile) -> Iterator[str]:
    for style in file.styles.iter(w("style")):
        name = style.find(w("name")).get(w("val")).lower()
        kept = style.find(f"{w('pPr')}/{w('keepNext')}")
        if name.startswith(("title", "heading ")) and (kept is None or kept.get(w("val")) in ("0", "false")):
            yield f"{name} may stand at the foot of a page"


def _about(file: WordFile) -> Iterator[str]:
    for name in ("title", "language"):
        if not file.core.findtext(f"{_DC}{name}"):
            yield f"no {name}"
    usual = file.styles.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}/{w('lang')}")
    if usual is None or not usual.get(w("val")):
        yield "no language of the words"


def _maker(file: WordFile) -> Iterator[str]:
    """Say where the file names the program that made it; the person's words and data may name anything."""
    for name, part in file.raw.items():
        if name.startswith("customXml/"):
            continue
        if name not in ("word/document.xml", "word/_rels/document.xml.rels", _CORE) and _TOOLS.search(part):
            yield f"{name} names a program"
    known = {f"{_DC}title", f"{_DC}creator", f"{_DC}language"}
    others = (each for each in file.core if each.tag not in known)
    yield from (
        f"{_CORE} says {etree.QName(each).localname}"
        for each in others
        if "dcterms" not in each.nsmap.get(each.prefix, "")
    )


def direct(file: WordFile) -> Direct:
    """Return what stands at paragraphs and words although a style is there for it."""
    members: dict[str, list[_Told]] = {}
    above = ""
    for paragraph in file.document.iter(w("p")):
        style = _style_id(paragraph)
        members.setdefault(style, []).append(_Told(above, frozenset(_said(paragraph))))
        above = style
    found: list[str] = []
    by_place = 0
    for style, told in members.items():
        for mark in sorted(frozenset().union(*(each.marks for each in told))):
            count = sum(mark in each.marks for each in told)
            if _a_style_could(mark, told):
                found += [f"{style or 'no style'}: {mark}"] * count
            else:
                by_place += count
    for paragraph in file.document.iter(w("p")):
        on = file.on(_style_id(paragraph))
        for each in paragraph.iterfind(f".//{w('r')}/{w('rPr')}/*"):
            look = etree.QName(each).localname
            if look in on and each.get(w("val")) == "0":
                by_place += 1
            elif look not in _WORDS_MAY_SAY:
                found.append(f"words: {look}")
    return Direct(tuple(found), by_place)


@dataclass(frozen=True, slots=True)
class _Told:
    """What a paragraph says of itself, and the style of the one above it."""

    above: str
    marks: frozenset[str]


def _said(paragraph: Any) -> Iterator[str]:
    """Give what a paragraph says of itself, as name and values; a distance says each of its sides.

    The distance above what begins a page is a matter of the page.
    """
    begins_page = paragraph.find(f"{w('pPr')}/{w('pageBreakBefore')}") is not None
    for each in paragraph.iterfind(f"{w('pPr')}/*"):
        name = etree.QName(each).localname
        if name == "spacing":
            for side, value in each.items():
                of_page = begins_page and etree.QName(side).localname == "before"
                yield f"{'pageBreakBefore' if of_page else name} {etree.QName(side).localname} {value}"
        elif name != "pStyle":
            yield " ".join([name, *each.values()])


def _a_style_could(mark: str, told: Sequence[_Told]) -> bool:
    """Whether a style could say it: all that is no matter of place, and a distance that most of a kind have.

    But not when the distance is that to a certain kind above: the first job stands closer to its heading. And
    a list may begin anew.
    """
    name, *values = mark.split()
    if name in _PLACE_SAYS:
        return False
    if name != "numPr" and not (name == "spacing" and values[0] in ("before", "after")):
        return True
    having = {each.above for each in told if mark in each.marks}
    others = {each.above for each in told if mark not in each.marks}
    if others and having.isdisjoint(others):
        return False
    return sum(mark in each.marks for each in told) > len(told) / 2


def unnamed(items: Sequence[Item], file: WordFile) -> list[str]:
    """Return those items that have not the style of their kind, and the paragraphs that have none."""
    paragraphs = file.paragraphs()
    found = [f"no style: {text}" for style, text in paragraphs if style in ("", "normal") and text.strip()]
    for tag, style in STYLES.items():
        texts = [item.text for item in items if item.tag is tag]
        found += [
            f"not {style}: {text}"
            for text in lost(texts, [text for name, text in paragraphs if name == style])
        ]
    return found
