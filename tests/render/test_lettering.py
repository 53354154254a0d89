"""What machines read in alphabets where letters and glyphs do not go one by one."""

from __future__ import annotations

import io
import subprocess
import unicodedata
from pathlib import Path

import pypdf
import pytest
from laying import page

from kiosk.render import raster

FONTS = """html { font-family: Carlito, "Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew",
  "Noto Sans Devanagari", "Noto Sans Thai", "Noto Sans CJK SC" }"""

HINDI = ["हिन्दी शिक्षिका, क्षेत्र प्रबंधक", "कार्य में निपुण (10 वर्ष) और ईमानदार।", "विद्यालय", "बच्चों को गणित सिखाया"]
THAI = ["สมชาย ใจดี", "ผู้จัดการร้าน", "ทำงานกับน้ำดื่มและกำลังเรียนรู้"]
HEBREW = ["שרה כהן", "מנהלת חנות (סניף 3)"]
ARABIC = ["صيدلانية (مرخصة)", "اللغة الأم", "لاعب", "إدارة"]


def pdf_of(lines: list[str], folder: Path, html: str = 'lang="en"') -> bytes:
    return page("".join(f"<p>{line}</p>" for line in lines), folder, FONTS, html=html).pdf()


def by_poppler(pdf: bytes, way: str) -> str:
    done = subprocess.run(["pdftotext", way, "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


@pytest.mark.parametrize("lines", [HINDI, THAI, ["Ana Vale", *HINDI, *THAI, "office 李明"]])
def test_syllables_of_several_glyphs_are_read_as_typed(lines: list[str], tmp_path: Path) -> None:
    pdf = pdf_of(lines, tmp_path)
    assert raster.text(pdf) == ("\n".join(lines),)
    for way in ("-raw", "-layout"):
        read = by_poppler(pdf, way)
        assert [line.strip() for line in read.splitlines() if line.strip("\f ")] == lines


def test_readers_that_go_by_glyphs_find_the_same_letters(tmp_path: Path) -> None:
    """They may stand in the order of the eye."""
    read = pypdf.PdfReader(io.BytesIO(pdf_of(THAI, tmp_path))).pages[0].extract_text()
    assert same_letters(read) == same_letters("".join(THAI))


def same_letters(text: str) -> list[str]:
    return sorted(unicodedata.normalize("NFKD", "".join(text.replace("\u200b", "").split())))


@pytest.mark.parametrize(("lines", "language"), [(HEBREW, "he"), (ARABIC, "ar")])
def test_lines_from_right_to_left_are_read_as_typed(lines: list[str], language: str, tmp_path: Path) -> None:
    pdf = pdf_of(lines, tmp_path, f'lang="{language}" dir="rtl"')
    assert raster.text(pdf) == ("\n".join(lines),)


def test_two_letters_in_one_glyph_stay_in_their_order(tmp_path: Path) -> None:
    pdf = pdf_of(["لاعب", "سلام"], tmp_path, 'lang="ar" dir="rtl"')
    assert [word for word in ("لاعب", "سلام") if word in by_poppler(pdf, "-raw")] == ["لاعب", "سلام"]


def test_brackets_that_were_mirrored_leave_phone_numbers_alone(tmp_path: Path) -> None:
    pdf = pdf_of(["صيدلانية (مرخصة)", '<bdi dir="ltr">(520) 555-0100</bdi>'], tmp_path, 'lang="ar" dir="rtl"')
    assert "(520) 555-0100" in raster.text(pdf)[0]
    assert "(520) 555-0100" in by_poppler(pdf, "-raw")


def test_nothing_is_written_beside_plain_letters(tmp_path: Path) -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf_of(["Ana (office)", "Łódź Ελένη Олена 李明 한국어"], tmp_path)))
    assert b"ActualText" not in reader.pages[0].get_contents().get_data()  # type: ignore[union-attr]


def test_equal_pages_make_equal_bytes(tmp_path: Path) -> None:
    first, second = (pdf_of([*HINDI, *ARABIC], tmp_path) for _ in range(2))
    assert first == second
