"""How long all files of a one-page resume take in each look, beside bare WeasyPrint. For information."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import weasyprint
from weasyprint.text.fonts import FontConfiguration

from kiosk.render import fullness, html
from kiosk.render import job as rendering
from kiosk.render.catalogue import Template
from kiosk.render.job import BASE, variables
from kiosk.render.spacing import spacing
from kiosk.render.types import RenderJob

_ROUNDS: Final = 5


@dataclass(frozen=True, slots=True)
class Speed:
    """Milliseconds for all formats, and how many times as long as bare WeasyPrint: medians."""

    milliseconds: float
    ratio: float


def measure(template: Template, job: RenderJob) -> Speed:
    """Time a job, worker warm: a little different each time, so that nothing kept from before serves it."""
    bare = _bare(template)
    ours: list[float] = []
    ratios: list[float] = []
    for number in range(_ROUNDS + 1):
        first, second = (_edited(job, 2 * number + more) for more in (0, 1))
        theirs = _timed(lambda first=first: bare(first))  # type: ignore[misc]
        ours.append(_timed(lambda second=second: rendering.render(second)))  # type: ignore[misc]
        ratios.append(ours[-1] / theirs)
    return Speed(statistics.median(ours[1:]), statistics.median(ratios[1:]))


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
