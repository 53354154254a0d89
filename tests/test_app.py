"""The wizard as a process: how it ends, what it loads, and that a bug never shows what was typed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk import app, paths, settings

HEAVY = ("weasyprint", "docx", "jinja2", "pikepdf", "pypdfium2", "lxml", "PIL", "fontTools", "socket", "ssl")
"""What the wizard's own process must never load: what belongs in the worker, and what speaks to a network."""

LATER = (
    "kiosk.flow.offers", "kiosk.flow.export", "kiosk.storage.autosave", "kiosk.storage.save", "kiosk.fonts",
    "kiosk.printing.types", "kiosk.ui.covers", "kiosk.ui.larger", "kiosk.ui.picks", "kiosk.flow.privacy",
    "kiosk.ui.leaflet", "kiosk.ui.toolstrip", "kiosk.ui.veil", "kiosk.ui.aloud", "kiosk.speech",
    "kiosk.ui.touch", "kiosk.ui.finger",
)  # fmt: skip
"""What the first screen does not wait for; each of these costs the start 10 to 60 ms."""

START = """
import sys
sys.path.insert(0, sys.argv[1])
from PySide6.QtCore import QTimer
from kiosk import app

class Sitting(app.Sitting):
    def show(self):
        super().show()
        QTimer.singleShot(0, self.act)

    def act(self):
        {act}

app.Sitting = Sitting
sys.exit(app.main(sys.argv[2:]))
"""


def run(act: str, *argv: str) -> subprocess.CompletedProcess[str]:
    """Run the program offscreen; `act` is what somebody does as soon as the window is there."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", START.format(act=act), str(paths.ROOT), *argv],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def lines(result: subprocess.CompletedProcess[str]) -> list[str]:
    """Return what went to standard error, without what Qt's screen for tests says."""
    return [line for line in result.stderr.splitlines() if "propagateSizeHints" not in line]


def test_closing_the_window_ends_with_10(tmp_path: Path) -> None:
    result = run("self.window.close()", "--drive", str(tmp_path))
    assert (result.returncode, lines(result)) == (app.Exit.CLOSED, [])


def test_finishing_ends_with_0_and_leaves_nothing(tmp_path: Path) -> None:
    result = run("self.window.finished.emit()", "--drive", str(tmp_path))
    assert (result.returncode, lines(result)) == (app.Exit.FINISHED, [])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize(("act", "status"), [("finished.emit()", 0), ("close()", 10)])
def test_what_is_read_aloud_ends_with_the_sitting(tmp_path: Path, act: str, status: int) -> None:
    """The voice reads for ever: nobody takes its sound. Its process is gone before the program is."""
    read = (
        "import os; from pathlib import Path; from kiosk.speech.espeak import Espeak;"
        "from kiosk.speech.types import Passage;"
        "voice = Espeak(os.pipe()[1]); self._speech = lambda: voice;"
        "voice.speak([Passage('word ' * 9000)], lambda end: print('ended', end.name, flush=True));"
        f"QTimer.singleShot(500, self.window.{act.removesuffix('()')})"
    )
    result = run(read, "--drive", str(tmp_path))
    assert (result.returncode, lines(result)) == (status, [])
    assert result.stdout.split() == ["ended", "STOPPED"]


def test_the_wizard_loads_nothing_heavy(tmp_path: Path) -> None:
    act = f"print(*[name for name in {HEAVY + LATER!r} if name in sys.modules]); self.window.close()"
    result = run(act, "--drive", str(tmp_path))
    assert result.stdout.split() == []
    assert result.returncode == app.Exit.CLOSED


def test_a_bug_is_logged_by_place_only_and_the_sitting_goes_on(tmp_path: Path) -> None:
    act = (
        "QTimer.singleShot(200, lambda: print(self.window.focusWidget().accessibleName()));"
        "QTimer.singleShot(300, self.window.close);"
        " raise ValueError('Maria Santos')"
    )
    result = run(act, "--drive", str(tmp_path))
    assert result.returncode == app.Exit.CLOSED
    assert result.stdout.strip() == "Go on", "the calm page has the focus"
    assert len(lines(result)) == 1
    assert lines(result)[0].startswith("bug builtins.ValueError at ")
    assert "Maria" not in result.stderr


def test_in_kiosk_mode_the_window_stays_and_fills_the_screen(tmp_path: Path) -> None:
    act = (
        "print(self.window.isFullScreen(), self.window.close(), self.window.isVisible());"
        " self.end(app.Exit.FINISHED)"
    )
    site = tmp_path / "settings.toml"
    site.write_text("kiosk_mode = true\n")
    patched = (
        f"app.settings.load = lambda load=app.settings.load: load(__import__('pathlib').Path({str(site)!r}))"
    )
    code = START.replace("app.Sitting = Sitting", f"app.Sitting = Sitting; {patched}").format(act=act)
    result = subprocess.run(
        [sys.executable, "-c", code, str(paths.ROOT)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert result.stdout.split() == ["True", "False", "True"]
    assert result.returncode == app.Exit.FINISHED


@pytest.mark.parametrize("text", ["not toml", "papre = 'a4'\n"])
def test_settings_that_cannot_be_used_are_one_plain_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    site = tmp_path / "settings.toml"
    site.write_text(text)
    load = settings.load
    monkeypatch.setattr(settings, "load", lambda: load(site))
    assert app.main([]) == app.Exit.UNUSABLE
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert str(site) in told
