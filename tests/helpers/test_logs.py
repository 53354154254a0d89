from __future__ import annotations

import logging

import pytest

from helpers.logs import LogWatch

_log = logging.getLogger("kiosk.storage")


def test_what_was_taken_is_no_longer_stray(logs: LogWatch) -> None:
    _log.warning("%s was slow", "sdb1")
    assert logs.take("was slow") == ["sdb1 was slow"]
    assert logs.drain() == []


def test_what_nobody_took_is_told(logs: LogWatch) -> None:
    _log.error("DriveGone")
    _log.info("all is well")
    assert logs.drain() == ["ERROR kiosk.storage: DriveGone"]


def test_taking_what_was_not_logged_is_a_mistake(logs: LogWatch) -> None:
    with pytest.raises(AssertionError, match="nobody logged 'DriveFull'"):
        logs.take("DriveFull")
