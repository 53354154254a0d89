"""How commands speak: whoever listens, and however they are stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from commands import COMMAND, SAMPLE, everything_in
from kiosk import console, paths
from processes import SOON, comes_true, is_alive


class TestBeingStopped:
    @pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
    def test_nothing_is_left_of_it(self, number: signal.Signals, status: int, tmp_path: Path) -> None:
        command = [*COMMAND, "render", str(SAMPLE), "--to", str(tmp_path)]
        with subprocess.Popen(
            command, cwd=paths.ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as process:
            program = psutil.Process(process.pid)
            assert comes_true(lambda: bool(program.children()))
            (worker,) = program.children()
            process.send_signal(number)
            out, err = process.communicate(timeout=SOON)
        assert (process.returncode, out, len(err.splitlines())) == (status, "", 1)
        assert not is_alive(worker.pid)
        assert everything_in(tmp_path) == []


@pytest.mark.parametrize(
    ("word", "shown"), [("a4", "a4"), ("", '""'), (" a4", '" a4"'), ("a4\n", '"a4\n"'), ("a 4", "a 4")]
)
def test_a_word_whose_ends_would_not_be_seen_is_quoted(word: str, shown: str) -> None:
    assert console.quoted(word) == shown


class TestStreams:
    def test_a_reader_that_goes_away_is_no_problem(self) -> None:
        reading, writing = os.pipe()
        os.close(reading)
        done = subprocess.run(
            [*COMMAND, "templates"], cwd=paths.ROOT, stdout=writing, stderr=subprocess.PIPE, check=False
        )
        os.close(writing)
        assert (done.returncode, done.stderr) == (0, b"")

    def test_nobody_listens(self) -> None:
        script = f"{sys.executable} -m kiosk templates >&- 2>&-"
        done = subprocess.run(["sh", "-c", script], cwd=paths.ROOT, capture_output=True, check=False)
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")

    def test_nobody_can_write(self) -> None:
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(
                [*COMMAND, "templates"], cwd=paths.ROOT, stdout=full, stderr=subprocess.PIPE, check=False
            )
        assert done.returncode == 1
        assert len(done.stderr.splitlines()) == 1

    def test_nobody_can_hear_the_problem_but_the_status_tells_it(self, tmp_path: Path) -> None:
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(
                [*COMMAND, "render", tmp_path / "none.json", "--to", tmp_path],
                cwd=paths.ROOT,
                stdout=subprocess.PIPE,
                stderr=full,
                check=False,
            )
        assert (done.returncode, done.stdout) == (2, b"")

    def test_a_terminal_that_knows_ascii_only(self, tmp_path: Path) -> None:
        environment = os.environ | {"PYTHONIOENCODING": "ascii"}
        file = os.fsencode(tmp_path) + "/Ñandú ".encode() + b"\xff.json"
        done = subprocess.run(
            [*COMMAND, "render", file, "--to", tmp_path],
            cwd=paths.ROOT,
            capture_output=True,
            env=environment,
            check=False,
        )
        assert done.returncode == 2
        assert len(done.stderr.decode("ascii").splitlines()) == 1
