"""What a drive is, and who knows which drives there are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Drive:
    """A place that may hold the patron's files.

    `device` is what the system calls it (`/dev/sdb1`, or the folder); `size` and `free` are bytes, `free`
    None while it is not mounted; `mount` is where its files are, None while it is not mounted. `usable` says
    whether we can save there, `why` in one plain sentence why not, and `remedy` what to do about that.
    `is_folder` marks a folder that poses as a drive. `hardware` is what the system calls the thing that one
    holds in the hand, which stays when what is on it is let go of; empty where nobody knows.
    """

    device: str
    label: str
    size: int
    free: int | None
    mount: Path | None
    usable: bool
    why: str = ""
    is_folder: bool = False
    remedy: str = field(default="", compare=False)
    hardware: str = field(default="", compare=False, repr=False)

    @property
    def place(self) -> str:
        """What a sentence calls it: the folder's path, or the drive's label."""
        return self.device if self.is_folder else self.label

    @property
    def mounted(self) -> bool:
        """Whether its files can be reached now."""
        return self.mount is not None


class DriveSource(Protocol):
    """One way to find drives. All calls may block: call them off the GUI thread.

    Problems are raised as DriveError; `changed` is called from a thread of the source's own.
    """

    def drives(self) -> tuple[Drive, ...]:
        """Return every drive there is, those that cannot be used too, with the reason."""
        ...

    def mount(self, drive: Drive, /) -> Drive:
        """Make the drive's files reachable and return it with `mount` and `free` set; raises DriveError.

        A drive that is mounted already is looked at anew and returned as it is now.
        """
        ...

    def remount(self, drive: Drive, /) -> Drive | None:
        """Unmount and mount again, so that the next read comes from the medium; None where that cannot be.

        None leaves the drive mounted as it was. Raises DriveError when the drive did not come back.
        """
        ...

    def unmount(self, drive: Drive, /) -> None:
        """Write everything out and let go of the drive so that it may be pulled; raises DriveError."""
        ...

    def eject(self, drive: Drive, /) -> None:
        """Let a drive that was unmounted come to rest, where it can: stop it, or switch it off.

        Never by force. It may be taken out without this too, so nothing is raised.
        """
        ...

    def is_there(self, drive: Drive, /) -> bool:
        """Whether it is still in the computer, mounted or not: "You may take your drive" is shown until then.

        True as long as nobody knows better. One that eject() could only switch off counts as taken.
        """
        ...

    def watch(self, changed: Callable[[], None]) -> Callable[[], None]:
        """Call `changed` from some thread whenever a drive comes or goes; returns what stops it."""
        ...
