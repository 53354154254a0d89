"""The style sheet of the Word file: every look has a name there, to be changed in one place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from lxml import etree

from kiosk.render.blocks import Align, StyledText
from kiosk.render.word import names
from kiosk.render.word.lists import Lists
from kiosk.render.word.measures import SINGLE
from kiosk.render.word.styles import CharacterStyle, Letters, ParagraphStyle, Shape, letters
from kiosk.render.word.xml import add, put_letters, put_shape, w

PLAIN: Final = Shape(
    align=Align.START,
    before=0,
    after=0,
    line=SINGLE,
    start=0,
    end=0,
    hanging=0,
    keep_next=False,
    keep_lines=False,
    break_before=False,
    top=None,
    bottom=None,
    right_to_left=False,
    tab=None,
    list_kind=None,
)
"""What a paragraph is that says nothing of itself: the document defaults in `assets/docx/word/styles.xml`."""

W14: Final = "http://schemas.microsoft.com/office/word/2010/wordml"

_NORMAL: Final = "Normal"
_BODY: Final = "Body Text"


def put_styles(
    root: Any,
    styled: StyledText,
    named: Mapping[str, ParagraphStyle],
    marked: Mapping[str, CharacterStyle],
    lists: Lists,
) -> None:
    """Write the letters of the whole page as defaults, then each style by what it changes."""
    body = letters(styled.body)
    _put_defaults(root, body, styled)
    normal = _normal(styled, named)
    put_shape(root.find(f"{w('style')}[@{w('styleId')}='{_NORMAL}']/{w('pPr')}"), normal, PLAIN)
    for role, style in named.items():
        _put_paragraph_style(root, role, style, normal, body, lists, has_body=_BODY in named)
    for mark in marked.values():
        element = _add_style(root, "character", mark.name)
        add(element, "basedOn", val="DefaultParagraphFont")
        add(element, "qFormat")
        put_letters(add(element, "rPr"), replace(body, **mark.change), body)


def _put_defaults(root: Any, body: Letters, styled: StyledText) -> None:
    properties = next(root.iter(w("rPrDefault")))[0]
    put_letters(properties, body, None)
    kerning = properties.makeelement(w("kern"), {w("val"): "2"})
    properties.find(w("sz")).addprevious(kerning)
    add(properties, "lang", **names.languages(styled.language))
    etree.SubElement(properties, f"{{{W14}}}ligatures", {f"{{{W14}}}val": "standard"})


def _normal(styled: StyledText, named: Mapping[str, ParagraphStyle]) -> Shape:
    """Return what all styles stand on: the most frequent line height, and the direction of the page."""
    lines = Counter(named[block.role].shape.line for block in styled.blocks)
    line = lines.most_common(1)[0][0] if lines else SINGLE
    return replace(PLAIN, line=line, right_to_left=styled.right_to_left)


def _put_paragraph_style(
    root: Any,
    role: str,
    style: ParagraphStyle,
    normal: Shape,
    body: Letters,
    lists: Lists,
    *,
    has_body: bool,
) -> None:
    element = _add_style(root, "paragraph", role)
    add(element, "basedOn", val=_NORMAL)
    is_heading = role.startswith(("Title", "Heading"))
    if is_heading:
        add(element, "next", val=names.style_id(_BODY if has_body else _NORMAL))
    add(element, "qFormat")
    properties = add(element, "pPr")
    put_shape(properties, style.shape, normal, lists.of_style(role, style))
    if role.startswith("Heading"):
        add(properties, "outlineLvl", val=int(role[-1]) - 1)
    put_letters(add(element, "rPr"), style.letters, body)


def _add_style(root: Any, kind: str, name: str) -> Any:
    element = add(root, "style", type=kind)
    if not names.is_built_in(name):
        element.set(w("customStyle"), "1")
    element.set(w("styleId"), names.style_id(name))
    add(element, "name", val=names.style_name(name))
    return element
