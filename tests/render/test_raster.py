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
    assert raster.text(pdf) == ("First", "Second é")


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("office affluent fi", "office affluent fi"),
        ("one&nbsp;two <b>three</b>four", "one two threefour"),
        ("self&shy;made and wel&ZeroWidthSpace;come", "selfmade and welcome"),
        ("one<br>two<br><br> three", "one\ntwo\nthree"),
        ("Łódź Đặng Ελένη Олена 李明 김민 አማርኛ", "Łódź Đặng Ελένη Олена 李明 김민 አማርኛ"),
        ("שלום עולם", "שלום עולם"),
        ("مريم بيت", "مريم بيت"),
    ],
)
def test_text_is_words_with_one_space_between_and_lines(words: str, text: str) -> None:
    style = "<style>html { font-family: Carlito, 'Noto Sans', 'Noto Sans CJK SC' }</style>"
    made = bytes(weasyprint.HTML(string=f"{style}<p>{words}</p>").write_pdf())
    assert raster.text(made) == (text,)


def test_a_word_broken_at_the_end_of_a_line_keeps_its_letters() -> None:
    html = "<p style='width: 5em; overflow-wrap: anywhere'>ana.maria.vale@example.org self&shy;sufficient</p>"
    [text] = raster.text(bytes(weasyprint.HTML(string=html).write_pdf()))
    assert (
        "".join(text.split()).replace("-", "").replace("‐", "") == "ana.maria.vale@example.orgselfsufficient"
    )
    assert "\ufffe" not in text


def test_a_file_in_a_pdf_is_found_by_its_name() -> None:
    attachment = weasyprint.Attachment(string="x é", name="a.txt")
    made = bytes(weasyprint.HTML(string="<p>x").write_pdf(attachments=[attachment]))
    assert raster.attached(made, "a.txt", 4) == "x é".encode()
    assert raster.attached(made, "a.txt", 3) is None
    assert raster.attached(made, "b.txt", 4) is None
    assert raster.attached(b"%PDF-", "a.txt", 4) is None


def test_nothing_is_said_at_the_end_of_the_process(pdf: bytes) -> None:
    """pypdfium2 speaks up at exit of every object that was not closed."""
    program = (
        "import sys; from kiosk.render import raster\n"
        "pdf = sys.stdin.buffer.read()\n"
        "print(len(raster.pictures(pdf, 50)), len(raster.text(pdf)))"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", program], input=pdf, capture_output=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"2 2\n", b"")
