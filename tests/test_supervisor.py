"""The supervisor: one process per patron, nothing of it left for the next, nothing left after us."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import psutil
import pytest

from kiosk import console, paths, settings, supervisor
from processes import SOON, comes_true, is_alive

SUPERVISE = (
    "import sys; from kiosk.supervisor import supervise;"
    "sys.exit(supervise('tests.fake_sitting', sys.argv[2:], lambda: sys.argv[1] == 'give-up'))"
)


class Supervised:
    """A supervisor in a process of its own, with fake sittings that keep a diary."""

    def __init__(self, diary: Path, *todo: str, give_up: bool = True) -> None:
        self._diary = diary
        words = ["give-up" if give_up else "go-on", str(diary), *todo]
        self.process = subprocess.Popen(
            [sys.executable, "-c", SUPERVISE, *words], cwd=paths.ROOT, stderr=subprocess.PIPE, text=True
        )

    def status(self) -> int:
        """Wait until it ends; returns its exit status."""
        return self.process.wait(SOON)

    def complaint(self) -> str:
        """Return what it wrote to standard error; for after its end."""
        assert self.process.stderr
        return self.process.stderr.read()

    def page(self, number: int) -> dict[str, Any]:
        """Wait for a sitting and return what it wrote."""
        file = self._diary / f"{number}.json"
        assert comes_true(file.exists)
        found: dict[str, Any] = json.loads(file.read_text("utf-8"))
        return found

    def sittings(self) -> int:
        """Return how many there have been."""
        return len(list(self._diary.glob("*.json")))

    def processes(self) -> list[int]:
        """Return all that the sittings started, and they themselves."""
        return [process for number in range(self.sittings()) for process in self.page(number)["processes"]]


@pytest.fixture
def started(tmp_path: Path) -> Iterator[Any]:
    running: list[Supervised] = []

    def start(*todo: str, give_up: bool = True) -> Supervised:
        running.append(Supervised(tmp_path, *todo, give_up=give_up))
        return running[-1]

    yield start
    for it in running:
        with it.process:
            it.process.kill()


class TestOneAfterAnother:
    def test_after_finish_the_next_patron_gets_a_process_of_their_own(self, started: Any) -> None:
        supervised = started("finish", "finish")
        assert supervised.status() == 0
        assert supervised.sittings() == 3
        assert len(set(supervised.processes())) == 3
        assert supervised.complaint() == ""

    @pytest.mark.parametrize("end", ["crash", "fail", "stumble", "stumble-worker"])
    def test_after_a_crash_too_and_no_traceback_tells_what_was_typed(self, started: Any, end: str) -> None:
        supervised = started(end)
        assert supervised.status() == 0
        assert supervised.sittings() == 2
        assert supervised.complaint() == ""

    def test_threads_that_go_on_do_not_keep_a_finished_sitting_alive(self, started: Any) -> None:
        supervised = started("finish-worker")
        assert supervised.status() == 0
        assert supervised.page(1)["survivors"] == []

    def test_a_closed_window_ends_it(self, started: Any) -> None:
        supervised = started()
        assert supervised.status() == 0
        assert supervised.sittings() == 1

    def test_what_cannot_be_used_is_not_tried_again(self, started: Any) -> None:
        supervised = started("unusable")
        assert supervised.status() == 2
        assert supervised.sittings() == 1
        assert supervised.complaint() == ""

    def test_after_five_crashes_in_a_row_it_gives_up_with_one_line(self, started: Any) -> None:
        supervised = started(*["fail"] * 9)
        assert supervised.status() == 1
        assert supervised.sittings() == 5
        assert len(supervised.complaint().splitlines()) == 1

    def test_on_a_locked_computer_it_goes_on_slowly(self, started: Any) -> None:
        supervised = started(*["fail"] * 9, give_up=False)
        supervised.page(4)
        assert comes_true(lambda: not any(map(is_alive, supervised.processes())))
        assert supervised.process.stderr.readline()
        supervised.process.terminate()
        assert supervised.status() == 0
        assert supervised.sittings() == 5


class TestNothingIsLeft:
    @pytest.mark.parametrize("end", ["finish", "crash"])
    def test_when_the_next_sitting_begins_nothing_of_the_last_is_alive(self, started: Any, end: str) -> None:
        supervised = started(f"{end}-litter-worker")
        assert supervised.status() == 0
        assert len(supervised.page(0)["processes"]) == 3
        assert supervised.page(1)["survivors"] == []

    @pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
    def test_a_signal_ends_everything(self, started: Any, number: signal.Signals) -> None:
        supervised = started("stay-litter-worker")
        processes = supervised.page(0)["processes"]
        assert all(map(is_alive, processes))
        supervised.process.send_signal(number)
        assert supervised.status() == 0
        assert not any(map(is_alive, processes))

    def test_when_it_is_killed_the_sitting_and_its_worker_go_too(self, started: Any) -> None:
        supervised = started("stay-worker")
        processes = supervised.page(0)["processes"]
        supervised.process.kill()
        assert comes_true(lambda: not any(map(is_alive, processes)))

    def test_a_sitting_that_is_killed_takes_its_worker_along(self, started: Any) -> None:
        supervised = started("stay-worker")
        sitting, worker = supervised.page(0)["processes"]
        os.kill(sitting, signal.SIGKILL)
        supervised.page(1)
        assert not is_alive(worker)
        assert supervised.status() == 0


@pytest.mark.slow
class TestTheRealWizard:
    def test_a_crash_and_a_stop_leave_nothing(self, tmp_path: Path) -> None:
        with subprocess.Popen(
            [sys.executable, "-m", "kiosk", "--drive", str(tmp_path)], cwd=paths.ROOT
        ) as process:
            program = psutil.Process(process.pid)

            def sitting_and_worker() -> list[int]:
                return [child.pid for child in program.children(recursive=True)]

            assert comes_true(lambda: len(sitting_and_worker()) == 2)
            first = sitting_and_worker()
            os.kill(program.children()[0].pid, signal.SIGKILL)
            assert comes_true(
                lambda: len(sitting_and_worker()) == 2 and not set(first) & set(sitting_and_worker())
            )
            second = sitting_and_worker()
            assert not any(map(is_alive, first))
            process.terminate()
            assert process.wait(SOON) == 0
        assert not any(map(is_alive, second))


class TestPrivacy:
    def test_a_sittings_memory_is_its_own(self, started: Any) -> None:
        supervised = started()
        assert supervised.status() == 0
        page = supervised.page(0)
        assert page["core"] == [0, 0]
        assert page["dumpable"] == 0
        assert page["session"] == page["processes"][0]


def say_words(app: str, argv: Sequence[str]) -> int:
    console.say(" ".join([app, *argv]))
    return 0


class TestWords:
    @pytest.fixture(autouse=True)
    def _no_sitting(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Say what would be started instead of starting it."""
        monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
        monkeypatch.setattr(supervisor, "supervise", say_words)

    def test_without_words_the_wizard_starts(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert supervisor.main([]) == 0
        assert capsys.readouterr().out == "kiosk.app\n"

    @pytest.mark.parametrize("joined", [True, False])
    def test_a_practice_folder_is_passed_on(
        self, joined: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        argv = [f"--drive={tmp_path}"] if joined else ["--drive", str(tmp_path)]
        assert supervisor.main(argv) == 0
        assert capsys.readouterr().out == f"kiosk.app --drive {tmp_path}\n"

    @pytest.mark.parametrize(
        ("argv", "status"),
        [
            (["--drive"], 2),
            (["--drive="], 2),
            (["--drive", "/", "more"], 2),
            (["--driven", "/"], 2),
            (["--drive", "/no/such/folder"], 3),
            (["--drive", "/dev/null"], 3),
        ],
    )
    def test_other_words_are_refused_in_one_line(
        self, argv: list[str], status: int, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert supervisor.main(argv) == status
        said = capsys.readouterr()
        assert (said.out, len(said.err.splitlines())) == ("", 1)

    def test_a_locked_computer_takes_no_practice_folder(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        locked = replace(settings.load(), kiosk_mode=True)
        monkeypatch.setattr(settings, "load", lambda: locked)
        assert supervisor.main(["--drive", str(tmp_path)]) == 2
        assert "locked" in capsys.readouterr().err

    def test_without_a_screen_it_says_so(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            monkeypatch.delenv(name, raising=False)
        assert supervisor.main([]) == 2
        assert "no screen" in capsys.readouterr().err
