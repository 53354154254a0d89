"""Pictures, text and files of a PDF: the one door to pypdfium2."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pypdfium2
from pypdfium2 import raw

from kiosk.render.types import PageImage

_WHITE = (255, 255, 255, 255)
_UPRIGHT = 0
_PLAIN = 0
_MOST_FILES = 20
_UNSEEN = dict.fromkeys((0x02, 0xAD, 0x200B, 0x2060, 0xFEFF, 0xFFFE))
"""Soft hyphens (0x02 and 0xFFFE are what PDFium makes of them), blanks and joiners without width."""


def pictures(pdf: bytes, width: int) -> tuple[PageImage, ...]:
    """Return a picture of every page, exactly `width` pixels wide and as high as the page's shape asks."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return tuple(_picture(page, width) for page in _pages(document))


def text(pdf: bytes) -> tuple[str, ...]:
    """Return the text of every page in the order of the file, as a machine reads it, line by line."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return tuple(_text(page) for page in _pages(document))


def attached(pdf: bytes, name: str, most: int) -> bytes | None:
    """Return the file of that name inside a PDF; None when there is none of at most `most` bytes."""
    try:
        with closing(pypdfium2.PdfDocument(pdf)) as document:
            for number in range(min(document.count_attachments(), _MOST_FILES)):
                file = document.get_attachment(number)
                if file.get_name() == name:
                    return _content(file, most)
    except (pypdfium2.PdfiumError, UnicodeDecodeError):
        pass  # no PDF, a locked one, or a file without a name or content
    return None


def _content(file: Any, most: int) -> bytes | None:
    size = ctypes.c_ulong()
    raw.FPDFAttachment_GetFile(file, None, 0, size)
    return bytes(file.get_data()) if 0 < size.value <= most else None


def _pages(document: Any) -> Iterator[Any]:
    for number in range(len(document)):
        with closing(document[number]) as page:
            yield page


def _picture(page: Any, width: int) -> PageImage:
    """Draw into a bitmap of our own size: pypdfium2 itself knows only scales, which round the width."""
    page_width, page_height = page.get_size()
    height = max(1, round(width * page_height / page_width))
    with closing(pypdfium2.PdfBitmap.new_native(width, height, raw.FPDFBitmap_BGRx)) as bitmap:
        bitmap.fill_rect(_WHITE, 0, 0, width, height)
        raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, _UPRIGHT, _PLAIN)
        return PageImage(width, height, bytes(bitmap.buffer))


def _text(page: Any) -> str:
    """Return the words of a page. What cannot be seen is left out: machines skip it, screens show boxes."""
    with closing(page.get_textpage()) as words:
        found = str(words.get_text_range()).translate(_UNSEEN)
    return "\n".join(filter(None, (" ".join(line.split()) for line in found.splitlines())))
