"""The library's own looks: they come after ours, and a broken one stops nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from invented import job, person

from kiosk import paths, settings
from kiosk.errors import InputError, SettingsError, TemplateError
from kiosk.render import catalogue
from kiosk.render import job as rendering
from kiosk.render.own import OWN

OURS = [template.id for template in catalogue.templates(paths.TEMPLATES)]


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The library's folder of looks, with one."""
    site = tmp_path / "settings.toml"
    site.write_text(f'content_folder = "{tmp_path}"')
    now = settings.load(site)
    monkeypatch.setattr(settings, "load", lambda: now)
    shutil.copytree(paths.STARTER, tmp_path / OWN / "our-look")
    return tmp_path / OWN


def test_they_come_after_ours(own: Path) -> None:
    shutil.copytree(own / "our-look", own / "a-second")
    assert [template.id for template in catalogue.templates()] == [*OURS, "a-second", "our-look"]
    assert catalogue.find("our-look").folder == own / "our-look"
    assert catalogue.left_out() == ()


def test_a_page_is_made_with_one(own: Path) -> None:
    done = rendering.render(job(person(summary="Glad to help."), "our-look"))
    assert "SUMMARY" in done.facts.text
    (own / "our-look" / "style.css").write_text("h2 { text-transform: none }")
    assert "Summary" in rendering.render(job(person(summary="Glad to help."), "our-look")).facts.text


def test_one_with_the_name_of_ours_is_left_out(own: Path) -> None:
    shutil.copytree(own / "our-look", own / "classic")
    assert [template.id for template in catalogue.templates()] == [*OURS, "our-look"]
    assert catalogue.find("classic").folder == paths.TEMPLATES / "classic"
    [why] = catalogue.left_out()
    assert "has the name classic already" in why.message
    assert "another name" in why.remedy


def _loop(look: Path) -> None:
    (look / "style.css").unlink()
    (look / "style.css").symlink_to("style.css")


def _link_out(look: Path) -> None:
    (look / "style.css").unlink()
    (look / "style.css").symlink_to("/etc/passwd")


def _pipe(look: Path) -> None:
    (look / "template.toml").unlink()
    os.mkfifo(look / "template.toml")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda look: (look / "style.css").unlink(), "style.css"),
        (lambda look: (look / "template.toml").write_text("name ="), "template.toml"),
        (lambda look: (look / "template.toml").write_text("x = " + "[" * 60_000), "recursion"),
        (lambda look: (look / "template.toml").write_text("#" * 10_000_000), "name is missing"),
        (lambda look: look.rename(look.parent / "Our Look"), "a to z"),
        (_link_out, "leads out"),
        (_loop, "style.css"),
        (_pipe, "template.toml"),
    ],
)
def test_a_broken_one_is_left_out_and_the_reason_is_said(
    own: Path, change: Callable[[Path], object], said: str
) -> None:
    change(own / "our-look")
    assert [template.id for template in catalogue.templates()] == OURS
    [why] = catalogue.left_out()
    assert said in why.message
    assert f"templates check {own}" in why.remedy


def test_a_broken_one_that_is_asked_for_is_named(own: Path) -> None:
    (own / "our-look" / "style.css").unlink()
    with pytest.raises(TemplateError, match=r"our-look.*style\.css"):
        catalogue.find("our-look")
    with pytest.raises(InputError, match="classic"):
        catalogue.find("nope")


@pytest.mark.parametrize("folder", ["", "/no/such/folder", "relative/folder", "/etc/passwd"])
def test_without_a_folder_there_are_ours(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    now = replace(settings.load(), content_folder=folder)
    monkeypatch.setattr(settings, "load", lambda: now)
    assert [template.id for template in catalogue.templates()] == OURS
    assert catalogue.left_out() == ()


def test_settings_that_cannot_be_read_leave_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> settings.Settings:
        raise SettingsError("no")

    monkeypatch.setattr(settings, "load", broken)
    assert [template.id for template in catalogue.templates()] == OURS


@pytest.mark.parametrize("font", ["x; } @import url(//a)", "a'b", 'a"b', "a{b", "1", "", "a\\b", "a/*"])
def test_a_font_is_a_name_and_nothing_else(own: Path, font: str) -> None:
    about = own / "our-look" / "template.toml"
    about.write_text(about.read_text().replace("'", "").replace('font = "Carlito"', f"font = '''{font}'''"))
    [why] = catalogue.left_out()
    assert "font" in why.message
