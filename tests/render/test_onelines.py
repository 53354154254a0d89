"""An address a little longer than its line gets smaller letters, and stays whole; so does a name in Word."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from invented import job, person
from laying import page

from kiosk.render import catalogue, docx, onelines
from kiosk.render import job as rendering
from kiosk.render.spacing import LEAST_SIZE, spacing
from kiosk.render.survey import points, survey
from kiosk.render.types import Density, TextSize

STYLE = "html { font: 13pt/1.3 'Liberation Sans'; overflow-wrap: anywhere } a { display: inline-block }"


def address(letters: int) -> str:
    return "ana.vale-" * (letters // 9) + "@mail.example.org"


def link(of: str, folder: Path, style: str = STYLE) -> tuple[int, float]:
    """Return how many lines a link has, and the size of its letters."""
    laid = page(f'<p><a href="mailto:{of}">{of}</a></p><p>Text</p>', folder, style)
    [(element, box)] = [(it, box) for it, box in survey(laid.sheets).first.items() if it.tag == "a"]
    inner = element.find("span")
    size = box if inner is None else survey(laid.sheets).first[inner]
    return len(box.children), points(size.style["font_size"])


def test_an_address_that_fits_stays_as_it_is(tmp_path: Path) -> None:
    assert link(address(30), tmp_path) == (1, 13)


def test_one_that_is_a_little_longer_gets_smaller_letters(tmp_path: Path) -> None:
    lines, size = link(address(72), tmp_path)
    assert lines == 1
    assert LEAST_SIZE <= size < 13
    assert (2 * size).is_integer()


def test_one_that_is_much_longer_is_broken_in_its_own_size(tmp_path: Path) -> None:
    lines, size = link(address(150), tmp_path)
    assert lines > 1
    assert size == 13


def test_words_that_are_a_link_are_broken_between_words(tmp_path: Path) -> None:
    lines, size = link("my page " * 12, tmp_path)
    assert (lines > 1, size) == (True, 13)


def test_it_has_a_style_of_its_own_in_word_and_still_leads_there(tmp_path: Path) -> None:
    of = address(72)
    long, short = (f'<a href="mailto:{it}">{it}</a>' for it in (of, "b@x.org"))
    text = f"<p>Text</p><p>{long}</p><p>Write to {short}</p>"
    paragraphs = Document(io.BytesIO(docx.write(page(text, tmp_path, STYLE).styled()))).paragraphs
    first, second = (paragraph.hyperlinks[0] for paragraph in paragraphs[1:])
    assert (first.text, first.address) == (of, f"mailto:{of}")
    assert [run.style.name for run in (*first.runs, *second.runs)] == [onelines.STYLE, "Hyperlink"]
    assert first.runs[0].font.size is None
    assert LEAST_SIZE <= first.runs[0].style.font.size.pt < 13


@pytest.mark.parametrize("size", TextSize)
@pytest.mark.parametrize("look", [template.id for template in catalogue.templates()])
def test_every_size_of_letters_is_one_that_word_has(look: str, size: TextSize) -> None:
    """Else a name that just fits on its line would go on to the next one in Word."""
    template = catalogue.find(look)
    wanted = job(person(label="Cook"), look, size=size)
    spaced = spacing(template.page, size, Density.NORMAL)
    blocks = rendering.page(wanted.resume, wanted, template, spaced).styled().blocks
    assert {(2 * run.style.size) % 1 for block in blocks for run in block.runs} == {0}
