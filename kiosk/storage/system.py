"""Which DriveSource this computer gets."""

from __future__ import annotations

from kiosk.storage.drive import DriveSource
from kiosk.storage.mounted import MountedDrives
from kiosk.storage.udisks import UDisksDrives, available


def system_drives() -> DriveSource:
    """Return UDisks2's drives, or where it does not answer, what is mounted already."""
    answers, _reason = available()
    return UDisksDrives() if answers else MountedDrives()
