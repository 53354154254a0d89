"""Fonts for every alphabet stand behind a look's own, in one order on every computer."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from laying import page
from pypdf import PdfReader

from kiosk import fonts
from kiosk.render import typefaces

TEXTS = {
    "en": ("Łukasz", ""),
    "el": ("Ελένη", "Noto {kind}"),
    "uk": ("Ґудзь", "Noto {kind}"),
    "ar": ("مريم", "Noto Naskh Arabic"),
    "he": ("שרה", "Noto {kind} Hebrew"),
    "hi": ("मीरा", "Noto {kind} Devanagari"),
    "th": ("สมชาย", "Noto {kind} Thai"),
    "am": ("አበበ", "Noto {kind} Ethiopic"),
    "hy": ("Արմեն", "Noto {kind} Armenian"),
    "ka": ("გიორგი", "Noto {kind} Georgian"),
    "ta": ("தமிழ்", "Noto {kind} Tamil"),
    "km": ("ខ្មែរ", "Noto {kind} Khmer"),
    "zh": ("骨直", "Noto {kind} CJK SC"),
    "zh-Hant": ("臺灣", "Noto {kind} CJK TC"),
    "ja": ("骨かな", "Noto {kind} CJK JP"),
    "ko": ("김철수", "Noto {kind} CJK KR"),
}


def embedded(pdf: bytes) -> set[str]:
    """Return the PostScript names of the fonts in a PDF, without the tags of their subsets."""
    found: set[str] = set()
    for sheet in PdfReader(BytesIO(pdf)).pages:
        for font in sheet["/Resources"]["/Font"].values():  # type: ignore[index]
            found.add(str(font.get_object()["/BaseFont"]).partition("+")[2])
    return found


@pytest.mark.parametrize(("family", "kind"), [("Carlito", "Sans"), ("Caladea", "Serif")])
@pytest.mark.parametrize(("language", "text", "font"), [(code, *it) for code, it in TEXTS.items()])
@pytest.mark.parametrize("weight", ["normal", "bold"])
def test_each_alphabet_has_its_font(
    family: str, kind: str, language: str, text: str, font: str, weight: str, tmp_path: Path
) -> None:
    css = f"html {{ font-family: {family}; font-weight: {weight} }}"
    laid = page(
        f"<p>{text}</p>", tmp_path, css, html='lang="en"' if language == "en" else f'lang="{language}"'
    )
    used = embedded(laid.pdf())
    assert laid.missing == frozenset()
    wanted = font.format(kind=kind).replace(" ", "-")
    if not wanted or (family == "Carlito" and language in ("el", "uk")):
        wanted = family  # it has these letters itself
    assert used == {f"{wanted}-Bold" if weight == "bold" else wanted}


def test_the_same_characters_are_drawn_as_their_language_writes_them(tmp_path: Path) -> None:
    css = "html { font-family: Carlito }"
    body = "<p lang=ja>骨</p><p lang=zh>骨</p><p lang=zh-Hant>骨</p><p>骨</p>"
    used = embedded(page(body, tmp_path, css).pdf())
    assert used == {f"Noto-Sans-CJK-{region}" for region in ("JP", "SC", "TC")}


def test_every_font_in_the_list_is_in_our_packages() -> None:
    here = fonts.here()
    for family in ("Carlito", "Caladea"):
        assert set(typefaces.companions(family)) <= here


@pytest.mark.parametrize("family", ["Carlito", "Caladea"])
def test_the_font_of_a_language_is_one_of_those_that_stand_in(family: str) -> None:
    for language in TEXTS:
        own = typefaces.of_language(family, language)
        assert not own or own in typefaces.companions(family, language)


def test_the_region_of_a_language_comes_first() -> None:
    order = [name for name in typefaces.companions("Carlito", "ko") if "CJK" in name]
    assert order == [f"Noto Sans CJK {region}" for region in ("KR", "SC", "TC", "HK", "JP")]


@pytest.mark.parametrize(
    ("families", "language", "drawn"),
    [
        (("Caladea",), "en", ("Caladea",)),
        (("Caladea",), "ru", ("Caladea", "Noto Serif")),
        (("Caladea", "Carlito"), "ru", ("Caladea", "Carlito", "Noto Serif")),
        (("Carlito", "serif"), "el", ("Carlito", "serif")),
        (("Caladea", "Carlito"), "ar", ("Caladea", "Carlito", "Noto Naskh Arabic")),
        (("Liberation Serif",), "zh-TW", ("Liberation Serif", "Noto Serif CJK TC")),
    ],
)
def test_which_fonts_draw_a_language(
    families: tuple[str, ...], language: str, drawn: tuple[str, ...]
) -> None:
    assert typefaces.in_use(families, language) == drawn
