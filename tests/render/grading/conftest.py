"""Grades everything once for all tests that ask, and prints the table at the end of the run."""

from __future__ import annotations

import pytest

from .grades import Report, report
from .table import table

_TABLE = pytest.StashKey[str]()


@pytest.fixture(scope="session")
def graded(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Report:
    """Every look with every person."""
    found = report(tmp_path_factory.mktemp("graded"))
    pytestconfig.stash[_TABLE] = table(found)
    return found


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the table, if anything was graded."""
    if _TABLE in config.stash:
        terminalreporter.section("our documents, graded")
        terminalreporter.write_line(config.stash[_TABLE])
