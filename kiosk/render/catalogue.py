"""The looks there are: one folder each under `templates/`, described by its `template.toml`."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from kiosk import paths
from kiosk.errors import InputError, TemplateError
from kiosk.i18n import _
from kiosk.render.accents import ACCENTS
from kiosk.render.spacing import Proportions
from kiosk.render.types import OutputFormat

ABOUT = "template.toml"
PAGE = "resume.html.j2"
STYLE = "style.css"

_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_KEYS: Final[Mapping[str, type]] = {
    "name": str,
    "description": str,
    "order": int,
    "formats": list,
    "font": str,
    "accent": str,
    "dates": str,
    "page": dict,
}
_OPTIONAL: Final = frozenset({"font", "accent", "dates", "page"})
_PROPORTIONS: Final = tuple(field.name for field in fields(Proportions))


class Dates(StrEnum):
    """Where the dates of a job stand.

    Every machine reads the first two in order; dates at the right margin are read apart by some.
    """

    OWN_LINE = "own-line"
    EMPLOYER_LINE = "employer-line"
    RIGHT_MARGIN = "right-margin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A look. `id` is the name of its folder, `name` and `description` are for people, in English.

    `order` is its place among the looks; the first is the default. `font` is the family of its text, `accent`
    the id of its colour, `page` the sizes that it is made for.
    """

    id: str
    name: str
    description: str
    order: int
    formats: frozenset[OutputFormat]
    folder: Path
    font: str = "Carlito"
    accent: str = "navy"
    dates: Dates = Dates.OWN_LINE
    page: Proportions = Proportions()

    @property
    def stylesheet(self) -> Path:
        """The look's own CSS."""
        return self.folder / STYLE

    @property
    def best_for_web_forms(self) -> bool:
        """Whether every machine that reads resumes was seen to read this look in order."""
        return self.dates is not Dates.RIGHT_MARGIN


_GIVEN: Final[Mapping[str, Callable[[str], Any]]] = {"font": str, "accent": str, "dates": Dates}


def templates(folder: Path = paths.TEMPLATES) -> tuple[Template, ...]:
    """Return every look in `folder`, the default first; raises TemplateError when one is not complete."""
    there = folder.iterdir() if folder.is_dir() else ()
    found = [read(place) for place in there if place.is_dir() and not place.name.startswith(".")]
    if not found:
        raise TemplateError(_("There is no template in {folder}.").format(folder=folder))
    return tuple(sorted(found, key=lambda template: (template.order, template.id)))


def find(template_id: str, folder: Path = paths.TEMPLATES) -> Template:
    """Return the look with this id; raises InputError, naming those there are, or TemplateError."""
    if _ID.fullmatch(template_id) and (folder / template_id).is_dir():
        return read(folder / template_id)
    known = ", ".join(template.id for template in templates(folder))
    raise InputError(
        _("There is no template with the name {template}.").format(template=template_id),
        _("Choose one of these: {known}.").format(known=known),
    )


def read(folder: Path) -> Template:
    """Return the look in one folder; raises TemplateError that names the folder and the file."""
    for name in (ABOUT, PAGE, STYLE):
        if not (folder / name).is_file():
            raise _broken(folder, name, _("the file is missing"))
    if not _ID.fullmatch(folder.name):
        raise _broken(folder, ABOUT, _("the folder's name may have only a to z, 0 to 9 and hyphens"))
    try:
        about = tomllib.loads((folder / ABOUT).read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as problem:
        raise _broken(folder, ABOUT, str(problem)) from problem
    _check_keys(folder, about)
    for name in about["formats"]:
        _check_one_of(folder, "formats", name, OutputFormat)
    for key, known in (("accent", ACCENTS), ("dates", Dates)):
        if key in about:
            _check_one_of(folder, key, about[key], known)
    given = {key: make(about[key]) for key, make in _GIVEN.items() if key in about}
    return Template(
        id=folder.name,
        name=about["name"],
        description=about["description"],
        order=about["order"],
        formats=frozenset(map(OutputFormat, about["formats"])),
        folder=folder,
        page=_proportions(folder, about.get("page", {})),
        **given,
    )


def _check_keys(folder: Path, about: Mapping[str, Any]) -> None:
    for key in about:
        _check_known(folder, key, _KEYS)
    for key, kind in _KEYS.items():
        if key in _OPTIONAL and key not in about:
            continue
        if type(about.get(key)) is not kind or not (about[key] or kind in (int, dict)):
            raise _broken(folder, ABOUT, _("{key} is missing or has a wrong value").format(key=key))


def _proportions(folder: Path, page: Mapping[str, Any]) -> Proportions:
    for key, value in page.items():
        _check_known(folder, key, _PROPORTIONS)
        if type(value) not in (int, float) or not 0 < value < 1000:
            raise _broken(folder, ABOUT, _("{key} is missing or has a wrong value").format(key=key))
    return Proportions(**page)


def _check_known(folder: Path, key: str, known: Iterable[str]) -> None:
    names = list(known)
    if key not in names:
        near = difflib.get_close_matches(key, names, n=1, cutoff=0.0)[0]
        reason = _("{key} is not one of {known}; the nearest is {near}")
        raise _broken(folder, ABOUT, reason.format(key=key, known=", ".join(names), near=near))


def _check_one_of(folder: Path, key: str, value: object, known: Iterable[str]) -> None:
    names = [str(name) for name in known]
    if value not in names:
        reason = _("{key}: {name} is not one of {known}")
        raise _broken(folder, ABOUT, reason.format(key=key, name=value, known=", ".join(names)))


def _broken(folder: Path, file: str, reason: str) -> TemplateError:
    message = _("The template {folder} cannot be used: {file}: {reason}.").format(
        folder=folder, file=file, reason=reason
    )
    return TemplateError(message, _("Choose another look, or ask staff to correct the template."))
