"""The looks there are, and what is said of a folder that is none."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.errors import InputError, TemplateError
from kiosk.render import catalogue
from kiosk.render.types import ALL_FORMATS


@pytest.fixture
def looks(tmp_path: Path) -> Path:
    """A folder with two looks, of which the second by name comes first in order."""
    for name, order in (("blue", 2), ("calm", 1)):
        shutil.copytree(paths.TEMPLATES / "classic", tmp_path / name)
        about = tmp_path / name / "template.toml"
        about.write_text(about.read_text().replace("order = 1", f"order = {order}"))
    (tmp_path / ".git").mkdir()
    (tmp_path / "README.md").write_text("no look")
    return tmp_path


def test_the_default_is_classic_and_makes_every_format() -> None:
    first = catalogue.templates()[0]
    assert (first.id, first.formats) == ("classic", ALL_FORMATS)
    assert catalogue.find("classic") == first


def test_looks_come_in_their_order(looks: Path) -> None:
    assert [template.id for template in catalogue.templates(looks)] == ["calm", "blue"]


@pytest.mark.parametrize("name", ["nope", "", ".", "..", "../classic", "classic/", "README.md", ".git"])
def test_an_unknown_look_is_answered_with_those_there_are(looks: Path, name: str) -> None:
    with pytest.raises(InputError, match="calm, blue") as caught:
        catalogue.find(name, looks)
    assert name in caught.value.message


@pytest.mark.parametrize("file", ["template.toml", "resume.html.j2", "style.css"])
def test_a_missing_file_is_named_with_its_folder(looks: Path, file: str) -> None:
    (looks / "calm" / file).unlink()
    with pytest.raises(TemplateError, match=f"calm.*{file}.*missing"):
        catalogue.templates(looks)


@pytest.mark.parametrize(
    ("about", "said"),
    [
        ("name = \n", "line 1"),
        ('colour = "red"', "colour is not one of name, description, order, formats"),
        ('name = "Calm"', "description is missing"),
        ('name = 3\ndescription = ""\norder = 1\nformats = ["pdf"]', "name is missing or has a wrong value"),
        ('name = "C"\ndescription = "D"\norder = true\nformats = ["pdf"]', "order is missing or has a wrong"),
        (
            'name = "C"\ndescription = "D"\norder = 1\nformats = ["xls"]',
            "formats: xls is not one of pdf, docx, txt, json",
        ),
        ('name = "C"\ndescription = "D"\norder = 1\nformats = [["pdf"]]', "formats"),
        ("name = " + "[" * 100_000, "recursion"),
    ],
)
def test_a_description_that_cannot_be_used_is_named(looks: Path, about: str, said: str) -> None:
    (looks / "calm" / "template.toml").write_text(about)
    with pytest.raises(TemplateError) as caught:
        catalogue.templates(looks)
    assert "calm" in caught.value.message
    assert "template.toml" in caught.value.message
    assert said in caught.value.message


def test_a_description_in_another_encoding_is_named(looks: Path) -> None:
    (looks / "calm" / "template.toml").write_bytes('name = "Café"'.encode("latin-1"))
    with pytest.raises(TemplateError, match=r"calm.*template\.toml"):
        catalogue.read(looks / "calm")


def test_a_folder_name_that_no_command_could_take_is_refused(looks: Path) -> None:
    (looks / "calm").rename(looks / "Calm look")
    with pytest.raises(TemplateError, match="a to z"):
        catalogue.templates(looks)


def test_an_empty_or_missing_folder_has_no_looks(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "none"):
        with pytest.raises(TemplateError, match="no template"):
            catalogue.templates(folder)


def test_listing_the_looks_loads_nothing_heavy() -> None:
    """The window lists them too, and its process never loads what the worker works with."""
    program = (
        "import sys; from kiosk.render import catalogue; catalogue.templates()\n"
        "print([name for name in ('jinja2', 'weasyprint', 'docx', 'pypdfium2') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout == b"[]\n"
