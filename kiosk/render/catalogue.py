"""The looks there are: one folder each, described by its `template.toml`.

Ours are under `templates/`; the library's own come after them, from `templates/` in its content folder (the
setting `content_folder`). A broken one of ours is a fault of the program; a broken one of the library's is
left out, and `left_out` says why.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from kiosk import paths
from kiosk.errors import InputError, TemplateError
from kiosk.i18n import _
from kiosk.render.accents import ACCENTS
from kiosk.render.own import own_folder
from kiosk.render.spacing import Proportions
from kiosk.render.types import OutputFormat

ABOUT = "template.toml"
PAGE = "resume.html.j2"
STYLE = "style.css"

ID = re.compile(r"[a-z0-9][a-z0-9-]*")
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
_FONT: Final = re.compile(r"[^\W\d_][\w .-]*")
"""Names of font families without quotes: nothing in them could end a declaration of CSS."""
_LARGEST: Final = 65536
"""Bytes of a template.toml; the process with the screens reads it."""
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


def templates(folder: Path | None = None) -> tuple[Template, ...]:
    """Return every look, the default first: ours, then the library's own that can be used.

    Given a folder, those in it alone. Raises TemplateError when one is not complete that has to be.
    """
    if folder is None:
        return (*templates(paths.TEMPLATES), *_own()[0])
    found = [read(place) for place in _folders(folder)]
    if not found:
        raise TemplateError(_("There is no template in {folder}.").format(folder=folder))
    return _sorted(found)


def left_out() -> tuple[TemplateError, ...]:
    """Return why looks of the library's own are not among those that there are, one reason for each."""
    return _own()[1]


def find(template_id: str, folder: Path | None = None) -> Template:
    """Return the look with this id; raises InputError, naming those there are, or TemplateError."""
    for place in (paths.TEMPLATES, own_folder()) if folder is None else (folder,):
        if place and ID.fullmatch(template_id) and (place / template_id).is_dir():
            return read(place / template_id)
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
        if not (folder / name).resolve().is_relative_to(folder.resolve()):
            raise _broken(folder, name, _("the file is a link that leads out of the folder"))
    if not ID.fullmatch(folder.name):
        raise _broken(folder, ABOUT, _("the folder's name may have only a to z, 0 to 9 and hyphens"))
    try:
        with (folder / ABOUT).open("rb") as file:
            about = tomllib.loads(file.read(_LARGEST).decode("utf-8"))
    except (OSError, ValueError, RecursionError) as problem:
        raise _broken(folder, ABOUT, str(problem)) from problem
    for _key, reason in wrong(about):
        raise _broken(folder, ABOUT, reason)
    given = {key: make(about[key]) for key, make in _GIVEN.items() if key in about}
    return Template(
        id=folder.name,
        name=about["name"],
        description=about["description"],
        order=about["order"],
        formats=frozenset(map(OutputFormat, about["formats"])),
        folder=folder,
        page=Proportions(**about.get("page", {})),
        **given,
    )


def wrong(about: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Give each key of a description that cannot be used, and why, without the dot at the end."""
    yield from _unknown(about, _KEYS)
    for key, kind in _KEYS.items():
        if key in _OPTIONAL and key not in about:
            continue
        if type(about.get(key)) is not kind or not (about[key] or kind in (int, dict)):
            yield key, _wrong_value(key)
        elif key in _ONE_OF:
            values = about[key] if kind is list else [about[key]]
            yield from ((key, reason) for value in values if (reason := _one_of(key, value)))
        elif key == "font" and not _FONT.fullmatch(about[key]):
            yield key, _("font: write the name of one font family, as it is installed")
        elif key == "page":
            yield from _unknown(about[key], _PROPORTIONS)
            yield from ((name, _wrong_value(name)) for name, size in about[key].items() if not _is_size(size))


_ONE_OF: Final[Mapping[str, Iterable[str]]] = {"formats": OutputFormat, "accent": ACCENTS, "dates": Dates}


def _own() -> tuple[tuple[Template, ...], tuple[TemplateError, ...]]:
    """Return the library's own looks, and what is wrong with those that cannot be used."""
    folder = own_folder()
    found: list[Template] = []
    problems: list[TemplateError] = []
    try:
        places = _folders(folder) if folder else ()
    except OSError as problem:
        message = _("The looks in {folder} cannot be read: {reason}.")
        reason = problem.strerror or type(problem).__name__
        places, problems = (), [TemplateError(message.format(folder=folder, reason=reason))]
    for place in places:
        try:
            if (paths.TEMPLATES / place.name).is_dir():
                problems.append(_taken(place))
                continue
            found.append(read(place))
        except TemplateError as problem:
            problems.append(_left_out(problem.message, place))
        except OSError as problem:
            message = _broken(place, ABOUT, problem.strerror or type(problem).__name__).message
            problems.append(_left_out(message, place))
    return _sorted(found), tuple(problems)


def _folders(folder: Path) -> tuple[Path, ...]:
    there = sorted(folder.iterdir()) if folder.is_dir() else ()
    return tuple(place for place in there if place.is_dir() and not place.name.startswith("."))


def _sorted(found: Iterable[Template]) -> tuple[Template, ...]:
    return tuple(sorted(found, key=lambda template: (template.order, template.id)))


def _unknown(given: Iterable[str], known: Iterable[str]) -> Iterator[tuple[str, str]]:
    names = list(known)
    for key in given:
        if key not in names:
            near = difflib.get_close_matches(key, names, n=1, cutoff=0.0)[0]
            reason = _("{key} is not one of {known}; the nearest is {near}")
            yield key, reason.format(key=key, known=", ".join(names), near=near)


def _wrong_value(key: str) -> str:
    return _("{key} is missing or has a wrong value").format(key=key)


def _is_size(value: object) -> bool:
    return type(value) in (int, float) and 0 < value < 1000  # type: ignore[operator]


def _one_of(key: str, value: object) -> str:
    names = [str(name) for name in _ONE_OF[key]]
    if value in names:
        return ""
    reason = _("{key}: {name} is not one of {known}")
    return reason.format(key=key, name=value, known=", ".join(names))


def _broken(folder: Path, file: str, reason: str) -> TemplateError:
    message = _("The template {folder} cannot be used: {file}: {reason}.").format(
        folder=folder, file=file, reason=reason
    )
    return TemplateError(message, _("Choose another look, or ask staff to correct the template."))


def _left_out(message: str, folder: Path) -> TemplateError:
    return TemplateError(
        message, _("All that is wrong is said by: templates check {folder}").format(folder=folder)
    )


def _taken(folder: Path) -> TemplateError:
    message = _("The template {folder} cannot be used: one of our looks has the name {name} already.")
    return TemplateError(message.format(folder=folder, name=folder.name), _("Give its folder another name."))
