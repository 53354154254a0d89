"""How long all files of a one-page resume take in each look, beside bare WeasyPrint of the same page.

Bare WeasyPrint runs twice in each round, so that the ratio of the two (A/A) shows how much is noise.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import weasyprint
from weasyprint.text.fonts import FontConfiguration

from kiosk.render import fullness, html
from kiosk.render import job as rendering
from kiosk.render.catalogue import Template
from kiosk.render.job import BASE, variables
from kiosk.render.spacing import spacing
from kiosk.render.types import OutputFormat, RenderJob

_ROUNDS: Final = 5


@dataclass(frozen=True, slots=True)
class Speed:
    """Milliseconds for all formats, and how many times as long as bare WeasyPrint: medians.

    `words` is the same for Word file and text of a page that is laid out, `same` for bare WeasyPrint again.
    """

    milliseconds: float
    ratio: float
    words: float
    same: float


def measure(template: Template, job: RenderJob) -> Speed:
    """Time a job, worker warm: a little different each time, so that nothing kept from before serves it."""
    run = _bare(template)
    rounds = [_round(run, job, 4 * number) for number in range(_ROUNDS + 1)][1:]
    bare, ours, words, again = zip(*rounds, strict=True)

    def ratio(times: Sequence[float]) -> float:
        return float(statistics.median(mine / theirs for mine, theirs in zip(times, bare, strict=True)))

    return Speed(statistics.median(ours), ratio(ours), ratio(words), ratio(again))


def _round(bare: Callable[[RenderJob], object], job: RenderJob, number: int) -> tuple[float, ...]:
    """Return how long bare WeasyPrint takes, all files, Word and text of what is laid out, and bare again."""
    seen = replace(_edited(job, number + 2), formats=frozenset({OutputFormat.PDF}))
    words = replace(seen, formats=frozenset({OutputFormat.DOCX, OutputFormat.TXT}))
    first = _timed(lambda: bare(_edited(job, number)))
    ours = _timed(lambda: rendering.render(_edited(job, number + 1)))
    again = _timed(lambda: bare(_edited(job, number + 3)))
    rendering.render(seen)
    return first, ours, _timed(lambda: rendering.render(words)), again


def _edited(job: RenderJob, number: int) -> RenderJob:
    basics = replace(job.resume.basics, phone=f"520-555-01{number:02}")
    return replace(job, resume=replace(job.resume, basics=basics))


def _bare(template: Template) -> Callable[[RenderJob], object]:
    """Lay out and write the same page with nothing but WeasyPrint, style sheets and fonts kept."""
    fonts = FontConfiguration()
    sheets = [
        weasyprint.CSS(string="@page { size: letter }", font_config=fonts),
        *(weasyprint.CSS(sheet, font_config=fonts) for sheet in (BASE, template.stylesheet)),
    ]

    def run(job: RenderJob) -> object:
        page = weasyprint.HTML(string=html.fill(template, job), base_url=str(template.folder))
        spaced = spacing(template.page, job.size, fullness.guess(job, template).density)
        root = weasyprint.CSS(string=f":root {{ {variables(template, job, spaced)} }}")
        return page.render(font_config=fonts, stylesheets=[root, *sheets]).write_pdf()

    return run


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
