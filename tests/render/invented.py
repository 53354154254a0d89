"""Invented resumes: one with every text there is, each of them unlike all others, and little makers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from typing import Any

from kiosk.render.types import RenderJob
from kiosk.resume import model
from kiosk.resume.model import Basics, Resume, Work

TODAY = date(2026, 11, 22)
UNPRINTED = ("extra", "meta", "schema", "image", "country_code", "end_unread")

_ENTRIES = {
    "work": model.Work,
    "volunteer": model.Volunteer,
    "education": model.Education,
    "awards": model.Award,
    "certificates": model.Certificate,
    "publications": model.Publication,
    "skills": model.Skill,
    "languages": model.Language,
    "interests": model.Interest,
    "references": model.Reference,
    "projects": model.Project,
}


def job(resume: Resume, template: str = "classic", **changes: Any) -> RenderJob:
    """Return a job for the default look on a fixed day."""
    return replace(RenderJob(resume=resume, template=template, today=TODAY), **changes)


def person(name: str = "Ana Vale", **basics: Any) -> Resume:
    """Return a resume with a name and one job."""
    shop = Work(name="Vale Shop", position="Clerk", highlights=("Sold things",))
    return Resume(basics=Basics(name=name, **basics), work=(shop,))


def everything() -> Resume:
    """Return a resume in which every text is there and says where it stands: "work0position"."""
    basics = _full(Basics, "basics")
    home = _full(model.Location, "home")
    profiles = (_full(model.Profile, "profile0"), _full(model.Profile, "profile1"))
    sections: dict[str, Any] = {
        name: (_full(kind, f"{name}0"), _full(kind, f"{name}1")) for name, kind in _ENTRIES.items()
    }
    return Resume(basics=replace(basics, location=home, profiles=profiles), **sections)


def alone() -> Iterator[tuple[str, Resume]]:
    """Give a resume with nothing but one text, for every text there is, and that text."""
    for name, kind in _ENTRIES.items():
        for key, value in _texts(_full(kind, name)):
            text = value[0] if isinstance(value, tuple) else value
            section: dict[str, Any] = {name: (kind(**{key: value}),)}
            yield text, Resume(**section)
    for key, value in _texts(_full(Basics, "basics")):
        yield value, Resume(basics=Basics(**{key: value}))
    for key, value in _texts(_full(model.Location, "home")):
        yield value, Resume(basics=Basics(location=model.Location(**{key: value})))


def _full(kind: type[Any], mark: str) -> Any:
    values: dict[str, Any] = {}
    for spec in fields(kind):
        if spec.name in UNPRINTED or spec.name in ("location", "profiles") and kind is Basics:
            continue
        word = mark + spec.name.replace("_", "")
        if spec.name.endswith("date"):
            values[spec.name] = None
        elif spec.name in ("highlights", "courses", "keywords", "roles"):
            values[spec.name] = (f"{word}a", f"{word}b")
        else:
            values[spec.name] = word
    return kind(**values)


def _texts(entry: Any) -> Iterator[tuple[str, Any]]:
    for spec in fields(entry):
        value = getattr(entry, spec.name)
        if value and spec.name not in UNPRINTED and isinstance(value, str | tuple):
            yield spec.name, value
