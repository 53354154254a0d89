"""Real file systems on images, mounted by their real drivers, that can be pulled out. Needs root.

FAT and exFAT drivers of the kernel are tried where the kernel has them; where not, `./check all` says so.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import struct
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from kiosk.storage.drive import Drive
from kiosk.storage.folder import FolderDrives
from kiosk.storage.mounts import mounts
from storage import real_drives

_EXT4_IOC_SHUTDOWN = 0x8004587D
_NO_LOG_FLUSH = 2


@dataclass(frozen=True)
class Kind:
    """How to make, mount and mend one kind of file system; `driver` is a program in user space, if any."""

    name: str
    make: Sequence[str]
    mount: Sequence[str]
    check: Sequence[str]
    driver: bool = False
    needs: str = ""
    """The kernel's own file system that it needs."""


_ALL = (
    Kind("ext4", ("mkfs.ext4", "-q", "-F"), ("mount", "-t", "ext4"), ("e2fsck", "-fy"), needs="ext4"),
    Kind("exfat-fuse", ("mkfs.exfat",), ("mount.exfat-fuse", "-d"), ("fsck.exfat", "-y"), driver=True),
    Kind(
        "ntfs-3g",
        ("mkfs.ntfs", "-F", "-Q"),
        ("ntfs-3g", "-o", "no_detach,windows_names"),
        ("ntfsfix",),
        driver=True,
    ),
    Kind("vfat", ("mkfs.vfat",), ("mount", "-t", "vfat", "-o", "flush"), ("fsck.vfat", "-a"), needs="vfat"),
    Kind("exfat", ("mkfs.exfat",), ("mount", "-t", "exfat"), ("fsck.exfat", "-y"), needs="exfat"),
)


def in_kernel() -> frozenset[str]:
    """What the kernel can mount by itself, now."""
    lines = Path("/proc/filesystems").read_text().splitlines()
    return frozenset(line.split()[-1] for line in lines if line)


KINDS = {kind.name: kind for kind in _ALL if not kind.needs or kind.needs in in_kernel()}
MISSING = tuple(kind.name for kind in _ALL if kind.name not in KINDS)


@cache
def _blank(kind: Kind, megabytes: int, folder: Path) -> Path:
    """An image with an empty file system, made once."""
    (folder / kind.name).mkdir(exist_ok=True)
    return real_drives.image(folder / kind.name, *kind.make, megabytes=megabytes)


@dataclass
class Stick:
    """One file system on a loop device of its own, mounted at `point`."""

    kind: Kind
    image: Path
    point: Path
    device: str = ""
    driver: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    def mount(self, *options: str) -> None:
        more = ["-o", ",".join(options)] if options else []
        command = [*self.kind.mount, *more, self.device, str(self.point)]
        if not self.kind.driver:
            subprocess.run(command, check=True, capture_output=True)
            return
        self.driver = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        real_drives.until(self.is_mounted, f"mounting {self.kind.name}")

    def is_mounted(self) -> bool:
        return any(it.point == self.point for it in mounts())

    def unmount(self, *options: str) -> None:
        """Unmount; a driver in user space ends then, when all is written out."""
        subprocess.run(["umount", *options, self.point], check=True, capture_output=True)
        if self.driver is not None and "-l" not in options:
            self.driver.wait(real_drives.PATIENCE)
            self.driver = None

    def yank(self) -> None:
        """Pull it out: nothing more reaches the medium, every call says so."""
        if self.driver is not None:
            self.driver.kill()
            self.driver.wait()
        elif self.kind.name == "ext4":
            top = os.open(self.point, os.O_RDONLY)
            fcntl.ioctl(top, _EXT4_IOC_SHUTDOWN, struct.pack("I", _NO_LOG_FLUSH))
            os.close(top)
        else:
            subprocess.run(["losetup", "--detach", self.device], check=True)
            os.truncate(self.image, 0)

    def put_in_again(self) -> None:
        """Take away what is left of the mount, mend the file system as a computer does, and mount it."""
        if self.is_mounted():
            subprocess.run(["umount", self.point], check=True, capture_output=True)
        elif self.driver is not None:
            self.driver.wait(real_drives.PATIENCE)  # it still writes out what was open
        self.end_driver()
        mended = subprocess.run([*self.kind.check, self.device], check=False, capture_output=True, text=True)
        assert mended.returncode in (0, 1), mended.stdout + mended.stderr
        self.mount()

    def end_driver(self) -> None:
        if self.driver is not None:
            self.driver.kill()
            self.driver.wait()
            self.driver = None

    def free(self) -> int:
        told = os.statvfs(self.point)
        return told.f_bavail * told.f_frsize


@contextmanager
def plugged(kind: Kind, folder: Path, blanks: Path, megabytes: int = 16) -> Iterator[Stick]:
    """Put a fresh stick in; it is mounted."""
    real_drives.only_with(kind.make[0], kind.mount[0], kind.check[0])
    image, point = folder / "stick.img", folder / "stick"
    shutil.copyfile(_blank(kind, megabytes, blanks), image)
    point.mkdir()
    attach = ["losetup", "--find", "--show", str(image)]
    stick = Stick(kind, image, point)
    with ExitStack() as stack:
        stick.device = subprocess.run(attach, check=True, capture_output=True, text=True).stdout.strip()
        stack.callback(_try, "losetup", "--detach", stick.device)
        stack.callback(stick.end_driver)
        stack.callback(_try, "umount", "-l", str(point))
        stick.mount()
        yield stick


def _try(*command: str) -> None:
    """Tidy up what may be gone already."""
    subprocess.run(command, check=False, capture_output=True)


class Remounting(FolderDrives):
    """The mounted folder as a drive that really is unmounted and mounted again, as UDisks2 does it."""

    def __init__(self, stick: Stick, between: Callable[[], None] = lambda: None) -> None:
        super().__init__(stick.point)
        self._stick = stick
        self.between = between

    def remount(self, drive: Drive, /) -> Drive | None:
        self._stick.unmount()
        self.between()
        self._stick.mount()
        return self.mount(drive)


class MountPoint(FolderDrives):
    """The mount point of a real drive, which is nothing without the drive."""

    def drives(self) -> tuple[Drive, ...]:
        return tuple(replace(it, is_folder=False, label=it.device) for it in super().drives())

    def mount(self, drive: Drive, /) -> Drive:
        return replace(super().mount(drive), is_folder=False, label=drive.label)
