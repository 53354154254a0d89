"""The two jobs of the worker: read one file of a look, and make one sample's page with it."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final

from kiosk import paths
from kiosk.errors import TemplateError
from kiosk.i18n import N_, _, ngettext
from kiosk.render import catalogue, docx, fullness, html, raster, text, wording
from kiosk.render import job as rendering
from kiosk.render.catalogue import ABOUT, PAGE, STYLE, Template
from kiosk.render.check import (
    about,
    colour,
    families,
    folder,
    full,
    markup,
    pages,
    sheets,
    style,
    syntax,
    words,
)
from kiosk.render.check.findings import Finding, better, in_order, must, short
from kiosk.render.check.folder import Listing
from kiosk.render.check.matching import Matcher
from kiosk.render.check.sheets import Declaration
from kiosk.render.layout import LaidOut
from kiosk.render.order import by_date
from kiosk.render.spacing import spacing
from kiosk.render.tidy import tidy
from kiosk.render.types import Order, Paper, RenderJob, TextSize
from kiosk.resume import jsonresume
from kiosk.resume.model import Resume

TODAY: Final = date(2026, 6, 15)
"""A day for all samples, so that what is found today is found tomorrow."""
SLOW_SECONDS: Final = 2.0
SLOWER: Final = 10.0
"""How many times as long as the default look takes a page is too long, if it is more than SLOW_SECONDS."""
MOST_PAGES: Final = 2
"""How many times as many pages as the default look's are many."""

_REASONS: Final = {
    "MemoryError": N_("it needs too much memory"),
    "RecursionError": N_("something is within itself, or too deep"),
    "ZeroDivisionError": N_("a number is divided by zero"),
    "UnicodeDecodeError": N_("a part of it is not plain text"),
}
_REMARK: Final = re.compile(r"(?:(?P<file>[^:]+): )?(?P<said>.*) at (?P<line>\d+):\d+(?P<why>.*)", re.DOTALL)


def look(place: Path) -> Listing:
    """Say what is in the folder."""
    return folder.listing(place)


def read(place: Path, file: str, installed: frozenset[str]) -> tuple[Finding, ...]:
    """Say what is wrong with one file of the folder; `installed` are the fonts of this computer."""
    content = folder.text_of(place, file)
    if isinstance(content, Finding):
        return (content,)
    found: list[Finding] = []
    declarations: Sequence[Declaration] = ()
    if file == ABOUT:
        found.extend(about.check(content))
        found.extend(families.check(list(about.family(content)), installed))
    elif file.endswith(".css"):
        sheet = sheets.parse(content, file)
        found.extend(sheet.findings)
        declarations = sheet.declarations
    else:
        page = markup.read(content, place, file)
        found.extend(page.findings)
        declarations = page.declarations
        if not file.endswith(".svg"):
            found.extend(syntax.check(content, place, file, _given()))
    found.extend(style.one_by_one(declarations, place))
    if file == STYLE:
        named = [*about.family(_text(place, ABOUT)), *families.named(declarations)]
        found.extend(families.check(named, installed))
        found.extend(colour.too_much(declarations))
    return in_order(found)


def page(place: Path, sample: str, paper: Paper, order: Order) -> tuple[Finding, ...]:
    """Make the page of a sample, and the files of it, and say what is wrong with them."""
    template = catalogue.read(place)
    job = _job(sample, template, paper, order)
    started = time.monotonic()
    try:
        laid_out = _laid_out(job, template)
        files = {
            "PDF": "\n".join(raster.text(laid_out.pdf())),
            "DOCX": words.of_docx(docx.write(laid_out.styled())),
            "TXT": text.write(laid_out.styled()),
        }
    except TemplateError as problem:
        return (_broken(problem),)
    took = time.monotonic() - started
    found = [*_seen(job, template, laid_out, files, sample), *_remarks(laid_out)]
    if (paper, order) == (Paper.LETTER, Order.BY_DATE):
        found.extend(_beside_ours(job, laid_out, took, sample))
    return in_order(found)


