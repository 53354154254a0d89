"""Where pages end: what must stay together, and how much room there is."""

from __future__ import annotations

import math
from pathlib import Path

from laying import blocks, styled

FILLER = "<p>x</p>"
LINES = 57
"""A Letter page with margins of 50 pt holds 57 lines of 12 pt, and 8 pt stay free."""


def kept(body: str, folder: Path, css: str = "") -> str:
    """Return the paragraphs that were told to stay with the next."""
    return "".join(block.text for block in blocks(body, folder, css) if block.style.keep_with_next)


def test_a_heading_stays_with_what_follows(tmp_path: Path) -> None:
    assert (
        kept("<h2>a</h2><p>b</p><p class='dates'>c</p><p>d</p>", tmp_path, ".dates { break-after: avoid }")
        == "ac"
    )


def test_a_group_is_glued_only_when_it_was_moved_to_a_new_page(tmp_path: Path) -> None:
    css = "article { break-inside: avoid }"
    group = "<article><p>a</p><p>b</p><p>c</p></article>"
    assert kept(group + FILLER * LINES, tmp_path, css) == ""
    assert kept(FILLER * (LINES - 2) + group + group, tmp_path, css) == "ab"


def test_a_heading_before_a_moved_group_moves_with_it(tmp_path: Path) -> None:
    css = "article { break-inside: avoid } h2 { font: inherit }"
    found = blocks(
        FILLER * (LINES - 3) + "<h2>h</h2><article><p>a</p><p>b</p><p>c</p></article>", tmp_path, css
    )
    assert [(block.text, block.page, block.style.keep_with_next) for block in found[-4:]] == [
        ("h", 1, True),
        ("a", 1, True),
        ("b", 1, True),
        ("c", 1, False),
    ]


def test_a_group_that_is_too_long_for_a_page_is_not_glued(tmp_path: Path) -> None:
    css = "article { break-inside: avoid }"
    assert kept(f"<article>{FILLER * (LINES + 3)}</article>", tmp_path, css) == ""


def test_a_new_page_that_the_style_asks_for_is_asked_for_in_word(tmp_path: Path) -> None:
    css = ".new { break-before: page } .last { break-after: page }"
    body = "<p>a</p><section class='new'><p>b</p><p>c</p></section><div class='last'><p>d</p></div><p>e</p>"
    found = blocks(body, tmp_path, css)
    assert [(block.text, block.page, block.style.page_break_before) for block in found] == [
        ("a", 0, False),
        ("b", 1, True),
        ("c", 1, False),
        ("d", 1, False),
        ("e", 2, True),
    ]


def test_where_a_page_begins_a_distance_is_what_the_style_says(tmp_path: Path) -> None:
    css = "section { margin-bottom: 7pt } h2 { font: inherit; margin: 9pt 0 2pt }"
    found = blocks(f"<section>{FILLER * LINES}</section><h2>h</h2><p>a</p>", tmp_path, css)
    assert [(block.page, block.style.before) for block in found[-2:]] == [(1, 9), (1, 2)]


def test_one_page_has_all_the_room(tmp_path: Path) -> None:
    assert styled(FILLER, tmp_path).slack == math.inf


def test_the_room_is_what_the_next_line_lacks(tmp_path: Path) -> None:
    assert styled(FILLER * (LINES + 1), tmp_path).slack == 12 - 8
    long = "<p>" + "word<br>" * (LINES + 4) + "end</p>"
    assert styled(long, tmp_path).slack == 12 - 8


def test_what_stays_together_needs_more_room(tmp_path: Path) -> None:
    css = "h2 { font: inherit; margin-top: 5pt } .whole { break-inside: avoid }"
    heading = "<h2>h</h2><p class='whole'>a<br>b<br>c</p>"
    assert styled(FILLER * LINES + heading, tmp_path, css).slack == 5 + 12 + 36 - 8


def test_a_page_that_ends_by_order_sets_no_limit(tmp_path: Path) -> None:
    assert styled("<p>a</p><h2>b</h2>", tmp_path, "h2 { break-before: page }").slack == math.inf
