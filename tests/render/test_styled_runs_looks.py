"""Words become runs: spaces as CSS sees them, letters as they look, styles and links by name."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laying import blocks

from kiosk.render.blocks import Run, RunStyle
from kiosk.render.looks import collapsed, target

PLAIN = RunStyle(("Carlito",), 10, bold=False, italic=False, color="000000")
STRONG = RunStyle(("Carlito",), 10, bold=True, italic=False, color="000000")


def runs(body: str, folder: Path, css: str = "", *, html: str = 'lang="en"') -> list[tuple[str, str]]:
    """Return the words of the first paragraph, each with the name of its style."""
    return [(run.text, run.name) for run in blocks(body, folder, css, html=html)[0].runs]


def test_spaces_are_those_one_sees(tmp_path: Path) -> None:
    body = "<p>\n  Sold\t <span> </span>  <b> things </b>\n and more <br>  twice\u00a0\u00a0 </p>"
    assert runs(body, tmp_path) == [
        ("Sold ", ""),
        ("things ", "Strong"),
        ("and more\ntwice\u00a0\u00a0", ""),
    ]


def test_lines_that_are_kept_stay_lines(tmp_path: Path) -> None:
    assert runs("<p>a \n  b\n\nc </p>", tmp_path, "p { white-space: pre-line }") == [("a\nb\n\nc", "")]


def test_capitals_are_a_look_and_other_changes_are_words(tmp_path: Path) -> None:
    (block,) = blocks("<p>Vale Shop</p>", tmp_path, "p { text-transform: uppercase }")
    assert (block.text, block.runs[0].style.caps) == ("Vale Shop", True)
    assert runs("<p>Vale Shop</p>", tmp_path, "p { text-transform: lowercase }") == [("vale shop", "")]
    assert runs("<p>vale shop</p>", tmp_path, "p { text-transform: capitalize }") == [("Vale Shop", "")]


def test_what_the_style_sheet_writes_is_read_where_it_says_words(tmp_path: Path) -> None:
    css = 'span + span::before { content: " | " }'
    css += 'p::after { content: "." } p::before { content: counter(page) " " }'
    body = "<p><span>a</span><span>b</span></p>"
    assert "".join(text for text, _name in runs(body, tmp_path, css)) == "1 a | b."


def test_names_come_from_classes_then_from_tags(tmp_path: Path) -> None:
    body = "<p>a <em class='start-date x'>b <strong>c</strong></em> <i>d</i> <span class='title'>e</span></p>"
    assert runs(body, tmp_path) == [
        ("a ", ""),
        ("b ", "Start Date"),
        ("c", "Strong"),
        (" ", ""),
        ("d", "Emphasis"),
        (" ", ""),
        ("e", "Title Text"),
    ]


def test_looks_are_measured_in_points(tmp_path: Path) -> None:
    css = "b { font: italic 700 8pt Caladea; color: rgb(255 0 0 / 50%); text-decoration: underline }"
    (block,) = blocks("<p>a<b>b</b></p>", tmp_path, css)
    assert block.runs[1].style == RunStyle(("Caladea",), 8, True, True, "FF8080", underline=True)


def test_another_language_is_said(tmp_path: Path) -> None:
    (block,) = blocks("<p>School <span lang='es'>Escuela</span></p>", tmp_path)
    assert [run.lang for run in block.runs] == ["", "es"]


def test_control_characters_are_dropped(tmp_path: Path) -> None:
    assert runs("<p>a\u0001b\ufffec</p>", tmp_path) == [("abc", "")]


@pytest.mark.parametrize(
    ("address", "kept"),
    [("https://a.example/x", True), ("mailto:a@b.example", True), ("data:,x", False), ("http://[x", False)],
)
def test_links_lead_where_they_may(address: str, kept: bool) -> None:
    assert target(address) == (address if kept else "")


TEXTS = st.sampled_from(["a", "b c", " ", " d", "e ", " f ", "\n", "\t", ""])
RUNS = st.lists(st.builds(Run, TEXTS, st.sampled_from([PLAIN, STRONG]), st.sampled_from(["", "Strong"])))


@given(RUNS)
def test_collapsing_leaves_one_space_between_words_and_none_at_ends_of_lines(given_: list[Run]) -> None:
    found = collapsed(given_)
    text = "".join(run.text for run in found)
    assert [line for line in text.split("\n") if line != line.strip(" ")] == []
    assert "".join(text.split()) == "".join("".join(run.text for run in given_).split())
    assert all(run.text for run in found)
    assert collapsed(found) == found
