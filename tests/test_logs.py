"""The log: codes, numbers and places only, whatever an exception carries."""

from __future__ import annotations

import io
from collections.abc import Iterator
from enum import Enum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from kiosk import logs as log


class Code(Enum):
    SAVED = "saved"
    FAT = "fat"


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    stream = io.StringIO()
    log.to(stream)
    yield stream
    log.to(None)


def raised(error: BaseException, cause: BaseException | None = None) -> BaseException:
    try:
        raise error from cause
    except type(error) as caught:
        return caught


class TestEvents:
    def test_one_event_is_one_line(self, written: io.StringIO) -> None:
        log.event(Code.SAVED, files=4, seconds=0.25, again=False, system=Code.FAT)
        assert written.getvalue() == "saved files=4 seconds=0.250 again=False system=fat\n"

    @pytest.mark.parametrize("text", ["Ana", b"Ana", ["Ana"], None])
    def test_text_is_refused(self, text: Any, written: io.StringIO) -> None:
        with pytest.raises(TypeError):
            log.event(Code.SAVED, name=text)
        assert written.getvalue() == ""

    def test_nothing_is_logged_until_it_is_said_where(self, capsys: pytest.CaptureFixture[str]) -> None:
        log.event(Code.SAVED)
        log.bug(ValueError("Ana"))
        assert capsys.readouterr() == ("", "")

    def test_a_log_that_nobody_takes_stops_nothing(self) -> None:
        stream = io.StringIO()
        log.to(stream)
        stream.close()
        log.event(Code.SAVED)
        log.to(None)
        assert stream.closed


class TestBugs:
    def test_the_type_and_the_place_are_told(self, written: io.StringIO) -> None:
        log.bug(raised(ValueError("Ana Rivera")))
        assert written.getvalue().startswith("bug builtins.ValueError at tests/test_logs.py:")
        assert written.getvalue().endswith(":raised\n")

    @given(st.text(alphabet="äöü€", min_size=3))
    def test_no_value_is_told_whatever_it_is(self, secret: str) -> None:
        told = log.describe(raised(KeyError(secret), cause=UnicodeError(secret)))
        assert secret not in told
        assert "KeyError" in told
        assert "after builtins.UnicodeError" in told
        assert "\n" not in told

    def test_what_led_to_it_is_told_too(self) -> None:
        def fail_while_failing() -> None:
            try:
                raise KeyError("first")
            except KeyError:
                raise ValueError("second")  # noqa: B904 - that is the point

        with pytest.raises(ValueError) as caught:
            fail_while_failing()
        assert "ValueError" in log.describe(caught.value)
        assert "after builtins.KeyError" in log.describe(caught.value)

    def test_a_deep_one_stays_short(self) -> None:
        def deeper(level: int) -> None:
            if level == 0:
                raise ValueError
            deeper(level - 1)

        with pytest.raises(ValueError) as caught:
            deeper(200)
        assert log.describe(caught.value).count(":deeper") == log.MOST_PLACES

    def test_a_libraries_place_is_told_without_where_it_is_installed(self) -> None:
        with pytest.raises(InvalidArgument) as caught:
            st.integers(min_value="Ana").validate()  # type: ignore[arg-type]
        told = log.describe(caught.value)
        assert " at hypothesis/" in told
        assert "site-packages" not in told
