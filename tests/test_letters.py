"""What is said of letters while a person types is what the page then does."""

from __future__ import annotations

import pickle
import time
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk import paths
from kiosk.letters import PRIVATE, Letters
from kiosk.render import glyphs, layout
from kiosk.render.types import Paper
from kiosk.resume.clean import paragraph
from kiosk.resume.model import Basics, Resume


@cache
def here() -> Letters:
    return Letters.here()


SCRIPTS = (
    "aé王かな한שرमीสอአԱგবਪગதతಕമසລབမខ",
    "ñłđơ\u1ea5\u1ef9ΩяҐ",
    "\u0301\u0323\u20e3\u093f\u0e49\ufe0f\ufe0e\u200d\u200c\u00ad\u2060",
    "🎉👩🍳🇲🇽🏽😀☎✓★→№€•…",
    "\ue000\uf8ff\U000f0000\U00100000",
    "\u0378\u0530\U000e1000\U0003ffff\U00050000\ufdd0",
    " \u3000\u2003\u00a0\n\t1-(",
)


def drawn(text: str) -> set[str]:
    """Return the letters that the page leaves out, as it is made."""
    resume = Resume(basics=Basics(summary=text))
    shown = paragraph(text).replace("<", "").replace("&", "")
    html = (
        f"<html lang='en'><title>x</title><style>html {{ font-family: Carlito }}</style><body><p>{shown}</p>"
    )
    laid = layout.lay_out(html, folder=paths.TEMPLATES / "classic", stylesheets=(), paper=Paper.LETTER)
    return set(glyphs.absent(resume, laid.missing))


@pytest.mark.slow
@pytest.mark.parametrize("text", SCRIPTS)
def test_what_is_said_while_typing_is_what_the_page_does(text: str) -> None:
    for letter in text:
        assert set(here().missing(f"a{letter}b")) == drawn(f"a{letter}b"), f"U+{ord(letter):04X}"


@pytest.mark.slow
@settings(max_examples=60)
@given(st.text("".join(SCRIPTS), max_size=30))
def test_in_every_mixture(text: str) -> None:
    assert set(here().missing(text)) == drawn(text)


@pytest.mark.slow
@settings(max_examples=60)
@given(st.text(max_size=30))
def test_with_any_characters(text: str) -> None:
    assert set(here().missing(text)) == drawn(text)


def test_letters_are_named_once_and_in_their_order() -> None:
    assert here().missing("b\ue001 José \ue000\ue001") == ("\ue001", "\ue000")


def test_a_field_is_looked_at_in_less_than_a_millisecond() -> None:
    letters = here()
    text = "José 王小明 مريم 🎉 \ue000 मीरा " * 80
    began = time.perf_counter()
    for _again in range(50):
        letters.missing(text)
    assert (time.perf_counter() - began) / 50 < 0.001


def test_without_any_font_nothing_is_said() -> None:
    assert Letters.of(()).missing("🎉王\ue000") == ()


def test_only_what_is_in_some_range_can_be_drawn() -> None:
    letters = Letters.of([(0x41, 0x5A), (0xE000, 0xE010)])
    assert letters.missing("AÉZ \ue000\u200d") == ("É", "\ue000")


def test_it_can_be_sent_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(here())) == here()  # noqa: S301 - our own


@given(st.characters(categories=["Co"]))
def test_private_characters_are_those_of_unicode(letter: str) -> None:
    assert PRIVATE.fullmatch(letter)
    assert here().missing(letter) == (letter,)
