"""What makes a page a PDF for archives, screen readers and machines: PDF/A-3a and PDF/UA-1 in one file.

WeasyPrint writes one of the two at a time, names itself, packs what the file says of itself where archives
want it plain, and leaves the language of words out. So it is given our own metadata, watched while it
paints, and its objects are completed before they are written: nothing is parsed a second time. They are
objects of pydyf, WeasyPrint's own library; this is its one door. Equal pages and files give equal bytes.

Standards: ISO 32000-1 (PDF 1.7), ISO 14289-1 (UA-1), ISO 19005-3 (A-3), ISO 16684-1 (XMP).
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache, partial
from importlib.resources import files
from typing import Any, Final

import pydyf

from kiosk.render import lettering
from kiosk.render.xmp import packet

VARIANT: Final = "pdf/a-3a"
"""What WeasyPrint is asked for; the rest of UA-1 is said in the metadata."""

_VERSION: Final = "1.7"


_UNCLEAR: Final = b"\r\nendstream"
_MOST_ATTEMPTS: Final = 20
"""Each works 99 times in 100."""


@dataclass(frozen=True, slots=True, repr=False)
class Attachment:
    """A file inside the PDF. `day` stands for when it was last changed: the standard wants one."""

    name: str
    kind: str
    content: bytes
    description: str
    day: date


@dataclass(slots=True)
class _Colours:
    """What colours mean, in the place of WeasyPrint's own: these names are those that it reads.

    Its own leaves a file open, and comes out in other bytes once its name was read.
    """

    content: bytes
    name: str = "sRGB IEC61966-2.1"
    components: tuple[str, ...] = ("r", "g", "b")
    pdf_reference: bytes = b""


@lru_cache(maxsize=1)
def _profile() -> bytes:
    """Return the profile of sRGB that comes with WeasyPrint, by the International Color Consortium."""
    return (files("weasyprint.pdf") / "sRGB2014.icc").read_bytes()


@dataclass(slots=True)
class _About:
    """What the file says of itself, in the place of WeasyPrint's own: these names are those that it reads."""

    title: str | None
    authors: list[str]
    created: str | None
    modified: str | None
    lang: str | None
    description: None = None
    generator: None = None
    keywords: tuple[str, ...] = ()
    attachments: list[Any] = field(default_factory=list)
    xmp_metadata: list[bytes] = field(default_factory=list)

    def include_in_pdf(self, pdf: Any, *_variant: Any, **_compress: Any) -> None:
        """Write the metadata, never packed."""
        content = packet(self.title or "", self.authors, self.lang or "", self.created, self.modified)
        stream = pydyf.Stream([content], {"Type": "/Metadata", "Subtype": "/XML"}, compress=False)
        pdf.add_object(stream)
        pdf.catalog["Metadata"] = stream.reference


class Drawing:
    """A document drawn as PDF objects. Holds the person's words: keep it short."""

    def __init__(self, document: Any) -> None:
        """Draw a laid-out document of WeasyPrint, once: a second time its fonts would come out otherwise."""
        self._objects: Any = None
        self._count = 0
        self._foreign: list[dict[int, str]] = []
        self._prepare(document)
        # What colours mean is in the document already: an option that names nothing leaves it there.
        plain: bytes = document.write_pdf(pdf_variant=VARIANT, output_intent="", finisher=self._finish)
        _take_back(self._objects, self._count)
        if _UNCLEAR in plain:
            _add_blank(self._objects)
            plain = _written(self._objects)
        self.plain = plain
        """The file without an attachment."""

    def with_attachment(self, attachment: Attachment) -> bytes:
        """Return the same file with one more inside; all that is in the plain one is there unchanged."""
        _take_back(self._objects, self._count)
        _attach(self._objects, attachment)
        return _written(self._objects)

    def _prepare(self, document: Any) -> None:
        about = document.metadata
        authors = [", ".join(about.authors)] if about.authors else []  # one text, in both places that say it
        document.metadata = _About(about.title, authors, about.created, about.modified, about.lang)
        document.color_profiles[document.output_intent] = _Colours(_profile())
        for page in document.pages:
            self._foreign.append({})
            page.paint = partial(_paint, page, page.paint, self._foreign[-1], about.lang)

    def _finish(self, _document: Any, pdf: Any) -> None:
        """Complete the objects, just before they are written."""
        del pdf.info["Producer"]
        _put_languages(pdf, self._foreign)
        self._objects, self._count = pdf, len(pdf.objects)


