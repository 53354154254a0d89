"""Real lists: each kind once, and counts that begin anew."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from kiosk.render.blocks import Block, BlockStyle, Run, RunStyle
from kiosk.render.word.lists import Lists
from kiosk.render.word.styles import paragraph_styles, shapes
from kiosk.render.word.xml import w

LOOK = RunStyle(("Carlito",), 10, bold=False, italic=False, color="000000")
PLACE = BlockStyle(indent_start=12, hanging=12)


def items(role: str, *markers: str, style: BlockStyle = PLACE) -> list[Block]:
    return [Block(role, style, (Run("x", LOOK),), marker) for marker in markers]


def numbered(blocks: list[Block]) -> tuple[list[int | None], etree._Element]:
    """Return the list that each paragraph names itself, and the definitions."""
    root = etree.Element(w("numbering"))
    lists, found = Lists(root), shapes(blocks)
    styles = paragraph_styles(blocks, found)
    usual = [lists.of_style(role, style) for role, style in styles.items()]
    assert usual[0] == 1
    own = [
        lists.exception(block, shape, styles[block.role]) for block, shape in zip(blocks, found, strict=True)
    ]
    return own, root


def value(root: etree._Element, tag: str) -> list[str | None]:
    return [element.get(w("val")) for element in root.iter(w(tag))]


def test_bullets_belong_to_the_list_of_their_style() -> None:
    own, root = numbered(items("List Bullet", "•", "•", "•"))
    assert own == [None, None, None]
    assert value(root, "numFmt") == ["bullet"]
    assert value(root, "lvlText") == ["•"]
    assert value(root, "pStyle") == ["ListBullet"]


def test_another_bullet_is_another_list() -> None:
    own, root = numbered(items("List Bullet", "•", "•", "–"))
    assert own == [None, None, 2]
    assert value(root, "lvlText") == ["•", "–"]
    assert value(root, "pStyle") == ["ListBullet"]


def test_counts_begin_anew() -> None:
    own, root = numbered(items("List Number", "1.", "2.", "1.", "2.", "1."))
    assert own == [None, None, 2, 2, 3]
    assert value(root, "lvlText") == ["%1."]
    assert value(root, "startOverride") == ["1", "1"]


def test_definitions_come_before_lists() -> None:
    _own, root = numbered([*items("List Number", "1.", "1."), *items("List Bullet", "•", "–")])
    names = [etree.QName(each).localname for each in root]
    assert names == sorted(names)


def test_a_bullet_that_does_not_hang_is_followed_by_a_space() -> None:
    _own, root = numbered(items("List Bullet", "•", style=replace(PLACE, hanging=0)))
    assert value(root, "suff") == ["space"]
