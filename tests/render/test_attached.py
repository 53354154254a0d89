"""The resume inside its PDF and Word file: what stands there, and what is made of files that lie."""

from __future__ import annotations

import io
import json
import re
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import docx as python_docx
import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented import TODAY, everything, job, person
from jsonschema import Draft4Validator, FormatChecker
from openxml_audit import OpenXmlValidator

from helpers.strategies import resumes
from kiosk.errors import ResumeFileError
from kiosk.flow import choices
from kiosk.render import attached, catalogue, html
from kiosk.render import job as rendering
from kiosk.render.order import by_date
from kiosk.render.tidy import tidy
from kiosk.render.types import Order, OutputFormat, RenderJob
from kiosk.render.word import data as word
from kiosk.resume import hours, jsonresume
from kiosk.resume.dates import PartialDate
from kiosk.resume.limits import MAX_BYTES
from kiosk.resume.model import Basics, Certificate, Json, Location, Resume, Work

SCHEMA = Path(__file__).parent.parent / "schema" / "resume-schema-1.0.0.json"
OFFICIAL = Draft4Validator(json.loads(SCHEMA.read_bytes()), format_checker=FormatChecker())
Files = dict[OutputFormat, bytes]
BOTH = (OutputFormat.PDF, OutputFormat.DOCX)
NOTHING_BUT = b'{"basics": {"name": "Ana"}}'


def made(resume: Resume, *, attach: bool = True) -> Files:
    done = rendering.render(job(resume, attach=attach))
    return {document.format: document.content for document in done.documents}


@pytest.fixture(scope="module")
def files() -> Files:
    return made(everything())


@pytest.fixture(scope="module")
def plain() -> Files:
    return made(everything(), attach=False)


def page_of(resume: Resume) -> str:
    template = catalogue.find("classic")
    return html.fill(template, RenderJob(resume=by_date(tidy(resume)), template="classic", today=TODAY))


