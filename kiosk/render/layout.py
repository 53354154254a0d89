"""The one door to WeasyPrint: a page of HTML is laid out once, and everything else is read from that layout.

WeasyPrint is pinned exactly (pyproject.toml), because its boxes are read back for the Word file. Nothing is
ever fetched from outside the template's folder, and nothing by network: `TemplateFolder` is the only fetcher.
What WeasyPrint says in its log (characters that no font has, style lines it did not understand) is listened
to and becomes facts here; nothing of it reaches the log of the program, because it may quote the page.
"""

from __future__ import annotations

import logging
import mimetypes
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from weasyprint import CSS, HTML, Document
from weasyprint.css.counters import CounterStyle
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from kiosk.errors import TemplateError
from kiosk.i18n import _
from kiosk.render import fontmap, linking, marking
from kiosk.render.blocks import StyledText
from kiosk.render.listening import listening
from kiosk.render.looks import target
from kiosk.render.pdf import VARIANT, Attachment, Drawing
from kiosk.render.styled import read
from kiosk.render.survey import Box
from kiosk.render.types import Paper

_NO_GLYPH: Final = ".notdef glyph rendered"
_BROKEN_STYLE: Final = ("Parse error at", "Error: %s at", "Failed to load stylesheet")
_POSITION: Final = re.compile(r" at (\d+):\d+")
_READABLE_DATA: Final = re.compile(r"data:(image|font)/", re.IGNORECASE)


