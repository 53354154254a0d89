"""Each grader of a Word file sees what it is there to see: a file with one thing wrong, beside a good one."""

from __future__ import annotations

import io
import zipfile
from functools import cache

import invented
import pytest

from kiosk.render import job as rendering
from kiosk.render.types import OutputFormat

from .items import Item, items
from .people import samples
from .word import WordFile, direct, faults, unnamed

pytestmark = pytest.mark.slow

DOCUMENT, STYLES, CORE = "word/document.xml", "word/styles.xml", "docProps/core.xml"


@cache
def good() -> tuple[bytes, tuple[Item, ...]]:
    """Make one Word file, and say what must be in it."""
    job = invented.job(samples()["home-cleaner"])
    made = {document.format: document.content for document in rendering.render(job).documents}
    return made[OutputFormat.DOCX], tuple(items(job, made[OutputFormat.TXT].decode()))


def planted(part: str, old: str, new: str) -> WordFile:
    """Change the first place of one thing in one part of the good file."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good()[0])) as source, zipfile.ZipFile(file, "w") as target:
        for name in source.namelist():
            content = source.read(name).decode()
            if name == part:
                assert old in content
                content = content.replace(old, new, 1)
            target.writestr(name, content)
        if part not in source.namelist():
            target.writestr(part, new)
    return WordFile(file.getvalue())


def test_a_good_file_has_nothing_wrong() -> None:
    file = WordFile(good()[0])
    assert faults(file) == []
    assert direct(file).for_a_style == ()
    assert unnamed(good()[1], file) == []


def after_style(style: str, more: str) -> tuple[str, str]:
    """Return what to look for, and the same with something more behind it."""
    old = f'<w:pStyle w:val="{style}"/>'
    return old, old + more


HEADING = (
    '<w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="BodyText"/><w:qFormat/><w:pPr>'
)
APP = "<Properties><Application>Writer</Application></Properties>"


@pytest.mark.parametrize(
    ("part", "change", "fault"),
    [
        (DOCUMENT, after_style("Employer", '<w:numPr><w:numId w:val="99"/></w:numPr>'), "list 99"),
        (DOCUMENT, ('<w:pStyle w:val="Employer"/>', '<w:pStyle w:val="Nowhere"/>'), "style Nowhere"),
        (DOCUMENT, ("<w:p>", "<w:tbl/><w:p>"), "tbl in the text"),
        (DOCUMENT, ("<w:r>", "<w:r><w:pict/></w:r><w:r>"), "pict in the text"),
        (DOCUMENT, after_style("Title", "<w:framePr/>"), "framePr in the text"),
        ("word/header1.xml", ("", "<a/>"), "header1.xml is a part of the page"),
        (STYLES, (f"{HEADING}<w:keepNext/>", HEADING), "heading 1 may stand"),
        (STYLES, ("<w:lang ", "<w:noProof "), "no language of the words"),
        (CORE, ("<dc:language>en</dc:language>", ""), "no language"),
        (CORE, ("<dc:title>", "<dc:title/><dc:title>"), "no title"),
        (CORE, ("<dc:creator>", "<dc:description>by us</dc:description><dc:creator>"), "says description"),
        ("docProps/app.xml", ("", APP), "app.xml names a program"),
        (STYLES, ("<w:docDefaults>", "<!-- by python-docx --><w:docDefaults>"), "styles.xml names a program"),
    ],
)
def test_what_nobody_who_knows_word_would_make(part: str, change: tuple[str, str], fault: str) -> None:
    found = faults(planted(part, *change))
    assert [fault in each for each in found] == [True]


DRAWING = (
    '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:docPr id="7" name="a"/></wp:inline></w:drawing>'
)


def test_two_drawings_with_one_number() -> None:
    found = faults(planted(DOCUMENT, "<w:r>", f"<w:r>{DRAWING}{DRAWING}</w:r><w:r>"))
    assert "drawing 7 is there 2 times" in found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<w:r><w:t", "<w:r><w:rPr><w:b/></w:rPr><w:t"),
        ("<w:r><w:t", '<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t'),
        after_style("Employer", '<w:jc w:val="center"/>'),
        after_style("Employer", '<w:ind w:left="300"/>'),
        after_style("Title", '<w:spacing w:before="120"/>'),
        after_style("ListBullet", '<w:spacing w:line="300"/>'),
    ],
)
def test_a_look_that_stands_outside_its_style(old: str, new: str) -> None:
    assert len(direct(planted(DOCUMENT, old, new)).for_a_style) == 1


def test_the_distance_above_what_begins_a_page_is_the_page_s() -> None:
    above = '<w:spacing w:before="120"/>'
    for mark, found in (("", 1), ("<w:pageBreakBefore/>", 0)):
        file = planted(DOCUMENT, *after_style("Title", mark + above))
        assert len(direct(file).for_a_style) == found


@pytest.mark.parametrize(("style", "found"), [("Heading2", 0), ("Employer", 1)])
def test_only_what_a_paragraph_s_style_has_on_is_put_off_at_its_words(style: str, found: int) -> None:
    """No style for words can: Word would not put it off (17.7.3)."""
    old = f'<w:pStyle w:val="{style}"/></w:pPr><w:r>'
    off = '<w:rPr><w:b w:val="0"/></w:rPr>'
    assert len(direct(planted(DOCUMENT, old, old + off)).for_a_style) == found


@pytest.mark.parametrize("style", ["Title", "Heading1", "Heading2", "ListBullet"])
def test_words_without_the_style_of_their_kind(style: str) -> None:
    old, new = f'<w:pStyle w:val="{style}"/>', '<w:pStyle w:val="BodyText"/>'
    assert len(unnamed(good()[1], planted(DOCUMENT, old, new))) == 1


def test_a_paragraph_without_a_style() -> None:
    found = unnamed(good()[1], planted(DOCUMENT, '<w:pStyle w:val="Employer"/>', ""))
    assert [each.startswith("no style") for each in found] == [True]
