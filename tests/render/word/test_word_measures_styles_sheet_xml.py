"""Named styles hold what most paragraphs of a role share, in Word's measures."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from kiosk.render.blocks import Align, Block, BlockStyle, Border, Run, RunStyle
from kiosk.render.word.measures import SINGLE, Line
from kiosk.render.word.sheet import PLAIN
from kiosk.render.word.styles import (
    HYPERLINK,
    Shape,
    character_styles,
    letters,
    paragraph_styles,
    shapes,
    usual,
)
from kiosk.render.word.xml import put_letters, put_shape, w

LOOK = RunStyle(("Carlito",), 10, bold=False, italic=False, color="000000")
BOLD = replace(LOOK, bold=True)


def block(role: str = "Body Text", text: str = "x", look: RunStyle = LOOK, **style: object) -> Block:
    return Block(role, BlockStyle(**style), (Run(text, look),))  # type: ignore[arg-type]


def shape(**style: object) -> Shape:
    return shapes([block(**style)])[0]  # type: ignore[arg-type]


def test_lengths_are_in_word_s_measures() -> None:
    found = shape(
        before=6.0,
        indent_start=12.5,
        indent_end=1.0,
        hanging=12.0,
        right_tab=400.0,
        border_top=Border(0.1, "111111", 99),
        border_bottom=Border(1.5, "222222", 1.4),
    )
    assert (found.before, found.start, found.end, found.hanging, found.tab) == (120, 250, 20, 240, 8000)
    assert found.top == (2, "111111", 31)
    assert found.bottom == (12, "222222", 1)
    assert letters(replace(LOOK, size=10.5)).size == 21


@pytest.mark.parametrize(
    ("line", "single", "text", "families", "spacing"),
    [
        (13.5, 12.8, "x", ("Carlito",), Line(270, "atLeast")),
        (12.8, 12.8, "李", ("Carlito",), Line(256, "atLeast")),
        (12.0, 12.8, "x", ("Carlito",), Line(226, "auto")),
        (12.0, 15.2, "李", ("Carlito",), Line(240, "exact")),
        (12.0, 13.6, "x", ("Noto Sans",), Line(240, "exact")),
        (0.0, 0.0, "x", ("Carlito",), SINGLE),
    ],
)
def test_lines_are_as_high_as_on_the_page(
    line: float, single: float, text: str, families: tuple[str, ...], spacing: Line
) -> None:
    look = replace(LOOK, families=families)
    found = shapes([block(text=text, look=look, line_height=line, single_height=single)])
    assert found[0].line == spacing


def test_a_style_is_what_most_have_in_common_each_thing_by_itself() -> None:
    found = usual([shape(before=1.0, keep_with_next=True), shape(before=1.0), shape(keep_with_next=True)])
    assert (found.before, found.keep_next) == (20, True)


def test_a_right_tab_of_one_is_there_for_all_of_its_role() -> None:
    """So it is in the style; where no tab leads to it, nobody sees it."""
    page = [block("Heading 2"), block("Heading 2", right_tab=400.0), block("Heading 2"), block()]
    assert [each.tab for each in shapes(page)] == [8000, 8000, 8000, None]


def test_a_style_for_words_does_not_say_that_they_are_not_bold() -> None:
    """Word would not put it off: where the paragraph's style has it on, the words themselves must say so."""
    title = Block(
        "Heading 2", BlockStyle(), (Run("Cook\t", BOLD), Run("2014", replace(LOOK, color="444444"), "When"))
    )
    styles = paragraph_styles([title], shapes([title]))
    assert character_styles([title], styles)["When"].change == {"color": "444444"}


def test_one_of_two_spaces_is_always_nothing() -> None:
    page = [block("Heading 1"), block("Item", before=6.0), block("Item"), block("Heading 1", before=12.0)]
    found = shapes(page)
    assert [(each.before, each.after) for each in found] == [(0, 120), (0, 0), (0, 0), (240, 120)]
    styles = paragraph_styles(page, found)
    assert (styles["Heading 1"].shape.before, styles["Heading 1"].shape.after) == (240, 120)
    assert (styles["Item"].shape.before, styles["Item"].shape.after) == (0, 0)


def test_a_character_style_says_only_what_it_changes() -> None:
    runs = (Run("a", LOOK), Run("b", BOLD, "Strong"), Run("c", LOOK, "Place"), Run("d", LOOK, href="tel:1"))
    page = [Block("Item", BlockStyle(), runs), Block("Strong", BlockStyle(), (Run("e", LOOK),))]
    styles = character_styles(page, paragraph_styles(page, shapes(page)))
    assert {name: (style.name, style.change) for name, style in styles.items()} == {
        "Strong": ("Strong Text", {"bold": True}),
        HYPERLINK: (HYPERLINK, {}),
    }


def written(look: Shape, base: Shape = PLAIN, number: int | None = None) -> list[str]:
    parent = etree.Element(w("pPr"))
    put_shape(parent, look, base, number)
    return [etree.QName(each).localname for each in parent]


def test_what_does_not_differ_is_not_written() -> None:
    assert written(PLAIN) == []
    parent = etree.Element(w("rPr"))
    put_letters(parent, letters(BOLD), letters(BOLD))
    assert len(parent) == 0


def test_everything_is_written_in_the_order_of_the_schema() -> None:
    everything = shape(
        align=Align.JUSTIFY,
        before=1.0,
        indent_start=1.0,
        keep_with_next=True,
        keep_together=True,
        page_break_before=True,
        border_top=Border(1, "000000", 1),
        right_to_left=True,
        right_tab=9.0,
    )
    order = [
        "keepNext",
        "keepLines",
        "pageBreakBefore",
        "numPr",
        "pBdr",
        "tabs",
        "bidi",
        "spacing",
        "ind",
        "jc",
    ]
    assert written(everything, number=3) == order
    assert written(PLAIN, everything) == [tag for tag in order if tag not in ("numPr", "tabs")]


def test_what_a_style_has_on_is_switched_off() -> None:
    parent = etree.Element(w("rPr"))
    put_letters(parent, letters(LOOK), letters(replace(BOLD, italic=True, caps=True, underline=True)))
    assert [(etree.QName(each).localname, each.get(w("val"))) for each in parent] == [
        ("b", "0"),
        ("bCs", "0"),
        ("i", "0"),
        ("iCs", "0"),
        ("caps", "0"),
        ("u", "none"),
    ]
