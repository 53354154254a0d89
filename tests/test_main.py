"""`python -m kiosk`: from any folder, with nothing loaded that is not needed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk import __main__, paths

HEAVY = ("PySide6", "weasyprint", "jinja2", "docx", "pypdfium2", "jeepney", "kiosk.ui", "kiosk.app")
LOADED = (
    "import sys; from kiosk.__main__ import main;"
    "status = main(sys.argv[1:]); print(*sys.modules); sys.exit(status)"
)


def test_it_runs_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "templates"],
        cwd=paths.ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "classic" in done.stdout
    assert done.stderr == ""


def test_a_quick_command_loads_nothing_heavy() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, "templates"],
        cwd=paths.ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = done.stdout.split()
    assert "kiosk.render.catalogue" in loaded
    assert not set(HEAVY) & set(loaded)


@pytest.mark.parametrize("argv", [[], ["--drive", "/"], ["--drive=/"]])
def test_the_screens_are_the_supervisors_and_it_stays_light(argv: list[str]) -> None:
    # Without a screen it stops before it starts anything.
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *argv],
        cwd=paths.ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={},
    )
    assert done.returncode == 2
    assert "no screen" in done.stderr
    loaded = done.stdout.split()
    assert "kiosk.supervisor" in loaded
    assert not {*HEAVY, "kiosk.cli", "kiosk.worker", "subprocess"} & set(loaded)


def test_commands_go_to_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert __main__.main(["no-such-command"]) == 2
    assert "no-such-command" in capsys.readouterr().err


def test_the_worker_finds_our_code_whatever_lies_in_the_folder(tmp_path: Path) -> None:
    (tmp_path / "kiosk").mkdir()
    for name in ("kiosk/__init__.py", "kiosk/worker_child.py", "json.py", "sitecustomize.py"):
        (tmp_path / name).write_text("raise SystemExit('the wrong one')")
    program = (
        f"import sys; sys.path.insert(0, {str(paths.ROOT)!r}); from kiosk.worker import Worker\n"
        "with Worker() as worker: print(worker.submit('kiosk.limits:confinement').result())"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert "Confinement" in done.stdout
