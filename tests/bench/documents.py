"""How long documents take, beside bare WeasyPrint of the same page in the same run.

Bare: `HTML.render()` and `write_pdf()`, no tags, style sheet and fonts reused. It is run twice in each round,
before and after ours, so that the ratio of the two (A/A) shows how much of a difference is noise.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from people import JOBS_ON_A_PAGE, one_page, with_jobs

from kiosk.render.types import ALL_FORMATS, OutputFormat, RenderJob
from kiosk.resume.model import Resume

WORDS = frozenset({OutputFormat.DOCX, OutputFormat.TXT})
ROUNDS = {1: 15, 2: 9, 5: 5, 10: 5, 50: 3}


@dataclass(frozen=True, slots=True)
class Figures:
    """What one page count measured: milliseconds (medians), ratios to bare WeasyPrint, MiB.

    `words` is the ratio of Word file and text alone, laid out for them; `words_too` what they cost where the
    page is laid out already, as it is for the preview.
    """

    pages: int
    all_formats: float
    slowest: float
    preview: float
    bare: float
    ratio: float
    same: float
    words: float
    words_too: float
    peak: float


def measure(pages: int) -> Figures:
    """Measure `pages` in processes of their own, time and memory apart."""
    timed = _child("time", pages)
    peak = _child("memory", pages)

    def ratio(name: str) -> float:
        """Return the median of the ratios: each to bare WeasyPrint in the same round."""
        return float(
            statistics.median(it / bare for it, bare in zip(timed[name], timed["bare"], strict=True))
        )

    return Figures(
        pages=timed["pages"],
        all_formats=statistics.median(timed["ours"]),
        slowest=max(timed["ours"]),
        preview=statistics.median(timed["preview"]),
        bare=statistics.median(timed["bare"]),
        ratio=ratio("ours"),
        same=ratio("again"),
        words=ratio("words"),
        words_too=ratio("words_too"),
        peak=peak["peak"],
    )


def _child(what: str, pages: int) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, __file__, what, str(pages)], check=True, capture_output=True, text=True
    )
    return dict(json.loads(done.stdout))


def resume_of(pages: int) -> Resume:
    """Return a resume of about `pages` pages; `Figures.pages` holds the true count."""
    return one_page() if pages == 1 else with_jobs(JOBS_ON_A_PAGE * pages - JOBS_ON_A_PAGE // 2)


def edited(resume: Resume, n: int) -> RenderJob:
    """Return a job that no cache has seen."""
    basics = replace(resume.basics, phone=f"520-555-0{100 + n % 100}")
    return RenderJob(
        resume=replace(resume, basics=basics), template=_default_template(), today=date(2026, 11, 22)
    )


def _default_template() -> str:
    from kiosk.render import catalogue

    return catalogue.templates()[0].id


def _bare() -> Callable[[RenderJob], int]:
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    from kiosk.render import catalogue, fullness, html
    from kiosk.render.job import BASE, variables
    from kiosk.render.spacing import spacing

    template = catalogue.templates()[0]
    fonts = FontConfiguration()
    sheets = [
        weasyprint.CSS(string="@page { size: letter }", font_config=fonts),
        weasyprint.CSS(BASE, font_config=fonts),
        weasyprint.CSS(template.folder / "style.css", font_config=fonts),
    ]

    def run(job: RenderJob) -> int:
        page = weasyprint.HTML(string=html.fill(template, job), base_url=str(template.folder))
        spaced = spacing(template.page, job.size, fullness.guess(job, template).density)
        root = weasyprint.CSS(string=f":root {{ {variables(template, job, spaced)} }}")
        laid_out = page.render(font_config=fonts, stylesheets=[root, *sheets])
        laid_out.write_pdf()
        return len(laid_out.pages)

    return run


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _time(pages: int) -> dict[str, object]:
    from kiosk.render import job as rendering

    bare = _bare()
    rendering.warm_up()
    resume = resume_of(pages)
    count = bare(edited(resume, 99))
    rendering.render(edited(resume, 98))
    figures: dict[str, list[float]] = {
        name: [] for name in ("bare", "ours", "words", "words_too", "again", "preview")
    }
    for n in range(ROUNDS.get(pages, 3)):
        seen = replace(edited(resume, 6 * n), formats=frozenset({OutputFormat.PDF}), picture_width=328)
        words = replace(edited(resume, 6 * n + 1), formats=WORDS)
        figures["bare"].append(_timed(lambda n=n: bare(edited(resume, 6 * n + 2))))  # type: ignore[misc]
        figures["ours"].append(_timed(lambda n=n: rendering.render(edited(resume, 6 * n + 3))))  # type: ignore[misc]
        figures["words"].append(_timed(lambda words=words: rendering.render(words)))  # type: ignore[misc]
        figures["again"].append(_timed(lambda n=n: bare(edited(resume, 6 * n + 4))))  # type: ignore[misc]
        preview = _timed(lambda seen=seen: rendering.render(seen))  # type: ignore[misc]
        if pages <= 2:
            figures["preview"].append(preview)
        figures["words_too"].append(_timed(lambda seen=seen: rendering.render(replace(seen, formats=WORDS))))  # type: ignore[misc]
    return {"pages": count, **figures, "preview": figures["preview"] or [0.0]}


def _memory(pages: int) -> dict[str, object]:
    from kiosk.render import job as rendering

    rendering.warm_up()
    done = rendering.render(replace(edited(resume_of(pages), 0), formats=ALL_FORMATS))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"pages": done.facts.pages, "peak": peak}


if __name__ == "__main__":
    what, pages = sys.argv[1], int(sys.argv[2])
    print(json.dumps({"time": _time, "memory": _memory}[what](pages)))  # noqa: T201 - its answer
