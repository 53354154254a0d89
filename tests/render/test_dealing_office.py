"""However many paragraphs a page of two has, LibreOffice ends its first page where the PDF does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import fidelity
import pytest
from invented import job

from golden import sample
from kiosk.render import job as rendering
from kiosk.render.types import OutputFormat
from kiosk.render.word.dealing import DEALT
from kiosk.resume.model import Resume

VARIANTS = 20
LOOKS = ("large", "classic")
"""One that has about as many paragraphs on its first page as LibreOffice deals to it, and the default."""


def varied(number: int) -> Resume:
    """A young patron with more and more lines in one place, so that many a paragraph is the 25th once."""
    full = sample("first-job")
    [first, *others] = full.volunteer
    lines = tuple(f"Helped with thing number {nth}" for nth in range(number))
    return replace(full, volunteer=(replace(first, highlights=lines), *others))


@pytest.mark.slow
@pytest.mark.parametrize("look", LOOKS)
def test_every_word_is_on_its_page(look: str, tmp_path: Path) -> None:
    files: dict[str, bytes] = {}
    dealt: list[int] = []
    for number in range(VARIANTS):
        done = rendering.render(job(varied(number), look))
        content = {document.format: document.content for document in done.documents}
        assert rendering._last is not None
        dealt.append(sum(block.page == 0 for block in rendering._last.laid_out.styled().blocks))
        (tmp_path / f"{number}-ours.pdf").write_bytes(content[OutputFormat.PDF])
        files[str(number)] = content[OutputFormat.DOCX]
    assert look != "large" or min(dealt) <= DEALT <= max(dealt)
    for name, shown in fidelity.by_libreoffice(files, tmp_path).items():
        found = fidelity.difference(fidelity.words(tmp_path / f"{name}-ours.pdf"), fidelity.words(shown))
        assert (found.missing, found.other_page) == ((), ()), (name, dealt)
