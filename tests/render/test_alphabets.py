"""Every alphabet comes out as letters in PDF, Word and text, alone, mixed in one line, and on mirrored pages.

In the PDF, lines that mix letters from the right with others are read by machines with the same words; their
order is the machines' own.
"""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import abroad
import fidelity
import page_words
import pytest
from docx import Document as WordDocument
from invented import job, person
from pypdf import PdfReader

from kiosk import i18n, paths
from kiosk.render import job as rendering
from kiosk.render import raster
from kiosk.render.types import OutputFormat

pytestmark = pytest.mark.slow

NEAR = 8.0
"""Points, as far as a word in Word may stand from its place in the PDF; Latin has a closer bar."""

MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What machines, and we in Word files, put around letters that read from the right."""


@pytest.fixture(scope="module", autouse=True)
def _compiled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    folder: Path = tmp_path_factory.mktemp("locale")
    page_words.compile_all(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paths, "LOCALE", folder)
        i18n.catalogue.cache_clear()
        yield
    i18n.catalogue.cache_clear()


@cache
def files() -> dict[OutputFormat, bytes]:
    """Return the files of a page in English that has all words, each on a line and all of them in one."""
    mixed = tuple(f"Worked with {words}, 2019 – {words} & more" for words in abroad.WORDS.values())
    resume = person(summary="\n".join(abroad.WORDS.values()), label=" ".join(abroad.WORDS.values()))
    work = (resume.work[0].__class__(position="Clerk", highlights=mixed),)
    done = rendering.render(job(resume.__class__(basics=resume.basics, work=work)))
    assert done.notices == ()
    return {document.format: document.content for document in done.documents}


def plain(text: str) -> str:
    return " ".join(MARKS.sub("", unicodedata.normalize("NFC", text)).split())


def by_pdftotext(pdf: bytes, *how: str) -> str:
    told = subprocess.run(["pdftotext", *how, "-", "-"], input=pdf, capture_output=True, check=True)
    return told.stdout.decode()


@pytest.mark.parametrize("script", abroad.WORDS)
def test_text_and_word_have_the_letters_as_typed(script: str) -> None:
    words = abroad.WORDS[script]
    word = WordDocument(BytesIO(files()[OutputFormat.DOCX]))
    for lines in (
        files()[OutputFormat.TXT].decode().splitlines(),
        [paragraph.text for paragraph in word.paragraphs],
    ):
        assert words in lines
        assert any(f"Worked with {words}, 2019 – {words} & more" in line for line in lines)


@pytest.mark.parametrize("script", abroad.WORDS)
@pytest.mark.parametrize("how", ["PDFium", "pdftotext", "pdftotext -layout"])
def test_machines_read_the_letters_of_the_pdf(how: str, script: str) -> None:
    pdf = files()[OutputFormat.PDF]
    read = plain("\n".join(raster.text(pdf)) if how == "PDFium" else by_pdftotext(pdf, *how.split()[1:]))
    words = plain(abroad.WORDS[script])
    assert words in read
    if script not in abroad.FROM_THE_RIGHT:
        assert f"Worked with {words}, 2019 – {words} & more" in read


@pytest.mark.parametrize("language", ["ar", "zh", "ko", "ru"])
def test_a_page_in_another_alphabet_has_every_word_in_every_file(language: str) -> None:
    resume = abroad.of(language)
    done = rendering.render(job(resume, language=language))
    assert done.notices == ()
    content = {document.format: document.content for document in done.documents}
    text = content[OutputFormat.TXT].decode()
    word = plain(
        "\n".join(line.text for line in WordDocument(BytesIO(content[OutputFormat.DOCX])).paragraphs)
    )
    pdf = "".join(plain(done.facts.text).split())
    _ = i18n.catalogue("resume", language).gettext
    typed = [resume.basics.name, resume.basics.label, *resume.work[1].highlights, *map(_, ("Work", "Skills"))]
    for words in typed:
        assert words in text
        assert words in word
        for part in words.split():
            assert part in pdf, words  # Chinese lines break within words


def test_a_page_that_reads_from_the_right_is_mirrored(tmp_path: Path) -> None:
    done = rendering.render(job(abroad.of("ar"), language="ar"))
    content = {document.format: document.content for document in done.documents}
    pdf = tmp_path / "page.pdf"
    pdf.write_bytes(content[OutputFormat.PDF])
    told = by_pdftotext(content[OutputFormat.PDF], "-bbox")
    boxes = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">(.*?)</word>', told)
    width = float(PdfReader(BytesIO(content[OutputFormat.PDF])).pages[0].mediabox.width)
    right = max(float(box[2]) for box in boxes)
    bullets = [float(box[2]) for box in boxes if box[3] == "•"]
    assert len(bullets) == 3
    assert all(right - 4 < bullet <= right for bullet in bullets)  # its blank is beyond it
    [heading] = [box for box in boxes if "تاراهملا" in box[3] or "المهارات" in box[3]]
    assert right - 1 < float(heading[2]) <= right
    assert right == pytest.approx(width - min(width - right, 54.5), abs=1)
    [phone] = [float(box[0]) for box in boxes if "555-0137" in box[3]]
    [mail] = [float(box[0]) for box in boxes if "vale@example.org" in box[3]]
    assert mail < phone


def test_what_is_kept_apart_stays_apart_in_word() -> None:
    done = rendering.render(job(abroad.of("ar"), language="ar", formats=frozenset({OutputFormat.DOCX})))
    word = WordDocument(BytesIO(done.documents[0].content))
    [contact] = [line for line in word.paragraphs if "555-0137" in line.text]
    assert plain(contact.text) == "Tucson, AZ · (520) 555-0137 · vale@example.org"
    from_right = {
        run.text: run._r.rPr is not None and run._r.rPr.find(RTL) is not None for run in contact.runs
    }
    assert from_right[" ·"] is True
    assert from_right["(520) 555-0137"] is False


RTL = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}rtl"


@pytest.mark.slow
def test_word_shows_pages_of_other_alphabets_as_the_pdf_does(tmp_path: Path) -> None:
    content = {}
    for language in ("ar", "zh", "ko", "ru"):
        done = rendering.render(job(abroad.of(language), language=language))
        content[language] = {document.format: document.content for document in done.documents}
    shown = fidelity.by_libreoffice({it: made[OutputFormat.DOCX] for it, made in content.items()}, tmp_path)
    for language, made in content.items():
        ours = tmp_path / f"{language}-ours.pdf"
        ours.write_bytes(made[OutputFormat.PDF])
        one, other = fidelity.words(ours), fidelity.words(shown[language])
        found = fidelity.difference(one, other)
        assert found.other_page == ()
        assert max(found.x, found.y) <= NEAR, (language, found.x, found.y)
        # Where signs and numbers touch letters, the two cut words otherwise: so letters are counted.
        assert sorted("".join(word.text for word in one)) == sorted("".join(word.text for word in other))


@pytest.mark.slow
def test_word_draws_every_alphabet_with_its_own_font(tmp_path: Path) -> None:
    shown = fidelity.by_libreoffice({"all": files()[OutputFormat.DOCX]}, tmp_path)["all"]
    fonts = {
        str(font.get_object()["/BaseFont"]).partition("+")[2].split("-Regular")[0].split("-Bold")[0]
        for sheet in PdfReader(shown).pages
        for font in sheet["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    for name in (
        "NotoNaskhArabic",
        "NotoSansHebrew",
        "NotoSansDevanagari",
        "NotoSansThai",
        "NotoSansEthiopic",
    ):
        assert name in fonts
    assert "�" not in by_pdftotext(shown.read_bytes())
