"""Every look with every person, made once and given to every grader.

The samples are graded in every look; of the invented people each look meets a few, in other orders, sizes
and on other paper, so that together they have met them all. Programs are started for many files at once, and
run beside each other.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final, TypeVar

import fidelity
import invented

from kiosk.render import job as rendering
from kiosk.render.catalogue import Template
from kiosk.render.types import Order, OutputFormat, Paper, RenderJob, TextSize

from . import fonts, links, machine_room, people, speed, tags, word
from .items import Item, Tag, items, typed
from .machine_room import Conformance, Remarks
from .order import InOrder, closed_up, in_order, torn
from .readers import READERS
from .speed import Speed

PEOPLE_FOR_A_LOOK: Final = 4
"""How many of the invented people a look meets, when there are looks enough for all to be met."""

_HERE: Final = Path(__file__).parent
_PATHS: Final = os.pathsep.join([str(_HERE.parents[2]), str(_HERE.parent)])
_ONE_PAGE: Final = "home-cleaner"

T = TypeVar("T")


@dataclass(frozen=True, slots=True, repr=False)
class Case:
    """One person in one look: the job and its files."""

    look: str
    person: str
    job: RenderJob
    pages: int
    pdf: bytes
    docx: bytes
    txt: str

    @property
    def name(self) -> str:
        """The name of its files."""
        return f"{self.look}.{self.person}"

    @property
    def items(self) -> list[Item]:
        """What the page must say."""
        return items(self.job, self.txt)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside:
    """What is wrong inside the files of a case, found without running anything long."""

    qpdf: str
    untagged: tuple[str, ...]
    links: tuple[str, ...]
    fonts: tuple[str, ...]
    audit: tuple[str, ...]
    made: tuple[str, ...]
    unnamed: tuple[str, ...]
    direct: word.Direct
    not_said: tuple[str, ...]
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """All that was measured of one case. `named` is how many of its items have a tag and a style to them."""

    name: str
    named: int
    inside: Inside
    order: Mapping[str, InOrder]
    torn: tuple[str, ...]
    unread: tuple[str, ...]
    conformance: Conformance
    remarks: Remarks
    shown: fidelity.Difference


@dataclass(frozen=True, slots=True)
class LookReport:
    """What a look came to."""

    look: Template
    grades: Sequence[Grade]
    speed: Speed


@dataclass(frozen=True, slots=True)
class _Said:
    """What other programs said, by the names of the files."""

    readings: Mapping[str, dict[str, str]]
    conformance: Mapping[str, Conformance]
    remarks: Mapping[str, Remarks]
    by_office: Mapping[str, Path]


def report(look: Template, looks: Sequence[Template], folder: Path) -> LookReport:
    """Make and grade everything of one of the looks, in a folder that may be thrown away."""
    fast = speed.measure(look, invented.job(people.samples()[_ONE_PAGE], look.id))
    graded = grade(list(_cases(look, looks)), folder)
    return LookReport(look, list(graded.values()), fast)


def _cases(look: Template, looks: Sequence[Template]) -> Iterator[Case]:
    for name, resume in people.samples().items():
        yield make(look.id, name, invented.job(resume, look.id))
    each = max(PEOPLE_FOR_A_LOOK, -(-people.DOZEN // len(looks)))
    first = each * [one.id for one in looks].index(look.id)
    for nth in range(first, first + each):
        who = nth % people.DOZEN
        job = invented.job(
            people.unseen(who),
            look.id,
            order=list(Order)[nth % len(Order)],
            paper=list(Paper)[nth % len(Paper)],
            size=TextSize.LARGE if nth % 5 == 4 else TextSize.REGULAR,
            attach=nth % 4 == 1,
        )
        yield make(look.id, f"unseen-{who:02}", job)


def make(look: str, person: str, job: RenderJob) -> Case:
    """Render one case."""
    done = rendering.render(job)
    made = {document.format: document.content for document in done.documents}
    text = made[OutputFormat.TXT].decode()
    return Case(look, person, job, done.facts.pages, made[OutputFormat.PDF], made[OutputFormat.DOCX], text)


def grade(cases: Sequence[Case], folder: Path) -> dict[str, Grade]:
    """Ask every grader about every case; the result is by the names of the cases."""
    pdfs = folder / "pdf"
    machine_room.put({case.name: case.pdf for case in cases}, pdfs)
    with ThreadPoolExecutor(2) as pool:
        halves = [half for half in (cases[::2], cases[1::2]) if half]
        readings = [pool.submit(_readings, half, pdfs) for half in halves]
        office = [pool.submit(_by_office, half, folder / f"office{n}") for n, half in enumerate(halves)]
        conformance = pool.submit(machine_room.conformance, pdfs)
        remarks = pool.submit(machine_room.remarks, pdfs)
        inside = {case.name: _inside(case, pdfs) for case in cases}
        said = _Said(_joined(readings), conformance.result(), remarks.result(), _joined(office))
    return {case.name: _grade(case, inside[case.name], said, pdfs) for case in cases}


def _joined(parts: Sequence[Future[dict[str, T]]]) -> dict[str, T]:
    return dict(chain.from_iterable(part.result().items() for part in parts))


def _readings(cases: Sequence[Case], pdfs: Path) -> dict[str, dict[str, str]]:
    """Run the seven readers as a program of their own, beside other things."""
    files = [str(pdfs / f"{case.name}.pdf") for case in cases]
    command = [sys.executable, str(_HERE / "reading.py"), *files]
    surroundings = os.environ | {"PYTHONPATH": _PATHS}
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def _by_office(cases: Sequence[Case], folder: Path) -> dict[str, Path]:
    folder.mkdir()
    return fidelity.by_libreoffice({case.name: case.docx for case in cases}, folder)


def _inside(case: Case, pdfs: Path) -> Inside:
    wanted = case.items
    file = word.WordFile(case.docx)
    typed = list(_typed(case))
    return Inside(
        qpdf=machine_room.unsound(pdfs / f"{case.name}.pdf"),
        untagged=tuple(tags.untagged(wanted, tags.tagged(case.pdf))),
        links=tuple(links.faults(wanted, case.pdf, case.docx)),
        fonts=tuple(fonts.faults(case.pdf)),
        audit=tuple(word.audit(case.docx, pdfs)),
        made=tuple(word.faults(file)),
        unnamed=tuple(word.unnamed(wanted, file)),
        direct=word.direct(file),
        words=3 * len(typed),
        not_said=(
            *_not_said("PDF", typed, READERS["pypdfium2"](case.pdf)),
            *_not_said("DOCX", typed, file.text),
            *_not_said("TXT", typed, case.txt),
        ),
    )


def _typed(case: Case) -> Iterator[str]:
    """Give every word that the person typed."""
    return (each for text in typed(case.job) for each in text.split())


def _not_said(file: str, typed: Sequence[str], text: str) -> Iterator[str]:
    page = closed_up(text)
    return (f"{file}: {each}" for each in typed if closed_up(each) not in page)


def _grade(case: Case, inside: Inside, said: _Said, pdfs: Path) -> Grade:
    wanted = case.items
    texts = [item.text for item in wanted]
    readings = said.readings[case.name]
    ours, theirs = (fidelity.words(file) for file in (pdfs / f"{case.name}.pdf", said.by_office[case.name]))
    return Grade(
        name=case.name,
        named=sum(item.tag is not Tag.TEXT for item in wanted),
        inside=inside,
        order={reader: in_order(texts, text) for reader, text in readings.items()},
        torn=tuple(f"{reader}: {each}" for reader, text in readings.items() for each in torn(texts, text)),
        unread=tuple(links.unread(wanted, readings)),
        conformance=said.conformance[case.name],
        remarks=said.remarks[case.name],
        shown=fidelity.difference(ours, theirs),
    )
