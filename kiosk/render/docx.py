"""The page as a Word file: real styles, real lists, real links, and nothing that is not in the page.

Written straight as XML: the parts of an empty document are in `assets/docx`, and python-docx would only open
and close them (60 ms) without making anything here simpler. No names of programs, no thumbnail, no hidden
parts; equal pages give equal bytes. The standard is ECMA-376 (Office Open XML), transitional.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, Final

from lxml import etree

from kiosk import paths
from kiosk.render.blocks import StyledText
from kiosk.render.word import data, names
from kiosk.render.word.dealing import dealt_right
from kiosk.render.word.lists import Lists
from kiosk.render.word.measures import twips
from kiosk.render.word.runs import Links, RunWriter, printable
from kiosk.render.word.sheet import put_styles
from kiosk.render.word.styles import ParagraphStyle, Shape, character_styles, paragraph_styles, shapes
from kiosk.render.word.xml import add, put_shape, w

_FOLDER: Final = paths.ASSETS / "docx"
_DOCUMENT: Final = "word/document.xml"
_STYLES: Final = "word/styles.xml"
_NUMBERING: Final = "word/numbering.xml"
_FONTS: Final = "word/fontTable.xml"
_CORE: Final = "docProps/core.xml"
_PARTS: Final = (
    data.TYPES,
    "_rels/.rels",
    _DOCUMENT,
    data.LINKS,
    _STYLES,
    _NUMBERING,
    "word/settings.xml",
    _FONTS,
    "word/theme/theme1.xml",
    _CORE,
)
"""In the order of the file: readers look for the list of contents first."""

_LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)
_HEADER_DISTANCE: Final = 720
_MOST_LOWER: Final = 9.0
_DC: Final = "http://purl.org/dc/elements/1.1/"
_DCTERMS: Final = "http://purl.org/dc/terms/"
_XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"


def write(styled: StyledText, attached: bytes | None = None) -> bytes:
    """Return the page as DOCX, with a JSON file inside where one is given.

    Pure: equal pages give equal bytes.
    """
    parts = {name: etree.fromstring(content) for name, content in _base().items()}
    styled = replace(styled, blocks=tuple(dealt_right(styled.blocks)))
    found = shapes(styled.blocks)
    named = paragraph_styles(styled.blocks, found)
    marked = character_styles(styled.blocks, named)
    lists = Lists(parts[_NUMBERING])
    put_styles(parts[_STYLES], styled, named, marked, lists)
    writer = RunWriter(marked, Links(parts[data.LINKS]), styled.language)
    _put_document(parts[_DOCUMENT][0], styled, found, named, lists, writer)
    _put_fonts(parts[_FONTS], styled.body.families[0], parts[_STYLES], parts[_DOCUMENT])
    _put_properties(parts[_CORE], styled)
    if attached is not None:
        data.put(parts, attached)
    return _zipped(parts)


@lru_cache(maxsize=1)
def _base() -> dict[str, bytes]:
    """Return the parts of an empty document, without the spaces that make them readable."""
    parser = etree.XMLParser(remove_blank_text=True)
    return {name: etree.tostring(etree.parse(_FOLDER / name, parser)) for name in _PARTS}


def _put_document(
    body: Any,
    styled: StyledText,
    found: Sequence[Shape],
    named: Mapping[str, ParagraphStyle],
    lists: Lists,
    writer: RunWriter,
) -> None:
    for block, shape in zip(styled.blocks, found, strict=True):
        style = named[block.role]
        paragraph = add(body, "p")
        properties = add(paragraph, "pPr")
        add(properties, "pStyle", val=names.style_id(block.role))
        put_shape(properties, shape, style.shape, lists.exception(block, shape, style))
        writer.write(paragraph, block, style.letters)
    _put_section(body, styled)


def _put_section(body: Any, styled: StyledText) -> None:
    """Write paper and margins.

    Pages end a little lower than in the PDF, so that rounding does not push a last line over; half of what
    would let a line of the next page come up is safe on both sides.
    """
    page = styled.geometry
    lower = min(styled.slack / 2, _MOST_LOWER, page.bottom)
    section = add(body, "sectPr")
    add(section, "pgSz", w=twips(page.width), h=twips(page.height))
    add(
        section,
        "pgMar",
        top=twips(page.top),
        right=twips(page.right),
        bottom=twips(page.bottom - lower),
        left=twips(page.left),
        header=_HEADER_DISTANCE,
        footer=_HEADER_DISTANCE,
        gutter=0,
    )
    if styled.right_to_left:
        add(section, "bidi")


def _put_fonts(root: Any, own: str, *parts: Any) -> None:
    """Say what stands in for the fonts that are named in other parts, and that most computers do not have.

    `own` is the font of the page.
    """
    named = {name for part in parts for fonts in part.iter(w("rFonts")) for name in fonts.attrib.values()}
    for name in sorted(named):
        if instead := names.stand_in(name, own):
            add(add(root, "font", name=name), "altName", val=instead)


def _put_properties(root: Any, styled: StyledText) -> None:
    """Write what the file says of itself: title, author, language, and the day where the page says it."""
    for name, value in (
        (f"{{{_DC}}}title", styled.title),
        (f"{{{_DC}}}creator", styled.author),
        (f"{{{_DC}}}language", styled.language),
    ):
        if value:
            etree.SubElement(root, name).text = printable(value)
    if styled.created:
        moment = styled.created if "T" in styled.created else f"{styled.created}T00:00:00Z"
        for name in ("created", "modified"):
            element = etree.SubElement(root, f"{{{_DCTERMS}}}{name}")
            element.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
            element.text = moment


def _zipped(parts: Mapping[str, Any]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            content = etree.tostring(part, xml_declaration=True, encoding="UTF-8", standalone=True)
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return file.getvalue()
