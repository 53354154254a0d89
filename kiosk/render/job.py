"""One job from data to documents: fill the template, lay it out once, make every format from that.

Runs inside the worker, called by its dotted name. The last layout is kept, so that *Save* writes from the
very layout that the preview showed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Final

from kiosk import paths
from kiosk.errors import InputError
from kiosk.i18n import _
from kiosk.render import attached, catalogue, docx, fit, fullness, glyphs, html, overlong, raster, text
from kiosk.render.accents import ACCENTS
from kiosk.render.catalogue import Template
from kiosk.render.layout import LaidOut, lay_out
from kiosk.render.order import by_date
from kiosk.render.overlong import Overlong
from kiosk.render.spacing import Spacing, closer, eased, spacing, tighter
from kiosk.render.tidy import tidy
from kiosk.render.types import Density, Document, LayoutFacts, Notice, OutputFormat, Rendering, RenderJob
from kiosk.resume import jsonresume
from kiosk.resume.model import Basics, Resume, Work

BASE: Final = paths.PAGE / "base.css"
"""What every look begins with."""


@dataclass(frozen=True, slots=True, repr=False)
class _Pages:
    """A job as laid out. `whole` still has the letters that no font has: text needs no font."""

    job: RenderJob
    version: tuple[int, ...]
    printed: Resume
    laid_out: LaidOut
    whole: LaidOut
    notices: tuple[Notice, ...]
    spills: tuple[str, ...] = ()


_last: _Pages | None = None


def render(job: RenderJob) -> Rendering:
    """Return all that the job asks for; raises InputError for a look or format there is not, RenderError."""
    template = catalogue.find(job.template)
    for wanted in job.formats - template.formats:
        raise InputError(
            _("The template {template} makes no {format} file.").format(template=job.template, format=wanted),
            _("Choose another look or another kind of file."),
        )
    pages = _pages(job, template)
    pdf = pages.laid_out.pdf()
    return Rendering(
        documents=_documents(job, pages),
        pictures=raster.pictures(pdf, job.picture_width) if job.picture_width else (),
        facts=LayoutFacts(pages.laid_out.pages, "\n".join(raster.text(pdf)), pages.spills),
        notices=pages.notices,
    )


def warm_up() -> None:
    """Do one small job, so that the first real one finds everything loaded."""
    work = Work(position="-", name="-", highlights=("-",))
    resume = Resume(basics=Basics(name="-", email="-@example.org"), work=(work,))
    first = catalogue.templates()[0]
    job = RenderJob(resume=resume, template=first.id, today=date.today(), formats=first.formats)
    render(replace(job, picture_width=16))
    _forget()


def _forget() -> None:
    """Let go of the last layout."""
    global _last  # noqa: PLW0603 - one layout per worker, and a worker does one job at a time
    _last = None


def _pages(job: RenderJob, template: Template) -> _Pages:
    """Return the job's layout: the last one when it was the same page."""
    global _last  # noqa: PLW0603 - see _forget
    job = replace(job, formats=frozenset(), picture_width=None, attach=False)
    files = sorted((*template.folder.iterdir(), *paths.PAGE.iterdir()))
    version = tuple((path if path.exists() else path.parent).stat().st_mtime_ns for path in files)
    if _last is None or (_last.job, _last.version) != (job, version):
        _forget()  # before the next one is made: two layouts of 50 pages are too many
        _last = _lay_out(job, version, template)
    return _last


def _lay_out(job: RenderJob, version: tuple[int, ...], template: Template) -> _Pages:
    resume = by_date(tidy(job.resume))
    spaced, whole = _spaced(resume, job, template)
    spills = fit.spills(whole.styled()) if job.fit else ()
    notices = (fit.notice(spills),) if spills else ()
    missing = glyphs.absent(resume, whole.missing)
    if not missing:
        return _Pages(job, version, resume, whole, whole, notices, spills)
    clean = page(glyphs.without(resume, missing), job, template, spaced)
    notices = (*notices, *glyphs.notices(job.resume, missing))
    return _Pages(job, version, resume, clean, whole, notices, spills)


