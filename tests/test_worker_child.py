"""The worker's side of the pipe: every request has an answer, whatever becomes of it."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk import wire
from kiosk.errors import ResumeFileError
from kiosk.worker_child import Answer, answer

JOBS = "tests.worker_jobs:"


def asked(function: str, *args: object) -> tuple[Answer, Any]:
    kind, value = wire.value_of(answer(wire.frame((function, args))[wire.HEADER :])[wire.HEADER :])
    return Answer(kind), value


def test_what_a_job_returns_is_the_answer() -> None:
    assert asked(JOBS + "echo", {"a": (1, 2)}) == (Answer.DONE, {"a": (1, 2)})


def test_a_problem_for_a_person_is_sent_as_itself() -> None:
    kind, value = asked(JOBS + "refuse", "my file")
    assert kind is Answer.PROBLEM
    assert isinstance(value, ResumeFileError)


def test_no_memory_is_told_apart() -> None:
    assert asked(JOBS + "take_memory", 1 << 60) == (Answer.NO_MEMORY, None)


@pytest.mark.parametrize(
    ("job", "kind"),
    [
        ("stumble", "ValueError"),
        ("give_up_with", "SystemExit"),
        ("unsendable_with", "Error"),
        ("no_such_job", "AttributeError"),
    ],
)
def test_anything_else_is_a_bug_told_without_data(job: str, kind: str) -> None:
    answered, value = asked(JOBS + job, "Ana Rivera")
    assert answered is Answer.BUG
    assert kind in value
    assert "Ana" not in value


@pytest.mark.parametrize("function", ["", "kiosk.paths", "no.such.module:it", 7])
def test_a_job_that_is_none_is_a_bug_too(function: Any) -> None:
    assert asked(function)[0] is Answer.BUG


def test_a_broken_request_is_a_bug_too() -> None:
    assert wire.value_of(answer(b"noise")[wire.HEADER :])[0] == Answer.BUG
