"""Every look with every sample patron on every paper: no word lost, one order, nothing off the page."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path

import docx
import pytest
from invented import everything, job, person
from lxml import etree
from pypdf import PdfReader

from golden import filled
from golden import sample as sample_resume
from kiosk import paths
from kiosk.render import catalogue, raster
from kiosk.render import job as rendering
from kiosk.render.spacing import spacing
from kiosk.render.survey import survey, texts
from kiosk.render.types import Density, Document, OutputFormat, Paper, Rendering
from kiosk.resume import jsonresume
from kiosk.resume.model import Certificate, Profile, Resume, Work
from kiosk.resume.texts import printed_texts

LOOKS = [template.id for template in catalogue.templates()]
SAMPLES = [path.stem for path in sorted(paths.SAMPLES.glob("*.json"))]
GOLDEN = Path(__file__).parent.parent / "golden"
POINTS = {Paper.LETTER: (612, 792), Paper.A4: (595.28, 841.89)}

DEFAULT = LOOKS[0]


def quick(look: str, _sample: str, paper: Paper) -> bool:
    """The default look with every sample; the rest takes minutes."""
    return paper is Paper.LETTER and look == DEFAULT


every = pytest.mark.parametrize(
    ("look", "sample", "paper"),
    [
        pytest.param(*each, marks=() if quick(*each) else pytest.mark.slow)
        for each in product(LOOKS, SAMPLES, Paper)
    ],
)

each_look = pytest.mark.parametrize(
    "look", [pytest.param(look, marks=() if look == DEFAULT else pytest.mark.slow) for look in LOOKS]
)


@cache
def made(look: str, sample: str, paper: Paper) -> Rendering:
    return rendering.render(job(sample_resume(sample), look, paper=paper))


def content(rendering_: Rendering, kind: OutputFormat) -> bytes:
    [document] = [one for one in rendering_.documents if one.format is kind]
    return document.content


def closed_up(text: str) -> str:
    """Without blanks, in small letters: a line may break anywhere, a look may show headings in capitals."""
    return "".join(text.replace("\u200b", "").split()).casefold()


def machine_readings(done: Rendering) -> Iterator[tuple[str, str]]:
    """What machines read in the files: the reader's name and the text without blanks."""
    pdf = content(done, OutputFormat.PDF)
    tool = shutil.which("pdftotext")
    assert tool, "poppler-utils is missing"
    for way in ([], ["-raw"], ["-layout"]):
        said = subprocess.run([tool, *way, "-", "-"], input=pdf, capture_output=True, check=True).stdout
        yield " ".join(["pdftotext", *way]), closed_up(said.decode())
    yield "pypdfium2", closed_up("".join(raster.text(pdf)))
    yield "pypdf", closed_up("".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages))
    word = docx.Document(io.BytesIO(content(done, OutputFormat.DOCX)))
    yield "docx", closed_up("\n".join(paragraph.text for paragraph in word.paragraphs))
    yield "txt", closed_up(content(done, OutputFormat.TXT).decode())


def blocks(look: str, resume: Resume, paper: Paper) -> list[str]:
    """The texts of the page's paragraphs in the order of the HTML."""
    page = filled(look, resume, paper)
    tree = etree.parse(io.StringIO(page), etree.HTMLParser())
    found = tree.xpath("//h1 | //h2 | //h3 | //p | //li")
    return [closed_up("".join(element.itertext())) for element in found]