def _paint(
    page: Any, paint: Any, foreign: dict[int, str], language: str | None, stream: Any, scale: float = 1
) -> None:
    """Paint a page, and note which of its words, by their number, are in another language than the page."""
    texts = lettering.note(page._page_box, stream)  # noqa: SLF001 - has no public name
    paint(stream, scale)
    told: dict[int, str] = {}
    for box, mark in (stream._tags or {}).items():  # noqa: SLF001 - has no public name
        spoken = box.style["lang"]
        if spoken and spoken != language:
            foreign[mark["mcid"]] = spoken
        if box in texts:
            told[mark["mcid"]] = texts[box]
    _put_texts(stream, told)


def _put_texts(stream: Any, texts: dict[int, str]) -> None:
    """Write texts where their glyphs are drawn, for machines that would misread those."""
    for part in stream.stream if texts else ():
        if isinstance(part, pydyf.Dictionary) and part.get("MCID") in texts:
            part["ActualText"] = pydyf.String(texts[part["MCID"]])


def _put_languages(pdf: Any, foreign: list[dict[int, str]]) -> None:
    """Write the language of words beside them; the parent tree leads from their numbers to their places."""
    root = _at(pdf, pdf.catalog["StructTreeRoot"])
    numbers = _at(pdf, root["ParentTree"])["Nums"]
    for page, languages in enumerate(foreign):
        for number, language in languages.items():
            _at(pdf, numbers[2 * page + 1][number])["Lang"] = pydyf.String(language)


def _written(pdf: Any) -> bytes:
    """Return the file of these objects: written again with a blank more while two bytes fall together badly.

    What is packed may end with a carriage return. Nobody can tell whether it belongs to the line feed that
    follows, and archives refuse that (ISO 19005-3, 6.1.7.1).
    """
    count, content = len(pdf.objects), b""
    for _attempt in range(_MOST_ATTEMPTS):
        file = io.BytesIO()
        pdf.write(file, version=_VERSION, identifier=True, compress=True)
        content = file.getvalue()
        _take_back(pdf, count)
        if _UNCLEAR not in content:
            break
        _add_blank(pdf)
    return content


def _take_back(pdf: Any, count: int) -> None:
    """Forget what writing added to the objects, so that they can be written again."""
    del pdf.objects[count:]
    pdf.current_position = 0


def _add_blank(pdf: Any) -> None:
    """Change the end of everything packed that ends badly, and nothing that anybody reads.

    The tables that are packed at last change with the catalogue: this is how pages are shown anyway.
    """
    for one in pdf.objects:
        if isinstance(one, pydyf.Stream) and one.compress and one.data.endswith(_UNCLEAR):
            if one.extra.get("Type") == "/EmbeddedFile":
                one.compress = False  # its bytes are the patron's
                continue
            one.stream.append(b"")
            if "Length1" in one.extra:
                one.extra["Length1"] += 1
    pdf.catalog["PageMode"] = pdf.catalog.get("PageMode", "/UseNone") + " "


def _at(pdf: Any, reference: bytes) -> Any:
    """Return the object that a reference such as `12 0 R` means."""
    return pdf.objects[int(reference.split()[0])]


def _attach(pdf: Any, attachment: Attachment) -> None:
    """Add a file, as the source that the page was made from (ISO 32000-1, 7.11; ISO 19005-3, annex E)."""
    day = pydyf.String(f"D:{attachment.day:%Y%m%d}")
    digest = hashlib.md5(attachment.content, usedforsecurity=False).hexdigest()  # the standard wants this one
    about = {"Size": len(attachment.content), "CheckSum": f"<{digest}>", "ModDate": day}
    extra = {
        "Type": "/EmbeddedFile",
        "Subtype": f"/{attachment.kind.replace('/', '#2f')}",
        "Params": pydyf.Dictionary(about),
    }
    stream = pydyf.Stream([attachment.content], extra, compress=True)
    pdf.add_object(stream)
    name = pydyf.String(attachment.name)
    file = pydyf.Dictionary(
        {
            "Type": "/Filespec",
            "F": name,
            "UF": name,
            "EF": pydyf.Dictionary({"F": stream.reference, "UF": stream.reference}),
            "Desc": pydyf.String(attachment.description),
            "AFRelationship": "/Source",
        }
    )
    pdf.add_object(file)
    files = pydyf.Dictionary({"Names": pydyf.Array([name, file.reference])})
    pdf.add_object(files)
    pdf.catalog["Names"] = pydyf.Dictionary(pdf.catalog.get("Names", {}) | {"EmbeddedFiles": files.reference})
    pdf.catalog["AF"] = pydyf.Array([file.reference])
