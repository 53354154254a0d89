"""The Word file: whole, valid, and as a person would have made it with styles and lists."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import docx as reader
import pytest
from docx.shared import Pt
from hypothesis import given
from hypothesis import strategies as st
from laying import page, styled
from lxml import etree
from openxml_audit import OpenXmlValidator

from kiosk.render import docx
from kiosk.render.blocks import Block, BlockStyle, PageGeometry, Run, RunStyle, StyledText
from kiosk.render.types import Paper
from kiosk.render.word.xml import w

LOOK = RunStyle(("Carlito",), 10, bold=False, italic=False, color="000000")
RESUME = """
<h1>Ana Vale</h1><p class="contact">Tucson · <a href="mailto:ana@example.org">ana@example.org</a></p>
<h2>Work</h2>
<article><h3>Clerk</h3><p class="employer">Vale Shop</p>
<ul><li>Sold <b>things</b></li><li>Kept books</li></ul></article>
<article><h3>Cook</h3><p class="employer">Motor Inn</p><ul><li>Soup</li></ul></article>
<h2>School</h2><p>One</p><p lang="es">Dos</p><ol><li>a</li><li>b</li></ol><ol><li>c</li></ol>
<p class="row"><span>Left</span><span class="dates">Right</span></p>
"""
LOOKS = """
h1 { font: bold 20pt/24pt Caladea }
h2 { margin: 12pt 0 6pt; border-bottom: 1pt solid #123456; text-transform: uppercase }
h3 { margin-top: 9pt } h2 + article h3 { margin-top: 0 } .employer { font-style: italic; break-after: avoid }
ol li::before { content: counter(list-item) ". " }
.row { display: flex; justify-content: space-between } .dates { color: #555 }
"""


def write(body: str, folder: Path, css: str = "", **how: Any) -> bytes:
    return docx.write(styled(body, folder, css, **how))


def parts(file: bytes) -> dict[str, Any]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}


def assert_valid(file: bytes, folder: Path) -> None:
    """Check what Word checks when it opens a file, and what validators forget."""
    path = folder / "file.docx"
    path.write_bytes(file)
    assert [str(problem) for problem in OpenXmlValidator().validate(str(path)).errors] == []
    found = parts(file)
    document, styles, numbering = (found[f"word/{name}.xml"] for name in ("document", "styles", "numbering"))
    defined = [style.get(w("styleId")) for style in styles.iter(w("style"))]
    named = [style.find(w("name")).get(w("val")).lower() for style in styles.iter(w("style"))]
    assert len(set(defined)) == len(defined)
    assert len(set(named)) == len(named)
    used = {each.get(w("val")) for tag in ("pStyle", "rStyle") for each in document.iter(w(tag))}
    assert used | {each.get(w("val")) for each in styles.iter(w("basedOn"), w("next"))} <= set(defined)
    lists = {number.get(w("numId")) for number in numbering.iter(w("num"))}
    assert {each.get(w("val")) for part in (document, styles) for each in part.iter(w("numId"))} <= lists
    assert list(document.iter(w("tbl"), w("drawing"), w("pict"), w("framePr"), w("object"))) == []


def test_it_is_valid_and_python_docx_reads_it(tmp_path: Path) -> None:
    file = write(RESUME, tmp_path, LOOKS)
    assert_valid(file, tmp_path)
    found = reader.Document(io.BytesIO(file))
    assert [(each.style.name, each.text) for each in found.paragraphs if each.style] == [
        ("Title", "Ana Vale"),
        ("Contact", "Tucson · ana@example.org"),
        ("Heading 1", "Work"),
        ("Heading 2", "Clerk"),
        ("Employer", "Vale Shop"),
        ("List Bullet", "Sold things"),
        ("List Bullet", "Kept books"),
        ("Heading 2", "Cook"),
        ("Employer", "Motor Inn"),
        ("List Bullet", "Soup"),
        ("Heading 1", "School"),
        ("Body Text", "One"),
        ("Body Text", "Dos"),
        ("List Number", "a"),
        ("List Number", "b"),
        ("List Number", "c"),
        ("Row", "Left\tRight"),
    ]


def test_looks_are_in_the_styles(tmp_path: Path) -> None:
    found = reader.Document(io.BytesIO(write(RESUME, tmp_path, LOOKS))).styles
    title, section, employer = found["Title"], found["Heading 1"], found["Employer"]
    assert (title.font.name, title.font.size, title.font.bold) == ("Cambria", Pt(20), True)
    assert section.font.all_caps
    assert (section.paragraph_format.space_before, section.paragraph_format.space_after) == (Pt(12), Pt(6))
    assert section.paragraph_format.keep_with_next
    assert (employer.font.italic, employer.paragraph_format.keep_with_next) == (True, True)
    assert found["Heading 2"].paragraph_format.space_before == Pt(9)
    assert found["List Bullet"].paragraph_format.left_indent == Pt(12)


def test_only_what_differs_from_the_style_stands_at_a_paragraph(tmp_path: Path) -> None:
    document = parts(write(RESUME, tmp_path, LOOKS))["word/document.xml"]
    direct = {
        "".join(paragraph.itertext()): [etree.QName(each).localname for each in paragraph[0][1:]]
        for paragraph in document.iter(w("p"))
    }
    assert {text: tags for text, tags in direct.items() if tags} == {"Clerk": ["spacing"], "c": ["numPr"]}


def test_links_are_links_once_each(tmp_path: Path) -> None:
    body = '<p><a href="https://example.org/é?a=1&amp;b=2">here <b>and</b></a> <a href="https://example.org/é?a=1&amp;b=2">there</a></p>'
    file = write(body, tmp_path)
    assert_valid(file, tmp_path)
    found = reader.Document(io.BytesIO(file)).paragraphs[0]
    assert [(link.text, link.url) for link in found.hyperlinks] == [
        ("here and", "https://example.org/%C3%A9?a=1&b=2"),
        ("there", "https://example.org/%C3%A9?a=1&b=2"),
    ]
    assert len(parts(file)["word/_rels/document.xml.rels"].findall("{*}Relationship[@TargetMode]")) == 1


@pytest.mark.parametrize("paper", list(Paper))
def test_paper_and_margins_are_those_of_the_page(tmp_path: Path, paper: Paper) -> None:
    laid = page("<p>x</p>" * 90, tmp_path, "@page { margin: 40pt 50pt 60pt 70pt }", paper=paper)
    section = reader.Document(io.BytesIO(docx.write(laid.styled()))).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    size = {Paper.LETTER: (612, 792), Paper.A4: (595.3, 841.9)}[paper]
    assert (section.page_width.pt, section.page_height.pt) == pytest.approx(size)
    assert (section.top_margin, section.right_margin, section.left_margin) == (Pt(40), Pt(50), Pt(70))
    assert section.bottom_margin is not None
    assert Pt(60) - section.bottom_margin <= Pt(9)
    assert section.bottom_margin < Pt(60)


def test_it_says_what_it_is_and_not_who_made_it(tmp_path: Path) -> None:
    head = '<meta name="author" content="Ana Vale"><meta name="dcterms.created" content="2026-11-22">'
    file = write("<p>x</p>", tmp_path, html='lang="es"', head=head)
    about = reader.Document(io.BytesIO(file)).core_properties
    assert (about.title, about.author, about.language) == ("Ana Vale – Resume", "Ana Vale", "es")
    assert about.created is not None
    assert about.created.isoformat()[:10] == "2026-11-22"
    assert sorted(parts(file)) == sorted(docx._PARTS)
    assert_valid(file, tmp_path)


def test_equal_pages_make_equal_bytes(tmp_path: Path) -> None:
    assert write(RESUME, tmp_path, LOOKS) == write(RESUME, tmp_path, LOOKS)


def test_an_empty_page_is_a_file_too(tmp_path: Path) -> None:
    file = write("", tmp_path)
    assert_valid(file, tmp_path)
    assert reader.Document(io.BytesIO(file)).paragraphs == []


@pytest.mark.parametrize(
    ("language", "direction", "words"),
    [
        ("ar", "rtl", "مريم الحداد في University Hospital، 12 سنة."),
        ("ja", "ltr", "「正確」な仕事 “Excel”"),
        ("en", "ltr", "Speaks עברית and العربية, 张伟"),
    ],
)
def test_every_alphabet_comes_through(tmp_path: Path, language: str, direction: str, words: str) -> None:
    file = write(f"<h1>{words}</h1><p>{words}</p>", tmp_path, html=f'lang="{language}" dir="{direction}"')
    assert_valid(file, tmp_path)
    assert [each.text for each in reader.Document(io.BytesIO(file)).paragraphs] == [words, words]


RUNS = st.lists(
    st.builds(
        Run,
        st.text(min_size=1, max_size=20),
        st.builds(
            RunStyle,
            st.sampled_from([("Carlito",), ("Noto Sans CJK JP", "Other")]),
            st.floats(1, 90),
            st.booleans(),
            st.booleans(),
            st.sampled_from(["000000", "FF8080"]),
            st.booleans(),
            st.booleans(),
        ),
        st.sampled_from(["", "Strong", "Dates", "été"]),
        st.sampled_from(["", "https://a.example/x y", "http://", "mailto:x", "tel:1", "http://[", "x:y"]),
        st.sampled_from(["", "es", "ar"]),
    ),
    min_size=1,
    max_size=3,
)
BLOCKS = st.lists(
    st.builds(
        Block,
        st.sampled_from(["Title", "Heading 1", "List Bullet", "List Number 2", "Dates", "Body Text"]),
        st.builds(
            BlockStyle,
            before=st.floats(0, 99),
            line_height=st.floats(0, 50),
            single_height=st.floats(1, 50),
            indent_start=st.floats(-9, 99),
            hanging=st.floats(0, 20),
            keep_with_next=st.booleans(),
            right_to_left=st.booleans(),
            right_tab=st.sampled_from([None, 400.0]),
        ),
        RUNS.map(tuple),
        st.sampled_from(["", "•", "–", "1.", "2."]),
    ),
    max_size=6,
)


@pytest.mark.slow
@given(BLOCKS)
def test_whatever_the_page_the_file_is_valid_and_has_its_words(
    tmp_path_factory: pytest.TempPathFactory, found: list[Block]
) -> None:
    sheet = PageGeometry(612, 792, 50, 50, 50, 50)
    file = docx.write(StyledText(sheet, tuple(found), LOOK, 0.0, "en", False, "a\x00b", "c"))
    assert_valid(file, tmp_path_factory.mktemp("files"))
    there = "".join(each.text for each in reader.Document(io.BytesIO(file)).paragraphs)
    wanted = "".join(block.text for block in found)
    assert _visible(there) == _visible(wanted)


def _visible(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())
