"""Which DriveSource a computer gets."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.storage.mounted import MountedDrives
from kiosk.storage.system import SystemDrives
from kiosk.storage.udisks import UDisksDrives


def test_without_a_bus_it_is_what_is_mounted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path / 'no bus'}")
    assert isinstance(SystemDrives().source, MountedDrives)


@pytest.mark.slow
@pytest.mark.root
@pytest.mark.usefixtures("udisks")
def test_with_udisks2_it_is_udisks2() -> None:
    assert isinstance(SystemDrives().source, UDisksDrives)
