"""What a PDF says of itself, as XMP (ISO 16684-1): what it conforms to, its title, author and language.

No names of programs, no numbers that tell one copy from another. PDF/A wants every word of it defined, and
does not know PDF/UA's own; so the packet brings their definition along (ISO 19005-3, 6.6.2.3.3).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from typing import Final

_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_HEAD: Final = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
"""
_TAIL: Final = """\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of PDF/UA that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def packet(
    title: str, authors: Sequence[str], language: str, created: str | None = None, modified: str | None = None
) -> bytes:
    """Return the packet. Dates are W3C's (ISO 8601), and left out where None, as are empty texts."""
    said = [
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{_text(title)}</rdf:li></rdf:Alt></dc:title>',
        *(f"<dc:creator><rdf:Seq><rdf:li>{_text(it)}</rdf:li></rdf:Seq></dc:creator>" for it in authors),
        f"<dc:language><rdf:Bag><rdf:li>{_text(language)}</rdf:li></rdf:Bag></dc:language>"
        if language
        else "",
        f"<xmp:CreateDate>{_text(created)}</xmp:CreateDate>" if created else "",
        f"<xmp:ModifyDate>{_text(modified)}</xmp:ModifyDate>" if modified else "",
    ]
    return "".join((_HEAD, *(f"{line}\n" for line in said if line), _TAIL)).encode()


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("", text))
