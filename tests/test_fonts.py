"""Fonts: what the looks ask for, what is here, what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk import fonts


def test_what_the_looks_ask_for_is_read_from_their_files(tmp_path: Path) -> None:
    for name, style in {
        "a": 'body { font-family: Carlito, "Noto Sans",\n  sans-serif }',
        "b": "/* font-family: Old */ h1 { font-family:Caladea; color: red } p { font-family: 'Noto Sans' }",
    }.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "style.css").write_text(style)
    (tmp_path / "b" / "template.toml").write_text('font = "Liberation Sans"')
    (tmp_path / "a" / "template.toml").write_text("font = ")
    needed = fonts.needed(tmp_path)
    assert needed[:4] == ("Liberation Sans", "Carlito", "Noto Sans", "Caladea")
    assert {*fonts.SANS, *fonts.SERIF, *fonts.SIGNS, "Noto Serif CJK HK"} <= set(needed)
    assert len(set(needed)) == len(needed)


def test_variables_and_generic_names_are_no_fonts(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "style.css").write_text("p { font-family: var(--font), serif }")
    assert fonts.needed(tmp_path)[0] == fonts.SANS[0]


def test_what_fonts_cover_are_ranges_of_characters() -> None:
    ranges = fonts.covered()
    assert all(0 <= first <= last <= 0x10FFFF for first, last in ranges)
    for letter in "aéЯم王한":
        assert any(first <= ord(letter) <= last for first, last in ranges)


def test_this_computer_has_what_the_looks_ask_for() -> None:
    assert "Carlito" in fonts.needed()
    assert fonts.missing() == ()


def test_without_fontconfig_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/no/such/folder")
    assert fonts.here() == frozenset()
    assert fonts.covered() == frozenset()
    assert fonts.missing() == fonts.needed()
