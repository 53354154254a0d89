"""The looks there are: one folder each under `templates/`, described by its `template.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk import paths
from kiosk.errors import InputError, TemplateError
from kiosk.i18n import _
from kiosk.render.types import OutputFormat

ABOUT = "template.toml"
PAGE = "resume.html.j2"
STYLE = "style.css"

_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_KEYS: Mapping[str, type] = {"name": str, "description": str, "order": int, "formats": list}


@dataclass(frozen=True, slots=True)
class Template:
    """A look. `id` is the name of its folder, `name` and `description` are for people, in English.

    `order` is its place among the looks; the first is the default.
    """

    id: str
    name: str
    description: str
    order: int
    formats: frozenset[OutputFormat]
    folder: Path

    @property
    def stylesheet(self) -> Path:
        """The look's own CSS."""
        return self.folder / STYLE


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
    known = list(OutputFormat)
    for name in about["formats"]:
        if name not in known:
            reason = _("formats: {name} is not one of {known}").format(name=name, known=", ".join(known))
            raise _broken(folder, ABOUT, reason)
    return Template(
        id=folder.name,
        name=about["name"],
        description=about["description"],
        order=about["order"],
        formats=frozenset(map(OutputFormat, about["formats"])),
        folder=folder,
    )


def _check_keys(folder: Path, about: Mapping[str, Any]) -> None:
    for key in about:
        if key not in _KEYS:
            known = ", ".join(_KEYS)
            raise _broken(folder, ABOUT, _("{key} is not one of {known}").format(key=key, known=known))
    for key, kind in _KEYS.items():
        if type(about.get(key)) is not kind or not (about[key] or kind is int):
            raise _broken(folder, ABOUT, _("{key} is missing or has a wrong value").format(key=key))


def _broken(folder: Path, file: str, reason: str) -> TemplateError:
    message = _("The template {folder} cannot be used: {file}: {reason}.").format(
        folder=folder, file=file, reason=reason
    )
    return TemplateError(message, _("Choose another look, or ask staff to correct the template."))
