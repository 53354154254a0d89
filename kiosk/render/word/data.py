"""A file of data inside a Word file, as a custom XML part (ECMA-376 part 1, 15.2.5 and 15.2.6), and back.

Word, LibreOffice and python-docx keep such a part when they save. The data stands in it as text, under a name
of our own that says nothing of the program. What is read may come from anybody: ZIP and XML at their worst.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

NAMESPACE: Final = "urn:uuid:5498c48f-4440-42f9-b43a-0571bb4a2745"
"""Ours, for good: files on people's drives have it. Its element `json` holds a JSON file as text."""

TYPES: Final = "[Content_Types].xml"
LINKS: Final = "word/_rels/document.xml.rels"

_ITEM: Final = "customXml/item1.xml"
_PROPERTIES: Final = "customXml/itemProps1.xml"
_ITEM_LINKS: Final = "customXml/_rels/item1.xml.rels"
_ITEM_ID: Final = "{13BD099A-5FA7-4F7C-935C-0FF78054196D}"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
_STORE: Final = f"{_OFFICE}/customXml"
_PROPERTIES_TYPE: Final = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_IS_ITEM: Final = re.compile(r"/?customXml/[^/]+\.xml", re.IGNORECASE)
_MOST_PARTS: Final = 500
_MOST_ITEMS: Final = 20
_MOST_PACKED: Final = 100
"""To one. JSON packs five to one; what packs more says the same thing over and over and is no resume."""
_GROWS: Final = 6
_AROUND: Final = 2_000
"""A letter becomes six at most in XML (`&quot;`); then there is the element itself, in bytes."""
_DANGER: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)|\0")
"""Declarations can make a small part huge or name other files; zeros could hide them (UTF-16)."""


def put(parts: dict[str, Any], content: bytes) -> None:
    """Add a JSON file to the parts of a document, with what leads to it."""
    item = etree.Element(f"{{{NAMESPACE}}}json", nsmap={None: NAMESPACE})
    item.text = _NOT_XML.sub(_escaped, content.decode())
    properties = etree.Element(f"{{{_STORE}}}datastoreItem", nsmap={"ds": _STORE})
    properties.set(f"{{{_STORE}}}itemID", _ITEM_ID)
    schemas = etree.SubElement(properties, f"{{{_STORE}}}schemaRefs")
    etree.SubElement(schemas, f"{{{_STORE}}}schemaRef").set(f"{{{_STORE}}}uri", NAMESPACE)
    links = parts[LINKS]
    item_links = etree.Element(links.tag, nsmap=links.nsmap)
    _add(item_links, "Relationship", Id="rId1", Type=f"{_OFFICE}/relationships/customXmlProps")
    item_links[0].set("Target", "itemProps1.xml")
    _add(links, "Relationship", Id=f"rId{len(links) + 1}", Type=f"{_OFFICE}/relationships/customXml")
    links[-1].set("Target", f"../{_ITEM}")
    _add(parts[TYPES], "Override", PartName=f"/{_PROPERTIES}", ContentType=_PROPERTIES_TYPE)
    parts |= {_ITEM: item, _PROPERTIES: properties, _ITEM_LINKS: item_links}


def read(docx: bytes, most: int) -> bytes | None:
    """Return the JSON file inside a Word file; None when there is none of at most `most` bytes."""
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            return next(_found(archive, most), None)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError):
        return None  # broken, locked with a password, or packed in a way that Python does not know


def _add(parent: Any, tag: str, **attributes: str) -> None:
    etree.SubElement(parent, f"{{{parent.nsmap[None]}}}{tag}", attributes)


def _escaped(character: re.Match[str]) -> str:
    """Write what XML cannot hold as JSON does; outside of its strings, JSON has no such thing."""
    units = character[0].encode("utf-16-be").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def _found(archive: zipfile.ZipFile, most: int) -> Iterator[bytes]:
    parts = archive.infolist()
    if len(parts) > _MOST_PARTS:
        return
    items = [part for part in parts if _IS_ITEM.fullmatch(part.filename)]
    longest = _GROWS * most + _AROUND
    for part in items[:_MOST_ITEMS]:
        if part.file_size <= min(longest, _MOST_PACKED * max(part.compress_size, 1)):
            with archive.open(part) as file:
                text = _json_of(file.read(longest + 1))
            if text is not None and len(text) <= most:
                yield text


def _json_of(content: bytes) -> bytes | None:
    """Return what our element in a part says."""
    if _DANGER.search(content):
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        return None
    return (root.text or "").encode() if root.tag == f"{{{NAMESPACE}}}json" else None
