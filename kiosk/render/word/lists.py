"""Real Word lists (ECMA-376 part 1, 17.9): each kind once, and a fresh count for each numbered one."""

from __future__ import annotations

from typing import Any

from kiosk.render.blocks import Block
from kiosk.render.word import names
from kiosk.render.word.styles import ListKind, ParagraphStyle, Shape
from kiosk.render.word.xml import add, w


class Lists:
    """Fills `numbering.xml` while the document is written."""

    def __init__(self, root: Any) -> None:
        self._root = root
        self._kinds: dict[tuple[str, ListKind], int] = {}
        self._numbers = 0
        self._used: set[tuple[str, ListKind]] = set()
        self._current: dict[tuple[str, ListKind], int] = {}

    def of_style(self, role: str, style: ParagraphStyle) -> int | None:
        """Return the number of the list that a style stands for, None for a style of no list."""
        kind = style.shape.list_kind
        return None if kind is None else self._of_kind(role, kind, style)

    def exception(self, block: Block, shape: Shape, style: ParagraphStyle) -> int | None:
        """Return the number of a paragraph's list where it is not that of its style."""
        kind = shape.list_kind
        if kind is None:
            return None
        usual = self.of_style(block.role, style)
        first_use = (block.role, kind) not in self._used
        self._used.add((block.role, kind))
        if block.marker[:-1] == "1" and not first_use:
            self._current[block.role, kind] = self._restarted(block.role, kind, style)
        number = self._current.get((block.role, kind)) or self._of_kind(block.role, kind, style)
        return None if number == usual else number

    def _of_kind(self, role: str, kind: ListKind, style: ParagraphStyle) -> int:
        """Return the number of the first list of a kind; paragraphs of one number belong to one list."""
        key = (role, kind)
        if key not in self._kinds:
            self._define(len(self._kinds), role, kind, style)
            self._kinds[key] = self._count(len(self._kinds))
        return self._kinds[key]

    def _restarted(self, role: str, kind: ListKind, style: ParagraphStyle) -> int:
        """Return the number of a further list of a kind that counts from 1 again."""
        self._of_kind(role, kind, style)
        number = self._count(list(self._kinds).index((role, kind)))
        override = add(self._root[-1], "lvlOverride", ilvl=0)
        add(override, "startOverride", val=1)
        return number

    def _count(self, definition: int) -> int:
        """Add a list that follows a definition; numbers count from 1, because 0 means no list."""
        self._numbers += 1
        number = add(self._root, "num", numId=self._numbers)
        add(number, "abstractNumId", val=definition)
        return self._numbers

    def _define(self, definition: int, role: str, kind: ListKind, style: ParagraphStyle) -> None:
        """Add a definition. The schema wants all of them before the first list."""
        counted = kind.marker[0].isdigit()
        abstract = self._root.makeelement(w("abstractNum"), {w("abstractNumId"): str(definition)})
        self._root.insert(definition, abstract)
        add(abstract, "multiLevelType", val="singleLevel")
        level = add(abstract, "lvl", ilvl=0)
        add(level, "start", val=1)
        add(level, "numFmt", val="decimal" if counted else "bullet")
        if kind == style.shape.list_kind:
            add(level, "pStyle", val=names.style_id(role))
        if not kind.hanging:
            add(level, "suff", val="space")
        add(level, "lvlText", val=f"%1{kind.marker[1:]}" if counted else kind.marker)
        add(level, "lvlJc", val="left")
        add(add(level, "pPr"), "ind", left=kind.start, hanging=kind.hanging)
        font = style.letters.fonts.latin
        add(add(level, "rPr"), "rFonts", ascii=font, hAnsi=font, cs=font, hint="default")
