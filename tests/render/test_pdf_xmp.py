"""One PDF for archives, screen readers and machines, and the resume as a file inside it."""

from __future__ import annotations

import io
import re
import subprocess
import zlib
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pydyf
import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from laying import page

from kiosk.render.layout import LaidOut
from kiosk.render.pdf import Attachment, _take_back, _written
from kiosk.render.xmp import packet

UNCLEAR = b"\r\nendstream"
DAY = date(2026, 11, 22)
DATA = Attachment("resume.json", "application/json", '{"name": "Ána"}'.encode(), "The data", DAY)
DC = "{http://purl.org/dc/elements/1.1/}"
UA = "{http://www.aiim.org/pdfua/ns/id/}"
A = "{http://www.aiim.org/pdfa/ns/id/}"


@pytest.fixture
def laid(tmp_path: Path) -> LaidOut:
    body = "<h1>Ana Vale</h1><h2>Work</h2><p>Clerk</p><ul><li>One</li><li>Two</li></ul>"
    body += '<p><a href="https://example.org/">example.org</a></p>'
    return page(body, tmp_path, head='<meta name="author" content="Ana Vale">')


def opened(pdf: bytes) -> Any:
    return pypdf.PdfReader(io.BytesIO(pdf), strict=True)


def parsed(xml: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(xml)  # noqa: S314 - our own bytes


def root(pdf: bytes) -> Any:
    return opened(pdf).trailer["/Root"]


def metadata(pdf: bytes) -> ElementTree.Element:
    """Return the metadata as a program finds it that searches the file for the packet."""
    found = re.search(rb"<\?xpacket begin.*?\?>\s*(<x:xmpmeta.*?</x:xmpmeta>)", pdf, re.DOTALL)
    assert found
    return parsed(found[1])


def text_of(said: ElementTree.Element, tag: str) -> str:
    return "".join(text for one in said.iter(DC + tag) for text in one.itertext())


def outline(pdf: bytes, folder: Path) -> str:
    file = folder / "it.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(["pdfinfo", "-struct-text", file], capture_output=True, text=True, check=True)
    return done.stdout


def languages(pdf: bytes) -> list[str]:
    """Return the languages said beside words, in the order of the structure."""
    found = []

    def walk(node: Any) -> None:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, pypdf.generic.ArrayObject):
            for one in node:
                walk(one)
        elif isinstance(node, pypdf.generic.DictionaryObject):
            if "/Lang" in node:
                found.append(str(node["/Lang"]))
            walk(node.get("/K"))

    walk(root(pdf)["/StructTreeRoot"])
    return found


def named(one: Any) -> str:
    """Return an object in pypdf's words, without the reader that they name too."""
    return re.sub(r"(IndirectObject\(\d+, \d+), \d+", r"\1", repr(one))


def written(reader: Any, number: int) -> tuple[str, bytes]:
    one = reader.get_object(number)
    return named(one), getattr(one, "_data", b"")


class TestWhatTheFileSaysOfItself:
    def test_both_standards_in_plain_sight(self, laid: LaidOut) -> None:
        said = metadata(laid.pdf())
        parts = {mark.tag: mark.text for mark in said.iter() if mark.tag.startswith((UA, A))}
        assert parts == {f"{UA}part": "1", f"{A}part": "3", f"{A}conformance": "A"}

    def test_title_author_and_language(self, laid: LaidOut) -> None:
        said = metadata(laid.pdf())
        texts = {tag: text_of(said, tag) for tag in ("title", "creator", "language")}
        assert texts == {"title": "Ana Vale – Resume", "creator": "Ana Vale", "language": "en"}
        assert root(laid.pdf())["/Lang"] == "en"

    def test_nothing_about_the_program_that_made_it(self, laid: LaidOut) -> None:
        reader = opened(laid.pdf(DATA))
        assert dict(reader.metadata or {}) == {"/Title": "Ana Vale – Resume", "/Author": "Ana Vale"}
        told = b"".join(
            one.get_data() if isinstance(one, pypdf.generic.StreamObject) else repr(one).encode()
            for one in map(reader.get_object, range(1, reader.trailer["/Size"]))
            if one is not None and "/FontFile2" not in str(one) and "/Length1" not in str(one)
        )
        assert b"kiosk" not in told.lower()
        assert b"weasyprint" not in told.lower()
        assert b"pydyf" not in told.lower()

    def test_dates_only_where_the_page_has_them(self, tmp_path: Path) -> None:
        assert b"Date" not in page("<p>x</p>", tmp_path).pdf()
        head = '<meta name="dcterms.created" content="2026-11-22T10:00:00Z">'
        pdf = page("<p>x</p>", tmp_path, head=head).pdf()
        assert b"<xmp:CreateDate>2026-11-22T10:00:00Z</xmp:CreateDate>" in pdf
        assert (opened(pdf).metadata or {})["/CreationDate"] == "D:20261122100000Z"

    def test_several_authors_are_one_text_in_both_places(self, tmp_path: Path) -> None:
        head = '<meta name="author" content="Ana"><meta name="author" content="Bo">'
        pdf = page("<p>x</p>", tmp_path, head=head).pdf()
        assert b"<rdf:Seq><rdf:li>Ana, Bo</rdf:li></rdf:Seq>" in pdf
        assert (opened(pdf).metadata or {})["/Author"] == "Ana, Bo"

    def test_colours_have_a_meaning(self, laid: LaidOut) -> None:
        [intent] = root(laid.pdf())["/OutputIntents"]
        assert intent["/S"] == "/GTS_PDFA1"
        assert intent["/DestOutputProfile"]["/N"] == 3

    @given(title=st.text(max_size=30), author=st.text(max_size=30))
    def test_whatever_the_texts_it_is_xml_and_says_them(self, title: str, author: str) -> None:
        said = parsed(packet(title, [author], "en").split(b"?>", 1)[1].rsplit(b"<?", 1)[0])
        kept = text_of(said, "title")
        lost = set(title) - set(kept) - {"\r"}  # XML reads every end of a line as \n
        assert all(not char.isprintable() for char in lost)


