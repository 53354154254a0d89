"""From UDisks2's objects to drives: the objects of a computer written down by hand, one per kind of drive."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kiosk.errors import DriveBusy, DriveError, DriveGone
from kiosk.storage.drive import Drive
from kiosk.storage.space import Space
from kiosk.storage.udisks_tree import Block, blocks, found, refusal

ROOT = "/org/freedesktop/UDisks2"
GIGA = 10**9
ROOMY = Space(16 * GIGA, 10 * GIGA, read_only=False)

Faces = dict[str, dict[str, Any]]


def maker(name: str, **properties: Any) -> dict[str, Faces]:
    """A drive, as what the block devices lie on."""
    usual = {
        "Vendor": "Kingston",
        "Model": "DataTraveler 3.0",
        "Removable": True,
        "MediaAvailable": True,
        "ConnectionBus": "usb",
    }
    return {f"{ROOT}/drives/{name}": {"org.freedesktop.UDisks2.Drive": usual | properties}}


def block(name: str, *, on: str = "", points: list[str] | None = None, **properties: Any) -> dict[str, Faces]:
    """A block device; with `points` it has a file system that is mounted there."""
    usual = {
        "Device": f"/dev/{name}\0".encode(),
        "Drive": f"{ROOT}/drives/{on}" if on else "/",
        "CryptoBackingDevice": "/",
        "IdLabel": "STICK",
        "IdType": "vfat",
        "IdUsage": "filesystem",
        "Size": 16 * GIGA,
        "ReadOnly": False,
        "HintIgnore": False,
        "HintSystem": False,
    }
    faces: Faces = {"org.freedesktop.UDisks2.Block": usual | properties}
    if points is not None:
        mounted = [f"{point}\0".encode() for point in points]
        faces["org.freedesktop.UDisks2.Filesystem"] = {"MountPoints": mounted}
    return {path(name): faces}


def partition(name: str, of: str, **properties: Any) -> dict[str, Faces]:
    """A block device that is a partition of another."""
    container = properties.pop("IsContainer", False)
    faces = block(name, **properties)
    faces[path(name)]["org.freedesktop.UDisks2.Partition"] = {"Table": path(of), "IsContainer": container}
    return faces


def path(name: str) -> str:
    return f"{ROOT}/block_devices/{name}"


def drives(*objects: dict[str, Faces], space: Space | None = ROOMY) -> list[Drive]:
    """What a person would be shown; mounted file systems have this much space."""
    tree = {name: faces for part in objects for name, faces in part.items()}
    return [found(it, space if it.mount else None).drive for it in blocks(tree)]


def test_a_stick_with_one_partition() -> None:
    stick = maker("k"), block("sdb", on="k", IdUsage="", IdLabel="")
    assert drives(*stick, partition("sdb1", "sdb", on="k", points=[])) == [
        Drive("/dev/sdb1", "STICK", 16 * GIGA, None, None, usable=True)
    ]
    assert drives(*stick, partition("sdb1", "sdb", on="k", points=["/media/ana/STICK"])) == [
        Drive("/dev/sdb1", "STICK", 16 * GIGA, 10 * GIGA, Path("/media/ana/STICK"), usable=True)
    ]


def test_a_stick_without_partitions() -> None:
    (drive,) = drives(maker("k"), block("sdb", on="k", points=[]))
    assert drive.usable


def test_drives_come_by_device_name() -> None:
    sticks = [part for name in "dcb" for part in (maker(name), block(f"sd{name}", on=name, points=[]))]
    assert [it.device for it in drives(*sticks)] == ["/dev/sdb", "/dev/sdc", "/dev/sdd"]


@pytest.mark.parametrize(
    ("objects", "why"),
    [
        (
            [maker("k", Removable=False), block("sda1", on="k", points=["/"], HintSystem=True)],
            "STICK is part of this computer.",
        ),
        (
            [maker("k"), block("sda1", on="k", points=[], HintSystem=True)],
            "STICK is part of this computer.",
        ),
        ([block("loop0", points=[])], "STICK is part of this computer."),
        (
            [maker("k", MediaAvailable=False), block("sdb", on="k", Size=0, IdLabel="", IdUsage="")],
            "There is nothing in Kingston DataTraveler 3.0.",
        ),
        (
            [maker("k"), block("sdb", on="k", IdUsage="crypto", IdType="BitLocker")],
            "locked with a password.",
        ),
        ([maker("k"), block("sdb", on="k", IdUsage="", IdType="")], "not been set up to hold files yet."),
        ([maker("k"), block("sdb", on="k", IdUsage="raid")], "not been set up to hold files yet."),
        ([maker("k"), block("sdb", on="k", points=[], ReadOnly=True)], "can be read but not written."),
        ([maker("k"), block("sdb", on="k", points=[], Size=10_000)], "has no room for your files."),
    ],
)
def test_a_drive_that_cannot_be_used_says_why(objects: list[dict[str, Faces]], why: str) -> None:
    (drive,) = drives(*objects)
    assert not drive.usable
    assert drive.why.endswith(why)


def test_a_full_and_a_read_only_file_system() -> None:
    stick = maker("k"), block("sdb", on="k", points=["/media/ana/STICK"])
    (full,) = drives(*stick, space=Space(GIGA, 0, read_only=False))
    (closed,) = drives(*stick, space=Space(GIGA, GIGA, read_only=True))
    assert [full.why, closed.why] == [
        "STICK has no room for your files.",
        "STICK can be read but not written.",
    ]


def test_the_drive_that_the_computer_runs_from_is_not_offered() -> None:
    """A live system on a stick: no partition of that stick is for the person."""
    live = (
        maker("k"),
        block("sdb", on="k", IdUsage=""),
        partition("sdb1", "sdb", on="k", points=["/run/live/medium"]),
        partition("sdb2", "sdb", on="k", points=[], IdLabel="DATA"),
    )
    assert [(it.label, it.usable) for it in drives(*live)] == [("STICK", False), ("DATA", False)]


def test_what_nobody_could_choose_is_not_shown() -> None:
    assert (
        drives(
            maker("k"),
            block("sdb", on="k", HintIgnore=True, points=[]),
            block("sdc", on="k", IdUsage=""),
            partition("sdc1", "sdc", on="k", IsContainer=True),
            partition("sdc5", "sdc", on="k", IdType="swap", IdUsage="other"),
            block("loop7", Size=0, IdUsage=""),
            {f"{ROOT}/Manager": {"org.freedesktop.UDisks2.Manager": {"Version": "2.9.4"}}},
        )
        == []
    )


def test_an_opened_encrypted_drive_is_shown_once_as_what_is_inside() -> None:
    inside = {"CryptoBackingDevice": path("sdb"), "IdLabel": "SECRET"}
    (drive,) = drives(
        maker("k"), block("sdb", on="k", IdUsage="crypto"), block("dm-0", points=["/media/ana/S"], **inside)
    )
    assert (drive.device, drive.label, drive.usable) == ("/dev/dm-0", "SECRET", True)


@pytest.mark.parametrize(
    ("names", "label"),
    [
        ({"IdLabel": "MY STICK"}, "MY STICK"),
        ({"IdLabel": " A\x07B\u202e\tC "}, "A B C"),
        ({"IdLabel": "", "HintName": "Library stick"}, "Library stick"),
        ({"IdLabel": "   "}, "Kingston DataTraveler 3.0"),
    ],
)
def test_labels(names: dict[str, str], label: str) -> None:
    (drive,) = drives(maker("k"), block("sdb", on="k", points=[], **names))
    assert drive.label == drive.place == label


def test_a_drive_without_any_name_is_still_called_something() -> None:
    nameless: dict[str, Any] = {"Vendor": "", "Model": ""}
    stick = drives(maker("k", **nameless), block("sdb", on="k", points=[], IdLabel=""))
    disk = drives(maker("d", Removable=False, **nameless), block("vda", on="d", points=["/"], IdLabel=""))
    assert [it.label for it in stick + disk] == ["USB drive", "vda"]


def test_names_of_mount_points_may_be_any_bytes() -> None:
    objects = block("sdb", points=[])
    objects[path("sdb")]["org.freedesktop.UDisks2.Filesystem"]["MountPoints"] = [b"/media/\xff\xfe\0"]
    assert blocks(objects)[0].mount == Path("/media/\udcff\udcfe")


def test_half_an_answer_breaks_nothing() -> None:
    """A drive that goes while UDisks2 is asked leaves objects without some of their properties."""
    (it,) = blocks({path("sdb"): {"org.freedesktop.UDisks2.Block": {"Drive": "/gone", "Size": 5}}})
    assert not found(it, None).drive.usable


def test_what_is_offered_can_be_decided_by_the_caller() -> None:
    def only_loops(block: Block) -> bool:
        return block.device.startswith("/dev/loop")

    (it,) = blocks(block("loop0", points=[], HintSystem=True))
    assert found(it, None, only_loops).drive.usable
    assert not found(it, None).drive.usable


@pytest.mark.parametrize(
    ("said", "problem", "words"),
    [
        ("DeviceBusy", DriveBusy, "Another program"),
        ("NotAuthorized", DriveError, "not set up"),
        ("NotAuthorizedCanObtain", DriveError, "not set up"),
        ("UnknownObject", DriveGone, "stopped answering"),
        ("UnknownMethod", DriveGone, "stopped answering"),
        ("Failed", DriveError, "cannot open"),
        ("OptionNotPermitted", DriveError, "cannot open"),
    ],
)
def test_refusals_of_udisks2(said: str, problem: type[DriveError], words: str) -> None:
    refused = refusal(said, "STICK")
    assert type(refused) is problem
    assert words in refused.message
