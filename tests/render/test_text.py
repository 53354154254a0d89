"""The text file: what one pastes into a web form."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from laying import styled

from kiosk.render import text
from kiosk.render.blocks import Block, BlockStyle, PageGeometry, Run, RunStyle, StyledText

LOOK = RunStyle(("Carlito",), 10, bold=False, italic=False, color="000000")
SHEET = PageGeometry(612, 792, 50, 50, 50, 50)


def written(body: str, folder: Path, css: str = "") -> str:
    return text.write(styled(body, folder, css))


def test_headings_stand_after_an_empty_line_and_bullets_are_hyphens(tmp_path: Path) -> None:
    body = """
    <h1>Ana Vale</h1><p>Tucson</p>
    <h2>Work</h2><h3>Clerk</h3><p>Vale Shop</p><ul><li>Sold things<br>every day</li><li>Kept books</li></ul>
    <h3>Cook</h3><h2>School</h2><p>One</p><p>Two</p>
    """
    assert written(body, tmp_path) == (
        "Ana Vale\nTucson\n\n"
        "Work\nClerk\nVale Shop\n- Sold things\n  every day\n- Kept books\n\n"
        "Cook\nSchool\nOne\nTwo\n"
    )


def test_capitals_of_headings_are_written_and_those_of_words_are_not(tmp_path: Path) -> None:
    css = "h2, p { text-transform: uppercase }"
    assert written("<h2>Work</h2><p>Vale Shop</p>", tmp_path, css) == "WORK\nVale Shop\n"


def test_numbers_stay_numbers(tmp_path: Path) -> None:
    css = 'ol li::before { content: counter(list-item) ". " }'
    assert written("<ol><li>a</li><li>b<br>c</li></ol>", tmp_path, css) == "1. a\n2. b\n   c\n"


def test_a_date_at_the_right_margin_comes_after_a_comma(tmp_path: Path) -> None:
    css = "p { display: flex; justify-content: space-between }"
    assert written("<p><b>Vale Shop</b><span>2019</span></p>", tmp_path, css) == "Vale Shop, 2019\n"


def test_a_link_says_where_it_leads_unless_the_words_do(tmp_path: Path) -> None:
    body = """
    <p><a href="https://www.example.org/ana/">example.org/<b>ana</b></a></p>
    <p>My <a href="https://example.org/ana">page</a>, and <a href="mailto:ana@example.org">mail</a></p>
    """
    assert written(body, tmp_path) == "example.org/ana\nMy page (https://example.org/ana), and mail\n"


def test_signs_that_forms_do_not_know_are_plain(tmp_path: Path) -> None:
    assert written("<p>a\u00a0b\u202fc co\u00adop \u200bd — “é”</p>", tmp_path) == "a b c coop d — “é”\n"


def test_an_empty_page_is_an_empty_text(tmp_path: Path) -> None:
    assert written("", tmp_path) == ""


BLOCKS = st.lists(
    st.builds(
        lambda role, marker, words: Block(role, BlockStyle(), (Run(words, LOOK),), marker),
        st.sampled_from(["Title", "Heading 1", "Heading 2", "Body Text", "List Bullet"]),
        st.sampled_from(["", "•", "1."]),
        st.text(st.characters(exclude_categories=["C"]), min_size=1).filter(str.strip),
    )
)


@given(BLOCKS)
def test_no_line_ends_in_space_and_the_file_ends_with_a_line(found: list[Block]) -> None:
    page = StyledText(SHEET, tuple(found), LOOK, 0.0, "en", False, "", "")
    written_ = text.write(page)
    assert written_.endswith("\n") == bool(found)
    assert not written_.startswith("\n")
    assert "\n\n\n" not in written_
    assert [line for line in written_.split("\n") if line.endswith((" ", "\u00a0", "\t"))] == []