def _seen(
    job: RenderJob, template: Template, laid_out: LaidOut, files: dict[str, str], sample: str
) -> Iterator[Finding]:
    matcher = Matcher(laid_out.root, _declarations(template.folder, _stamp(template.folder)))
    sight = pages.Sight(laid_out.sheets, laid_out.root, matcher, sample)
    yield from pages.look(sight, has_name=bool(job.resume.basics.name))
    yield from words.lost(job.resume, files, sample)
    blocks = [block.text for block in laid_out.styled().blocks]
    yield from words.out_of_order(blocks, files["PDF"], sample)
    if job.order is not Order.FIRST_JOB:
        span = html.words(template, job)["span"]
        assert callable(span)  # noqa: S101 - it is one of the helpers of a page
        yield from words.dates_first(wording.employers(job.resume.work), span, files["PDF"], sample)


def _broken(problem: TemplateError) -> Finding:
    said = problem.reason or type(problem.__cause__ or problem).__name__
    reason = _(_REASONS[said]) if said in _REASONS else said
    remedy = _("Put this right first; what comes after it was not looked at.")
    message = _("The page cannot be made: {reason}.").format(reason=short(reason).rstrip("."))
    rule = "endless" if reason == _("this takes too long") else "breaks"
    return must(rule, problem.file or PAGE, problem.line, message, remedy)


def _remarks(laid_out: LaidOut) -> Iterator[Finding]:
    """Tell what the layout left out, in its own words where there are no better ones."""
    for remark in laid_out.remarks:
        found = _REMARK.fullmatch(remark)
        said = short(found["said"] if found else remark).removeprefix("Ignored ")
        why = found["why"].strip(" ,.") if found else ""
        message = _("{what} changes nothing: {why}.") if why else _("This changes nothing: {what}.")
        file = found["file"] if found and found["file"] else PAGE if "image" in remark else STYLE
        yield better(
            "ignored",
            file,
            int(found["line"]) if found else None,
            message.format(what=said, why=short(why)),
            _("Look at how it is written, or take it out."),
        )


def _beside_ours(job: RenderJob, laid_out: LaidOut, took: float, sample: str) -> Iterator[Finding]:
    ours = catalogue.templates(paths.TEMPLATES)[0]
    started = time.monotonic()
    default = _laid_out(replace(job, template=ours.id), ours)
    default.pdf()
    usual = time.monotonic() - started
    if took > max(SLOW_SECONDS, SLOWER * usual):
        message = _("The page of the sample {sample} takes {n:.0f} times as long as ours.")
        message = message.format(sample=sample, n=took / usual)
        yield must("slow", PAGE, None, message, _("Take out loops and blocks within blocks."))
    if laid_out.pages > MOST_PAGES * default.pages:
        message = ngettext(
            "The sample {sample} has {n} page, and {ours} with our first look.",
            "The sample {sample} has {n} pages, and {ours} with our first look.",
            laid_out.pages,
        )
        message = message.format(sample=sample, n=laid_out.pages, ours=default.pages)
        yield better("many-pages", STYLE, None, message, _("Make distances smaller."))


def _job(sample: str, template: Template, paper: Paper, order: Order) -> RenderJob:
    return RenderJob(
        resume=by_date(tidy(_resume(sample))), template=template.id, today=TODAY, paper=paper, order=order
    )


def _laid_out(job: RenderJob, template: Template) -> LaidOut:
    spaced = spacing(template.page, TextSize.REGULAR, fullness.guess(job, template).density)
    return rendering.page(job.resume, job, template, spaced)


@lru_cache(maxsize=32)
def _resume(sample: str) -> Resume:
    if sample == full.NAME:
        return full.everything()
    return jsonresume.load(paths.SAMPLES / f"{sample}.json").resume


def _given() -> Sequence[str]:
    """Return the names that every page may use."""
    ours = catalogue.templates(paths.TEMPLATES)[0]
    return list(html.words(ours, RenderJob(resume=Resume(), template=ours.id, today=TODAY)))


def _text(place: Path, file: str) -> str:
    content = folder.text_of(place, file) if (place / file).is_file() else ""
    return content if isinstance(content, str) else ""


def _stamp(place: Path) -> tuple[int, ...]:
    return tuple(it.stat().st_mtime_ns for it in (place / PAGE, place / STYLE))


@lru_cache(maxsize=2)
def _declarations(place: Path, _made: tuple[int, ...]) -> Sequence[Declaration]:
    """Return all declarations of the look: those of the style sheet come before those within the page."""
    own = sheets.parse(_text(place, STYLE), STYLE).declarations
    return (*own, *markup.read(_text(place, PAGE), place, PAGE).declarations)
