"""Drives without UDisks2: a table of mounts and a tree of sysfs, made by hand in the kernel's form."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from kiosk.errors import DriveBusy, DriveError, DriveGone
from kiosk.storage.drive import Drive
from kiosk.storage.mounted import MountedDrives
from kiosk.storage.save import FileToSave, save

SECTORS = 31_250_000  # 16 GB


class Computer:
    """A computer's /sys/class/block and /proc/self/mountinfo."""

    def __init__(self, top: Path) -> None:
        self.devices = top / "devices"
        self.classes = top / "class" / "block"
        self.classes.mkdir(parents=True)
        self.table = top / "mountinfo"
        self.table.write_text("")
        self.source = MountedDrives(self.table, self.classes)

    def disk(self, name: str, bus: str = "pci0/usb1/1-1", removable: int = 1, size: int = SECTORS) -> None:
        path = self.devices / bus / "block" / name
        path.mkdir(parents=True)
        (path / "size").write_text(f"{size}\n")
        (path / "removable").write_text(f"{removable}\n")
        (self.classes / name).symlink_to(path)

    def partition(self, disk: str, name: str) -> None:
        path = (self.classes / disk).resolve() / name
        path.mkdir()
        (path / "size").write_text(f"{SECTORS}\n")
        (path / "partition").write_text("1\n")
        (self.classes / name).symlink_to(path)

    def mount(self, name: str, point: Path) -> None:
        line = f"90 27 8:17 / {str(point).replace(' ', chr(92) + '040')} rw,nosuid - vfat /dev/{name} rw\n"
        self.table.write_text(self.table.read_text() + line)

    def why(self) -> dict[str, str]:
        return {drive.device: drive.why for drive in self.source.drives()}

    def only(self) -> Drive:
        (drive,) = self.source.drives()
        return drive


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    return Computer(tmp_path / "sys")


@pytest.fixture
def point(tmp_path: Path) -> Path:
    folder = tmp_path / "media" / "MY STICK"
    folder.mkdir(parents=True)
    return folder


def test_a_mounted_stick_can_be_used(computer: Computer, point: Path) -> None:
    computer.disk("sdb")
    computer.partition("sdb", "sdb1")
    computer.mount("sdb1", point)
    drive = computer.only()
    assert (drive.device, drive.label, drive.mount) == ("/dev/sdb1", "MY STICK", point)
    assert drive.size == SECTORS * 512
    assert drive.usable
    assert computer.source.mount(drive) == drive
    assert computer.source.remount(drive) is None


def test_the_others_say_why_not(computer: Computer, point: Path) -> None:
    computer.disk("sda", bus="pci0/ata1", removable=0)
    computer.disk("sdb")
    computer.disk("mmcblk0", bus="pci0/mmc", removable=1)
    computer.disk("loop0", bus="virtual", removable=0)
    computer.disk("sdz", size=0)
    computer.mount("sda", point)
    assert computer.why() == {
        "/dev/mmcblk0": "This computer is not set up to open mmcblk0 for you.",
        "/dev/sda": "MY STICK is part of this computer.",
        "/dev/sdb": "This computer is not set up to open sdb for you.",
    }
    for drive in computer.source.drives():
        with pytest.raises(DriveError) as said:
            computer.source.mount(drive)
        assert said.value.message == drive.why


def test_an_external_disk_that_does_not_say_removable_is_known_by_its_bus(
    computer: Computer, point: Path
) -> None:
    computer.disk("sdb", removable=0)
    computer.mount("sdb", point)
    assert computer.only().usable


def test_a_drive_that_went(computer: Computer, point: Path) -> None:
    computer.disk("sdb")
    computer.mount("sdb", point)
    drive = computer.only()
    (computer.classes / "sdb").unlink()
    with pytest.raises(DriveGone, match="MY STICK"):
        computer.source.mount(drive)


def test_a_mount_point_that_does_not_answer(computer: Computer, tmp_path: Path) -> None:
    computer.disk("sdb")
    computer.mount("sdb", tmp_path / "gone")
    assert not computer.only().usable


def test_letting_go_writes_out_and_tells_the_person_what_to_do(computer: Computer, point: Path) -> None:
    computer.disk("sdb")
    computer.mount("sdb", point)
    with pytest.raises(DriveBusy, match="MY STICK is saved"):
        computer.source.unmount(computer.only())


def test_nothing_is_written_where_the_table_is_wrong(
    computer: Computer, point: Path, files: list[FileToSave]
) -> None:
    """The table says that the stick is mounted there, but it is an ordinary folder of the computer."""
    computer.disk("sdb")
    computer.mount("sdb", point)
    with pytest.raises(DriveError):
        save(computer.source, computer.only(), "Ana Rey Resume", files)
    assert list(point.iterdir()) == []


def test_a_computer_without_sysfs_has_no_drives(tmp_path: Path) -> None:
    assert MountedDrives(tmp_path / "mountinfo", tmp_path / "class").drives() == ()


def test_this_computer_can_be_asked() -> None:
    """What it has is not known here; that each drive can be used or says why not is."""
    for drive in MountedDrives().drives():
        assert drive.device.startswith("/dev/")
        assert drive.usable != bool(drive.why)


def test_coming_and_going_is_seen(computer: Computer, point: Path) -> None:
    changed = threading.Event()
    stop = computer.source.watch(changed.set)
    try:
        computer.disk("sdb")
        computer.mount("sdb", point)
        assert changed.wait(20)
    finally:
        stop()
