"""Seven programs that read the text of a PDF, as job systems and screen readers do."""

from __future__ import annotations

import io
import logging
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from typing import Final

import pdfplumber
import pypdf
import pypdfium2
from pdfminer.high_level import extract_text


def _pdftotext(*how: str) -> Callable[[bytes], str]:
    def read(pdf: bytes) -> str:
        done = subprocess.run(["pdftotext", *how, "-", "-"], input=pdf, capture_output=True, check=True)
        return done.stdout.decode()

    return read


def _pdfminer(pdf: bytes) -> str:
    with quiet("pdfminer"):
        return str(extract_text(io.BytesIO(pdf)))


def _pdfplumber(pdf: bytes) -> str:
    with quiet("pdfminer"), pdfplumber.open(io.BytesIO(pdf)) as document:
        return "\n".join(page.extract_text() for page in document.pages)


def _pypdfium2(pdf: bytes) -> str:
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return "\n".join(_text(document, number) for number in range(len(document)))


def _text(document: pypdfium2.PdfDocument, number: int) -> str:
    with closing(document[number]) as page, closing(page.get_textpage()) as words:
        return str(words.get_text_range())


def _pypdf(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


@contextmanager
def quiet(name: str) -> Iterator[None]:
    """Let a library keep to itself what it thinks of a font."""
    log = logging.getLogger(name)
    before = log.level
    log.setLevel(logging.ERROR)
    try:
        yield
    finally:
        log.setLevel(before)


READERS: Final[Mapping[str, Callable[[bytes], str]]] = {
    "pdftotext -raw": _pdftotext("-raw"),
    "pdftotext -layout": _pdftotext("-layout"),
    "pypdfium2": _pypdfium2,
    "pypdf": _pypdf,
    "pdfplumber": _pdfplumber,
    "pdftotext": _pdftotext(),
    "pdfminer": _pdfminer,
}
"""Each by its name, from the bytes of a PDF to its text."""

JUDGE_BY_GAPS: Final = frozenset({"pdftotext", "pdfminer"})
"""They take words at the right margin for a column of its own, whatever the order in the file."""
