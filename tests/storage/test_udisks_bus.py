"""What is said to UDisks2 and what comes back, with a fake one on a real bus."""

from __future__ import annotations

import select
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.storage.udisks_bus import SILENTLY, NoBus, Refused, call, objects, signals
from storage import fake_udisks, real_drives
from storage.fake_udisks import Service


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    with fake_udisks.served(tmp_path) as service:
        yield service


def test_objects_come_without_their_signatures(service: Service) -> None:
    block = objects()[service.fake.path]["org.freedesktop.UDisks2.Block"]
    assert block["IdLabel"] == "STICK"
    assert block["Size"] == 10**9


def test_a_call_gives_what_was_answered(service: Service) -> None:
    assert call(service.fake.path, "Filesystem", "Mount", SILENTLY, 5.0) == (str(service.fake.point),)


def test_a_refusal_says_its_last_word(service: Service) -> None:
    service.fake.refuses = {"Unmount": "DeviceBusy"}
    with pytest.raises(Refused) as refused:
        call(service.fake.path, "Filesystem", "Unmount", SILENTLY, 5.0)
    assert refused.value.said == "DeviceBusy"


def test_signals_are_taken_one_by_one(service: Service) -> None:
    with signals() as line:
        service.changed()
        service.pull()
        for _ in range(2):
            while not line.take():
                assert select.select([line], [], [], real_drives.PATIENCE)[0]
        assert not line.take()


def test_without_a_bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path / 'nothing'}")
    with pytest.raises(NoBus):
        objects()
    with pytest.raises(ConnectionError), signals():
        raise AssertionError("nobody answers")
