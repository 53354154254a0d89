"""Vietnamese words are drawn by one font that has all their letters, in every look and file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import fidelity
import pytest
from grading.word import WordFile, direct
from hypothesis import given
from hypothesis import strategies as st
from invented import TODAY, job
from laying import page
from lxml import etree
from test_typefaces import embedded

from kiosk.render import catalogue, typefaces, vietnamese
from kiosk.render import job as rendering
from kiosk.render.types import OutputFormat
from kiosk.render.word import names
from kiosk.render.word.xml import w
from kiosk.resume.model import Basics, Location, Resume, Skill, Work

LOOKS = [look.id for look in catalogue.templates()]
LETTERS = "".join(map(chr, range(0x1EA0, 0x1EFA))) + "ơưƠƯăđĂĐ"
LACKING = ("Liberation Sans", "Liberation Serif", "Caladea")
NEAR = 4.0
"""Points, as for all Latin letters."""

COOK = Resume(
    basics=Basics(
        name="Nguyễn Thị Hoàng Yến",
        label="Line cook",
        email="yen@example.org",
        phone="(520) 555-0133",
        summary="Wrote the menu of Bếp Mẹ: bánh mì, gỏi cuốn, phở tái.",
        location=Location(address="12 Đường Nguyễn Huệ", city="Đà Nẵng", region="VN"),
    ),
    work=(
        Work(
            name="Bếp Mẹ Kitchen",
            position="Line cook",
            location="Huế",
            highlights=(
                "Cooked with Trần Văn Đức for 120 guests a night",
                "Kept the line clean",
                "Trained 3",
            ),
        ),
        Work(name="Blue Heron Grocery", position="Cashier", highlights=("Counted the drawer",)),
    ),
    skills=(Skill(name="Nấu ăn"), Skill(name="Excel")),
)


@cache
def made(look: str, language: str = "en") -> Mapping[OutputFormat, bytes]:
    """Return the files of the cook."""
    done = rendering.render(job(COOK, look, language=language, today=TODAY))
    assert done.notices == ()
    return {document.format: document.content for document in done.documents}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("José Núñez, Łukasz Đorđe", []),
        ("Nguyễn Thị Hoàng Yến", ["Nguyễn Thị Hoàng Yến"]),
        ("Hoàng Văn Trí and Lê Thu", []),
        ("Ana Nguyễn", ["Nguyễn"]),
        ("Tran Hoàng-Yến, cook", ["Tran Hoàng-Yến"]),
        ("Lived in Đà Nẵng and Huế", ["Đà Nẵng", "Huế"]),
        ("Bếp Mẹ Kitchen", ["Bếp Mẹ"]),
        ("sold bánh mì, gỏi cuốn to go", ["gỏi cuốn"]),
        ("nấu ăn cho trẻ", ["nấu ăn cho trẻ"]),
        ("Ngọzi Adébáyọ̀", ["Ngọzi Adébáyọ̀"]),
        ("Nấu ăn in town, phở tái", ["Nấu ăn", "phở"]),
        ("", []),
    ],
)
def test_which_words_are_vietnamese(text: str, found: list[str]) -> None:
    assert [part for part, is_one in vietnamese.parts(text) if is_one] == found


@given(st.text(alphabet="aễ Nươđh-,1’x", max_size=20))
def test_no_letter_is_lost_and_no_marked_word_is_cut(text: str) -> None:
    parts = list(vietnamese.parts(text))
    assert "".join(part for part, _is_one in parts) == text
    assert all(part for part, _is_one in parts)
    marked = set("ễươ")
    assert not any(marked & set(part) for part, is_one in parts if not is_one)


@pytest.mark.slow
@pytest.mark.parametrize("weight", ["normal", "bold"])
@pytest.mark.parametrize("html", ['lang="en"', 'lang="vi"', 'lang="vi-VN"', 'lang="ar"'])
@pytest.mark.parametrize("family", LACKING)
def test_one_font_draws_every_letter(family: str, html: str, weight: str, tmp_path: Path) -> None:
    css = f"html {{ font-family: {family}; font-weight: {weight} }}"
    laid = page("".join(f"<p>Nh{letter}nơ</p>" for letter in LETTERS), tmp_path, css, html=html)
    font = typefaces.of_language(family, "vi").replace(" ", "-")
    assert laid.missing == frozenset()
    assert embedded(laid.pdf()) == {f"{font}-Bold" if weight == "bold" else font}


def test_a_font_that_has_the_letters_draws_them(tmp_path: Path) -> None:
    laid = page(f"<p>{LETTERS}</p>", tmp_path, "html { font-family: Carlito }", html='lang="vi"')
    assert embedded(laid.pdf()) == {"Carlito"}
    assert typefaces.of_language("Carlito", "vi") == ""


def test_only_the_vietnamese_words_of_an_english_page_change_their_font(tmp_path: Path) -> None:
    laid = page("<p>Ana Nguyễn</p>", tmp_path, "html { font-family: Caladea }")
    runs = laid.styled().blocks[0].runs
    assert [(run.text, run.style.families, run.lang) for run in runs] == [
        ("Ana ", ("Caladea",), ""),
        ("Nguyễn", ("Caladea", "Noto Serif"), "vi"),
    ]


@pytest.mark.slow
@pytest.mark.parametrize("look", LOOKS)
def test_each_look_has_the_font_of_the_letters(look: str) -> None:
    """Beside its own on an English page, and in place of it on a Vietnamese one."""
    found = [embedded(made(look)[OutputFormat.PDF]), embedded(made(look, "vi")[OutputFormat.PDF])]
    own = next(each.font for each in catalogue.templates() if each.id == look)
    other = typefaces.of_language(own, "vi").replace(" ", "-")
    assert not other or any(font.startswith(other) for font in found[0])
    if other:
        assert not any(font.startswith(own.replace(" ", "-")) for font in found[1])


@pytest.mark.parametrize("look", LOOKS)
def test_the_word_file_needs_no_formatting_by_hand(look: str) -> None:
    assert direct(WordFile(made(look)[OutputFormat.DOCX])).for_a_style == ()


@pytest.mark.parametrize(
    ("look", "font", "instead"),
    [
        ("bold", "Noto Sans", "Arial"),
        ("traditional", "Noto Serif", "Times New Roman"),
        ("serif", "Noto Serif", "Cambria"),
    ],
)
def test_words_own_font_stands_in(look: str, font: str, instead: str) -> None:
    with ZipFile(BytesIO(made(look)[OutputFormat.DOCX])) as archive:
        table = etree.fromstring(archive.read("word/fontTable.xml"))
    named = {each.get(w("name")): each.find(w("altName")) for each in table}
    assert named[font].get(w("val")) == instead
    assert not names.has_same_measure(("Caladea", font), "Nguyễn")


@pytest.mark.parametrize("look", LOOKS)
def test_machines_read_whole_words(look: str, tmp_path: Path) -> None:
    (tmp_path / "cook.pdf").write_bytes(made(look)[OutputFormat.PDF])
    read = {word.text for word in fidelity.words(tmp_path / "cook.pdf")}
    assert set(re.findall(r"\w+", COOK.basics.name.lower())) | {"trần", "đức", "nấu", "phở", "mẹ"} <= read | {
        word.strip(":,.") for word in read
    }


@pytest.mark.slow
def test_word_shows_what_the_pdf_shows(tmp_path: Path) -> None:
    files = {f"{look}-{code}": made(look, code) for look in LOOKS for code in ("en", "vi")}
    word = {name: each[OutputFormat.DOCX] for name, each in files.items()}
    shown = fidelity.by_libreoffice(word, tmp_path)
    for name, each in files.items():
        ours = tmp_path / f"{name}-ours.pdf"
        ours.write_bytes(each[OutputFormat.PDF])
        found = fidelity.difference(fidelity.words(ours), fidelity.words(shown[name]))
        assert (found.missing, found.other_page) == ((), ()), name
        assert max(found.x, found.y) <= NEAR, (name, found.x, found.y)
