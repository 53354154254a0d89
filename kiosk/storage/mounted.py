"""Drives where UDisks2 does not answer: what somebody else has mounted, and nothing more.

From /proc/self/mountinfo and /sys/class/block (the kernel's Documentation/ABI/stable/sysfs-block). We cannot
mount or unmount here; `doctor` says so.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.errors import DriveError
from kiosk.storage import problems
from kiosk.storage.drive import Drive
from kiosk.storage.mounts import MOUNTINFO, mounts
from kiosk.storage.polling import poll
from kiosk.storage.space import Space, lacking, space
from kiosk.storage.syscalls import sync_file_system

SYS_BLOCK: Final = Path("/sys/class/block")
_SECTOR: Final = 512
"""Bytes: sysfs counts in these, whatever the disk does."""


@dataclass(frozen=True, slots=True)
class _Device:
    """A disk without partitions, or a partition. `size` in bytes."""

    name: str
    size: int
    removable: bool


class MountedDrives:
    """The DriveSource that finds what is mounted already. The two paths are given for tests."""

    def __init__(self, mountinfo: Path = MOUNTINFO, sys_block: Path = SYS_BLOCK) -> None:
        self._mountinfo = mountinfo
        self._sys_block = sys_block

    def drives(self) -> tuple[Drive, ...]:
        """Return the real disks and partitions of this computer."""
        return tuple(drive for drive, _problem in self._found())

    def mount(self, drive: Drive, /) -> Drive:
        """Return the drive if somebody else has mounted it."""
        for now, problem in self._found():
            if now.device == drive.device:
                if problem is not None:
                    raise problem
                return now
        raise problems.gone(drive.place)

    def remount(self, _drive: Drive, /) -> Drive | None:
        """Never possible here."""
        return None

    def unmount(self, drive: Drive, /) -> None:
        """Write everything out; then say that the rest is for the person to do."""
        with problems.in_plain_words(drive.place):
            now = self.mount(drive)
            folder = os.open(now.mount or now.device, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
            try:
                sync_file_system(folder)
            finally:
                os.close(folder)
        raise problems.cannot_let_go(drive.place)

    def eject(self, _drive: Drive, /) -> None:
        """Not ours to do."""

    def is_there(self, drive: Drive, /) -> bool:
        """Whether the kernel still has the device."""
        return os.path.lexists(self._sys_block / Path(drive.device).name)

    def watch(self, changed: Callable[[], None]) -> Callable[[], None]:
        """Look now and then."""
        return poll(lambda: tuple((drive.device, drive.mount, drive.why) for drive in self.drives()), changed)

    def _found(self) -> list[tuple[Drive, DriveError | None]]:
        points = {
            mount.source: mount.point for mount in mounts(self._mountinfo) if mount.source.startswith("/dev/")
        }
        return [_described(device, points.get(f"/dev/{device.name}")) for device in self._devices()]

    def _devices(self) -> list[_Device]:
        """Leave out what is made by the kernel alone (loops, memory disks) and disks that have partitions."""
        entries = sorted(self._sys_block.iterdir()) if self._sys_block.is_dir() else []
        paths = [entry.resolve() for entry in entries]
        with_partitions = {path.parent for path in paths if (path / "partition").exists()}
        real = [path for path in paths if "virtual" not in path.parts and path not in with_partitions]
        return [device for device in map(_read, real) if device.size]


def _read(path: Path) -> _Device:
    disk = path.parent if (path / "partition").exists() else path
    by_usb = any(part.startswith("usb") for part in path.parts)
    return _Device(
        name=path.name,
        size=int(_attribute(path / "size") or 0) * _SECTOR,
        removable=by_usb or _attribute(disk / "removable") == "1",
    )


def _attribute(path: Path) -> str:
    """A device may vanish between listing and reading."""
    try:
        return path.read_text(encoding="ascii").strip()
    except OSError:
        return ""


def _described(device: _Device, point: Path | None) -> tuple[Drive, DriveError | None]:
    label = point.name if point is not None and point.name else device.name
    there = _space(point)
    problem = _problem(device, there, label)
    drive = Drive(
        device=f"/dev/{device.name}",
        label=label,
        size=device.size,
        free=there.free if there else None,
        mount=point,
        usable=problem is None,
        why="" if problem is None else problem.message,
        remedy="" if problem is None else problem.remedy,
    )
    return drive, problem


def _space(point: Path | None) -> Space | None:
    try:
        return None if point is None else space(point)
    except OSError:
        return None


def _problem(device: _Device, there: Space | None, label: str) -> DriveError | None:
    if not device.removable:
        return problems.part_of_computer(label)
    if there is None:
        return problems.not_allowed(label)
    return lacking(there, label)
