"""A page is laid out once, from its own folder, and what goes wrong is said in plain words."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pypdf
import pytest
import weasyprint
from laying import BASE, page

from kiosk.errors import TemplateError
from kiosk.render import layout
from kiosk.render.layout import lay_out
from kiosk.render.types import Paper

NO_FONT_HAS = "\u0378\U0010fffd"


def words(pdf: bytes) -> str:
    return "\n".join(sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def links(pdf: bytes) -> list[str]:
    return [
        str(note.get_object()["/A"]["/URI"])
        for sheet in pypdf.PdfReader(io.BytesIO(pdf)).pages
        for note in sheet.get("/Annots", ())
    ]


def test_the_boxes_that_are_read_are_those_of_this_version() -> None:
    assert weasyprint.VERSION == "70.0"


def test_the_pdf_has_the_words_is_tagged_and_says_title_and_language(tmp_path: Path) -> None:
    laid = page("<h1>Ana Vale</h1><p>Clerk</p>", tmp_path)
    reader = pypdf.PdfReader(io.BytesIO(laid.pdf()))
    assert laid.pages == len(reader.pages) == 1
    assert words(laid.pdf()).split("Vale") == ["Ana ", "Clerk"]
    assert reader.metadata is not None
    assert reader.metadata.title == "Ana Vale – Resume"
    catalogue: Any = reader.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/Lang"] == "en"
    assert b"pdfuaid" in catalogue["/Metadata"].get_data()


def test_equal_pages_make_equal_bytes(tmp_path: Path) -> None:
    first, second = (page("<h1>Ana</h1><p>李 Ána</p>", tmp_path).pdf() for _ in range(2))
    assert first == second


def test_the_pdf_is_drawn_once(tmp_path: Path) -> None:
    laid = page("<p>x</p>", tmp_path)
    assert laid.pdf() is laid.pdf()
    assert laid.styled() is laid.styled()


@pytest.mark.parametrize(("paper", "size"), [(Paper.LETTER, (612, 792)), (Paper.A4, (595.276, 841.89))])
def test_the_paper_is_the_one_asked_for_whatever_the_template_says(
    tmp_path: Path, paper: Paper, size: tuple[float, float]
) -> None:
    laid = page("<p>x</p>", tmp_path, "@page { size: A5 landscape }", paper=paper)
    box = pypdf.PdfReader(io.BytesIO(laid.pdf())).pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx(size, abs=0.01)


def test_characters_that_no_font_has_are_named(tmp_path: Path) -> None:
    assert page(f"<p>a{NO_FONT_HAS}b</p>", tmp_path).missing == frozenset(NO_FONT_HAS)
    assert page("<p>Łódź 李 مريم</p>", tmp_path).missing == frozenset()


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "../secret.png",
        "%2e%2e/secret.png",
        "leads-out.png",
        "file://elsewhere/secret.png",
        "http://127.0.0.1:9/x.png",
        "https://127.0.0.1:9/x.png",
        "ftp://127.0.0.1:9/x.png",
        "data:text/html,secret",
        "data:,secret",
    ],
)
def test_nothing_outside_the_folder_is_read(tmp_path: Path, address: str) -> None:
    (tmp_path / "secret.png").write_text("secret")
    folder = tmp_path / "look"
    folder.mkdir()
    (folder / "leads-out.png").symlink_to(tmp_path / "secret.png")
    laid = page(
        f'<p>x<img src="{address}"></p><object data="{address}"></object>',
        folder,
        head=f'<link rel="attachment" href="{address}">',
    )
    assert b"secret" not in laid.pdf()
    assert pypdf.PdfReader(io.BytesIO(laid.pdf())).attachments == {}
    assert any("ValueError" in remark for remark in laid.remarks)


def test_files_of_the_folder_and_pictures_in_the_page_are_read(tmp_path: Path) -> None:
    (tmp_path / "mark.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    drawn = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
    laid = page(f'<p><img src="mark.svg" alt="a"><img src="{drawn}" alt="b"></p>', tmp_path)
    assert laid.remarks == ()


def test_links_lead_to_the_web_and_the_post_only(tmp_path: Path) -> None:
    kept = ["https://example.org/x?a=1&b=2", "mailto:ana@example.org", "tel:+15550100"]
    dropped = ["javascript:alert(1)", "file:///etc/passwd", "notes.html", "//example.org", "http://["]
    body = "".join(f'<p><a href="{address}">words</a></p>' for address in kept + dropped)
    laid = page(body, tmp_path)
    assert links(laid.pdf()) == kept
    assert [run.href for block in laid.styled().blocks for run in block.runs] == kept + [""] * len(dropped)


@pytest.mark.parametrize(("css", "line"), [("p {\n color red;\n}", "2"), ("p {}\n\nh1\n", "3")])
def test_a_broken_style_sheet_is_named_with_its_line(tmp_path: Path, css: str, line: str) -> None:
    sheet = tmp_path / "style.css"
    sheet.write_text(css)
    with pytest.raises(TemplateError) as caught:
        lay_out("<p>x</p>", folder=tmp_path, stylesheets=(sheet,), paper=Paper.A4)
    assert str(sheet) in caught.value.message
    assert f"Line {line} of" in caught.value.message


def test_a_style_that_is_not_known_is_a_remark(tmp_path: Path) -> None:
    laid = page("<p>x</p>", tmp_path, "p { colour: red }")
    assert len(laid.remarks) == 1
    assert laid.remarks[0].startswith("style.css: Ignored `colour: red")


def test_a_style_sheet_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="none.css"):
        lay_out("<p>x</p>", folder=tmp_path, stylesheets=(tmp_path / "none.css",), paper=Paper.A4)
    with pytest.raises(TemplateError, match=tmp_path.name):
        page("<p>x</p>", tmp_path, head='<link rel="stylesheet" href="none.css">')


def test_what_weasyprint_trips_over_is_the_template_s_fault(tmp_path: Path) -> None:
    with patch.object(weasyprint.HTML, "render", side_effect=AssertionError), pytest.raises(TemplateError):
        page("<p>x</p>", tmp_path)


def test_running_out_of_memory_is_not_the_template_s_fault(tmp_path: Path) -> None:
    with patch.object(weasyprint.HTML, "render", side_effect=MemoryError), pytest.raises(MemoryError):
        page("<p>x</p>", tmp_path)


def test_a_style_sheet_is_parsed_once_and_again_when_it_changed(tmp_path: Path) -> None:
    sheet = tmp_path / "style.css"

    def first_line(css: str) -> float:
        sheet.write_text(BASE + css)
        os.utime(sheet, ns=(1, len(css)))
        laid = lay_out("<body><p>x", folder=tmp_path, stylesheets=(sheet,), paper=Paper.A4)
        return laid.styled().blocks[0].runs[0].style.size

    with patch.object(layout, "CSS", wraps=weasyprint.CSS) as parsed:
        assert [first_line("p { font-size: 9pt }") for _ in range(3)] == [9, 9, 9]
        assert parsed.call_count == 1
        assert first_line("p { font-size: 11pt; color: red }") == 11
