"""The Word file shows what the PDF shows: every word on its page, and where it stands within a few points.

Measured with LibreOffice; with the real Word it cannot be measured here. What is left is where the letters
of a font stand within the height of a line: a fifth of an em at most, the same over the whole page.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import abroad
import fidelity
import pytest
from invented import TODAY, job
from laying import page

from kiosk import paths
from kiosk.render import catalogue, docx
from kiosk.render import job as rendering
from kiosk.render.types import OutputFormat, Paper, RenderJob
from kiosk.resume import jsonresume

CLOSE = 4.0
"""Points; a line is 13.5 high."""

OTHERS = {"ru": (CLOSE, 50), "ar": (8.0, 20), "zh": (8.0, 20), "ja": (8.0, 20), "ko": (8.0, 20)}
"""Other alphabets: points, and how many words must be compared at least. A reader of two files cuts some
words of Arabic, Chinese, Japanese and Korean differently; those are not compared. LibreOffice 7.4 sets a
fifth of an em between a number and a character, though the file says that there is none (autoSpaceDN): that
is what these points are for."""

DRIFT = """
h1 { font: bold 20pt/1.1 Caladea } h2 { font: bold 13pt/1.2 Caladea; text-transform: uppercase;
margin: 11pt 0 5pt; border-bottom: 1pt solid #1f3a5f; padding-bottom: 2pt }
p { line-height: 1.37; margin-bottom: 3pt }
header { text-align: center; border-bottom: 2pt solid #999; padding-bottom: 6pt }
article { break-inside: avoid }
.row { display: flex; justify-content: space-between; align-items: baseline; font-style: italic }
ul { margin: 2pt 0 7pt } li { line-height: 1.15 }
"""


def samples() -> dict[str, RenderJob]:
    """Every sample in every look, the default look on both papers."""
    looks = [template.id for template in catalogue.templates()]
    pages = [(look, Paper.LETTER) for look in looks] + [(looks[0], Paper.A4)]
    return {
        f"{look}-{file.stem}-{paper}": job(jsonresume.load(file).resume, look, paper=paper, today=TODAY)
        for file in sorted(paths.SAMPLES.glob("*.json"))
        for look, paper in pages
    }


def assert_same(pages: Mapping[str, tuple[bytes, bytes]], folder: Path) -> None:
    """Compare PDF and Word file of each name."""
    shown = fidelity.by_libreoffice({name: word for name, (_pdf, word) in pages.items()}, folder)
    for name, (pdf, _word) in pages.items():
        ours = folder / f"{name}-ours.pdf"
        ours.write_bytes(pdf)
        found = fidelity.difference(fidelity.words(ours), fidelity.words(shown[name]))
        assert (found.missing, found.other_page) == ((), ()), name
        assert found.words > 20, name
        assert max(found.x, found.y) <= CLOSE, (name, found.x, found.y)


@pytest.mark.slow
def test_every_sample_in_every_look(tmp_path: Path) -> None:
    pages: dict[str, tuple[bytes, bytes]] = {}
    for name, wanted in samples().items():
        done = rendering.render(wanted)
        content = {document.format: document.content for document in done.documents}
        pages[name] = content[OutputFormat.PDF], content[OutputFormat.DOCX]
    assert_same(pages, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("language", OTHERS)
def test_another_alphabet_in_every_look(language: str, tmp_path: Path) -> None:
    files, resume = {}, abroad.of(language)
    close, least = OTHERS[language]
    for look in catalogue.templates():
        done = rendering.render(job(resume, look.id, language=language, today=TODAY))
        content = {document.format: document.content for document in done.documents}
        (tmp_path / f"{look.id}-ours.pdf").write_bytes(content[OutputFormat.PDF])
        files[look.id] = content[OutputFormat.DOCX]
    for name, shown in fidelity.by_libreoffice(files, tmp_path).items():
        found = fidelity.difference(fidelity.words(tmp_path / f"{name}-ours.pdf"), fidelity.words(shown))
        assert found.words - len(found.missing) > least, name
        assert found.other_page == (), name
        assert max(found.x, found.y) <= close, (name, found.x, found.y)


@pytest.mark.slow
def test_another_look_over_many_pages(tmp_path: Path) -> None:
    entry = """<article><h3>Job number {n}</h3>
    <p class="row"><span>Vale Shop number {n}</span><span>20{n:02}</span></p>
    <p>Words about job {n} that go on and on, so that the line is broken somewhere and the second line is
    shorter than the first, which happens in real life too when somebody did a great deal at one place.</p>
    <ul><li>First thing {n}</li><li>Second thing {n}</li></ul></article>"""
    sections = "".join(
        f"<section><h2>Part {part}</h2>{''.join(entry.format(n=part * 10 + n) for n in range(5))}</section>"
        for part in range(1, 8)
    )
    laid = page(f"<header><h1>Ana Vale</h1><p>Tucson</p></header>{sections}", tmp_path, DRIFT)
    assert laid.pages > 4
    assert_same({"many": (laid.pdf(), docx.write(laid.styled()))}, tmp_path)
