"""What a worker may not do, whatever its job tries, and what ends it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from kiosk import paths
from kiosk.errors import WorkerDied
from kiosk.limits import DEFAULT, MIB, Confinement, at_most
from kiosk.worker import Worker
from processes import SOON

JOBS = "tests.worker_jobs:"


@pytest.fixture
def worker() -> Iterator[Worker]:
    with Worker() as worker:
        yield worker


def do(worker: Worker, job: str, *args: object) -> Any:
    return worker.submit(JOBS + job, *args).result(SOON)


class TestConfinement:
    def test_too_much_memory_is_refused_in_words(self, worker: Worker) -> None:
        with pytest.raises(WorkerDied, match="more memory"):
            do(worker, "take_memory", 600 * MIB)
        assert do(worker, "take_memory", 100 * MIB) == 100 * MIB

    def test_taking_it_bit_by_bit_does_not_help(self, worker: Worker) -> None:
        with pytest.raises(WorkerDied, match="more memory"):
            do(worker, "take_memory_bit_by_bit")

    def test_it_writes_no_files(self, worker: Worker, tmp_path: Path) -> None:
        assert do(worker, "write", str(tmp_path / "new")) == "OSError"
        assert (tmp_path / "new").read_bytes() == b""

    def test_it_speaks_to_no_network_where_the_kernel_can_cut_it_off(self, worker: Worker) -> None:
        held = worker.submit("kiosk.limits:confinement").result(SOON)
        assert isinstance(held, Confinement)
        with socket.create_server(("127.0.0.1", 0)) as server:
            answer = do(worker, "connect", server.getsockname()[1])
        assert held.network_cut == (answer != "connected")

    def test_its_limits_cannot_be_lifted_again(self, worker: Worker) -> None:
        assert do(worker, "lift_limits") == "ValueError"
        assert worker.submit("kiosk.limits:confinement").result(SOON).memory == DEFAULT.memory

    def test_it_steps_back_behind_the_screen(self, worker: Worker) -> None:
        assert do(worker, "niceness") == min(19, os.nice(0) + DEFAULT.nice)


class TestPrivacy:
    def test_it_leaves_no_core_file_and_nobody_reads_its_memory(self, worker: Worker) -> None:
        assert do(worker, "core_limit") == (0, 0)
        assert do(worker, "dumpable") == 0


def test_a_process_whose_parent_has_gone_already_ends_at_once() -> None:
    code = "from kiosk.limits import end_with_parent; end_with_parent(1 << 22); print('alive')"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=paths.ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (1, "")


def test_a_worker_starts_where_less_is_allowed_than_it_asks_for() -> None:
    code = (
        "from kiosk.limits import confinement; from kiosk.worker import Worker\n"
        "with Worker() as worker: print(worker.submit('kiosk.limits:confinement').result(60).memory)"
    )
    memory = DEFAULT.memory // MIB // 2 * MIB
    script = f'ulimit -n 40; ulimit -d {memory // 1024}; exec "$0" -c "$1"'
    done = subprocess.run(
        ["sh", "-c", script, sys.executable, code],
        cwd=paths.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, f"{memory}\n"), done.stderr


class TestAtMost:
    def test_what_takes_longer_is_stopped_where_it_is(self) -> None:
        with pytest.raises(TimeoutError), at_most(0.01):
            for _ in count():
                pass

    def test_what_is_done_in_time_is_not_touched(self) -> None:
        with at_most(0.01):
            before = signal.getitimer(signal.ITIMER_REAL)[0]
        assert before > 0
        assert signal.getitimer(signal.ITIMER_REAL)[0] == 0
        assert signal.getsignal(signal.SIGALRM) == signal.SIG_DFL
