"""The text of a page as QR codes: read by another program they are the text, to the letter."""

from __future__ import annotations

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk import paths
from kiosk.flow import codes
from kiosk.flow.choices import Choices
from kiosk.flow.codes import LARGEST_VERSION, QUIET, SMALLEST_VERSION, Code, capacity, make, split
from kiosk.flow.export import job_for
from kiosk.render.job import render
from kiosk.render.types import OutputFormat
from kiosk.resume import jsonresume

MOST_BYTES = capacity(LARGEST_VERSION)

lines = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=700).map("{}\n".format)
texts = st.lists(lines, max_size=12).map("".join)


def read(code: Code, pixels: int = 4) -> str:
    """Read a code as a phone would, from a picture of it."""
    side = code.side * pixels
    picture = bytearray(b"\xff" * side * side)
    for y, row in enumerate(code.rows, QUIET):
        for x, dark in enumerate(row, QUIET):
            for line in range(y * pixels, (y + 1) * pixels) if dark else ():
                picture[line * side + x * pixels : line * side + (x + 1) * pixels] = bytes(pixels)
    (found,) = zxingcpp.read_barcodes(memoryview(picture).cast("B", shape=(side, side)))
    assert found.valid
    return str(found.text)


def sample_text(name: str) -> str:
    resume = jsonresume.load(paths.SAMPLES / f"{name}.json").resume
    (document,) = [
        made
        for made in render(job_for(resume, Choices(template="classic"))).documents
        if made.format is OutputFormat.TXT
    ]
    return document.content.decode()


@given(texts, st.integers(8, MOST_BYTES))
def test_the_parts_are_the_text_and_every_one_fits(text: str, most: int) -> None:
    parts = split(text, most)
    assert "".join(parts) == text
    assert all(0 < len(part.encode()) <= most for part in parts)


@given(st.lists(lines.filter(lambda line: len(line.encode()) <= MOST_BYTES), max_size=12))
def test_a_line_that_fits_is_never_cut(given_lines: list[str]) -> None:
    parts = split("".join(given_lines), MOST_BYTES)
    assert [line for part in parts for line in part.split("\n")[:-1]] == [
        line.removesuffix("\n") for line in given_lines
    ]


@given(texts.filter(bool))
def test_there_are_as_few_as_there_can_be(text: str) -> None:
    parts = split(text, MOST_BYTES)
    # Two neighbours together would not fit: else a greedy walk had needed fewer.
    size = len(text.encode())
    assert len(parts) >= -(-size // MOST_BYTES)
    if len(parts) > 1 and all(len(line.encode()) <= 100 for line in text.splitlines(keepends=True)):
        assert len(parts) <= -(-size // (MOST_BYTES - 100))


def test_the_parts_are_about_as_long_as_each_other() -> None:
    parts = split("x" * 49 + "\n" + ("y" * 49 + "\n") * 11, MOST_BYTES)  # 600 bytes
    assert [len(part) for part in parts] == [300, 300]


@pytest.mark.parametrize("name", ["plant-worker", "refugee-pharmacist", "retail-manager-two-pages"])
@pytest.mark.slow
def test_a_resume_comes_back_to_the_letter(name: str) -> None:
    text = sample_text(name)
    made = make(text)
    assert "".join(map(read, made)) == text
    assert len({code.side for code in made}) == 1
    assert made[0].side <= 97
    assert 1 < len(made) <= -(-len(text.encode()) // 400)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee\n",
        "José Muñoz — café\n",
        "李小龍\n厨师 · 北京\n",
        "محمد\nНина\n한국어 😀\n",
        "1234567890\n",
        "ONLY CAPITALS 12\n",
    ],
)
def test_every_alphabet_comes_back(text: str) -> None:
    assert "".join(map(read, make(text))) == text


@settings(max_examples=15)
@given(texts.filter(str.strip))
def test_whatever_was_typed_comes_back(text: str) -> None:
    made = make(text)
    assert "".join(code.text for code in made) == text
    assert "".join(map(read, made)) == text


@pytest.mark.parametrize("version", range(SMALLEST_VERSION, LARGEST_VERSION + 1))
@pytest.mark.parametrize("letter", ["x", "é"])
def test_a_code_of_every_size_can_be_filled(version: int, letter: str) -> None:
    most = capacity(version)
    size = len(letter.encode())
    text = "x" * (most % size) + letter * (most // size)
    (code,) = make(text, version)
    assert (code.side, read(code)) == (codes.side_of(version), text)
    assert codes.version_for(code.side) == version
    assert len(split(text + "y", most)) == 2


def test_a_code_has_its_limits_whatever_the_room() -> None:
    assert codes.version_for(0) == SMALLEST_VERSION
    assert codes.version_for(1000) == LARGEST_VERSION
    assert codes.side_of(LARGEST_VERSION) == 97


@pytest.mark.parametrize("text", ["", "\n", " \n\n"])
def test_a_blank_page_needs_no_code(text: str) -> None:
    assert make(text) == ()