class TestStructure:
    def test_headings_lists_and_links(self, laid: LaidOut, tmp_path: Path) -> None:
        told = outline(laid.pdf(), tmp_path)
        assert re.findall(r"\b(H1|H2|L|LI|LBody|Link)\b", told) == [
            "H1",
            "H2",
            "L",
            *["LI", "LBody"] * 2,
            "Link",
        ]
        assert re.findall(r'"(.+?)"', told)[:3] == ["Ana Vale", "Work", "Clerk"]
        [note] = opened(laid.pdf()).pages[0]["/Annots"]
        assert note.get_object()["/Contents"] == "https://example.org/"
        assert note.get_object()["/F"] == 4  # printed

    def test_words_in_another_language_say_so(self, tmp_path: Path) -> None:
        body = (
            '<h1>Ana</h1><p>plain <span lang="es">hola</span> <b lang="en">same</b></p>'
            '<p lang="ar">مرحبا</p><p style="break-before: page" lang="fr">oui</p>'
            '<p><a lang="de" href="https://example.org/">hier</a></p>'
        )
        assert languages(page(body, tmp_path).pdf()) == ["es", "ar", "fr", "de"]

    def test_nothing_is_said_where_it_is_the_page_s_own(self, laid: LaidOut) -> None:
        assert languages(laid.pdf()) == []


class TestAttachment:
    def test_is_there_as_the_source_of_the_page(self, laid: LaidOut) -> None:
        pdf = laid.pdf(DATA)
        assert opened(pdf).attachments == {"resume.json": [DATA.content]}
        [file] = root(pdf)["/AF"]
        file = file.get_object()
        assert (file["/AFRelationship"], file["/Desc"], file["/UF"]) == ("/Source", "The data", "resume.json")
        stream = file["/EF"]["/F"]
        assert stream["/Subtype"] == "/application/json"
        assert stream["/Params"]["/Size"] == len(DATA.content)
        assert stream["/Params"]["/ModDate"] == "D:20261122"

    def test_all_else_is_as_without(self, laid: LaidOut) -> None:
        plain, attached = opened(laid.pdf()), opened(laid.pdf(DATA))
        end = plain.trailer["/Size"]
        changed = [n for n in range(1, end) if written(plain, n) != written(attached, n)]
        # Title and author come last, behind the attachment; then come the packed objects and their table.
        about = plain.trailer.raw_get("/Info").idnum
        catalogue = plain.trailer.raw_get("/Root").idnum
        assert changed == [catalogue, *range(about, end)]
        assert plain.trailer["/Info"] == attached.trailer["/Info"]
        before, after = dict(plain.trailer["/Root"]), dict(attached.trailer["/Root"])
        assert [named(before[key]) for key in before] == [named(after[key]) for key in before]

    def test_leaves_the_plain_file_and_the_next_one_alone(self, laid: LaidOut) -> None:
        plain, first = laid.pdf(), laid.pdf(DATA)
        other = laid.pdf(Attachment("other.txt", "text/plain", b"x", "", DAY))
        assert opened(other).attachments == {"other.txt": [b"x"]}
        assert (laid.pdf(), laid.pdf(DATA)) == (plain, first)

    def test_names_of_places_in_the_page_stay(self, tmp_path: Path) -> None:
        laid = page('<p id="a">x</p><p><a href="#a">up</a></p>', tmp_path)
        names = root(laid.pdf(DATA))["/Names"]
        assert set(names) == {"/Dests", "/EmbeddedFiles"}

    def test_equal_pages_and_files_make_equal_bytes(self, tmp_path: Path) -> None:
        first, second = (page("<h1>Ana</h1>", tmp_path).pdf(DATA) for _ in range(2))
        assert first == second


class TestEndsOfWhatIsPacked:
    """A carriage return there would be a fault for archives: it comes up in one file of thirty."""

    def test_no_file_has_one_before_the_end_of_its_line(self) -> None:
        found = 0
        for number in range(300):
            pdf = pydyf.PDF()
            for part in range(4):
                pdf.add_object(pydyf.Stream(["~" * number * part], compress=True))
            count = len(pdf.objects)
            plain = io.BytesIO()
            pdf.write(plain, version="1.7", identifier=True, compress=True)
            found += UNCLEAR in plain.getvalue()
            _take_back(pdf, count)
            content = _written(pdf)
            assert UNCLEAR not in content
            assert (content == plain.getvalue()) == (UNCLEAR not in plain.getvalue())
        assert found

    @pytest.mark.slow
    def test_real_pages_and_their_attachments_are_whole(self, tmp_path: Path) -> None:
        for number in range(40):
            laid = page(f"<p>{number}</p>", tmp_path)
            data = Attachment("a.json", "application/json", f"[{number}]\n".encode(), "", DAY)
            for pdf in (laid.pdf(), laid.pdf(data)):
                assert UNCLEAR not in pdf
                assert opened(pdf).pages[0].extract_text() == str(number)
            assert opened(laid.pdf(data)).attachments == {"a.json": [data.content]}

    def test_an_attachment_keeps_its_bytes(self) -> None:
        pdf = pydyf.PDF()
        content = next(text for n in range(99_999) if zlib.compress(text := b"%d" % n, 9).endswith(b"\r"))
        pdf.add_object(pydyf.Stream([content], {"Type": "/EmbeddedFile"}, compress=True))
        assert content in _written(pdf)
