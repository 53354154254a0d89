"""One job: one layout for every format, kept for what is asked of it later."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from unittest.mock import patch

import docx
import pytest
from invented import everything, job, person

from kiosk import paths
from kiosk.errors import InputError, TemplateError
from kiosk.render import catalogue, html, layout
from kiosk.render import job as rendering
from kiosk.render.types import ALL_FORMATS, OutputFormat, Paper, Rendering, RenderJob
from kiosk.resume import jsonresume
from kiosk.resume.model import Basics, Resume

PRIVATE = "\ue000"


@pytest.fixture
def layouts() -> Iterator[list[str]]:
    """The pages that were really laid out meanwhile."""
    done: list[str] = []

    def lay_out(page: str, **how: object) -> layout.LaidOut:
        done.append(page)
        return layout.lay_out(page, **how)  # type: ignore[arg-type]

    with patch.object(rendering, "lay_out", lay_out):
        yield done


def contents(done: Rendering) -> dict[OutputFormat, bytes]:
    return {document.format: document.content for document in done.documents}


def test_all_four_formats_and_the_pictures_come_of_one_layout(layouts: list[str]) -> None:
    done = rendering.render(job(person("All Four"), picture_width=300))
    assert len(layouts) == 1
    assert {document.format: document.pages for document in done.documents} == {
        OutputFormat.PDF: 1,
        OutputFormat.DOCX: 1,
        OutputFormat.TXT: None,
        OutputFormat.JSON: None,
    }
    assert [(picture.width, picture.height) for picture in done.pictures] == [(300, 388)]
    assert done.facts.pages == 1
    assert "All Four" in done.facts.text


def test_only_what_was_asked_for_is_made() -> None:
    done = rendering.render(job(person(), formats=frozenset({OutputFormat.TXT})))
    assert list(contents(done)) == [OutputFormat.TXT]
    assert done.pictures == ()


def test_saving_writes_from_the_layout_of_the_preview(layouts: list[str]) -> None:
    page = job(person("Saved Soon"), formats=frozenset(), picture_width=200)
    preview = rendering.render(page)
    saved = rendering.render(replace(page, formats=ALL_FORMATS, picture_width=None))
    assert len(layouts) == 1
    assert saved.facts == preview.facts
    assert set(contents(saved)) == ALL_FORMATS


@pytest.mark.parametrize(
    "change",
    [
        {"resume": person("Another")},
        {"paper": Paper.A4},
        {"today": date(2026, 11, 23)},
        {"language": "es"},
    ],
)
def test_another_job_is_laid_out_anew(layouts: list[str], change: dict[str, object]) -> None:
    rendering.render(job(person("First")))
    rendering.render(replace(job(person("First")), **change))  # type: ignore[arg-type]
    assert len(layouts) == 2


def test_a_changed_template_is_laid_out_anew(tmp_path: Path, layouts: list[str]) -> None:
    folder = tmp_path / "classic"
    folder.mkdir()
    for file in (paths.TEMPLATES / "classic").iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    with patch.object(catalogue, "find", lambda _name: catalogue.read(folder)):
        rendering.render(job(person("Mine")))
        style = folder / "style.css"
        style.write_text(style.read_text() + "\nh1 { color: blue }")
        rendering.render(job(person("Mine")))
    assert len(layouts) == 2


def test_equal_jobs_give_equal_files() -> None:
    first = rendering.render(job(everything(), picture_width=100))
    rendering.render(job(person("Someone between")))
    second = rendering.render(job(everything(), picture_width=100))
    assert contents(first) == contents(second)
    assert first.pictures[0].pixels == second.pictures[0].pixels


def test_a_letter_that_no_font_has_is_left_out_of_page_and_word_file_and_said() -> None:
    done = rendering.render(job(person(f"Ana{PRIVATE} Vale", label=f"Cook {PRIVATE}")))
    files = contents(done)
    [notice] = done.notices
    assert (notice.code, notice.where) == ("missing-letter", "basics.name")
    assert "Ana Vale" in done.facts.text
    assert PRIVATE not in done.facts.text
    word = docx.Document(io.BytesIO(files[OutputFormat.DOCX]))
    assert "Ana Vale" in [paragraph.text for paragraph in word.paragraphs]
    assert f"Ana{PRIVATE} Vale" in files[OutputFormat.TXT].decode()
    assert f"Ana{PRIVATE} Vale" in files[OutputFormat.JSON].decode()


def test_the_editable_file_is_the_resume_as_it_is() -> None:
    resume = Resume(basics=Basics(name=" Ana ", image="https://example.org/ana.png"))
    files = contents(rendering.render(job(resume)))
    assert files[OutputFormat.JSON] == jsonresume.dumps(resume)
    assert b"ana.png" not in files[OutputFormat.TXT]


def test_an_empty_resume_is_an_empty_page() -> None:
    done = rendering.render(job(Resume(), picture_width=50))
    assert (done.facts.pages, len(done.pictures)) == (1, 1)


def test_an_unknown_look_is_answered_with_those_there_are() -> None:
    with pytest.raises(InputError, match="classic"):
        rendering.render(job(person(), "nope"))


def test_a_format_that_the_look_does_not_make_is_refused() -> None:
    only_pdf = replace(catalogue.find("classic"), formats=frozenset({OutputFormat.PDF}))
    with patch.object(catalogue, "find", lambda _name: only_pdf), pytest.raises(InputError, match="docx"):
        rendering.render(job(person(), formats=frozenset({OutputFormat.DOCX})))


def test_after_a_broken_job_the_next_one_is_made() -> None:
    broken = patch.object(html, "fill", side_effect=TemplateError("broken"))
    with broken, pytest.raises(TemplateError):
        rendering.render(job(person("Broken")))
    assert "After" in rendering.render(job(person("After"))).facts.text


@pytest.mark.slow
def test_warming_up_keeps_nothing_and_says_nothing() -> None:
    program = (
        "from kiosk.render import job; job.warm_up(); print(job._last)\n"
        "import sys; print([name for name in ('PySide6', 'babel') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", program], capture_output=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"None\n[]\n", b"")


def test_a_job_can_be_sent_to_another_process() -> None:
    import pickle

    one = job(everything())
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - our own bytes
    done = rendering.render(RenderJob(resume=one.resume, template="classic", today=one.today))
    assert contents(pickle.loads(pickle.dumps(done))) == contents(done)  # noqa: S301 - our own bytes
