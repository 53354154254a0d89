"""Drives on Linux through UDisks2, which udisks_bus.py talks to and udisks_tree.py understands.

Listening for drives that come and go happens on a thread and a connection of its own. Nothing is ever
unmounted by force or lazily, because that hides that the drive was not written out.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from kiosk.errors import DriveError, DriveGone
from kiosk.i18n import _
from kiosk.storage import problems
from kiosk.storage.drive import Drive
from kiosk.storage.listener import Listener
from kiosk.storage.space import Space, space
from kiosk.storage.udisks_bus import SILENTLY, NoBus, Refused, call, objects, signals
from kiosk.storage.udisks_tree import Block, Found, blocks, found, is_removable, refusal

_MOUNT_OPTIONS: Final = {**SILENTLY, "options": ("s", "nosuid,nodev,noexec")}

_MOUNT: Final = 30.0
_UNMOUNT: Final = 120.0
"""Seconds: a slow stick may have megabytes of somebody else's to write out."""
SETTLE: Final = 3.0
"""Seconds: while UDisks2 looks at a drive anew, after plugging in or letting go, it forgets for a moment that
there are files on it."""
_A_LITTLE: Final = 0.05
_LOOKING_ANEW: Final = frozenset({"UnknownMethod", "UnknownInterface"})


def available() -> tuple[bool, str]:
    """Whether UDisks2 answers, and one plain sentence about it for `doctor`."""
    try:
        objects()
    except (NoBus, Refused):
        return False, _(
            "The drive service (UDisks2) does not answer, so drives are not opened by themselves."
        )
    return True, _("The drive service (UDisks2) answers.")


class UDisksDrives:
    """The DriveSource of a Linux computer. `offered` decides which block devices may be a person's drive."""

    def __init__(self, offered: Callable[[Block], bool] = is_removable) -> None:
        self._offered = offered

    def drives(self) -> tuple[Drive, ...]:
        """Return all disks and partitions; none while UDisks2 does not answer."""
        try:
            return tuple(it.drive for it in self._found())
        except (NoBus, Refused):
            return ()

    def mount(self, drive: Drive, /) -> Drive:
        """Mount without asking for a password, with nothing on the drive able to run."""
        with _in_plain_words(drive):
            return _once_settled(lambda: self._mount(drive), drive)

    def remount(self, drive: Drive, /) -> Drive | None:
        """Unmount and mount; None while another program uses the drive or the system forbids it."""
        with _in_plain_words(drive):
            block = self._find(drive).block
            try:
                call(block.path, "Filesystem", "Unmount", SILENTLY, _UNMOUNT)
            except Refused:
                return None
            return _once_settled(lambda: self._mounted(self._find(drive).block), drive)

    def unmount(self, drive: Drive, /) -> None:
        """Write everything out and let go; a drive that is not mounted is fine."""
        with _in_plain_words(drive):
            block = self._find(drive).block
            try:
                call(block.path, "Filesystem", "Unmount", SILENTLY, _UNMOUNT)
            except Refused as error:
                if error.said != "NotMounted":
                    raise

    def eject(self, drive: Drive, /) -> None:
        """Stop the drive, or where it cannot be stopped switch it off; never by force.

        Stopping comes first, because a card reader that is switched off stays so until the computer is
        started anew, and because what is only stopped can still be seen to be there.
        """
        with suppress(DriveError, NoBus, Refused):
            block = self._find(drive).block
            method = "Eject" if block.ejectable else "PowerOff" if block.can_power_off else ""
            if block.drive and block.removable and method:
                call(block.drive, "Drive", method, SILENTLY, _UNMOUNT)

    def is_there(self, drive: Drive, /) -> bool:
        """Whether UDisks2 still knows the thing itself, whatever has become of the files on it."""
        try:
            known = objects()
        except (NoBus, Refused):
            return True
        if drive.hardware:
            return drive.hardware in known
        return any(it.device == drive.device for it in blocks(known))

    def watch(self, changed: Callable[[], None]) -> Callable[[], None]:
        """Listen on a thread of its own; what stops it waits until the thread has ended."""
        return Listener(signals, self.drives, changed).stop

    def _found(self) -> list[Found]:
        return [found(block, _space(block), self._offered) for block in blocks(objects())]

    def _find(self, drive: Drive) -> Found:
        for it in self._found():
            if it.drive.device == drive.device:
                return it
        raise problems.gone(drive.place)

    def _mount(self, drive: Drive) -> Drive:
        it = self._find(drive)
        if it.problem is not None:
            raise it.problem
        return it.drive if it.drive.mounted else self._mounted(it.block)

    def _mounted(self, block: Block) -> Drive:
        """Mount; the place is in the answer, because the property may come later."""
        try:
            (point,) = call(block.path, "Filesystem", "Mount", _MOUNT_OPTIONS, _MOUNT)
        except Refused as error:
            if error.said != "AlreadyMounted" or block.mount is None:
                raise
            point = block.mount
        now = replace(block, mount=Path(point))
        it = found(now, _space(now), self._offered)
        if it.problem is not None:
            raise it.problem
        return it.drive


def _once_settled(ask: Callable[[], Drive], drive: Drive) -> Drive:
    """Ask again while UDisks2 looks at a drive anew that could be used a moment ago."""
    deadline = time.monotonic() + SETTLE
    while True:
        try:
            return ask()
        except Refused as error:
            if error.said not in _LOOKING_ANEW or time.monotonic() > deadline:
                raise
        except DriveGone:
            raise
        except DriveError:
            if not drive.usable or time.monotonic() > deadline:
                raise
        time.sleep(_A_LITTLE)


def _space(block: Block) -> Space | DriveError | None:
    """A drive that was just pulled out has a mount point that does not answer."""
    try:
        return None if block.mount is None else space(block.mount)
    except PermissionError:
        return problems.of_somebody_else(block.label)
    except OSError:
        return None


@contextmanager
def _in_plain_words(drive: Drive) -> Iterator[None]:
    try:
        yield
    except NoBus as error:
        raise problems.gone(drive.place) from error
    except Refused as error:
        raise refusal(error.said, drive.place) from error
