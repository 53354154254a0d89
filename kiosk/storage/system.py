"""The drives of this computer, from whoever knows them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from kiosk.storage import problems
from kiosk.storage.drive import Drive, DriveSource
from kiosk.storage.phones import phones
from kiosk.storage.polling import poll


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
        """Return every drive there is, and phones, which are none; see DriveSource."""
        return self.source.drives() + phones()

    def mount(self, drive: Drive, /) -> Drive:
        """Make the drive's files reachable; see DriveSource."""
        if drive in phones():
            raise problems.phone(drive.place)
        return self.source.mount(drive)

    def remount(self, drive: Drive, /) -> Drive | None:
        """Unmount and mount again; see DriveSource."""
        return self.source.remount(drive)

    def unmount(self, drive: Drive, /) -> None:
        """Let go of the drive; see DriveSource."""
        self.source.unmount(drive)

    def eject(self, drive: Drive, /) -> None:
        """Let it come to rest; see DriveSource."""
        self.source.eject(drive)

    def is_there(self, drive: Drive, /) -> bool:
        """Whether it is still in the computer; see DriveSource."""
        return self.source.is_there(drive)

    def watch(self, changed: Callable[[], None]) -> Callable[[], None]:
        """Tell of drives and phones that come and go; see DriveSource. Phones send no signal of their own."""
        stops = (self.source.watch(changed), poll(phones, changed))

        def stop() -> None:
            for it in stops:
                it()

        return stop