@pytest.mark.slow
@every
def test_every_word_is_in_every_file_and_in_the_order_of_the_page(
    look: str, sample: str, paper: Paper
) -> None:
    done = made(look, sample, paper)
    resume = sample_resume(sample)
    wanted = blocks(look, resume, paper)
    for reader, text in machine_readings(done):
        for word in printed_texts(resume):
            if reader not in ("docx", "txt"):  # some take a hyphen at the end of a line for one of its own
                assert closed_up(word).replace("-", "") in text.replace("-", ""), (reader, word)
            else:
                assert closed_up(word) in text, (reader, word)
        if reader == "pdftotext" and not catalogue.find(look).best_for_web_forms:
            continue  # it takes dates at the right margin for a column of their own
        at = 0
        text = text.replace("-", "") if reader not in ("docx", "txt") else text
        text = text.replace(",", "")  # plain text has one where dates stand at the margin of the page
        for block in wanted:
            block = block.replace(",", "")
            block = block.replace("-", "") if reader not in ("docx", "txt") else block
            found = text.find(block, at)
            assert found >= 0, (reader, block)
            at = found + len(block)
    assert content(done, OutputFormat.JSON) == jsonresume.dumps(resume)
    assert done.notices == ()


@every
def test_the_file_has_the_paper_the_words_and_the_tags(look: str, sample: str, paper: Paper) -> None:
    done = made(look, sample, paper)
    pdf = PdfReader(io.BytesIO(content(done, OutputFormat.PDF)))
    assert done.facts.pages == len(pdf.pages) == _document(done, OutputFormat.PDF).pages
    for page in pdf.pages:
        assert [float(page.mediabox.width), float(page.mediabox.height)] == pytest.approx(
            POINTS[paper], abs=1
        )
    name = sample_resume(sample).basics.name
    assert pdf.metadata is not None
    assert (pdf.metadata.title, pdf.metadata.author) == (f"{name} – Resume", name)
    assert pdf.trailer["/Root"]["/Lang"] == "en"  # type: ignore[index]
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]  # type: ignore[index]


def _document(done: Rendering, kind: OutputFormat) -> Document:
    return next(document for document in done.documents if document.format is kind)


@every
def test_no_heading_and_no_line_stands_alone_at_the_foot(look: str, sample: str, paper: Paper) -> None:
    done = made(look, sample, paper)
    page_as_html = filled(look, sample_resume(sample), paper)
    headings = {closed_up(text) for text in re.findall("<h[23]>(.*?)</h[23]>", page_as_html)}
    for page in raster.text(content(done, OutputFormat.PDF)):
        last = page.strip().splitlines()[-1]
        assert closed_up(last) not in headings


