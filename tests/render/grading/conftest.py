"""Grades everything once for all tests that ask, and prints the table at the end of the run."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from helpers import last_words
from kiosk.render import catalogue

from .grades import LookReport, report
from .table import table

_REPORTS = pytest.StashKey[dict[str, LookReport]]()

Graded = Callable[[str], LookReport]


@pytest.fixture(scope="session")
def graded(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Graded:
    """Give what a look came to with every person: graded when first asked for, and once."""
    reports = pytestconfig.stash.setdefault(_REPORTS, {})
    looks = catalogue.templates()

    def give(look_id: str) -> LookReport:
        if look_id not in reports:
            [look] = [look for look in looks if look.id == look_id]
            reports[look_id] = report(look, looks, tmp_path_factory.mktemp("graded"))
        return reports[look_id]

    return give


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Have the table printed, if anything was graded."""
    if reports := session.config.stash.get(_REPORTS, {}):
        last_words.say(session.config, "our documents, graded", table(list(reports.values())))
