"""Each grader of a PDF sees what it is there to see: a page with one thing wrong, beside one with nothing."""

from __future__ import annotations

import io
from pathlib import Path

import pypdf
import pytest
import weasyprint
from laying import page
from pypdf.generic import NameObject

from kiosk.render import docx

from . import fonts, links, machine_room, tags
from .items import Item, Tag
from .order import in_order, torn
from .readers import READERS, quiet

MAIL = "ana.maria.vale-lopez@mail.example.org"
BODY = f"""
<h1>Ana Vale</h1><p>Tucson · <a href="mailto:{MAIL}">{MAIL}</a></p>
<h2>Work</h2>
<article><h3>Clerk</h3><p class="row"><span>Vale Shop</span> <span class="dates">2019 – 2024</span></p>
<ul><li>Sold things to people who needed them, every day of the week</li><li>Kept books</li></ul></article>
<article><h3>Cook</h3><p class="row"><span>Motor Inn</span> <span class="dates">2015 – 2019</span></p>
<ul><li>Made soup</li></ul></article>
"""
ROW = '<p class="row"><span>Vale Shop</span> <span class="dates">2019 – 2024</span></p>'
ITEMS = [
    Item("Ana Vale", Tag.NAME),
    Item("Tucson"),
    Item(MAIL, Tag.LINK),
    Item("Work", Tag.SECTION),
    Item("Clerk", Tag.ENTRY),
    Item("Vale Shop"),
    Item("2019 – 2024"),
    Item("Sold things to people who needed them, every day of the week", Tag.LINE),
    Item("Kept books", Tag.LINE),
    Item("Cook", Tag.ENTRY),
    Item("Motor Inn"),
    Item("2015 – 2019"),
    Item("Made soup", Tag.LINE),
]
TEXTS = [item.text for item in ITEMS]
needs_tools = pytest.mark.slow


def lost(pdf: bytes) -> dict[str, int]:
    """Count the items that each reader has out of order."""
    return {name: len(in_order(TEXTS, read(pdf)).lost) for name, read in READERS.items()}


def test_a_plain_page_has_nothing_wrong(tmp_path: Path) -> None:
    pdf = page(BODY, tmp_path).pdf()
    assert set(lost(pdf).values()) == {0}
    assert tags.untagged(ITEMS, tags.tagged(pdf)) == []
    assert fonts.faults(pdf) == []
    assert links.in_pdf(pdf) == {f"mailto:{MAIL}": 0}
    assert links.unread(ITEMS, {name: read(pdf) for name, read in READERS.items()}) == []


def test_dates_that_float_are_read_before_the_employer(tmp_path: Path) -> None:
    found = lost(page(BODY, tmp_path, ".dates { float: right }").pdf())
    assert min(found[name] for name in ("pdftotext -raw", "pypdfium2", "pypdf")) > 0


def test_dates_at_the_right_margin_are_a_column_for_those_who_judge_by_gaps(tmp_path: Path) -> None:
    found = lost(page(BODY, tmp_path, ".row { display: flex; justify-content: space-between }").pdf())
    assert found["pdfminer"] > 0


def test_two_columns_are_read_line_by_line(tmp_path: Path) -> None:
    css = "article { display: inline-block; width: 200pt; vertical-align: top }"
    assert lost(page(BODY, tmp_path, css).pdf())["pdfplumber"] > 0


def test_bullets_outside_are_painted_last(tmp_path: Path) -> None:
    """No letters are lost with them, so only the order of the signs can tell."""
    css = "ul { list-style: disc outside; margin-left: 20pt } ul li::before { content: none }"
    signs = ["Kept books", "•", "Cook", "•", "Made soup"]
    pdf = page(BODY, tmp_path, css).pdf()
    assert any(in_order(signs, read(pdf)).lost for read in READERS.values())


def test_letters_set_apart_are_read_apart(tmp_path: Path) -> None:
    pdf = page(BODY, tmp_path, "h2 { letter-spacing: 3pt }").pdf()
    assert any("work" in torn(TEXTS, read(pdf)) for read in READERS.values())
    assert set(lost(pdf).values()) == {0}


def test_a_heading_that_only_looks_like_one(tmp_path: Path) -> None:
    pdf = page(BODY.replace("<h2>Work</h2>", "<p><b>Work</b></p>"), tmp_path).pdf()
    assert tags.untagged(ITEMS, tags.tagged(pdf)) == ["H2: Work"]


def test_lines_that_are_no_list(tmp_path: Path) -> None:
    pdf = page(BODY.replace("<ul><li>Made soup</li></ul>", "<p>• Made soup</p>"), tmp_path).pdf()
    assert tags.untagged(ITEMS, tags.tagged(pdf)) == ["LBody: Made soup"]


def test_headings_in_another_order(tmp_path: Path) -> None:
    pdf = page(BODY.replace("Cook", "x").replace("Clerk", "Cook").replace(">x<", ">Clerk<"), tmp_path).pdf()
    assert len(tags.untagged(ITEMS, tags.tagged(pdf))) == 1