@pytest.mark.slow
@each_look
def test_the_pdf_is_tagged_as_the_page_is_built(look: str) -> None:
    tool = shutil.which("pdfinfo")
    assert tool, "poppler-utils is missing"
    pdf = content(made(look, "home-cleaner", Paper.LETTER), OutputFormat.PDF)
    said = subprocess.run(
        [tool, "-struct-text", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()
    outline = re.findall(r'(H\d) \(block\)\s+Span \(inline\)\s+"([^"]*)"', said)
    assert [text for level, text in outline if level == "H1"] == ["María Belén Ordóñez Muñiz"]
    headings = [text.capitalize() for level, text in outline if level == "H2"]  # some looks shout them
    assert headings == ["Work", "Education", "Certificates", "Skills", "Languages", "References"]
    assert "LBody" in said


@each_look
def test_every_key_is_in_every_file(look: str) -> None:
    done = rendering.render(job(everything(), look))
    for reader, text in machine_readings(done):
        for word in printed_texts(everything()):
            assert text.count(closed_up(word)) >= 1, (reader, word)


@pytest.mark.slow
@each_look
def test_long_words_stay_on_the_page(look: str) -> None:
    """What runs off the sheet is lost to pdftotext, which reads only what is on it.

    (It also joins words at a hyphen that ends a line, so there is none here.)
    """
    mail = f"{'very.' * 60}long@example.org"
    site = f"https://example.org/{'folder_' * 60}"
    resume = person(email=mail, url=site, name="W" * 200, summary="m" * 500)
    resume = Resume(
        basics=resume.basics, work=(Work(position="p" * 300, name="e" * 300, highlights=("h" * 400,)),)
    )
    for reader, text in machine_readings(rendering.render(job(resume, look))):
        for word in printed_texts(resume):
            assert closed_up(word) in text, (reader, word)


@each_look
@pytest.mark.parametrize("kind", [OutputFormat.TXT, OutputFormat.DOCX, OutputFormat.PDF])
def test_what_was_typed_comes_out_as_typed_and_nothing_is_fetched(look: str, kind: OutputFormat) -> None:
    text = (
        "<img src='file:///etc/hostname'> {{ 7 * 7 }} <style>@import 'http://example.org/x'</style> &amp; R&D"
    )
    resume = person(name=text, summary=text, url="file:///etc/hostname")
    readings = dict(machine_readings(rendering.render(job(resume, look))))
    reader = {OutputFormat.TXT: "txt", OutputFormat.DOCX: "docx", OutputFormat.PDF: "pypdfium2"}[kind]
    assert readings[reader].count(closed_up(text)) == 2


@each_look
def test_a_mirrored_page_keeps_its_order(look: str) -> None:
    resume = person(name="Hanan", summary="Careful.")
    done = rendering.render(job(resume, look, language="ar"))
    root = PdfReader(io.BytesIO(content(done, OutputFormat.PDF))).trailer["/Root"]
    assert root["/Lang"] == "ar"  # type: ignore[index]
    text = content(done, OutputFormat.TXT).decode()
    assert text.index("Hanan") < text.index("Careful.") < text.index("Sold things")


LINE = "A line of a person who did a great deal at one place and tells all of it, with all its details"


@each_look
def test_the_lines_of_an_item_begin_below_each_other(look: str) -> None:
    """In every look's font, and where a bullet comes from another one."""
    for language in ("en", "ar"):
        told = Resume(work=(Work(position="Clerk", highlights=(f"{LINE}. {LINE}.", "Short")),))
        template, wanted = catalogue.find(look), job(told, look, language=language)
        spaced = spacing(template.page, wanted.size, Density.NORMAL)
        sheets = rendering.page(told, wanted, template, spaced)._document.pages
        found = survey([sheet._page_box for sheet in sheets])
        [item, _short] = [pieces[0] for element, pieces in found.pieces.items() if element.tag == "li"]
        starts = [next(iter(texts(line))) for line in item.lines]
        assert len(starts) > 1
        places = [text.position_x + (text.width if language == "ar" else 0) for text in starts]
        assert max(places) - min(places) < 0.5, places


@pytest.mark.slow
@pytest.mark.parametrize("look", LOOKS)
def test_a_link_is_one_place_to_press_on_within_the_margins(look: str) -> None:
    """Also where it is longer than a line, or would begin near the end of one."""
    site, shop = f"https://example.org/{'folder-' * 25}", "https://example.org/the-shop-where-i-worked"
    card = Certificate(name="A card with a long name that takes a line", issuer="County office", url=shop)
    resume = person(email="ana.maria.vale-rodriguez@example.org", phone="520-555-0101", url=site)
    done = rendering.render(job(replace(resume, certificates=(card,)), look))
    [page] = PdfReader(io.BytesIO(content(done, OutputFormat.PDF))).pages
    marks = [mark.get_object() for mark in page["/Annots"]]  # type: ignore[attr-defined]
    assert sorted(mark["/A"]["/URI"] for mark in marks) == sorted(
        [f"mailto:{resume.basics.email}", site, shop]
    )
    for mark in marks:
        left, right = sorted((float(mark["/Rect"][0]), float(mark["/Rect"][2])))
        assert 36 <= left < right <= 612 - 36


def test_most_looks_are_read_right_by_every_machine() -> None:
    """The default among them; at most three have dates at the right margin."""
    right = [template for template in catalogue.templates() if template.best_for_web_forms]
    assert right[0].id == DEFAULT
    assert len(LOOKS) >= 8
    assert len(right) >= 5
    assert len(LOOKS) - len(right) <= 3


def test_a_name_that_its_address_says_is_not_said_twice() -> None:
    known = Profile(network="LinkedIn", username="ana-vale", url="https://example.org/in/ana-vale")
    other = replace(known, username="Ana Vale")
    page = filled(DEFAULT, person(profiles=(known, other)))
    assert "LinkedIn: <a" in page
    assert "LinkedIn: Ana Vale, <a" in page
