"""One screen of the wizard, as its table says it; `title` and `help` are translated when shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from kiosk.flow.field import Field
from kiosk.i18n import N_
from kiosk.resume.model import Resume


def of_any(_entry: Any) -> bool:
    """Ask about every entry."""
    return True


def always(_resume: Resume) -> bool:
    """Ask everybody."""
    return True


class PageKind(Enum):
    """Which page of the screen shows a step."""

    HOME = auto()
    WARM_UP = auto()
    DRIVE = auto()
    OPEN = auto()
    PATH = auto()
    FORM = auto()
    ENTRIES = auto()
    GAP = auto()
    REVIEW = auto()
    ORDER = auto()
    LOOK = auto()
    SAVE = auto()
    NO_DRIVE = auto()
    PRINT = auto()
    CODES = auto()
    DONE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One screen. `group` is its line in the list of steps; `section` names the entries it is about.

    With `of_entry` it asks about one entry and comes after the ENTRIES step of its section; `short` is what
    its answer is called in *Look it over*. `add` and `add_more` are the buttons that begin an entry; `counts`
    is shown before there is one: what people leave out because they think that it does not count. Next and
    Back pass an `aside` step by, one whose `when` says that it is not for this person, and an `of_entry` one
    whose `about` says that it is not for this entry. To a `listed` one *Look it over* leads all the same.
    Back stops where `again` says so, though Next asks there no more.
    """

    id: str
    group: str
    title: str
    kind: PageKind
    help: str = ""
    section: str = ""
    of_entry: bool = False
    fields: tuple[Field, ...] = ()
    short: str = ""
    add: str = ""
    add_more: str = ""
    counts: tuple[str, ...] = ()
    skippable: bool = True
    aside: bool = False
    when: Callable[[Resume], bool] = always
    listed: bool = False
    about: Callable[[Any], bool] = of_any
    again: Callable[[Resume], bool] | None = None


START = N_("Start")
ABOUT = N_("About you")
WORK = N_("Work")
ELSE = N_("Also done")
SCHOOL = N_("School")
SKILLS = N_("Skills")
REVIEW = N_("Look it over")
LOOK = N_("Pick a look")
SAVE = N_("Save")
