"""./start as a new user meets it: with a screen, without one, with words."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

ROOT = Path(__file__).resolve().parent.parent
START = ROOT / "start"
OUT = ROOT / "out"
SAMPLE = ROOT / "assets" / "samples" / "first-job.json"

pytestmark = pytest.mark.slow


def _start(*words: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [START, *words], cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )


@pytest.fixture
def screen() -> Iterator[str]:
    """An X server with a window manager, by its name."""
    with subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24"], stdout=subprocess.PIPE
    ) as server:
        assert server.stdout is not None
        display = f":{server.stdout.readline().decode().strip()}"
        with subprocess.Popen(["openbox"], env=os.environ | {"DISPLAY": display}) as manager:
            yield display
            manager.terminate()
        server.terminate()


def test_without_a_screen_the_sample_is_saved_into_out() -> None:
    before = set(OUT.rglob("*"))
    done = _start()
    made = {path for path in OUT.rglob("*") if path.is_file()} - before
    for path in made:
        path.unlink()
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert sorted(path.suffix for path in made) == [".docx", ".json", ".pdf", ".txt"]
    assert all(path.name in done.stdout for path in made)
    assert "There is no screen here" in done.stdout


def test_words_go_to_the_program_from_any_folder(tmp_path: Path) -> None:
    (tmp_path / "mine.json").write_bytes(SAMPLE.read_bytes())
    (tmp_path / "random.py").write_text("raise SystemExit('code from a drive was run')")
    done = _start("render", "mine.json", "--to", ".", "--formats", "txt", "--json", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    (file,) = json.loads(done.stdout)["files"]
    assert Path(file["path"]).parent.parent == tmp_path


def test_exit_status_and_the_one_line_pass_through(tmp_path: Path) -> None:
    done = _start("render", SAMPLE, "--to", tmp_path / "missing")
    assert done.returncode == 3
    assert len(done.stderr.splitlines()) == 1


def test_with_a_screen_the_wizard_opens_and_ends_when_told(screen: str) -> None:
    with subprocess.Popen([START], env=os.environ | {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"}) as program:
        search = ["xdotool", "search", "--sync", "--onlyvisible", "--name", "."]
        found = subprocess.run(
            search, env=os.environ | {"DISPLAY": screen}, capture_output=True, timeout=60, check=False
        )
        family = psutil.Process(program.pid).children(recursive=True)
        program.send_signal(signal.SIGTERM)
        program.wait(timeout=30)
    assert found.stdout.split(), "no window was shown"
    assert family, "the wizard is a process of its own"
    assert psutil.wait_procs(family, timeout=5)[1] == []
