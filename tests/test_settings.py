"""The settings: complete as shipped, the library's over them, and nothing wrong is passed over."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from kiosk import paths, settings
from kiosk.errors import SettingsError
from kiosk.render.types import Paper
from kiosk.settings import Settings, load


def written(folder: Path, text: str | bytes) -> Path:
    file = folder / "settings.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


class TestAsShipped:
    def test_every_setting_is_there_and_explained(self) -> None:
        lines = paths.DEFAULT_SETTINGS.read_text("utf-8").splitlines()
        for field in fields(Settings):
            (number,) = [n for n, line in enumerate(lines) if line.startswith(f"{field.name} = ")]
            assert lines[number - 1].startswith("# "), f"{field.name} has no comment"

    def test_every_key_of_the_file_is_a_setting(self) -> None:
        keys = re.findall(r"^(\w+) = ", paths.DEFAULT_SETTINGS.read_text("utf-8"), re.MULTILINE)
        assert keys == [field.name for field in fields(Settings)]

    def test_without_a_file_of_the_library_the_defaults_hold(self, tmp_path: Path) -> None:
        now = load(tmp_path / "none.toml")
        assert (now.kiosk_mode, now.paper, now.languages) == (False, "letter", ("en",))

    def test_the_papers_are_those_that_can_be_printed(self) -> None:
        assert sorted(settings.PAPERS) == sorted(Paper)


class TestTheLibrarysOwn:
    def test_what_it_says_counts_and_the_rest_stays(self, tmp_path: Path) -> None:
        now = load(
            written(
                tmp_path, 'paper = "a4"\nlanguages = ["es", "pt_BR"]\nidle_minutes = 5\nkiosk_mode = true\n'
            )
        )
        assert (now.paper, now.languages, now.idle_minutes, now.kiosk_mode) == (
            "a4",
            ("es", "pt_BR"),
            5,
            True,
        )
        assert now.session_minutes == load(tmp_path / "none.toml").session_minutes

    def test_notepads_byte_order_mark_is_no_reason_to_stop(self, tmp_path: Path) -> None:
        assert load(written(tmp_path, b"\xef\xbb\xbfclass_mode = true\r\n")).class_mode

    def test_it_is_never_written(self, tmp_path: Path) -> None:
        file = written(tmp_path, "printing = false\n")
        file.chmod(0o444)
        before = file.stat().st_mtime_ns
        load(file)
        assert file.stat().st_mtime_ns == before
        assert [path.name for path in tmp_path.iterdir()] == ["settings.toml"]


class TestWhatIsWrong:
    @pytest.mark.parametrize(
        ("text", "line", "says"),
        [
            ("\n\nkiosk_mod = true\n", 3, "nearest one is kiosk_mode"),
            ("printing = true\n'papier' = 'a4'\n", 2, "nearest one is paper"),
            ("[staff]\npin = 1234\n", 1, "no setting staff"),
            ("# paper\npaper = 'a5'\n", 2, "letter"),
            ("[printing]\nprice = 1\n", 1, "true or false"),
            ("kiosk_mode = 1\n", 1, "true or false"),
            ("kiosk_mode = 'true'\n", 1, "without quotes"),
            ("idle_minutes = -1\n", 1, "0 to 1440"),
            ("idle_minutes = 5.5\n", 1, "whole number"),
            ("idle_minutes = true\n", 1, "whole number"),
            ("session_minutes = 100000\n", 1, "0 to 1440"),
            ("languages = []\n", 1, '["en", "es"]'),
            ("languages = 'en'\n", 1, '["en", "es"]'),
            ("languages = ['../../etc']\n", 1, '["en", "es"]'),
            ("price_per_page = 0.15\n", 1, "in quotes"),
            ("printing = true\nprinting = true\n", 2, "not a setting"),
            ("printing: true\n", 1, "not a setting"),
            ("printing = true\npaper = 'a4\n", 2, "not a setting"),
            ("paper = [", 1, "not a setting"),
        ],
    )
    def test_it_is_said_with_file_line_and_remedy(
        self, text: str, line: int, says: str, tmp_path: Path
    ) -> None:
        file = written(tmp_path, text)
        with pytest.raises(SettingsError) as caught:
            load(file)
        assert str(caught.value).startswith(f"{file}, line {line}:")
        assert says in str(caught.value)

    def test_bytes_that_are_no_text(self, tmp_path: Path) -> None:
        with pytest.raises(SettingsError, match="UTF-8"):
            load(written(tmp_path, b"paper = '\xff'"))

    def test_a_folder_in_its_place(self, tmp_path: Path) -> None:
        with pytest.raises(SettingsError, match="cannot be read"):
            load(tmp_path)