def _spaced(resume: Resume, job: RenderJob, template: Template) -> tuple[Spacing, LaidOut]:
    """Return the page and its distances: the natural ones, or with `fit` those that make it one page.

    A page that tight distances should have saved, and did not, is laid out at its ease: a last page of a few
    lines helps nobody.
    """
    guessed = fullness.guess(replace(job, resume=resume), template)

    def make(spaced: Spacing) -> tuple[Spacing, LaidOut]:
        return spaced, page(resume, job, template, spaced)

    natural, *more = _steps(replace(job, resume=resume), template, guessed)
    first = make(natural)
    if job.fit:
        more += tighter(template.page, job.size, guessed.density)
        return fit.tightest_needed(first, more, make, _count)
    if guessed.density is not Density.FULL:
        return first
    more += closer(template.page, job.size)
    made = fit.tightest_needed(first, more, make, _count, guessed.pages)
    if _count(made) <= guessed.pages:
        return made
    return make(spacing(template.page, job.size, Density.NORMAL))


def _steps(job: RenderJob, template: Template, guessed: fullness.Guess) -> Sequence[Spacing]:
    """Return the distances of a page as full as is guessed; for a full one also tighter ones.

    A full page begins with the loosest that will do: a tight page with a blank end looks like a mistake.
    """
    if guessed.density is not Density.FULL:
        return [spacing(template.page, job.size, guessed.density)]
    steps = eased(template.page, job.size)
    return steps[fullness.loosest(job, template, steps, guessed.pages) :]


def _count(made: tuple[Spacing, LaidOut]) -> int:
    return made[1].pages


def page(resume: Resume, job: RenderJob, template: Template, spaced: Spacing) -> LaidOut:
    """Return a tidied resume as laid-out pages, with the distances that it is given.

    Once more where an address would be broken that need not be.
    """
    first = _page(resume, job, template, spaced, Overlong())
    long = overlong.found(first.sheets, first.root)
    return _page(resume, job, template, spaced, long) if long.addresses else first


def _page(resume: Resume, job: RenderJob, template: Template, spaced: Spacing, long: Overlong) -> LaidOut:
    return lay_out(
        html.fill(template, replace(job, resume=resume), spaced.density, long.addresses),
        folder=template.folder,
        stylesheets=(BASE, template.stylesheet),
        paper=job.paper,
        variables=f"{variables(template, job, spaced)}; --long: {long.size:g}pt",
    )


def variables(template: Template, job: RenderJob, spaced: Spacing) -> str:
    """Return the declarations that `base.css` and the look's style sheet refer to."""
    return f"--font: {template.font}; --accent: {ACCENTS[job.accent or template.accent]}; {spaced.css()}"


def _documents(job: RenderJob, pages: _Pages) -> tuple[Document, ...]:
    styled = cache(LaidOut.styled)  # for Word and text alike: nearly always the same layout
    laid_out = pages.laid_out
    data = attached.printed(pages.printed, job.order) if job.attach else None
    inside = attached.attachment(data, job) if data else None
    make: dict[OutputFormat, Callable[[], Document]] = {
        OutputFormat.PDF: lambda: Document(OutputFormat.PDF, laid_out.pdf(inside), laid_out.pages),
        OutputFormat.DOCX: lambda: Document(
            OutputFormat.DOCX, docx.write(styled(laid_out), data), laid_out.pages
        ),
        OutputFormat.TXT: lambda: Document(OutputFormat.TXT, text.write(styled(pages.whole)).encode(), None),
        OutputFormat.JSON: lambda: Document(OutputFormat.JSON, jsonresume.dumps(pages.job.resume), None),
    }
    return tuple(make[kind]() for kind in OutputFormat if kind in job.formats)
