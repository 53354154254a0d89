"""How large letters and distances are on a page: one row of numbers, from airy to tight.

A look says what it is made for (`Proportions`, the table `[page]` of its template.toml); the person chooses
the size of the text; how much there is to say decides the rest. A look's style sheet finds the numbers as
the variables `--size`, `--line`, `--step`, `--margin-top` and `--margin-side`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kiosk.render.types import Density, TextSize

LEAST_SIZE: Final = 10.5
"""Points. Smaller letters are not read in twenty seconds."""
LEAST_MARGIN: Final = 36.0
"""Points: half an inch, which every printer can do."""

_SIZES: Final = {TextSize.REGULAR: 1.0, TextSize.LARGE: 1.15, TextSize.LARGEST: 1.35}
_SMALLER: Final = 0.5
"""Points by which letters shrink from one try to the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proportions:
    """What a look is made for, on a page that is neither empty nor full.

    `size` of the body and `margin` in points, `leading` the height of a line as a multiple of `size`, `step`
    the distance, in points, of which all others are multiples. Letters never get smaller than `least`.
    """

    size: float = 10.5
    leading: float = 1.286
    step: float = 3.0
    margin: float = 54.0
    least: float = LEAST_SIZE


@dataclass(frozen=True, slots=True)
class Spacing:
    """The numbers of one page, all in points, and how full the page is that they are for."""

    density: Density
    size: float
    line: float
    step: float
    top: float
    side: float

    def css(self) -> str:
        """Return the variables that a look's style sheet reads."""
        return (
            f"--size: {self.size:g}pt; --line: {self.line:g}pt; --step: {self.step:g}pt; "
            f"--margin-top: {self.top:g}pt; --margin-side: {self.side:g}pt"
        )


@dataclass(frozen=True, slots=True)
class _Level:
    """How a page differs from what its look was made for.

    Factors; the most that its margins may be; and by how much they are wider, in points.
    """

    density: Density
    size: float
    leading: float
    step: float
    top: float
    side: float
    air: float = 0.0


_WIDE: Final = 1000.0
_LEVELS: Final = {
    Density.SHORT: _Level(Density.SHORT, 1.06, 1.05, 2.0, _WIDE, _WIDE, 15.0),
    Density.NORMAL: _Level(Density.NORMAL, 1.0, 1.0, 1.0, _WIDE, _WIDE),
    Density.FULL: _Level(Density.FULL, 0.955, 0.95, 0.6, 42.0, 51.0),
}
_EASED: Final = (
    _Level(Density.FULL, 1.0, 1.0, 1.0, _WIDE, _WIDE),
    _Level(Density.FULL, 1.0, 0.975, 0.8, 48.0, 54.0),
    _LEVELS[Density.FULL],
)
"""A full page, from one that has just lost the lines of its dates to a tight one."""
_TIGHTER: Final = (
    _Level(Density.FULL, 1.0, 0.93, 0.5, 39.0, 48.0),
    _Level(Density.FULL, 1.0, 0.91, 0.4, 36.0, 45.0),
)
"""What is tried before letters get smaller."""


def spacing(made_for: Proportions, size: TextSize, density: Density) -> Spacing:
    """Return the numbers for a page as full as it is."""
    return _at(made_for, _letters(made_for, size, _LEVELS[density]), _LEVELS[density])


def tighter(made_for: Proportions, size: TextSize, density: Density) -> Sequence[Spacing]:
    """Return what may be tried to save room, each tighter than the one before: distances, then letters."""
    natural = _letters(made_for, size, _LEVELS[density])
    levels = [*(level for key, level in _LEVELS.items() if key > density), *_TIGHTER]
    ladder = [_at(made_for, natural, level) for level in levels]
    smaller = natural - _SMALLER
    while smaller > made_for.least:
        ladder.append(_at(made_for, smaller, levels[-1]))
        smaller -= _SMALLER
    if natural > made_for.least:
        ladder.append(_at(made_for, made_for.least, levels[-1]))
    return ladder


def eased(made_for: Proportions, size: TextSize) -> Sequence[Spacing]:
    """Return what a full page may be, the loosest first; the last is what `spacing` says."""
    return [_at(made_for, _letters(made_for, size, level), level) for level in _EASED]


def closer(made_for: Proportions, size: TextSize) -> Sequence[Spacing]:
    """Return what a full page may try without smaller letters."""
    natural = _letters(made_for, size, _LEVELS[Density.FULL])
    return [_at(made_for, natural, level) for level in _TIGHTER]


def _letters(made_for: Proportions, size: TextSize, level: _Level) -> float:
    natural = made_for.size * _SIZES[size] * level.size
    return _half(max(natural, min(made_for.least, made_for.size)))


def _at(made_for: Proportions, letters: float, level: _Level) -> Spacing:
    return Spacing(
        density=level.density,
        size=letters,
        line=_quarter(letters * made_for.leading * level.leading),
        step=_quarter(made_for.step * level.step),
        top=max(LEAST_MARGIN, min(made_for.margin, level.top) + level.air),
        side=max(LEAST_MARGIN, min(made_for.margin, level.side) + level.air),
    )


def _half(points: float) -> float:
    """Round to half a point: Word has no letters between."""
    return round(points * 2) / 2


def _quarter(points: float) -> float:
    """Round to a quarter of a point, which Word can say too."""
    return round(points * 4) / 4
