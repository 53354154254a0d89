"""Pages are what they were, until somebody wants them to be otherwise: golden.py says how to remake them."""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops

import golden
from kiosk.render import catalogue

LOOKS = [template.id for template in catalogue.templates()]
MEAN, WORST = 1.0, 24.0
"""A line that moved by half its height makes a mean of 4 and more; another way to draw letters, of 0.5."""


def kept(look: str) -> Image.Image:
    with Image.open(golden.GOLDEN / f"{look}.png") as image:
        return image.convert("L")


def test_the_words_are_what_they_were() -> None:
    assert golden.words_as_html() == (golden.GOLDEN / "home-cleaner.classic.html").read_text("utf-8")
    assert golden.words_as_text() == (golden.GOLDEN / "home-cleaner.classic.txt").read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize("look", LOOKS)
def test_the_page_looks_as_it_did(look: str) -> None:
    mean, worst = golden.difference(golden.picture(look), kept(look))
    assert (mean <= MEAN, worst <= WORST) == (True, True), (mean, worst)


@pytest.mark.parametrize("look", LOOKS)
def test_a_page_that_moved_by_half_a_line_is_seen(look: str) -> None:
    mean, worst = golden.difference(ImageChops.offset(kept(look), 0, 5), kept(look))
    assert mean > MEAN
    assert worst > WORST


def test_no_two_looks_are_alike() -> None:
    """Even a small grey picture tells them apart."""
    for index, look in enumerate(LOOKS):
        for other in LOOKS[:index]:
            assert golden.difference(kept(look), kept(other))[0] > 3 * MEAN, (look, other)
    assert {path.stem for path in golden.GOLDEN.glob("*.png")} == set(LOOKS)
