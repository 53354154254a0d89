"""The drives of this computer, from whoever knows them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from kiosk.storage.drive import Drive, DriveSource


class SystemDrives:
    """UDisks2's drives, or where it does not answer, what is mounted already.

    Who answers is found out at the first call, which may take as long as a system bus that hangs (13 s), and
    nothing of D-Bus is loaded before: making one costs the wizard's start nothing.
    """

    @cached_property
    def source(self) -> DriveSource:
        """Who knows the drives here."""
        from kiosk.storage.mounted import MountedDrives
        from kiosk.storage.udisks import UDisksDrives, available

        answers, _reason = available()
        return UDisksDrives() if answers else MountedDrives()

    def drives(self) -> tuple[Drive, ...]:
        """Return every drive there is; see DriveSource."""
        return self.source.drives()

    def mount(self, drive: Drive, /) -> Drive:
        """Make the drive's files reachable; see DriveSource."""
        return self.source.mount(drive)

    def remount(self, drive: Drive, /) -> Drive | None:
        """Unmount and mount again; see DriveSource."""
        return self.source.remount(drive)

    def unmount(self, drive: Drive, /) -> None:
        """Let go of the drive; see DriveSource."""
        self.source.unmount(drive)

    def watch(self, changed: Callable[[], None]) -> Callable[[], None]:
        """Tell of drives that come and go; see DriveSource."""
        return self.source.watch(changed)
