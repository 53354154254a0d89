"""A long address stays whole: smaller where it then fits on a line, broken only where nothing helps."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import cycle

import pytest
from invented import job, person
from pypdf import PdfReader

from kiosk.render import catalogue, overlong
from kiosk.render import job as rendering
from kiosk.render.survey import lines_of, survey
from kiosk.render.types import Paper, TextSize
from kiosk.resume.model import Profile, Resume, Work

LOOKS = [template.id for template in catalogue.templates()]
MARGIN = 36
LENGTHS = (24, 66, 84, 150)


def mail(letters: int) -> str:
    return f"{'ana-maria-' * letters}"[: letters - 12] + "@example.org"


def page(letters: int) -> str:
    return f"https://example.org/{'my-work-' * letters}"[:letters]


def resume(letters: int) -> Resume:
    """Mail, page, profile and the address of an employer, all of that length."""
    full = person(
        email=mail(letters),
        phone="520-555-0101",
        url=page(letters),
        profiles=(Profile(network="LinkedIn", url=page(letters) + "a"),),
    )
    return Resume(basics=full.basics, work=(Work(position="Cook", name="Inn", url=page(letters) + "b"),))


def marks(pdf: bytes) -> Iterator[tuple[str, float, float]]:
    """Where each place to press on leads, and from where to where it goes."""
    for sheet in PdfReader(io.BytesIO(pdf)).pages:
        for each in sheet["/Annots"]:  # type: ignore[attr-defined]
            mark = each.get_object()
            left, right = sorted((float(mark["/Rect"][0]), float(mark["/Rect"][2])))
            yield str(mark["/A"]["/URI"]), left, right


@pytest.mark.slow
@pytest.mark.parametrize("look", LOOKS)
def test_each_address_is_one_place_to_press_on_within_the_margins(look: str) -> None:
    """In every size of text, on either paper: an address that is broken, too."""
    for size, paper, letters in zip(TextSize, cycle(Paper), cycle(LENGTHS[::-1]), strict=False):
        told = resume(letters)
        [pdf, *_others] = rendering.render(job(told, look, size=size, paper=paper)).documents
        found = list(marks(pdf.content))
        basics, [profile] = told.basics, told.basics.profiles
        wanted = [f"mailto:{basics.email}", basics.url, profile.url, told.work[0].url]
        assert sorted(to for to, _left, _right in found) == sorted(wanted), letters
        width = {Paper.LETTER: 612, Paper.A4: 595}[paper]
        assert all(MARGIN <= left < right <= width - MARGIN for _to, left, right in found), letters


@pytest.mark.slow
@pytest.mark.parametrize("look", LOOKS)
def test_letters_are_smaller_only_where_that_keeps_an_address_whole(look: str) -> None:
    for letters in LENGTHS:
        wanted = job(resume(letters), look)
        rendering.render(wanted)
        assert rendering._last is not None
        laid = rendering._last.laid_out
        natural = float(laid.styled().body.size)
        boxes = survey(laid.sheets).first
        for element in laid.root.iter("a"):
            lines, points = len(lines_of(boxes[element])), boxes[element].style["font_size"] * 0.75
            assert overlong.LEAST <= points <= natural + 0.1
            if lines > 1:  # at the least size it would still be longer than a line
                assert points == pytest.approx(natural)
                assert letters > 84
            if points < natural - 0.1:
                assert lines == 1
                assert letters > 60


@pytest.mark.slow
def test_it_is_looked_up_on_the_page_whether_an_address_fits() -> None:
    for letters, small in ((24, False), (62, False), (100, True), (150, False)):
        rendering.render(job(resume(letters), LOOKS[0]))
        assert rendering._last is not None
        roles = {block.role for block in rendering._last.laid_out.styled().blocks}
        assert ("Contact Long" in roles, "Web Long" in roles) == (small, small), letters
