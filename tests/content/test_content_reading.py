"""A slip of the pen in a content file is named, with the file, the place and what is known there."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content import reading
from kiosk.content.records import Card, JobBank
from kiosk.errors import ContentError


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    name: str
    colour: Colour = Colour.RED
    big: bool = False
    tags: tuple[str, ...] = ()
    others: MappingProxyType[str, Card] = field(default_factory=lambda: MappingProxyType({}))


def written(folder: Path, text: str | bytes) -> Path:
    file = folder / "things.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


class TestWhatIsRight:
    def test_a_file_becomes_its_record(self, tmp_path: Path) -> None:
        file = written(
            tmp_path,
            '\ufeffname = "Té"\ncolour = "blue"\nbig = true\ntags = ["a", "b"]\n'
            '[others.x]\nname = "X"\nnote = "n"\n',
        )
        thing = reading.record(file, Thing)
        assert (thing.name, thing.colour, thing.big, thing.tags) == ("Té", Colour.BLUE, True, ("a", "b"))
        assert thing.others == {"x": Card(name="X", note="n")}

    def test_what_need_not_be_there_has_its_default(self, tmp_path: Path) -> None:
        assert reading.record(written(tmp_path, 'name = "A"'), Thing) == Thing(name="A")

    def test_tables_keep_their_order(self, tmp_path: Path) -> None:
        file = written(tmp_path, '[z]\nname = "Z"\n[a]\nname = "A"\n')
        assert list(reading.named(file, Thing)) == ["z", "a"]


class TestWhatIsWrong:
    @pytest.mark.parametrize(
        ("text", "says"),
        [
            (
                'nam = "A"',
                "at nam: nam is not known. Known: name, colour, big, tags, others. The nearest is name.",
            ),
            ("big = true", "at name: this is missing"),
            ("name = 1", "at name: there should be a text in quotes"),
            ('name = "A"\nbig = "yes"', "at big: there should be true or false"),
            (
                'name = "A"\ncolour = "rad"',
                "at colour: rad is not known. Known: red, blue. The nearest is red.",
            ),
            ('name = "A"\ncolour = 1', "at colour: 1 is not known"),
            ('name = "A"\ncolour = ["red"]', "at colour"),
            ('name = "A"\ntags = "a"', "at tags: there should be a list"),
            ('name = "A"\ntags = ["a", 2]', "at tags, 2: there should be a text"),
            ('name = " A"', "at name: there are spaces"),
            ('name = "A"\nothers = 1', "at others: there should be a table"),
            ('name = "A"\n[others]\nx = 1', "at others, x: there should be a table"),
            ('name = "A"\n[others.x]\nname = "X"\nnotes = "n"', "at others, x, notes: notes is not known"),
            ('name = "A', "at end of document"),
            ('name = "A"\nbig = yes', "line 2"),
            (b'name = "\xff"', "utf-8"),
        ],
    )
    def test_it_is_said_where_and_what(self, tmp_path: Path, text: str | bytes, says: str) -> None:
        file = written(tmp_path, text)
        with pytest.raises(ContentError) as problem:
            reading.record(file, Thing)
        assert problem.value.message.startswith(str(file))
        assert says in problem.value.message
        assert "Staff can correct this file" in problem.value.remedy

    def test_a_file_that_is_not_there_is_said_too(self, tmp_path: Path) -> None:
        with pytest.raises(ContentError, match=r"none\.toml: No such file"):
            reading.named(tmp_path / "none.toml", Thing)

    def test_a_huge_file_is_not_read(self, tmp_path: Path) -> None:
        file = written(tmp_path, b"#" * (reading.MOST_BYTES + 1))
        with pytest.raises(ContentError, match="too large"):
            reading.record(file, Thing)

    def test_a_line_that_cannot_be_shown_is_named(self, tmp_path: Path) -> None:
        file = written(
            tmp_path,
            "settings = []\nuses = []\ndoes = []\n"
            '[[lines]]\npast = "Cleaned"\nnow = "Clean"\n'
            '[[lines]]\npast = "Fed {number}"\nnow = "Feed {number}"\n',
        )
        with pytest.raises(ContentError, match="at lines, 2: .*outside of"):
            reading.record(file, JobBank)

    @given(st.binary(max_size=60) | st.text('ab=[]{}"\n.1', max_size=60).map(str.encode))
    def test_any_bytes_are_records_or_a_content_error(
        self, tmp_path_factory: pytest.TempPathFactory, data: bytes
    ) -> None:
        file = written(tmp_path_factory.getbasetemp(), data)
        with contextlib.suppress(ContentError):
            assert all(isinstance(card, Card) for card in reading.named(file, Card).values())
