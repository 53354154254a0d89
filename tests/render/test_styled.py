"""Elements become paragraphs: their words, roles, places and looks."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laying import blocks, styled

from kiosk.render.blocks import Align, Border

RESUME = """
<header><h1>Ana Vale</h1><p class="contact">Tucson</p></header>
<section><h2>Work</h2>
<article><h3>Clerk</h3><p class="employer">Vale Shop</p>
<ul><li>Sold things</li><li>Kept <b>books</b></li></ul></article>
</section>
"""


def test_every_block_of_words_is_a_paragraph_with_a_role(tmp_path: Path) -> None:
    assert [(block.role, block.text, block.marker) for block in blocks(RESUME, tmp_path)] == [
        ("Title", "Ana Vale", ""),
        ("Contact", "Tucson", ""),
        ("Heading 1", "Work", ""),
        ("Heading 2", "Clerk", ""),
        ("Employer", "Vale Shop", ""),
        ("List Bullet", "Sold things", "•"),
        ("List Bullet", "Kept books", "•"),
    ]


def test_the_page_says_what_it_is(tmp_path: Path) -> None:
    author = '<meta name="author" content="Ana Vale"><meta name="dcterms.created" content="2026-11-22">'
    found = styled("<p>x</p>", tmp_path, html='lang="es"', head=author)
    assert (found.title, found.author, found.language) == ("Ana Vale – Resume", "Ana Vale", "es")
    assert found.created == "2026-11-22"
    assert not found.right_to_left
    page = found.geometry
    assert (page.width, page.height) == (612, 792)
    assert (page.top, page.right, page.bottom, page.left) == (50, 50, 50, 50)
    assert (found.body.families[0], found.body.size, found.body.color) == ("Carlito", 10, "222222")


def test_distances_are_those_of_the_page(tmp_path: Path) -> None:
    css = "h2 { margin: 14pt 0 6pt; border-bottom: 1pt solid red; padding-bottom: 2pt } p { margin: 4pt 0 }"
    found = blocks("<p>a</p><section><h2>b</h2><div><p>c</p></div></section><p>d</p>", tmp_path, css)
    assert [block.style.before for block in found] == [4, 14, 6, 4]
    assert found[1].style.border_bottom == Border(1, "FF0000", 2)


def test_a_line_around_a_group_belongs_to_its_first_and_last_paragraph(tmp_path: Path) -> None:
    css = "header { border-top: 2pt solid #123; border-bottom: 1pt solid #456; padding: 3pt 0 }"
    first, middle, last = blocks("<header><h1>a</h1><p>b</p><p>c</p></header>", tmp_path, css)
    assert first.style.border_top == Border(2, "112233", 3)
    assert last.style.border_bottom == Border(1, "445566", 3)
    assert (middle.style.border_top, middle.style.border_bottom) == (None, None)


def test_line_heights_are_given_beside_what_the_font_asks_for(tmp_path: Path) -> None:
    (block,) = blocks("<p>Words</p>", tmp_path, "p { font-size: 10pt; line-height: 15pt }")
    assert block.style.line_height == 15
    # Carlito has the measure of Calibri: 2500 units of line to 2048 of letter.
    assert block.style.single_height == pytest.approx(10 * 2500 / 2048, abs=0.01)


@pytest.mark.parametrize(
    ("css", "direction", "align"),
    [
        ("", "ltr", Align.START),
        ("p { text-align: right }", "ltr", Align.END),
        ("p { text-align: right }", "rtl", Align.START),
        ("p { text-align: left }", "rtl", Align.END),
        ("p { text-align: center }", "ltr", Align.CENTER),
        ("p { text-align: justify }", "ltr", Align.JUSTIFY),
    ],
)
def test_lines_stand_where_one_begins_to_read(tmp_path: Path, css: str, direction: str, align: Align) -> None:
    (block,) = blocks("<p>Words</p>", tmp_path, css, html=f'lang="en" dir="{direction}"')
    assert block.style.align is align
    assert block.style.right_to_left is (direction == "rtl")


def test_indents_are_counted_from_where_one_begins_to_read(tmp_path: Path) -> None:
    css = "p { margin-left: 20pt; padding-right: 5pt }"
    (left,) = blocks("<p>Words</p>", tmp_path, css)
    (right,) = blocks("<p>Words</p>", tmp_path, css, html='lang="ar" dir="rtl"')
    assert (left.style.indent_start, left.style.indent_end) == (20, 5)
    assert (right.style.indent_start, right.style.indent_end) == (5, 20)


@pytest.mark.parametrize(
    ("css", "marker", "hanging"),
    [
        ("", "•", 12),
        ('ul li::before { content: "–\\a0" }', "–", 12),
        ("ul li { text-indent: 0 }", "•", 0),
        (
            "ul li::before { content: none } li { list-style: disc; margin-left: 12pt; text-indent: 0 }",
            "•",
            12 + 7.24,
        ),
        ("ul li::before { content: none }", "", 0),
        ('ul li::before { content: "and " }', "", 0),
    ],
)
def test_bullets_are_markers_and_no_words(tmp_path: Path, css: str, marker: str, hanging: float) -> None:
    (item,) = blocks("<ul><li>Sold things</li></ul>", tmp_path, css)
    assert item.marker == marker
    assert item.text == ("and Sold things" if "and" in css else "Sold things")
    assert item.style.hanging == pytest.approx(hanging, abs=0.1)
    assert item.role == ("List Bullet" if marker else "List")


def test_numbers_are_markers_too(tmp_path: Path) -> None:
    css = 'ol li::before { content: counter(list-item) ". " }'
    found = blocks("<ol><li>a</li><li>b</li></ol><ol><li>c</li></ol>", tmp_path, css)
    assert [(block.role, block.marker) for block in found] == [
        ("List Number", "1."),
        ("List Number", "2."),
        ("List Number", "1."),
    ]


def test_a_list_within_a_list_has_a_role_of_its_own(tmp_path: Path) -> None:
    found = blocks("<ul><li>a <ul><li>b</li></ul> c</li></ul>", tmp_path)
    assert [(block.role, block.text, block.marker) for block in found] == [
        ("List Bullet", "a", "•"),
        ("List Bullet 2", "b", "•"),
        ("List", "c", ""),
    ]


def test_a_row_is_one_line_with_a_tab_to_the_right_margin(tmp_path: Path) -> None:
    css = "p { display: flex; justify-content: space-between; align-items: baseline }"
    (block,) = blocks("<p><span>Vale  Shop</span> <span class='dates'>2019 – 2021</span></p>", tmp_path, css)
    assert block.text == "Vale Shop\t2019 – 2021"
    assert block.style.right_tab == 612 - 100
    assert [run.name for run in block.runs] == ["", "Dates"]


def test_columns_of_blocks_are_read_one_after_the_other(tmp_path: Path) -> None:
    body = "<div><section><p>a</p><p>b</p></section><section><p>c</p></section></div>"
    found = blocks(body, tmp_path, "div { display: flex }")
    assert [block.text for block in found] == ["a", "b", "c"]


def test_what_is_not_shown_is_not_read(tmp_path: Path) -> None:
    body = "<p>a<span hidden>b</span></p><p hidden>c</p><!-- d --><p>  </p><p><!-- e -->f</p><img alt='g'>"
    assert [block.text for block in blocks(body, tmp_path)] == ["a", "f"]


def test_words_between_blocks_are_paragraphs_too(tmp_path: Path) -> None:
    found = blocks("<div>one <b>two</b><p>three</p> four</div>", tmp_path, "p { margin: 3pt 0 }")
    assert [(block.text, block.style.before) for block in found] == [
        ("one two", 0),
        ("three", 3),
        ("four", 3),
    ]


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12)


@pytest.mark.slow
@given(st.lists(WORDS, min_size=1, max_size=5))
def test_all_words_come_through_in_order(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    escaped = [text.replace("&", "&amp;").replace("<", "&lt;") for text in texts]
    folder = tmp_path_factory.mktemp("look")
    found = blocks("".join(f"<p>{text}</p>" for text in escaped), folder)
    assert [block.text for block in found] == texts