def parts(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


class TestWhatIsInside:
    @pytest.mark.parametrize("kind", BOTH)
    def test_is_the_resume_that_the_page_shows(self, files: Files, kind: OutputFormat) -> None:
        loaded = attached.loads(files[kind], "a file")
        assert loaded is not None
        assert page_of(loaded.resume) == page_of(everything())

    @pytest.mark.slow
    @given(resumes())
    @settings(suppress_health_check=[HealthCheck.too_slow])
    def test_prints_the_same_page_and_is_strict(self, resume: Resume) -> None:
        content = attached.printed(by_date(tidy(resume)))
        OFFICIAL.validate(json.loads(content))
        try:
            again = jsonresume.loads(content).resume
        except ResumeFileError:  # nothing of it is printed
            again = Resume()
        assert page_of(again) == page_of(resume)

    def test_nothing_that_is_not_printed(self) -> None:
        secret = {"pay": "SECRET-pay"}
        resume = Resume(
            basics=Basics(
                name="Ana Vale",
                image="https://example.org/SECRET.png",
                url="example.org/printed",
                location=Location(city="Tucson", country_code="SECRET-country", extra=secret),
                extra=secret,
            ),
            work=(
                Work(name="Vale Shop", start_date=PartialDate(2020), end_unread="SECRET-end", extra=secret),
                Work(name="Other Shop", end_unread="SECRET-end"),
            ),
            certificates=(Certificate(name="Food card", date=PartialDate(2025)),),
            meta={"canonical": "https://example.org/SECRET", "lastModified": "SECRET", "other": "SECRET"}
            | {"kiosk": {"extra": {"x": "SECRET"}, "unread": ["SECRET"], "jobFacts": "SECRET"}},
            schema="https://example.org/SECRET",
        )
        files = made(resume)
        for kind in BOTH:
            content = attached.read(files[kind]) or b""
            assert b"SECRET" not in content
            assert json.loads(content)["meta"] == {
                "version": "v1.0.0",
                "kiosk": {
                    "values": [
                        {"path": ["basics"], "values": {"url": "example.org/printed"}},
                        {"path": ["certificates", 0], "of": "Food card", "values": {"date": "2025"}},
                    ]
                },
            }
        told = b"".join(parts(files[OutputFormat.DOCX]).values()) + files[OutputFormat.TXT]
        assert b"SECRET" not in told

    @pytest.mark.parametrize("order", Order)
    def test_the_hours_where_the_page_says_them(self, order: Order) -> None:
        """And the order, so that the page that is opened again says them again."""
        when: dict[str, Json] = {"days": ["mon-morning", "sat-night"], "start": "today", "ride": True}
        more: dict[str, Json] = {"when": {**when, "license": False, "pay": "SECRET"}, "path": ["first-job"]}
        done = rendering.render(job(replace(person(), meta={"kiosk": more}), order=order, attach=True))
        for document in done.documents[:2]:
            assert b"SECRET" not in (attached.read(document.content) or b"")
            loaded = attached.loads(document.content)
            assert loaded is not None
            assert choices.order_of(loaded.resume) is order
            assert hours.printed(loaded.resume) == (when if order is Order.FIRST_JOB else {})
            again = rendering.render(job(loaded.resume, order=choices.order_of(loaded.resume)))
            assert again.documents[2] == done.documents[2]

    def test_is_described_in_the_language_of_the_page(self) -> None:
        job_in_spanish = job(person(), language="es", attach=True, formats=frozenset({OutputFormat.PDF}))
        [document] = rendering.render(job_in_spanish).documents
        [file] = pypdf.PdfReader(io.BytesIO(document.content)).attachment_list
        assert (file.name, file.description) == ("resume.json", "Currículum (JSON Resume 1.0.0)")

    def test_only_where_the_patron_agreed(self, plain: Files) -> None:
        assert [attached.read(plain[kind]) for kind in BOTH] == [None, None]

    def test_both_files_hold_the_same(self, files: Files) -> None:
        assert attached.read(files[OutputFormat.PDF]) == attached.read(files[OutputFormat.DOCX])

    def test_the_layout_of_the_preview_is_used(self) -> None:
        one = job(person(), formats=frozenset({OutputFormat.PDF}))
        rendering.render(one)
        before = rendering._last
        rendering.render(replace(one, attach=True))
        assert rendering._last is before

    def test_equal_jobs_make_equal_files(self, files: Files) -> None:
        made(person("Someone between"))
        assert made(everything()) == files


class TestWordFile:
    def test_all_else_is_as_without(self, files: Files, plain: Files) -> None:
        before, after = parts(plain[OutputFormat.DOCX]), parts(files[OutputFormat.DOCX])
        changed = {name for name in before if before[name] != after[name]}
        assert changed == {word.TYPES, word.LINKS}
        folder = {name for name in after if name.startswith("customXml/")}
        assert set(after) - set(before) == folder
        assert len(folder) == 3

    def test_text_and_editable_file_are_as_without(self, files: Files, plain: Files) -> None:
        for kind in (OutputFormat.TXT, OutputFormat.JSON):
            assert files[kind] == plain[kind]

    @pytest.mark.slow
    def test_word_would_open_it(self, files: Files, tmp_path: Path) -> None:
        path = tmp_path / "file.docx"
        path.write_bytes(files[OutputFormat.DOCX])
        assert [str(problem) for problem in OpenXmlValidator().validate(str(path)).errors] == []

    def test_stays_when_python_docx_saves(self, files: Files) -> None:
        document = python_docx.Document(io.BytesIO(files[OutputFormat.DOCX]))
        document.add_paragraph("One more line")
        again = io.BytesIO()
        document.save(again)
        assert attached.read(again.getvalue()) == attached.read(files[OutputFormat.DOCX])

    @pytest.mark.slow
    def test_stays_when_libreoffice_saves(self, files: Files, tmp_path: Path) -> None:
        (tmp_path / "in.docx").write_bytes(files[OutputFormat.DOCX])
        office = ["soffice", f"-env:UserInstallation={(tmp_path / 'office').as_uri()}", "--headless"]
        convert = ["--convert-to", "docx", "--outdir", str(tmp_path / "out"), str(tmp_path / "in.docx")]
        subprocess.run([*office, *convert], check=True, capture_output=True, timeout=300)
        again = attached.read((tmp_path / "out" / "in.docx").read_bytes())
        assert json.loads(again or b"") == json.loads(attached.read(files[OutputFormat.DOCX]) or b"")


class TestFilesThatLie:
    def test_a_locked_word_file(self, files: Files) -> None:
        content = bytearray(files[OutputFormat.DOCX])
        for found in re.finditer(rb"PK\x01\x02", bytes(content)):
            content[found.start() + 8] |= 1  # the flag of a password
        assert attached.read(bytes(content)) is None

    @pytest.mark.parametrize("end", [5, 200, 3_000, -200])
    def test_a_pdf_that_was_cut_off(self, files: Files, end: int) -> None:
        content = attached.read(files[OutputFormat.PDF][:end])
        assert content is None or json.loads(content)

    def test_a_pdf_with_other_files(self) -> None:
        writer = pypdf.PdfWriter()
        writer.add_blank_page(100, 100)
        writer.add_attachment("notes.txt", b"x")
        writer.add_attachment("resume.json.exe", b"x")
        assert attached.read(written(writer)) is None
        writer.add_attachment("resume.json", NOTHING_BUT)
        assert attached.read(written(writer)) == NOTHING_BUT

    @pytest.mark.parametrize("content", [b"", b" " * (MAX_BYTES + 1)], ids=["nothing", "too much"])
    def test_a_pdf_with_a_file_of_no_use(self, content: bytes) -> None:
        writer = pypdf.PdfWriter()
        writer.add_blank_page(100, 100)
        writer.add_attachment("resume.json", content)
        assert attached.read(written(writer)) is None

    def test_a_locked_pdf(self) -> None:
        writer = pypdf.PdfWriter()
        writer.add_blank_page(100, 100)
        writer.add_attachment("resume.json", NOTHING_BUT)
        writer.encrypt("a", algorithm="RC4-128")
        assert attached.read(written(writer)) is None

    @pytest.mark.parametrize("content", [b"no json", b"[1]", b"{}", b'{"basics": ', b"\xff\xfe"])
    def test_a_file_of_our_name_that_is_no_resume(self, content: bytes) -> None:
        writer = pypdf.PdfWriter()
        writer.add_blank_page(100, 100)
        writer.add_attachment("resume.json", content)
        assert attached.loads(written(writer)) is None

    @pytest.mark.parametrize("content", [b"", b"plain text", b"{}", b"%PDF-1.7", b"\0" * 2000])
    def test_other_files(self, content: bytes) -> None:
        assert attached.read(content) is None

    def test_a_file_that_is_too_large_to_look_into(self) -> None:
        assert attached.read(b"%PDF-1.7" + b"\0" * attached.MOST) is None

    @given(st.data())
    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
    def test_nothing_is_raised_whatever_is_broken(self, files: Files, data: st.DataObject) -> None:
        content = bytearray(files[data.draw(st.sampled_from(BOTH))])
        for _n in range(data.draw(st.integers(1, 20))):
            content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
        read = attached.read(bytes(content))
        assert read is None or len(read) <= MAX_BYTES


def written(writer: pypdf.PdfWriter) -> bytes:
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()
