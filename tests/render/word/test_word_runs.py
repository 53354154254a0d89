"""Runs in Word: cut where the direction of reading changes, and links that do not damage the file."""

from __future__ import annotations

import re
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from kiosk.render.blocks import Block, BlockStyle, Run, RunStyle
from kiosk.render.word.runs import Links, RunWriter, address
from kiosk.render.word.styles import CharacterStyle, letters
from kiosk.render.word.xml import W, w

PLAIN = RunStyle(("Carlito",), 10, bold=False, italic=False, color="000000")
STRONG = RunStyle(("Carlito",), 10, bold=True, italic=False, color="000000")
NAMED = {"Strong": CharacterStyle("Strong", {"bold": True})}


def written(*runs: Run, language: str = "en", right_to_left: bool = False, own: RunStyle = PLAIN) -> str:
    """Return the paragraph's XML, short: without name spaces."""
    paragraph = etree.Element(w("p"), nsmap={"w": W})
    relationships = etree.Element("{urn:x}Relationships")
    block = Block("Body Text", BlockStyle(right_to_left=right_to_left), runs)
    RunWriter(NAMED, Links(relationships), language).write(paragraph, block, letters(own))
    whole = etree.tostring(paragraph, encoding="unicode")
    return re.sub(r' xmlns:\w+="[^"]*"|w:', "", whole).removeprefix("<p>").removesuffix("</p>")


def directions(text: str, *, right_to_left: bool) -> list[tuple[str, bool]]:
    """Return the parts of a text, and whether Word reads each from the right."""
    paragraph = etree.fromstring(f"<p>{written(Run(text, PLAIN), right_to_left=right_to_left)}</p>")
    parts = groupby(paragraph, key=lambda run: run.find("rPr/rtl") is not None)
    return [("".join("".join(run.itertext()) for run in runs), reverse) for reverse, runs in parts]


def test_plain_words_are_plain() -> None:
    assert written(Run("Sold things", PLAIN)) == "<r><t>Sold things</t></r>"
    assert written(Run(" a\tb\nc", PLAIN)) == (
        '<r><t xml:space="preserve"> a</t><tab/><t>b</t><br/><t>c</t></r>'
    )


def test_a_name_is_a_style_and_what_it_does_not_say_is_said_beside_it() -> None:
    assert written(Run("a", STRONG, "Strong")) == '<r><rPr><rStyle val="Strong"/></rPr><t>a</t></r>'
    grey = RunStyle(("Carlito",), 10, bold=True, italic=False, color="777777")
    assert '<rStyle val="Strong"/><color val="777777"/>' in written(Run("a", grey, "Strong"))


def test_bold_in_bold_is_not_switched_off() -> None:
    # Word turns bold off where paragraph and character style both have it on.
    assert written(Run("a", STRONG, "Strong"), own=STRONG) == "<r><t>a</t></r>"


@pytest.mark.parametrize(
    ("text", "right_to_left", "parts"),
    [
        ("Speaks עברית, fluently", False, [("Speaks ", False), ("עברית", True), (", fluently", False)]),
        ("في العمل 12 سنة.", False, [("في العمل 12 سنة", True), (".", False)]),
        (
            "في مستشفى Hope Hospital، 12 سنة.",
            True,
            [("في مستشفى ", True), ("Hope Hospital", False), ("، 12 سنة.", True)],
        ),
        ("2019 – 2021", True, [("2019 – 2021", True)]),
        ("李 é", False, [("李 é", False)]),
    ],
)
def test_runs_change_where_the_direction_does(
    text: str, right_to_left: bool, parts: list[tuple[str, bool]]
) -> None:
    assert directions(text, right_to_left=right_to_left) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("أبريل 2016 – فبراير 2019", ["أبريل ", "2016 –", " فبراير ", "2019"]),
        ("2019 – 2021", ["2019 – 2021"]),
        ("خبرة", ["خبرة"]),
    ],
)
def test_numbers_among_words_from_the_right_are_in_the_font_of_the_page(text: str, parts: list[str]) -> None:
    style = RunStyle(("Caladea", "Noto Naskh Arabic"), 10, bold=False, italic=False, color="000000")
    whole = written(Run(text, style), language="ar", right_to_left=True, own=style)
    runs = list(etree.fromstring(f"<p>{whole}</p>"))
    assert ["".join(run.itertext()) for run in runs] == parts
    for run, part in zip(runs, parts, strict=True):
        fonts = run.find("rPr/rFonts")
        assert (fonts is not None and fonts.get("cs") == "Cambria") == part[:1].isdigit()


@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"])), st.booleans())
def test_no_letter_is_lost_at_the_cuts(text: str, right_to_left: bool) -> None:
    paragraph = etree.fromstring(f"<p>{written(Run(text, PLAIN), right_to_left=right_to_left)}</p>")
    assert "".join(paragraph.itertext()) == text


def test_languages_and_alphabets_are_said() -> None:
    assert '<lang val="es-US"/>' in written(Run("a", PLAIN, lang="es"))
    assert '<rtl/><lang bidi="he-IL"/>' in written(Run("עברית", PLAIN, lang="he"))
    assert '<rFonts hint="eastAsia"/>' in written(Run("“李”", PLAIN), language="zh")


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("https://a.example/x?a=1#b", "https://a.example/x?a=1#b"),
        ("https://a.example/a b/é%20", "https://a.example/a%20b/%C3%A9%20"),
        ("mailto:ana@example.org", "mailto:ana@example.org"),
        ("tel:+1 555", "tel:+1%20555"),
        ("http://", ""),
        ("http:a", ""),
        ("http://[", ""),
        ("mailto:ana", ""),
        ("mailto:a@b@c", ""),
        ("tel:", ""),
        ("javascript:x", ""),
        ("a/b", ""),
    ],
)
def test_only_whole_addresses_are_links(href: str, target: str) -> None:
    assert address(href) == target
