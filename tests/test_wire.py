"""Messages between the processes: data comes through whole, and nothing but data."""

from __future__ import annotations

import os
import pickle
import subprocess
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk import wire
from kiosk.errors import DriveFull
from kiosk.render.types import OutputFormat, Paper, RenderJob
from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Basics, Resume, Work

PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text()
    | st.binary()
    | st.dates(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner, inner),
    max_leaves=20,
)


def there_and_back(value: object) -> Any:
    message = wire.frame(value)
    header, rest = message[: wire.HEADER], message[wire.HEADER :]
    assert wire.length(header) == len(rest)
    return wire.value_of(rest)


class TestData:
    @given(PLAIN)
    def test_plain_values_come_through(self, value: object) -> None:
        assert there_and_back(value) == value

    def test_a_whole_job_comes_through(self) -> None:
        extra = MappingProxyType({"x": {"deep": [1.5, None]}})
        resume = Resume(
            basics=Basics(name="Ana", extra=extra),
            work=(Work(name="X", start_date=PartialDate(2020, 5)),),
            meta=MappingProxyType({"version": "v1"}),
        )
        job = RenderJob(
            resume=resume,
            template="classic",
            today=date(2026, 1, 2),
            paper=Paper.A4,
            formats=frozenset({OutputFormat.PDF}),
        )
        assert there_and_back(job) == job
        with pytest.raises(TypeError):
            there_and_back(job).resume.basics.extra["x"] = 1

    def test_a_problem_keeps_its_words(self) -> None:
        problem = there_and_back(DriveFull("It is full.", "Use another one."))
        assert isinstance(problem, DriveFull)
        assert (problem.message, problem.remedy) == ("It is full.", "Use another one.")

    def test_a_path_comes_through(self) -> None:
        assert there_and_back(Path("/a/b")) == Path("/a/b")


class Calls:
    """A value that would call something when it is read."""

    def __init__(self, function: object, *args: object) -> None:
        self._call = (function, args)

    def __reduce__(self) -> Any:
        return self._call


class TestNothingElse:
    @pytest.mark.parametrize(
        "value",
        [
            Calls(os.system, "true"),
            Calls(eval, "1"),
            Calls(getattr, "", "join"),
            Calls(subprocess.Popen, ["true"]),
            Calls(wire.frame, 1),
            Calls(__import__, "kiosk.cli"),
            ValueError("x"),
            os.system,
            TestData,
        ],
    )
    def test_is_built_from_a_message(self, value: object) -> None:
        with pytest.raises(pickle.UnpicklingError):
            wire.value_of(pickle.dumps(value))

    def test_a_dotted_name_does_not_get_around_that(self) -> None:
        message = b"\x80\x04\x8c\x0fkiosk.cli_fonts\x8c\x11subprocess.Popen\x93."
        with pytest.raises(pickle.UnpicklingError):
            wire.value_of(message.replace(b"\x0fkiosk.cli_fonts", b"\x0bkiosk.fonts"))

    @given(st.binary(max_size=200))
    def test_noise_is_refused_in_one_way_only(self, noise: bytes) -> None:
        problems = []
        try:
            wire.value_of(noise)
        except Exception as error:
            problems.append(type(error))
        assert problems in ([], [pickle.UnpicklingError])
