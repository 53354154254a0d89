"""Fonts: what the looks ask for, what is here, what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk import fonts


def test_what_the_looks_ask_for_is_read_from_their_style(tmp_path: Path) -> None:
    for name, style in {
        "a": 'body { font-family: Carlito, "Noto Sans",\n  sans-serif }',
        "b": "/* font-family: Old */ h1 { font-family:Caladea; color: red } p { font-family: 'Noto Sans' }",
    }.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "style.css").write_text(style)
    assert fonts.needed(tmp_path) == ("Carlito", "Noto Sans", "Caladea")


def test_this_computer_has_what_the_looks_ask_for() -> None:
    assert "Carlito" in fonts.needed()
    assert fonts.missing() == ()


def test_without_fontconfig_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/no/such/folder")
    assert fonts.here() == frozenset()
    assert fonts.missing() == fonts.needed()
