"""From what UDisks2 knows to drives that a person can choose: pure functions over plain data.

Interfaces and properties: the UDisks2 reference manual (org.freedesktop.UDisks2.Block, .Drive, .Filesystem,
.Partition, .PartitionTable). What is not a person's drive is not hidden but explained.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kiosk.errors import DriveError
from kiosk.i18n import _
from kiosk.storage import problems
from kiosk.storage.drive import Drive
from kiosk.storage.space import LEAST, Space, lacking

Objects = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""Object path, interface, property: the answer of GetManagedObjects without the D-Bus signatures."""

PREFIX: Final = "org.freedesktop.UDisks2."
_NOTHING: Final = "/"
_SYSTEM_POINTS: Final = frozenset(
    map(Path, ("/", "/boot", "/boot/efi", "/usr", "/var", "/home", "/run/live/medium", "/cdrom"))
)
"""Where the computer's own system is mounted, when it runs from a USB drive too."""


@dataclass(frozen=True, slots=True)
class Block:
    """A disk or partition that may hold files, with what its drive says.

    `path` and `drive` are UDisks2's names for it and for what it lies on; `drive` is empty for loops.
    """

    path: str
    device: str
    label: str
    size: int
    usage: str
    mountable: bool
    read_only: bool
    removable: bool
    has_medium: bool
    mount: Path | None
    drive: str = ""
    ejectable: bool = False
    can_power_off: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A block device as a drive for the person, and what keeps it from being used."""

    block: Block
    drive: Drive
    problem: DriveError | None


def is_removable(block: Block) -> bool:
    """Whether this may be a person's own drive. Disks inside the computer are never offered."""
    return block.removable


def found(
    block: Block, space: Space | DriveError | None, offered: Callable[[Block], bool] = is_removable
) -> Found:
    """Describe one block device to a person.

    `space` is of its mounted file system, or what keeps us from looking into it; None if it is not mounted.
    """
    problem = _problem(block, space, offered)
    drive = Drive(
        device=block.device,
        label=block.label,
        size=block.size,
        free=space.free if isinstance(space, Space) else None,
        mount=block.mount,
        usable=problem is None,
        why="" if problem is None else problem.message,
        remedy="" if problem is None else problem.remedy,
        hardware=block.drive,
    )
    return Found(block, drive, problem)


def blocks(objects: Objects) -> tuple[Block, ...]:
    """Return the disks and partitions worth a word, by device name.

    Left out are those that only hold others (disks with partitions, opened encrypted ones), empty loop
    devices, swap, and what the system asks to ignore.
    """
    paths = [
        path for path, faces in objects.items() if PREFIX + "Block" in faces and _is_of_use(objects, path)
    ]
    return tuple(sorted((_block(objects, path) for path in paths), key=lambda block: block.device))


def refusal(said: str, place: str) -> DriveError:
    """Say why UDisks2 refused: `said` is the last word of the error's name.

    The names are in its manual under "D-Bus API error codes".
    """
    if said in ("DeviceBusy", "AlreadyUnmounting"):
        return problems.busy(place)
    if said == "MountedByOtherUser":
        return problems.of_somebody_else(place)
    if said.startswith("NotAuthorized"):
        return problems.not_allowed(place)
    if said in (
        "UnknownObject",
        "UnknownMethod",
        "UnknownInterface",
        "NoReply",
        "ServiceUnknown",
        "TimedOut",
        "Timedout",
    ):
        return problems.gone(place)
    return problems.cannot_open(place)


def _problem(
    block: Block, space: Space | DriveError | None, offered: Callable[[Block], bool]
) -> DriveError | None:
    place = block.label
    if not offered(block):
        return problems.part_of_computer(place)
    if not block.has_medium:
        return problems.no_medium(place)
    if block.usage == "crypto":
        return problems.locked(place)
    if not block.mountable:
        return problems.not_formatted(place)
    if isinstance(space, DriveError):
        return space
    if block.read_only:
        return problems.read_only(place)
    if block.size < LEAST:
        return problems.full(place)
    return None if space is None else lacking(space, place)


def _is_of_use(objects: Objects, path: str) -> bool:
    block = _face(objects, path, "Block")
    if block.get("HintIgnore") or _face(objects, path, "Partition").get("IsContainer"):
        return False
    if block.get("IdType") == "swap" or (not block.get("Size") and _drive_of(objects, path) == _NOTHING):
        return False
    return not _holds_others(objects, path)


def _holds_others(objects: Objects, path: str) -> bool:
    return any(
        path
        in (
            _face(objects, other, "Partition").get("Table"),
            _face(objects, other, "Block").get("CryptoBackingDevice"),
        )
        for other in objects
    )


def _block(objects: Objects, path: str) -> Block:
    block = _face(objects, path, "Block")
    drive_path = _drive_of(objects, path)
    drive = _face(objects, drive_path, "Drive")
    points = _mount_points(objects, path)
    return Block(
        path=path,
        device=_text(block.get("Device", b"")),
        label=_label(block, drive),
        size=int(block.get("Size", 0)),
        usage=str(block.get("IdUsage", "")),
        mountable=PREFIX + "Filesystem" in objects[path],
        read_only=bool(block.get("ReadOnly")),
        removable=_is_own(objects, block, drive, drive_path),
        has_medium=bool(drive.get("MediaAvailable", True)),
        mount=points[0] if points else None,
        drive="" if drive_path == _NOTHING else drive_path,
        ejectable=bool(drive.get("Ejectable")),
        can_power_off=bool(drive.get("CanPowerOff")),
    )


def _is_own(objects: Objects, block: Mapping[str, Any], drive: Mapping[str, Any], drive_path: str) -> bool:
    """Removable, not said to be the system's, and the computer does not run from it."""
    if not drive.get("Removable") or block.get("HintSystem"):
        return False
    siblings = (path for path in objects if _drive_of(objects, path) == drive_path)
    return not any(_SYSTEM_POINTS.intersection(_mount_points(objects, path)) for path in siblings)


def _drive_of(objects: Objects, path: str) -> str:
    """Return the path of the drive; that of an opened encrypted device is the one it lies on."""
    block = _face(objects, path, "Block")
    behind = block.get("CryptoBackingDevice", _NOTHING)
    return str(_face(objects, behind, "Block").get("Drive") or block.get("Drive", _NOTHING))


def _mount_points(objects: Objects, path: str) -> list[Path]:
    return [Path(_text(point)) for point in _face(objects, path, "Filesystem").get("MountPoints", ())]


def _label(block: Mapping[str, Any], drive: Mapping[str, Any]) -> str:
    """What the person may have seen elsewhere: the label, or who made the drive."""
    maker = f"{drive.get('Vendor', '')} {drive.get('Model', '')}"
    for words in (block.get("IdLabel", ""), block.get("HintName", ""), maker):
        printable = "".join(char if char.isprintable() else " " for char in words)
        if printable.strip():
            return " ".join(printable.split())
    return _("USB drive") if drive.get("Removable") else Path(_text(block.get("Device", b""))).name


def _face(objects: Objects, path: str, interface: str) -> Mapping[str, Any]:
    return objects.get(path, {}).get(PREFIX + interface, {})


def _text(value: bytes) -> str:
    """File names come as bytes that end in a zero byte."""
    return os.fsdecode(bytes(value).rstrip(b"\0"))
