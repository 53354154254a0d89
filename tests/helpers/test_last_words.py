"""What is said at the end of a run comes through from another process."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from helpers import last_words


class Reporter:
    """Keeps what is printed."""

    def __init__(self, config: Any) -> None:
        self.config = config
        self.printed: list[str] = []

    def section(self, title: str) -> None:
        """Print a title."""
        self.printed.append(title)

    def write_line(self, text: str) -> None:
        """Print a text."""
        self.printed.append(text)


def spoken(config: Any) -> list[str]:
    """Return what is printed at the end."""
    reporter = Reporter(config)
    last_words.speak(cast(pytest.TerminalReporter, reporter))
    return reporter.printed


def test_what_one_process_says_another_prints() -> None:
    there = cast(Any, SimpleNamespace(stash=pytest.Stash(), workeroutput={}))
    here = cast(Any, SimpleNamespace(stash=pytest.Stash()))
    last_words.say(there, "graded", "all well")
    last_words.send(there)
    last_words.take(here, there.workeroutput)
    assert spoken(here) == ["graded", "all well"]


def test_without_other_processes_it_is_printed_as_it_was_said() -> None:
    here = cast(Any, SimpleNamespace(stash=pytest.Stash()))
    last_words.say(here, "graded", "all well")
    last_words.send(here)
    assert spoken(here) == ["graded", "all well"]


def test_who_says_nothing_prints_nothing() -> None:
    here = cast(Any, SimpleNamespace(stash=pytest.Stash()))
    last_words.take(here, {})
    assert spoken(here) == []