def test_an_address_broken_at_its_hyphen(tmp_path: Path) -> None:
    pdf = page(BODY, tmp_path, "p { width: 150pt }").pdf()
    assert links.in_pdf(pdf) == {f"mailto:{MAIL}": 1}
    readings = {name: read(pdf) for name, read in READERS.items()}
    assert {fault.split(":")[0] for fault in links.unread(ITEMS, readings)} >= {"pdftotext", "pypdfium2"}


def test_an_address_that_is_no_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.render.layout.linking.link", lambda _root: None)  # which would make it one
    laid = page(BODY.replace("<a ", "<b ").replace("</a>", "</b>"), tmp_path)
    found = links.faults(ITEMS, laid.pdf(), docx.write(laid.styled()))
    assert [fault.split(":")[0] for fault in found] == ["PDF", "Word"]


def test_a_box_instead_of_a_letter(tmp_path: Path) -> None:
    pdf = page("<p>Ana \U0010fffd</p>", tmp_path).pdf()
    assert any("shows a box" in fault for fault in fonts.faults(pdf))


def test_a_font_with_letters_that_nobody_needs() -> None:
    with quiet("fontTools"):
        pdf = weasyprint.HTML(string="<p style='font-family: Carlito'>Ana").write_pdf(full_fonts=True)
    assert any("letters for the" in fault for fault in fonts.faults(pdf))


@pytest.mark.parametrize(("name", "fault"), [("/ABCDEF+Wingdings", "no part"), ("/Carlito", "no part")])
def test_a_font_that_we_do_not_know(tmp_path: Path, name: str, fault: str) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(page("<p>Ana</p>", tmp_path).pdf()))
    for font in writer.pages[0]["/Resources"]["/Font"].values():  # type: ignore[index]
        font.get_object()[NameObject("/BaseFont")] = NameObject(name)
    assert [fault in found for found in fonts.faults(written(writer))] == [True]


def test_a_font_that_is_not_in_the_file(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(page("<p>Ana</p>", tmp_path).pdf()))
    for font in writer.pages[0]["/Resources"]["/Font"].values():  # type: ignore[index]
        descriptor = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        for key in [key for key in descriptor if key.startswith("/FontFile")]:
            del descriptor[key]
    assert [found.endswith("is not embedded") for found in fonts.faults(written(writer))] == [True]


def written(writer: pypdf.PdfWriter) -> bytes:
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


class TestThePrograms:
    """What page-validation, outloud and qpdf say of pages with one thing wrong."""

    pytestmark = needs_tools

    def verdicts(self, pages: dict[str, bytes], folder: Path) -> dict[str, tuple[int, machine_room.Remarks]]:
        machine_room.put(pages, folder / "pdf")
        rules = machine_room.conformance(folder / "pdf")
        remarks = machine_room.remarks(folder / "pdf")
        return {name: (rules[name].ua1.total - rules[name].ua1.passed, remarks[name]) for name in pages}

    def test_they_tell_good_from_bad(self, tmp_path: Path) -> None:
        good = page(BODY, tmp_path).pdf()
        inside = "ul { list-style: disc inside } ul li::before { content: none }"
        outside = "ul { list-style: disc outside } ul li::before { content: none }"
        pages = {
            "good": good,
            "inside": page(BODY, tmp_path, inside).pdf(),
            "outside": page(BODY + "<ul><li>x</li></ul>" * 20, tmp_path, outside).pdf(),
            "float": page(BODY + ROW * 10, tmp_path, ".dates { float: right }").pdf(),
            "no-heading": page(BODY.replace("h1>", "p>"), tmp_path).pdf(),
            "no-language": page(BODY, tmp_path, html="").pdf(),
            "untagged": weasyprint.HTML(string=BODY).write_pdf(),
            "no-title": without(good, "/Title"),
        }
        found = self.verdicts(pages, tmp_path)
        assert found["good"][0] == 0
        assert found["good"][1].errors == ()
        bad_rules = {name for name, (missing, _remarks) in found.items() if missing}
        assert bad_rules >= {"inside", "no-heading", "no-language", "untagged", "no-title"}
        for name in ("outside", "float"):
            assert any(remark.startswith("ORD-001") for remark in found[name][1].order_and_links), name
        assert found["untagged"][1].errors

    def test_an_address_without_a_link_is_remarked(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("kiosk.render.layout.linking.link", lambda _root: None)
        pdf = page(BODY.replace("<a ", "<b ").replace("</a>", "</b>"), tmp_path).pdf()
        [(_missing, remarks)] = self.verdicts({"plain": pdf}, tmp_path).values()
        assert any(remark.startswith("LNK-010") for remark in remarks.order_and_links)

    def test_a_torn_file_is_unsound(self, tmp_path: Path) -> None:
        whole = page(BODY, tmp_path).pdf()
        machine_room.put({"whole": whole, "torn": whole[: len(whole) // 2]}, tmp_path / "pdf")
        assert machine_room.unsound(tmp_path / "pdf" / "whole.pdf") == ""
        assert machine_room.unsound(tmp_path / "pdf" / "torn.pdf") != ""


def without(pdf: bytes, key: str) -> bytes:
    """Take the title out of a PDF, from both places where it stands."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    writer.metadata = {}
    del writer.root_object["/Metadata"]
    assert key not in (writer.metadata or {})
    return written(writer)
