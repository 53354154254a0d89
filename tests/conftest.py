"""What holds for every test: surroundings of its own, English, no stray log line, nothing left running."""

from __future__ import annotations

import logging
import os
from collections.abc import Generator, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from helpers import application, last_words, leaks, surroundings
from helpers.logs import LogWatch
from kiosk import i18n

_home = surroundings.make_private()
_watch = LogWatch()

# Noise of a busy machine must not fail a law, so nothing is timed. In CI the same examples come every time.
settings.register_profile("dev", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("dev"), derandomize=True, database=None)
settings.register_profile("long", settings.get_profile("dev"), max_examples=5000)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch of ./check all."""
    parser.addoption("--no-skips", action="store_true", help="a skipped test is a failure")


def pytest_configure() -> None:
    """Listen to every log record from now on."""
    logging.getLogger().addHandler(_watch)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Let the process that speaks know what is to be said at the end."""
    last_words.send(session.config)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Listen to a process that ran tests."""
    last_words.take(node.config, getattr(node, "workeroutput", {}))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say it."""
    last_words.speak(terminalreporter)


def pytest_unconfigure() -> None:
    """Remove the private home."""
    logging.getLogger().removeHandler(_watch)
    _home.cleanup()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where nothing may be left out, turn a skipped test into a failure that repeats the reason."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and item.config.getoption("--no-skips"):
        report.outcome = "failed"
        report.longrepr = f"may not be skipped here: {report.longrepr}"
    return report


@pytest.fixture(autouse=True)
def _nothing_left() -> Iterator[None]:
    """Fail a test that leaves a thread, a child process or a window behind.

    What a module's or session's fixture starts lives before the test does, so it is no leak of the test.
    """
    before = leaks.look()
    yield
    left = leaks.left_behind(before)
    assert not left, f"left behind: {', '.join(left)}"


@pytest.fixture(autouse=True)
def _running_application() -> None:
    """Let a test that ended the application harm no other."""
    application.revive()


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Give every test the screen's first language, whatever the one before it chose."""
    i18n.use("en")
    yield
    i18n.use("en")


@pytest.fixture(autouse=True)
def logs() -> Iterator[LogWatch]:
    """Fail a test on warnings and worse in the log, but those it takes: `logs.take("part of the text")`."""
    _watch.drain()
    yield _watch
    stray = _watch.drain()
    assert not stray, f"unexpected in the log: {'; '.join(stray)}"