class TemplateFolder(URLFetcher):  # type: ignore[misc]  # WeasyPrint is untyped
    """Serves files of one folder, and pictures and fonts written into the page itself. Refuses all else."""

    def __init__(self, folder: Path) -> None:
        super().__init__(allowed_protocols=("file", "data"), allow_redirects=False)
        self._folder = folder.resolve()

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Return what `url` names. ValueError when it may not be read; WeasyPrint then goes on without it."""
        if _READABLE_DATA.match(url):
            return super().fetch(url, headers)
        parts = urlsplit(url)
        path = Path(unquote(parts.path)).resolve()
        if parts.scheme != "file" or parts.netloc or not path.is_relative_to(self._folder):
            raise ValueError("outside the template's folder")
        if not path.is_file():  # a pipe would be waited for
            raise ValueError("no file")
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})


@dataclass(frozen=True, slots=True)
class _Stamp:
    """A stylesheet as it was when it was parsed: another time or size means that it is parsed again."""

    path: Path
    modified: int
    size: int


@dataclass(frozen=True, slots=True)
class _Design:
    """Stylesheets, parsed once, with the fonts they loaded."""

    styles: tuple[CSS, ...]
    fonts: FontConfiguration
    counters: CounterStyle
    fetcher: TemplateFolder
    remarks: tuple[str, ...]


class LaidOut:
    """A page that was laid out, ready to be written in any format.

    Holds the person's words: keep it short.
    """

    def __init__(self, document: Document, html: HTML, folder: Path, remarks: tuple[str, ...]) -> None:
        self._document = document
        self._html = html
        self._folder = folder
        self._drawing: Drawing | None = None
        self._missing: frozenset[str] = frozenset()
        self._styled: StyledText | None = None
        self.pages: int = len(document.pages)
        self.remarks = remarks
        """What WeasyPrint did not understand, in its own English words, for the author of a template."""

    def pdf(self, attachment: Attachment | None = None) -> bytes:
        """Return the PDF. Equal layouts give equal bytes; it is drawn once, however often it is asked for."""
        if self._drawing is None:
            with listening() as heard, _blaming(self._folder):
                self._drawing = Drawing(self._document)
            self._missing = frozenset(
                _character(record) for record in heard if record.msg.startswith(_NO_GLYPH)
            )
        return self._drawing.with_attachment(attachment) if attachment else self._drawing.plain

    @property
    def sheets(self) -> Sequence[Box]:
        """The boxes of the pages, as `survey.py` reads them."""
        return [sheet._page_box for sheet in self._document.pages]  # noqa: SLF001 - has no public name

    @property
    def root(self) -> Element:
        """The element of the page that holds all others."""
        element: Element = self._html.etree_element
        return element

    @property
    def missing(self) -> frozenset[str]:
        """The characters that no font has: WeasyPrint finds them while it draws, so this draws the PDF."""
        self.pdf()
        return self._missing

    def styled(self) -> StyledText:
        """Return the laid-out page as paragraphs with styles, in reading order."""
        if self._styled is None:
            metadata = self._document.metadata
            with _blaming(self._folder):
                self._styled = read(
                    self.sheets,
                    self.root,
                    title=metadata.title or "",
                    author=", ".join(metadata.authors),
                    created=metadata.created or "",
                )
        return self._styled


def lay_out(
    html: str, *, folder: Path, stylesheets: Sequence[Path], paper: Paper, variables: str = ""
) -> LaidOut:
    """Lay out a page; `variables` are declarations of CSS that the style sheets refer to.

    TemplateError, naming file and line where known, when template or stylesheet is broken.
    """
    design = _design(folder, tuple(_stamp(path) for path in stylesheets))
    with listening() as heard, _blaming(folder):
        page = HTML(string=html, base_url=f"{folder}/", url_fetcher=design.fetcher)
        linking.link(page.etree_element)
        marking.mark(page.etree_element)
        document = page.render(
            font_config=design.fonts,
            counter_style=design.counters,
            stylesheets=[_variables(variables), *design.styles, _sheet(paper)],
            pdf_variant=VARIANT,
        )
    for sheet in document.pages:
        sheet.links = [link for link in sheet.links if link[0] == "internal" or target(link[1])]
    return LaidOut(document, page, folder, design.remarks + _remarks(heard, folder))


def _stamp(path: Path) -> _Stamp:
    try:
        status = path.stat()
    except OSError as problem:
        raise _broken(path) from problem
    return _Stamp(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=4)
def _design(folder: Path, stamps: tuple[_Stamp, ...]) -> _Design:
    """Parse the stylesheets of a template: about a tenth of the time of a page, so it is kept."""
    fonts, counters, fetcher = fontmap.configuration(), CounterStyle(), TemplateFolder(folder)
    styles: list[CSS] = []
    remarks: list[str] = []
    for stamp in stamps:
        with listening() as heard, _blaming(stamp.path):
            style = CSS(filename=stamp.path, url_fetcher=fetcher, font_config=fonts, counter_style=counters)
        remarks.extend(f"{stamp.path.name}: {remark}" for remark in _remarks(heard, stamp.path))
        styles.append(style)
    return _Design(tuple(styles), fonts, counters, fetcher, tuple(remarks))


@lru_cache(maxsize=16)
def _variables(declarations: str) -> CSS:
    return CSS(string=f":root {{ {declarations} }}")


@lru_cache(maxsize=len(Paper))
def _sheet(paper: Paper) -> CSS:
    """Return the size of the page, said last and with weight, so that no template can say otherwise.

    And no space above what begins a page, as in word processors: WeasyPrint else leaves some, not everywhere.
    """
    return CSS(string=f"@page {{ size: {paper.value} !important }} * {{ margin-break: discard }}")


def _remarks(heard: Sequence[logging.LogRecord], place: Path) -> tuple[str, ...]:
    """Return what was said about `place`; TemplateError when it says that a style sheet is broken."""
    for record in heard:
        if record.msg.startswith(_BROKEN_STYLE):
            raise _broken(place, record.getMessage())
    return tuple(record.getMessage() for record in heard)


def _character(record: logging.LogRecord) -> str:
    """Return the character that a remark about a missing one is about: the first of its arguments."""
    arguments = record.args
    return str(arguments[0]) if isinstance(arguments, tuple) else ""


@contextmanager
def _blaming(place: Path) -> Iterator[None]:
    """Turn whatever WeasyPrint raises into a TemplateError that names `place`.

    Running out of memory stays that.
    """
    try:
        yield
    except (MemoryError, TemplateError):
        raise
    except Exception as problem:
        raise _broken(place) from problem


def _broken(place: Path, said: str = "") -> TemplateError:
    line = _POSITION.search(said)
    message = (
        _("Line {line} of {file} cannot be understood.").format(line=line[1], file=place)
        if line
        else _("The look in {file} cannot be used.").format(file=place)
    )
    return TemplateError(message, _("Choose another look, or ask staff to mend this one."))
