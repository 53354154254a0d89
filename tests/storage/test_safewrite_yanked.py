"""The drive is pulled out in the middle of a save: real file systems that stop answering at one moment.

For the drivers in user space the driver is killed; ext4 has a call of its own for it (EXT4_IOC_SHUTDOWN
without writing its log). Afterwards the drive is put in again: final files are whole or absent.
"""

from __future__ import annotations

import fcntl
import os
import struct
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from kiosk.errors import DriveGone
from kiosk.storage.folder import FolderDrives
from kiosk.storage.names import file_name
from kiosk.storage.place import TEMPORARY
from kiosk.storage.save import FileToSave, SaveState, save
from storage import real_drives
from storage.conftest import only_as_root

pytestmark = [pytest.mark.slow, pytest.mark.root]

NAME = "Ana Rey Resume"
EXT4_IOC_SHUTDOWN = 0x8004587D
NO_LOG_FLUSH = 2
MAKERS = {"ext4": ("mkfs.ext4", "-q", "-F"), "exfat": ("mkfs.exfat",), "ntfs": ("mkfs.ntfs", "-F", "-Q")}
DRIVERS = {"exfat": ("mount.exfat-fuse", "-d"), "ntfs": ("ntfs-3g", "-o", "no_detach")}

Yank = Callable[[], None]


@contextmanager
def driven(kind: str, device: str, point: Path) -> Iterator[Yank]:
    """Mount; what it gives pulls the drive out."""
    with ExitStack() as stack:
        if kind == "ext4":
            subprocess.run(["mount", device, point], check=True)
            stack.callback(unmount, point)
            yield lambda: shut_down(point)
        else:
            driver = stack.enter_context(real_drives.running(*DRIVERS[kind], device, str(point)))
            real_drives.until(point.is_mount, f"mounting {kind}")
            stack.callback(unmount, point)
            yield lambda: kill(driver)


def shut_down(point: Path) -> None:
    folder = os.open(point, os.O_RDONLY)
    try:
        fcntl.ioctl(folder, EXT4_IOC_SHUTDOWN, struct.pack("I", NO_LOG_FLUSH))
    finally:
        os.close(folder)


def kill(driver: subprocess.Popen[bytes]) -> None:
    driver.kill()
    driver.wait()


def unmount(point: Path) -> None:
    subprocess.run(["umount", point], check=True)


@pytest.mark.parametrize("at", [SaveState.WRITING, SaveState.SYNCING, SaveState.VERIFYING])
@pytest.mark.parametrize("kind", MAKERS)
def test_what_is_on_the_drive_is_whole(
    kind: str, at: SaveState, tmp_path: Path, files: list[FileToSave]
) -> None:
    only_as_root()
    image = real_drives.image(tmp_path, *MAKERS[kind])
    point = tmp_path / "point"
    point.mkdir()
    with real_drives.plugged(image) as device:
        with driven(kind, device, point) as yank:
            source = FolderDrives(point)
            drive = source.drives()[0]
            first = save(source, drive, NAME, files)
            with pytest.raises(DriveGone, match=str(point)):
                save(source, drive, NAME, files, on_state=lambda state: yank() if state is at else None)
        with driven(kind, device, point):
            found = {it.name: it.read_bytes() for it in first.folder.iterdir()}
    final = {name: content for name, content in found.items() if not TEMPORARY.fullmatch(name)}
    numbers = (1, 2) if at is SaveState.VERIFYING else (1,)
    assert final == {file_name(NAME, it.ending, number): it.content for number in numbers for it in files}
