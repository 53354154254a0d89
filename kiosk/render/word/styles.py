"""Which named styles a document has: for each role the look that most of its paragraphs share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any, Final, TypeVar

from kiosk.render import scripts
from kiosk.render.blocks import Align, Block, RunStyle
from kiosk.render.word import gaps, names
from kiosk.render.word.gaps import Gap
from kiosk.render.word.measures import Line, border, spacing, twips

HYPERLINK: Final = "Hyperlink"
NUMBERS: Final = "Numbers"
"""The style of numbers and signs among words that read from the right."""


@dataclass(frozen=True, slots=True)
class Letters:
    """How letters look, in Word's measures: `size` in half points."""

    fonts: names.Fonts
    size: int
    bold: bool
    italic: bool
    color: str
    caps: bool
    underline: bool


@dataclass(frozen=True, slots=True)
class ListKind:
    """A kind of list: its marker, and where text and marker stand, in twips. Numbers have the marker "1."."""

    marker: str
    start: int
    hanging: int


@dataclass(frozen=True, slots=True)
class Shape:
    """How a paragraph stands, in Word's measures: lengths in twips."""

    align: Align
    before: int
    after: int
    line: Line
    start: int
    end: int
    hanging: int
    keep_next: bool
    keep_lines: bool
    break_before: bool
    top: tuple[int, str, int] | None
    bottom: tuple[int, str, int] | None
    right_to_left: bool
    tab: int | None
    list_kind: ListKind | None


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A named style."""

    shape: Shape
    letters: Letters


@dataclass(frozen=True, slots=True)
class CharacterStyle:
    """A named style for words. `change` says which attributes of `Letters` it sets."""

    name: str
    change: Mapping[str, Any]


def paragraph_styles(blocks: Sequence[Block], found: Sequence[Shape]) -> dict[str, ParagraphStyle]:
    """Return a style for each role, in the order of the page: what most of its paragraphs have in common."""
    members: dict[str, list[int]] = {}
    for index, block in enumerate(blocks):
        members.setdefault(block.role, []).append(index)
    return {role: _paragraph_style(indexes, blocks, found) for role, indexes in members.items()}


def _paragraph_style(
    indexes: Sequence[int], blocks: Sequence[Block], found: Sequence[Shape]
) -> ParagraphStyle:
    """Return what some paragraphs share; distances that those above them carry say nothing about them."""
    free = [found[index].before for index in indexes if index and not found[index - 1].after]
    shape = usual([found[index] for index in indexes])
    return ParagraphStyle(
        replace(shape, before=gaps.usual(free)),
        usual([main_letters(blocks[index]) for index in indexes]),
    )


def character_styles(
    blocks: Sequence[Block], paragraphs: Mapping[str, ParagraphStyle]
) -> dict[str, CharacterStyle]:
    """Return for each name of runs, and for links, what most of them change; no style for no change."""
    changes: dict[str, Counter[tuple[tuple[str, Any], ...]]] = {}
    for block in blocks:
        own = paragraphs[block.role].letters
        for run in block.runs:
            name = HYPERLINK if run.href else run.name
            if name:
                changes.setdefault(name, Counter())[_change(letters(run.style), own)] += 1
    found = {}
    for name, counts in changes.items():
        change = dict(counts.most_common(1)[0][0])
        if change or name == HYPERLINK:
            found[name] = CharacterStyle(f"{name} Text" if name in paragraphs else name, change)
    if any(scripts.reads_from_right(run.text) for block in blocks for run in block.runs):
        page = usual([style.letters for style in paragraphs.values()])
        found.setdefault(NUMBERS, CharacterStyle(NUMBERS, {"fonts": of_numbers(page.fonts)}))
    return found


def of_numbers(fonts: names.Fonts) -> names.Fonts:
    """Return the fonts for numbers among words that read from the right: those of Latin words."""
    return replace(fonts, complex=fonts.latin)


_TOGGLES: Final = frozenset({"bold", "italic", "caps"})


def _change(look: Letters, own: Letters) -> tuple[tuple[str, Any], ...]:
    """Return what a style for words can change: not that what a paragraph's style has on is off again.

    Word reads "off" as nothing said there (17.7.3, toggle properties), LibreOffice as off.
    """
    return tuple(
        (field.name, value)
        for field in fields(look)
        if (value := getattr(look, field.name)) != getattr(own, field.name)
        and (value or field.name not in _TOGGLES)
    )


@lru_cache(maxsize=256)
def letters(style: RunStyle) -> Letters:
    """Return a run's look in Word's measures."""
    return Letters(
        fonts=names.fonts(style.families),
        size=round(style.size * 2),
        bold=style.bold,
        italic=style.italic,
        color=style.color,
        caps=style.caps,
        underline=style.underline,
    )


def main_letters(block: Block) -> Letters:
    """Return the look of a paragraph's own letters: of its first words that have no name and lead nowhere."""
    own = (run for run in block.runs if not run.name and not run.href)
    return letters(next(own, block.runs[0]).style)


def shapes(blocks: Sequence[Block]) -> list[Shape]:
    """Return the shape of each paragraph. A right tab that one of a role has, all have: nobody sees it."""
    if not blocks:
        return []
    distances = [twips(block.style.before) for block in blocks]
    givers = gaps.givers(
        Gap(above.role, below.role, distance)
        for above, below, distance in zip(blocks, blocks[1:], distances[1:], strict=False)
    )
    after = [
        distance if block.role in givers else 0
        for block, distance in zip(blocks, distances[1:], strict=False)
    ]
    before = [
        0 if index and blocks[index - 1].role in givers else distance
        for index, distance in enumerate(distances)
    ]
    after += [_unseen(blocks, after)]
    tabs = {block.role: twips(block.style.right_tab) for block in blocks if block.style.right_tab is not None}
    return [
        _shape(block, above, below, tabs.get(block.role))
        for block, above, below in zip(blocks, before, after, strict=True)
    ]


def _unseen(blocks: Sequence[Block], after: Sequence[int]) -> int:
    """Return the space below the last paragraph, which nobody sees: that of its like."""
    own = [space for block, space in zip(blocks, after, strict=False) if block.role == blocks[-1].role]
    return gaps.usual(own)


def _shape(block: Block, before: int, after: int, tab: int | None) -> Shape:
    style = block.style
    kind = None
    if block.marker:
        sign = f"1{block.marker[-1]}" if block.marker[0].isdigit() else block.marker
        kind = ListKind(sign, twips(style.indent_start), twips(style.hanging))
    return Shape(
        align=style.align,
        before=before,
        after=after,
        line=spacing(block),
        start=twips(style.indent_start),
        end=twips(style.indent_end),
        hanging=twips(style.hanging),
        keep_next=style.keep_with_next,
        keep_lines=style.keep_together,
        break_before=style.page_break_before,
        top=border(style.border_top),
        bottom=border(style.border_bottom),
        right_to_left=style.right_to_left,
        tab=tab,
        list_kind=kind,
    )


T = TypeVar("T")


def usual(items: Sequence[T]) -> T:
    """Return what most have in common: for each attribute the most frequent value, the first one if even."""
    names_ = [field.name for field in fields(items[0])]  # type: ignore[arg-type]  # a dataclass
    return type(items[0])(**{name: _mode(getattr(item, name) for item in items) for name in names_})


def _mode(values: Iterable[Any]) -> Any:
    return Counter(values).most_common(1)[0][0]
