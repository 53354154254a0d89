"""The doctor: every finding is fine or has a remedy, and the exit status says the worst of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk import cli, doctor, fonts, settings
from kiosk.errors import SettingsError
from kiosk.printing.types import Printer, Trouble
from kiosk.speech import espeak
from kiosk.storage import udisks
from ui.fake_printers import FRONT, FakePrinters

REALLY_AVAILABLE = udisks.available

Captured = pytest.CaptureFixture[str]
Change = Callable[..., None]


@pytest.fixture(autouse=True)
def change(monkeypatch: pytest.MonkeyPatch) -> Change:
    """Make fine what differs between computers that tests run on; call it to change settings."""
    shipped = settings.load(Path("/no/such/file"))

    def change(**values: object) -> None:
        now = replace(shipped, **values)  # type: ignore[arg-type]
        monkeypatch.setattr(settings, "load", lambda: now)

    change(printing=False, kiosk_mode=True)
    monkeypatch.setattr(udisks, "available", lambda: (True, "The drive service answers."))
    monkeypatch.setattr(doctor, "SWAPS", Path("/dev/null"))
    monkeypatch.setattr(doctor, "MAKE_A_PAGE", "kiosk.worker_child:nothing")
    return change


def examine(captured: Captured, status: int) -> dict[str, dict[str, object]]:
    """Run it for scripts; returns its rows by what they are about."""
    assert cli.main(["doctor", "--json"]) == status
    said = captured.readouterr()
    assert len(said.err.splitlines()) == (1 if status else 0)
    rows = json.loads(said.out)
    assert all(set(row) == {"about", "ok", "message", "remedy"} for row in rows)
    assert all(row["ok"] == (row["remedy"] == "") for row in rows)
    return {row["about"]: row for row in rows}


class TestReady:
    def test_all_is_fine(self, capsys: Captured) -> None:
        rows = examine(capsys, 0)
        assert {"Settings", "Lock", "Fonts", "Pages", "Network", "Drives", "Memory"} <= set(rows)
        assert {about for about, row in rows.items() if not row["ok"]} <= {"Network", "Reading aloud"}

    def test_in_words_each_thing_is_a_line(self, capsys: Captured) -> None:
        assert cli.main(["doctor"]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert "ok    Pages: They can be made." in lines
        assert all(line.startswith(("ok    ", "look  ")) for line in lines)

    def test_what_only_needs_a_look_stops_nobody(
        self, change: Change, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Captured
    ) -> None:
        swaps = tmp_path / "swaps"
        swaps.write_text("Filename Type Size Used Priority\n/swapfile file 2097148 0 -2\n")
        monkeypatch.setattr(doctor, "SWAPS", swaps)
        monkeypatch.setattr(fonts, "missing", lambda: ("Carlito",))
        monkeypatch.setattr(doctor, "CONFINEMENT", "tests.worker_jobs:not_confined")
        monkeypatch.setattr(doctor, "which", lambda _name: None)
        change(printing=True, kiosk_mode=False)
        rows = examine(capsys, 0)
        for about in ("Memory", "Fonts", "Network", "Printing", "Lock"):
            assert not rows[about]["ok"]
        assert "Carlito" in str(rows["Fonts"]["message"])

    @pytest.mark.slow
    def test_a_look_that_is_left_out_is_named(self, change: Change, tmp_path: Path, capsys: Captured) -> None:
        (tmp_path / "templates" / "broken").mkdir(parents=True)
        change(printing=False, kiosk_mode=True, content_folder=str(tmp_path))
        looks = examine(capsys, 0)["Looks"]
        assert "broken" in str(looks["message"])
        assert "templates check" in str(looks["remedy"])

    def test_this_computer_makes_a_page(self, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
        monkeypatch.setattr(doctor, "MAKE_A_PAGE", "kiosk.render.job:warm_up")
        assert examine(capsys, 0)["Pages"]["ok"]


class TestReadingAloud:
    """Whether a screen can be read aloud; that it cannot stops nobody."""

    @pytest.mark.parametrize(
        ("missing", "card", "says"),
        [(("espeak-ng",), True, "Install the packages espeak-ng"), ((), False, "sound card"), ((), True, "")],
    )
    def test_it_is_told_what_is_missing(
        self,
        missing: tuple[str, ...],
        card: bool,
        says: str,
        monkeypatch: pytest.MonkeyPatch,
        capsys: Captured,
    ) -> None:
        monkeypatch.setattr(espeak, "missing", lambda: missing)
        monkeypatch.setattr(espeak, "has_sound_card", lambda: card)
        row = examine(capsys, 0)["Reading aloud"]
        assert says in str(row["remedy"])
        assert row["ok"] is (not says)


class TestPrinting:
    """What is said of the printer; it stops nobody."""

    @pytest.fixture(autouse=True)
    def _here(self, change: Change, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        change(printing=True, kiosk_mode=True)
        conf = tmp_path / "cupsd.conf"
        conf.write_text("PreserveJobFiles No\nPreserveJobHistory No\n")
        monkeypatch.setattr(doctor, "CUPSD_CONF", conf)
        monkeypatch.setattr(doctor, "CupsPrinters", FakePrinters)

    def test_a_printer_that_is_well(self, capsys: Captured) -> None:
        rows = examine(capsys, 0)
        assert rows["Printing"]["message"] == "Pages go to Front desk printer, by the door."
        assert rows["Printing"]["ok"]
        assert rows["Printed pages"]["ok"]

    @pytest.mark.parametrize(
        ("printer", "says"),
        [
            (replace(FRONT, accepts=False), "cupsaccept front"),
            (replace(FRONT, trouble=Trouble.PAPER), "no paper"),
        ],
    )
    def test_a_printer_that_is_not(
        self, printer: Printer, says: str, monkeypatch: pytest.MonkeyPatch, capsys: Captured
    ) -> None:
        monkeypatch.setattr(doctor, "CupsPrinters", lambda: FakePrinters(printer))
        assert says in str(examine(capsys, 0)["Printing"]["remedy"])

    def test_a_printer_of_the_settings_that_is_not_there(self, change: Change, capsys: Captured) -> None:
        change(printing=True, kiosk_mode=True, printer="attic")
        row = examine(capsys, 0)["Printing"]
        assert "attic" in str(row["message"])
        assert "lpstat" in str(row["remedy"])

    @pytest.mark.parametrize(
        ("conf", "says"),
        [
            ("", "keeps them"),
            ("PreserveJobFiles No\n", "keeps a list"),
            (None, "cannot see"),
        ],
    )
    def test_a_print_service_that_keeps_pages(
        self, conf: str | None, says: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Captured
    ) -> None:
        file = tmp_path / "other.conf"
        if conf is not None:
            file.write_text(conf)
        monkeypatch.setattr(doctor, "CUPSD_CONF", file)
        row = examine(capsys, 0)["Printed pages"]
        assert says in str(row["message"])
        assert "PreserveJobHistory No" in str(row["remedy"])


class TestNotReady:
    def test_no_drive_service_is_3(self, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/no/such/socket")
        monkeypatch.setattr(udisks, "available", REALLY_AVAILABLE)
        assert "udisks2" in str(examine(capsys, 3)["Drives"]["remedy"])

    def test_a_folder_as_the_drive_needs_no_drive_service(
        self, change: Change, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Captured
    ) -> None:
        monkeypatch.setattr(udisks, "available", lambda: (False, "It does not answer."))
        change(printing=False, kiosk_mode=True, drive_folder=str(tmp_path))
        assert examine(capsys, 0)["Drives"]["ok"]
        change(printing=False, kiosk_mode=True, drive_folder=str(tmp_path / "none"))
        assert not examine(capsys, 3)["Drives"]["ok"]

    def test_settings_that_mean_nothing_are_2(
        self, monkeypatch: pytest.MonkeyPatch, capsys: Captured
    ) -> None:
        def broken() -> None:
            raise SettingsError(
                "settings.toml, line 1: there is no setting papr.", "The nearest one is paper."
            )

        monkeypatch.setattr(settings, "load", broken)
        assert "paper" in str(examine(capsys, 2)["Settings"]["remedy"])

    @pytest.mark.parametrize("job", ["die_with", "stumble", "refuse_all"])
    def test_no_page_is_4_whatever_else_there_is(
        self, job: str, monkeypatch: pytest.MonkeyPatch, capsys: Captured
    ) -> None:
        monkeypatch.setattr(doctor, "MAKE_A_PAGE", f"tests.worker_jobs:{job}")
        monkeypatch.setattr(udisks, "available", lambda: (False, "It does not answer."))
        assert not examine(capsys, 4)["Pages"]["ok"]

    def test_no_font_is_4(self, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
        monkeypatch.setattr(fonts, "here", frozenset)
        assert not examine(capsys, 4)["Fonts"]["ok"]
