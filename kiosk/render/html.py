"""A template and a resume become HTML: the one door to Jinja2.

What the person typed is only ever data: it is escaped, and never compiled. A template is markup with the few
helpers of `wording.py` and `months.py`; it runs in a sandbox and reads no file outside its folder but the
parts of a page that every look may use: `kiosk/page.html.j2` is `assets/page/page.html.j2`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from pathlib import Path
from traceback import walk_tb
from types import TracebackType

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from kiosk import i18n, paths
from kiosk.errors import TemplateError
from kiosk.i18n import N_, _
from kiosk.limits import at_most
from kiosk.render import fullness, hours, months, wording
from kiosk.render.catalogue import PAGE, Template
from kiosk.render.order import sections
from kiosk.render.types import Density, RenderJob
from kiosk.resume import ours

FILL_SECONDS = 10.0
"""A page takes hundredths. Less than a whole job has, so that an endless loop is found where it stands."""

OURS = "kiosk/"
"""What the names of the parts that every look may use begin with."""

_TITLE = N_("{name} – Resume")
_NAMELESS_TITLE = N_("Resume")
_PAIR = N_("{one}, {other}")
_LABELLED = N_("{label}: {text}")


def fill(
    template: Template,
    job: RenderJob,
    density: Density | None = None,
    overlong: frozenset[str] = frozenset(),
) -> str:
    """Return the page as HTML, as full as `density` says, or as is guessed.

    `overlong` are the addresses that are written smaller, so that they are not broken.

    Raises TemplateError with the template's name and the line.
    """
    try:
        with at_most(FILL_SECONDS):
            return (
                environment(template.folder)
                .get_template(PAGE)
                .render(words(template, job, density, overlong))
            )
    except jinja2.TemplateSyntaxError as problem:
        raise _broken(template, problem.name or PAGE, problem.lineno, problem) from problem
    except Exception as problem:  # whatever a template does wrong, the template is to blame
        file, line = _place(problem.__traceback__, template.folder)
        raise _broken(template, file, line, problem) from problem


def words(
    template: Template,
    job: RenderJob,
    density: Density | None = None,
    overlong: frozenset[str] = frozenset(),
) -> dict[str, object]:
    """All that a template may name."""
    catalogue = i18n.catalogue("resume", job.language)
    translate = catalogue.gettext
    name = " ".join(job.resume.basics.name.split())
    return {
        "resume": job.resume,
        "language": job.language,
        "direction": wording.direction(job.language),
        "density": (density or fullness.guess(job, template).density).name.lower(),
        "look": {"dates": template.dates.value},
        "overlong": overlong,
        "sections": sections(job.resume, job.order),
        "title": translate(_TITLE).format(name=name) if name else translate(_NAMELESS_TITLE),
        "gettext": translate,
        "ngettext": catalogue.ngettext,
        "day": partial(months.day, _=translate),
        "span": partial(months.span, today=job.today, _=translate),
        "school_span": partial(months.school_span, today=job.today, _=translate),
        "kept": ours.value,
        "hours": partial(hours.lines, _=translate),
        "good_until": partial(months.good_until, _=translate),
        "lines": wording.lines,
        "link": wording.link,
        "employers": wording.employers,
        "comma": translate(_PAIR).format(one="", other=""),
        "colon": translate(_LABELLED).format(label="", text=""),
        "listed": partial(wording.listed, _=translate),
        "score": partial(wording.score, _=translate),
        "place": wording.place,
        "runs": wording.runs,
        "rows": wording.rows,
    }


@lru_cache(maxsize=8)
def environment(folder: Path) -> jinja2.Environment:
    """Return the environment of one template's folder; Jinja itself reads a changed file again."""
    return ImmutableSandboxedEnvironment(
        loader=jinja2.FunctionLoader(partial(source, folder)),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )


def source(folder: Path, name: str) -> tuple[str, str, Callable[[], bool]] | None:
    """Return the text of a file of the folder, or of our parts of a page.

    None for what is in neither: a link that leads out is not.
    """
    root = (paths.PAGE if name.startswith(OURS) else folder).resolve()
    path = (root / name.removeprefix(OURS)).resolve()
    if not (path.is_relative_to(root) and path.is_file()):
        return None
    changed = path.stat().st_mtime_ns
    return path.read_text("utf-8"), str(path), lambda: path.is_file() and path.stat().st_mtime_ns == changed


def _place(trace: TracebackType | None, folder: Path) -> tuple[str, int | None]:
    """Return the file of the template and the line where things went wrong, as deep as the template goes."""
    found: tuple[str, int | None] = (PAGE, None)
    root = folder.resolve()
    for frame, line in walk_tb(trace):
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(root):
            found = (str(path.relative_to(root)), line)
    return found


def _broken(template: Template, file: str, line: int | None, problem: Exception) -> TemplateError:
    """Name the template, the file and the line, with what Jinja says of it.

    What Python says of other things stays out: it may quote the resume.
    """
    said = str(problem) if isinstance(problem, jinja2.TemplateError) else type(problem).__name__
    if isinstance(problem, TimeoutError):
        said = _("this takes too long")
    where = _("{file}, line {line}").format(file=file, line=line) if line else file
    message = _("The template {template} cannot be used: {where}: {reason}.").format(
        template=template.id, where=where, reason=" ".join(said.split()).rstrip(".")
    )
    broken = TemplateError(message, _("Choose another look, or ask staff to correct the template."))
    broken.file, broken.line, broken.reason = file, line, " ".join(said.split()).rstrip(".")
    return broken
