"""Pictures and text of a PDF."""

from __future__ import annotations

import subprocess
import sys

import pytest
import weasyprint

from kiosk.render import raster


@pytest.fixture(scope="module")
def pdf() -> bytes:
    """Two pages of 300 by 400 pt: a blue stripe on top of the first, a word on each."""
    style = (
        "@page { size: 300pt 400pt; margin: 0 } body { margin: 0 } div { height: 100pt; background: #0000ff }"
    )
    html = f"<style>{style}</style><div></div><p>First</p><p style='break-before: page'>Second é</p>"
    return bytes(weasyprint.HTML(string=html).write_pdf())


@pytest.mark.parametrize("width", [1, 16, 333, 600, 1201])
def test_a_picture_is_as_wide_as_asked_and_keeps_the_shape(pdf: bytes, width: int) -> None:
    first, second = raster.pictures(pdf, width)
    assert first.width == second.width == width
    assert first.height == max(1, round(width * 400 / 300))
    assert len(first.pixels) == first.width * first.height * 4


def test_pixels_are_blue_green_red_on_white(pdf: bytes) -> None:
    first, _second = raster.pictures(pdf, 300)
    stripe = 50 * 300 * 4
    paper = 350 * 300 * 4
    assert first.pixels[stripe : stripe + 3] == b"\xff\x00\x00"
    assert first.pixels[paper : paper + 3] == b"\xff\xff\xff"


def test_text_comes_page_by_page(pdf: bytes) -> None:
    assert [text.strip() for text in raster.text(pdf)] == ["First", "Second é"]


def test_nothing_is_said_at_the_end_of_the_process(pdf: bytes) -> None:
    """pypdfium2 speaks up at exit of every object that was not closed."""
    program = (
        "import sys; from kiosk.render import raster\n"
        "pdf = sys.stdin.buffer.read()\n"
        "print(len(raster.pictures(pdf, 50)), len(raster.text(pdf)))"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", program], input=pdf, capture_output=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"2 2\n", b"")
