"""The commands as a script sees them: words, JSON, exit status, and one plain line when it goes wrong."""

from __future__ import annotations

import json

import pytest

from commands import Captured, the_one_line
from kiosk import cli


class TestWords:
    @pytest.mark.parametrize(
        ("argv", "names"),
        [
            (["paint"], "paint"),
            (["--paint"], "COMMAND"),
            (["render"], "FILE"),
            (["render", "a.json"], "--to"),
            (["render", "a.json", "--to"], "--to"),
            (["render", "a.json", "--to", ".", "--paint"], "--paint"),
            (["render", "a.json", "--to", ".", "--templ", "classic"], "--templ"),
            (["render", "a.json", "--to", ".", "--template", "../classic"], "../classic"),
            (["render", "a.json", "--to", ".", "--template", "none-such"], "none-such"),
            (["render", "a.json", "--to", ".", "--formats", "pdf,gif"], "gif"),
            (["render", "a.json", "--to", ".", "--formats", ""], '""'),
            (["render", "a.json", "--to", ".", "--template", ""], "no template"),
            (["render", "a.json", "--to", ".", "--paper", ""], '""'),
            (["render", "a.json", "--to", ".", "--paper", "a4 "], '"a4 "'),
            ([""], '""'),
            (["render", "a.json", "--to", ".", "--paper", "a5"], "a5"),
            (["render", "a.json", "--to", ".", "--language", "tlh"], "tlh"),
            (["drives", "sda"], "sda"),
            (["templates", "chekc"], "chekc"),
            (["templates", "check"], "DIR"),
            (["templates", "check", "nowhere"], "nowhere"),
            (["templates", "check", ""], '""'),
            (["templates", "check", "README.md"], "README.md"),
            (["doctor", "--all"], "--all"),
        ],
    )
    def test_words_that_mean_nothing_are_named(self, argv: list[str], names: str, capsys: Captured) -> None:
        assert cli.main(argv) == 2
        assert names in the_one_line(capsys)

    @pytest.mark.parametrize(
        ("argv", "what"),
        [
            (["import", "old.docx", "--to", "new.json"], "import"),
            (["review", "a.json"], "review"),
            (["pin"], "pin"),
        ],
    )
    def test_what_comes_later_is_said_to_come(self, argv: list[str], what: str, capsys: Captured) -> None:
        assert cli.main(argv) == 2
        assert f"does not have {what} yet" in the_one_line(capsys)

    @pytest.mark.parametrize("argv", [["--help"], ["render", "--help"], ["drives", "-h"]])
    def test_help_is_no_problem(self, argv: list[str], capsys: Captured) -> None:
        assert cli.main(argv) == 0
        said = capsys.readouterr()
        assert "usage" in said.out
        assert said.err == ""


class TestTemplates:
    def test_as_json_the_default_comes_first(self, capsys: Captured) -> None:
        assert cli.main(["templates", "--json"]) == 0
        rows = json.loads(capsys.readouterr().out)
        assert [set(row) for row in rows] == [{"id", "name", "formats"}] * len(rows)
        assert rows[0]["id"] == "classic"
        assert rows[0]["formats"] == ["pdf", "docx", "txt", "json"]

    def test_in_words(self, capsys: Captured) -> None:
        assert cli.main(["templates"]) == 0
        assert "classic: Classic (pdf, docx, txt, json)" in capsys.readouterr().out.splitlines()


class TestDrives:
    def test_without_the_drive_service_there_is_still_an_answer(
        self, monkeypatch: pytest.MonkeyPatch, capsys: Captured
    ) -> None:
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/no/such/socket")
        assert cli.main(["drives", "--json"]) == 0
        keys = {"device", "label", "size", "free", "mounted", "usable", "why"}
        assert all(set(row) == keys for row in json.loads(capsys.readouterr().out))
        assert cli.main(["drives"]) == 0
        assert "UDisks2" in capsys.readouterr().out
