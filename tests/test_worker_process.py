"""One worker process: a message for a message, in time or not at all, and nothing of it left."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk import wire, worker_process
from kiosk.limits import DEFAULT, MIB
from kiosk.worker_child import Answer
from kiosk.worker_process import WorkerProcess
from processes import SOON, is_alive

JOBS = "tests.worker_jobs:"


@pytest.fixture
def process() -> Iterator[WorkerProcess]:
    process = WorkerProcess(DEFAULT)
    yield process
    process.end()


def ask(process: WorkerProcess, job: str, *args: object, seconds: float = SOON) -> Any:
    answer, value = wire.value_of(process.exchange(wire.frame((JOBS + job, args)), seconds))
    assert answer == Answer.DONE
    return value


def test_a_message_for_a_message(process: WorkerProcess) -> None:
    assert ask(process, "echo", "one") == "one"
    assert ask(process, "echo", "two") == "two"


def test_large_ones_pass_both_ways(process: WorkerProcess) -> None:
    large = os.urandom(20 * MIB)
    assert ask(process, "echo", large) == large


def test_what_a_job_prints_does_not_get_between(process: WorkerProcess) -> None:
    assert ask(process, "chatter") == "done"
    assert ask(process, "echo", 1) == 1


def test_it_reads_nothing_from_us_either(process: WorkerProcess) -> None:
    assert ask(process, "read_standard_input") == ""


def test_the_time_holds_for_a_message_that_nobody_reads(process: WorkerProcess) -> None:
    began = time.monotonic()
    with pytest.raises(TimeoutError):
        ask(process, "hang", seconds=0.2)
    with pytest.raises(TimeoutError):  # it still hangs, so this does not even fit into the pipe
        ask(process, "echo", bytes(20 * MIB), seconds=0.2)
    assert time.monotonic() - began < SOON


def test_an_answer_beyond_all_measure_is_not_taken(
    process: WorkerProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker_process, "MOST_ANSWER", 1000)
    assert ask(process, "echo", bytes(500)) == bytes(500)
    with pytest.raises(BrokenPipeError):
        ask(process, "echo", bytes(2000))


def test_when_it_dies_the_exchange_ends(process: WorkerProcess) -> None:
    with pytest.raises(BrokenPipeError):
        ask(process, "die")
    with pytest.raises(OSError):
        ask(process, "echo", 1)


def test_it_gets_little_of_our_surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    monkeypatch.setenv("DISPLAY", ":99")
    with (tmp_path / "open").open("w") as held:
        os.set_inheritable(held.fileno(), True)
        process = WorkerProcess(DEFAULT)
        links = ask(process, "descriptors")
        names = ask(process, "environment")
        process.end()
    assert not any(link.endswith("/open") for link in links)
    assert not {"DBUS_SESSION_BUS_ADDRESS", "DISPLAY"} & set(names)
    assert "HOME" in names


def test_its_end_is_final_and_may_come_again() -> None:
    process = WorkerProcess(DEFAULT)
    number = ask(process, "process_id")
    process.kill()
    process.end()
    process.end()
    assert not is_alive(number)
    assert not Path(f"/proc/{number}").exists()
