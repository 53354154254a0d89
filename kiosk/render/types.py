"""What goes into a rendering and what comes out: plain data, safe to import anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from kiosk.resume.model import Resume
from kiosk.resume.notices import Notice as Notice


class OutputFormat(StrEnum):
    """The four files of one save; the value is the file's ending."""

    PDF = "pdf"
    DOCX = "docx"
    TXT = "txt"
    JSON = "json"


class Paper(StrEnum):
    """The paper of the page; the value is CSS's name for it."""

    LETTER = "letter"
    A4 = "a4"


class Order(StrEnum):
    """What comes first on the page. All of them show dates."""

    BY_DATE = "by-date"
    SKILLS_FIRST = "skills-first"
    FIRST_JOB = "first-job"


class TextSize(StrEnum):
    """How large the letters are that the person chose."""

    REGULAR = "regular"
    LARGE = "large"
    LARGEST = "largest"


class Density(IntEnum):
    """How full a page is."""

    SHORT = 1
    NORMAL = 2
    FULL = 3


ALL_FORMATS = frozenset(OutputFormat)


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class RenderJob:
    """All that decides what a document looks like. Equal jobs make equal documents.

    `template` is the id of a template; `language` the language of the page (not of the screen); `today` fixes
    what depends on the day; `picture_width` asks for pictures of the pages, so many pixels wide. `accent` is
    the id of a colour, "" for the look's own. With `fit` the page is made tighter until it is one, if it can
    be. `attach` puts what is printed as data into the PDF and the Word file, so that they can be opened
    again.
    """

    resume: Resume
    template: str
    today: date
    paper: Paper = Paper.LETTER
    language: str = "en"
    order: Order = Order.BY_DATE
    size: TextSize = TextSize.REGULAR
    accent: str = ""
    fit: bool = False
    formats: frozenset[OutputFormat] = ALL_FORMATS
    picture_width: int | None = None
    attach: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Document:
    """One finished file. `pages` is None where a format has none."""

    format: OutputFormat
    content: bytes
    pages: int | None


@dataclass(frozen=True, slots=True, repr=False)
class PageImage:
    """A picture of one page: `pixels` are rows of `width` * 4 bytes, B, G, R, unused (Format_RGB32)."""

    width: int
    height: int
    pixels: bytes


@dataclass(frozen=True, slots=True, repr=False)
class LayoutFacts:
    """What only the layout knows: the number of pages, the words of the PDF as a machine reads them, and with
    `fit` what is not on the first page.

    `spills` are the texts that did not go onto one page, each a heading, a line or a paragraph.
    """

    pages: int
    text: str
    spills: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Rendering:
    """What came of one RenderJob: everything from the same layout."""

    documents: tuple[Document, ...]
    pictures: tuple[PageImage, ...]
    facts: LayoutFacts
    notices: tuple[Notice, ...]
