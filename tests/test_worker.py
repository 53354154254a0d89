"""The worker: jobs in order, errors as themselves, and nothing that a job does can hurt us or outlive us."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import CancelledError
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

import psutil
import pytest

from kiosk import paths
from kiosk.errors import ResumeFileError, TooSlow, WorkerDied
from kiosk.limits import MIB
from kiosk.render.types import OutputFormat
from kiosk.resume.model import Basics, Resume
from kiosk.worker import Worker, WorkerBug
from processes import SOON, comes_true, is_alive, state

JOBS = "tests.worker_jobs:"


@pytest.fixture
def worker() -> Iterator[Worker]:
    with Worker() as worker:
        yield worker


def do(worker: Worker, job: str, *args: object, timeout: float = SOON) -> Any:
    return worker.submit(JOBS + job, *args, timeout=timeout).result(2 * SOON)


def open_descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


class TestJobs:
    def test_our_values_come_back_as_they_went(self, worker: Worker) -> None:
        resume = Resume(basics=Basics(name="Ana", extra=MappingProxyType({"x": [1, {"y": None}]})))
        values = [resume, date(2026, 1, 2), OutputFormat.PDF, frozenset({1}), Path("/a"), ("é", b"\0", 1.5)]
        assert do(worker, "echo", values) == values

    def test_nothing_of_a_job_is_left_when_the_next_begins(self, worker: Worker) -> None:
        """Not even what holds itself: layouts do, and they hold what was typed."""
        for _job in range(2):
            do(worker, "make_ring")
        assert do(worker, "rings_left") == [False, False]

    def test_several_megabytes_pass(self, worker: Worker) -> None:
        picture = os.urandom(8 * MIB)
        assert do(worker, "echo", picture) == picture

    def test_jobs_run_one_after_another_in_the_order_they_were_given(self, worker: Worker) -> None:
        ended: list[int] = []
        futures = [worker.submit(JOBS + "echo", number) for number in range(50)]
        for future in futures:
            future.add_done_callback(lambda done: ended.append(done.result()))
        assert [future.result(SOON) for future in futures] == list(range(50))
        assert ended == list(range(50))

    def test_all_run_in_one_other_process(self, worker: Worker) -> None:
        process = do(worker, "process_id")
        assert process != os.getpid()
        assert do(worker, "process_id") == process

    def test_a_job_that_waits_can_be_cancelled(self, worker: Worker) -> None:
        first = worker.submit(JOBS + "hang", timeout=0.3)
        second = worker.submit(JOBS + "echo", 2)
        third = worker.submit(JOBS + "echo", 3)
        assert second.cancel()
        assert third.result(SOON) == 3
        assert isinstance(first.exception(), TooSlow)

    def test_what_is_to_be_warm_is_loaded_before_the_first_job(self) -> None:
        with Worker(warm=JOBS + "load") as worker:
            assert do(worker, "loaded", "json.tool")
            do_and_forget(worker, "die")
            assert do(worker, "loaded", "json.tool")

    def test_a_warm_up_that_crashes_leaves_the_jobs_alone(self) -> None:
        with Worker(warm=JOBS + "die") as worker:
            assert do(worker, "echo", 1) == 1


def do_and_forget(worker: Worker, job: str) -> None:
    with pytest.raises(WorkerDied):
        do(worker, job)


class TestFailing:
    def test_a_problem_for_a_person_arrives_as_itself(self, worker: Worker) -> None:
        with pytest.raises(ResumeFileError) as caught:
            do(worker, "refuse", "my file")
        assert (caught.value.message, caught.value.remedy) == ("my file is empty.", "Choose another file.")

    def test_a_bug_tells_its_place_and_never_its_data(self, worker: Worker) -> None:
        with pytest.raises(WorkerBug) as caught:
            do(worker, "stumble", "Ana Rivera")
        assert "ValueError at tests/worker_jobs.py:" in str(caught.value)
        assert ":stumble" in str(caught.value)
        assert "Ana" not in str(caught.value)

    @pytest.mark.parametrize("job", ["give_up", "unsendable", "no_such_job"])
    def test_a_bug_of_any_kind_is_answered(self, worker: Worker, job: str) -> None:
        process = do(worker, "process_id")
        with pytest.raises(WorkerBug):
            do(worker, job)
        assert do(worker, "process_id") == process

    def test_what_cannot_be_sent_is_the_callers_bug_and_costs_nothing(self, worker: Worker) -> None:
        process = do(worker, "process_id")
        with pytest.raises(Exception, match="pickle"):
            do(worker, "echo", lambda: None)
        assert do(worker, "process_id") == process

    @pytest.mark.parametrize("job", ["die", "crash"])
    def test_after_a_crash_the_next_job_gets_a_fresh_process(self, worker: Worker, job: str) -> None:
        process = do(worker, "process_id")
        with pytest.raises(WorkerDied):
            do(worker, job)
        assert do(worker, "process_id") != process
        assert not is_alive(process)

    def test_a_job_that_hangs_is_ended(self, worker: Worker) -> None:
        process = do(worker, "process_id")
        with pytest.raises(TooSlow, match=r"0\.2 seconds"):
            do(worker, "hang", timeout=0.2)
        assert not is_alive(process)
        assert do(worker, "echo", 1) == 1

    @pytest.mark.parametrize("job", ["forbidden_class", "forbidden_call"])
    def test_an_answer_that_is_more_than_data_is_not_taken(self, worker: Worker, job: str) -> None:
        with pytest.raises(WorkerDied):
            do(worker, job)
        assert do(worker, "echo", 1) == 1

    def test_a_process_killed_while_it_waits_costs_nothing(self, worker: Worker) -> None:
        process = do(worker, "process_id")
        os.kill(process, signal.SIGKILL)
        assert comes_true(lambda: not is_alive(process))
        assert do(worker, "process_id") != process

    def test_a_process_killed_at_work_costs_one_job(self, worker: Worker) -> None:
        process = do(worker, "process_id")
        hanging = worker.submit(JOBS + "stand_still")
        assert comes_true(lambda: state(process) == "T")
        os.kill(process, signal.SIGKILL)
        assert isinstance(hanging.exception(SOON), WorkerDied)
        assert do(worker, "echo", 1) == 1

    @pytest.mark.parametrize("program", ["/bin/false", "/no/such/program"])
    def test_a_process_that_cannot_start_is_an_answer_too(
        self, program: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "executable", program)
        with Worker() as worker:
            do_and_forget(worker, "process_id")
            monkeypatch.undo()
            assert do(worker, "echo", 1) == 1


class TestEnding:
    def test_close_ends_a_running_job_and_drops_what_waits(self) -> None:
        worker = Worker()
        process = do(worker, "process_id")
        running = worker.submit(JOBS + "hang")
        assert comes_true(running.running)
        waiting = worker.submit(JOBS + "echo", 1)
        worker.close()
        assert not is_alive(process)
        assert isinstance(running.exception(), WorkerDied)
        assert waiting.cancelled()

    def test_close_may_come_twice_and_at_once(self) -> None:
        worker = Worker()
        worker.close()
        worker.close()
        late = worker.submit(JOBS + "echo", 1)
        with pytest.raises(CancelledError):
            late.result(SOON)

    def test_whoever_waits_for_a_job_may_close_it_too(self) -> None:
        worker = Worker()
        done = worker.submit(JOBS + "echo", 1)
        closed = threading.Event()

        def close(_future: object) -> None:
            worker.close()
            closed.set()

        done.add_done_callback(close)
        assert closed.wait(SOON)
        worker.close()
        assert worker.submit(JOBS + "echo", 1).cancelled()

    def test_nothing_is_left_behind(self) -> None:
        gc.collect()  # what other tests let go of is not closed in the middle of this one
        threads = threading.active_count()
        descriptors = open_descriptors()
        children = psutil.Process().children()  # zombies count; other tests may have left a helper running
        for _ in range(3):
            with Worker() as worker:
                do_and_forget(worker, "die")
                do(worker, "echo", 1)
        assert threading.active_count() == threads
        assert open_descriptors() == descriptors
        assert psutil.Process().children() == children

    def test_when_the_program_is_killed_its_worker_goes_too(self) -> None:
        program = (
            "import signal; from kiosk.worker import Worker; worker = Worker();"
            f"print(worker.submit({JOBS!r} + 'process_id').result(), flush=True);"
            f"worker.submit({JOBS!r} + 'hang'); signal.pause()"
        )
        parent = subprocess.Popen(
            [sys.executable, "-c", program], cwd=paths.ROOT, stdout=subprocess.PIPE, text=True
        )
        with parent:
            assert parent.stdout
            process = int(parent.stdout.readline())
            assert is_alive(process)
            parent.kill()
        assert comes_true(lambda: not is_alive(process))

    def test_ctrl_c_on_the_terminal_is_the_programs_business(self, worker: Worker) -> None:
        process = do(worker, "process_id")
        os.kill(process, signal.SIGINT)
        assert do(worker, "process_id") == process
