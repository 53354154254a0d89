"""Boxes are found again by their element, and fonts say how high their lines are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from laying import page

from kiosk.render.metrics import natural_height
from kiosk.render.survey import Survey, survey, texts


def surveyed(body: str, folder: Path, css: str = "") -> tuple[Survey, Any]:
    laid = page(body, folder, css)
    return survey([sheet._page_box for sheet in laid._document.pages]), laid._html.etree_element


def test_elements_are_found_with_their_pages_and_pieces(tmp_path: Path) -> None:
    found, root = surveyed("<p>" + "a<br>" * 70 + "</p><p>b</p>", tmp_path)
    long, short = root.iter("p")
    assert found.pages[long] == (0, 1)
    assert [piece.page for piece in found.pieces[long]] == [0, 1]
    assert [len(piece.lines) for piece in found.pieces[long]] == [57, 13]
    assert [piece.page for piece in found.pieces[short]] == [1]
    assert found.pieces[short][0].top == found.pieces[long][1].bottom


def test_what_the_style_sheet_adds_is_kept_apart(tmp_path: Path) -> None:
    css = 'p::after { content: "b" } @page { @bottom-center { content: "margin" } }'
    found, root = surveyed("<p>a</p><ul><li>c</li></ul>", tmp_path, css)
    assert [(element.tag, kind) for element, kind in found.generated] == [("p", "after"), ("li", "before")]
    body = found.first[next(root.iter("body"))]
    assert [text.text for text in texts(body)] == ["a", "c"]
    assert [text.text for text in texts(body, generated=True)] == ["a", "b", "•\u00a0", "c"]


@pytest.mark.parametrize(
    ("family", "text", "ems"),
    [
        ("Carlito", "Words", 2500 / 2048),  # hhea and OS/2 agree, and so does Calibri
        ("Liberation Sans", "Words", 1.149),
        ("Liberation Serif", "Words", 1.149),
        ("Caladea", "Words", 1.15),  # OS/2 says to take its typographic measures
        ("Noto Sans CJK SC", "张伟", 1.448),
        ("Carlito, Noto Sans CJK SC", "Words 张伟", 1.448),
    ],
)
def test_the_height_of_a_line_is_that_of_its_fonts(
    tmp_path: Path, family: str, text: str, ems: float
) -> None:
    found, root = surveyed(f"<p>{text}</p>", tmp_path, f"p {{ font: 20px {family} }}")
    boxes = list(texts(found.first[next(root.iter("p"))]))  # words of another alphabet have their own
    known: dict[tuple[object, ...], float] = {}
    assert max(natural_height(box, known) for box in boxes) == pytest.approx(20 * ems, abs=0.03)
    assert [natural_height(box, known) for box in boxes] == [natural_height(box, {}) for box in boxes]
    assert len(known) == len(boxes)
