"""WordprocessingML (ECMA-376 part 1, chapter 17), each child in the order its schema asks for."""

from __future__ import annotations

from typing import Any, Final

from lxml import etree

from kiosk.render.blocks import Align
from kiosk.render.word.styles import Letters, Shape

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

_JUSTIFICATION: Final = {
    Align.START: "left",
    Align.END: "right",
    Align.CENTER: "center",
    Align.JUSTIFY: "both",
}
"""In a paragraph that reads from the right, Word takes left for where one begins to read."""


def w(tag: str) -> str:
    """Return the full name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{tag}"


def add(parent: Any, tag: str, **attributes: object) -> Any:
    """Add an element, with attributes that are numbers or texts."""
    child = etree.SubElement(parent, w(tag))
    for name, value in attributes.items():
        child.set(w(name), str(value))
    return child


def add_toggle(parent: Any, tag: str, on: bool) -> None:
    """Switch a property on, or off where a style has it on."""
    if on:
        add(parent, tag)
    else:
        add(parent, tag, val=0)


def put_letters(parent: Any, look: Letters, base: Letters | None) -> None:
    """Write into a `w:rPr` what differs from `base`; all of it without one."""
    if base is None or look.fonts != base.fonts:
        fonts = look.fonts
        add(
            parent,
            "rFonts",
            ascii=fonts.latin,
            hAnsi=fonts.latin,
            eastAsia=fonts.east_asian,
            cs=fonts.complex,
        )
    if look.bold != (base is not None and base.bold):
        add_toggle(parent, "b", look.bold)
        add_toggle(parent, "bCs", look.bold)
    if look.italic != (base is not None and base.italic):
        add_toggle(parent, "i", look.italic)
        add_toggle(parent, "iCs", look.italic)
    if look.caps != (base is not None and base.caps):
        add_toggle(parent, "caps", look.caps)
    if base is None or look.color != base.color:
        add(parent, "color", val=look.color)
    if base is None or look.size != base.size:
        add(parent, "sz", val=look.size)
        add(parent, "szCs", val=look.size)
    if look.underline != (base is not None and base.underline):
        add(parent, "u", val="single" if look.underline else "none")


def put_shape(parent: Any, look: Shape, base: Shape, number: int | None = None) -> None:
    """Write into a `w:pPr` what differs from `base`, and the `number` of a list if there is one to write."""
    for tag, now, then in (
        ("keepNext", look.keep_next, base.keep_next),
        ("keepLines", look.keep_lines, base.keep_lines),
        ("pageBreakBefore", look.break_before, base.break_before),
    ):
        if now != then:
            add_toggle(parent, tag, now)
    if number is not None:
        numbering = add(parent, "numPr")
        add(numbering, "ilvl", val=0)
        add(numbering, "numId", val=number)
    _put_borders(parent, look, base)
    if look.tab not in (base.tab, None):  # a stop that nothing is set to does no harm
        _put_tabs(parent, look, base)
    if look.right_to_left != base.right_to_left:
        add_toggle(parent, "bidi", look.right_to_left)
    _put_spacing(parent, look, base)
    _put_indent(parent, look, base)
    if look.align != base.align:
        add(parent, "jc", val=_JUSTIFICATION[look.align])


def _put_borders(parent: Any, look: Shape, base: Shape) -> None:
    if (look.top, look.bottom) == (base.top, base.bottom):
        return
    borders = add(parent, "pBdr")
    for tag, line, then in (("top", look.top, base.top), ("bottom", look.bottom, base.bottom)):
        if line is not None:
            width, color, space = line
            add(borders, tag, val="single", sz=width, space=space, color=color)
        elif then is not None:
            add(borders, tag, val="nil")


def _put_tabs(parent: Any, look: Shape, base: Shape) -> None:
    tabs = add(parent, "tabs")
    if base.tab is not None:
        add(tabs, "tab", val="clear", pos=base.tab)
    if look.tab is not None:
        add(tabs, "tab", val="right", pos=look.tab)


def _put_spacing(parent: Any, look: Shape, base: Shape) -> None:
    spacing: dict[str, object] = {}
    if look.before != base.before:
        spacing["before"] = look.before
    if look.after != base.after:
        spacing["after"] = look.after
    if look.line != base.line:
        spacing |= {"line": look.line.amount, "lineRule": look.line.rule}
    if spacing:
        add(parent, "spacing", **spacing)


def _put_indent(parent: Any, look: Shape, base: Shape) -> None:
    indent = {
        name: now
        for name, now, then in (
            ("left", look.start, base.start),
            ("right", look.end, base.end),
            ("hanging", look.hanging, base.hanging),
        )
        if now != then
    }
    if indent:
        add(parent, "ind", **indent)
