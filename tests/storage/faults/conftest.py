"""Sticks for the tests of faults, and a word about those file systems that could not be tried."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from storage.conftest import only_as_root
from storage.faults import filesystems
from storage.faults.filesystems import KINDS, Stick, plugged

Plug = Callable[..., Stick]


@pytest.fixture(scope="session")
def blanks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of the images that are made once and copied."""
    return tmp_path_factory.mktemp("blanks")


@pytest.fixture
def plug(tmp_path: Path, blanks: Path) -> Iterator[Plug]:
    """Put sticks in by the kind of their file system; they are taken out when the test ends."""
    only_as_root()
    with ExitStack() as stack:

        def put_in(kind: str, megabytes: int = 16) -> Stick:
            return stack.enter_context(plugged(KINDS[kind], tmp_path, blanks, megabytes))

        yield put_in


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly what this kernel cannot mount by itself, and so was not tried."""
    if filesystems.MISSING and terminalreporter.config.getoption("--no-skips"):
        missing = " and ".join(filesystems.MISSING)
        terminalreporter.write_line(
            f"NOT TRIED: saving on {missing} with the kernel's own drivers, which this kernel does not have. "
            "Run ./check all once on a computer that has them.",
            yellow=True,
            bold=True,
        )
