"""Which keys there are and where: the files of assets/keyboard, each a set of keys."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path

from kiosk import paths
from kiosk.content import reading
from kiosk.content.lines import Malformed
from kiosk.flow.field import Typed
from kiosk.i18n import N_, _

FOLDER = paths.ASSETS / "keyboard"
_KEY = re.compile(r"(?:\{(?P<name>\w+)\}|(?P<text>[^{}*]+))(?:\*(?P<width>\d+(?:\.\d+)?))?")


class Action(StrEnum):
    """What a key does that types nothing which is shown on it."""

    SHIFT = "shift"
    BACKSPACE = "backspace"
    ENTER = "enter"
    SPACE = "space"
    LEFT = "left"
    RIGHT = "right"
    HIDE = "hide"
    GAP = "gap"


NAMES = {
    Action.SHIFT: N_("Shift"),
    Action.BACKSPACE: N_("Backspace"),
    Action.ENTER: N_("Enter"),
    Action.SPACE: N_("Space"),
    Action.LEFT: N_("Move left"),
    Action.RIGHT: N_("Move right"),
    Action.HIDE: N_("Hide keys"),
}
"""What the keys are called; the names are those on a real keyboard, where it has the key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cap:
    """One key: what it types, or what it does, or the set of keys it brings. `width` is in letter keys."""

    text: str = ""
    action: Action | None = None
    keys: str = ""
    width: float = 1.0


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A set of keys. `face` is on the key that brings it; `types` and `language` say when it comes first."""

    name: str
    face: str
    types: Typed
    rows: tuple[str, ...]
    language: str = ""

    def __post_init__(self) -> None:
        if not self.rows:
            raise Malformed(_("this is missing"))
        if max(map(_width, self.caps)) - min(map(_width, self.caps)) > 0.001:
            raise Malformed(_("the rows of keys are not equally wide"))

    @cached_property
    def caps(self) -> tuple[tuple[Cap, ...], ...]:
        """The keys, row by row."""
        return tuple(tuple(_cap(word) for word in row.split()) for row in self.rows)

    @property
    def width(self) -> float:
        """How wide a row is, in letter keys."""
        return _width(self.caps[0])


def _width(row: tuple[Cap, ...]) -> float:
    return sum(cap.width for cap in row)


def _cap(word: str) -> Cap:
    found = _KEY.fullmatch(word)
    if found is None or not (width := float(found["width"] or 1)):
        raise Malformed(_("{word} is not a key").format(word=word))
    name = found["name"] or ""
    if name in list(Action):
        return Cap(action=Action(name), width=width)
    return Cap(text=found["text"] or "", keys=name, width=width)


@cache
def plans(folder: Path = FOLDER) -> dict[str, Plan]:
    """Return all sets of keys by the names of their files. Raises ContentError."""
    files = sorted(folder.glob("*.toml"))
    found = {file.stem: reading.record(file, Plan) for file in files}
    for file in files:
        brings = [cap.keys for row in found[file.stem].caps for cap in row if cap.keys]
        reading.check_known(file, "rows", brings, found)
    return found


def first(types: Typed, language: str) -> str:
    """Return the name of the keys that come first for such a box, of those in `language` if there are any."""
    fitting = [name for name, plan in plans().items() if plan.types is types]
    speaking = [name for name in fitting if plans()[name].language == language]
    return (speaking or fitting)[0]
