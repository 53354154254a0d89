"""Reading back: whether it sees what the medium holds, and says so truly where it cannot.

The medium is changed behind the file system's back, as a bad or fake stick does it, after all was written.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from kiosk.errors import NotVerified
from kiosk.i18n import use
from kiosk.storage.drive import DriveSource
from kiosk.storage.folder import FolderDrives
from kiosk.storage.save import FileToSave, SaveState, Verification, save
from kiosk.storage.udisks import UDisksDrives
from storage import real_drives
from storage.conftest import only_as_root

NAME = "Ana Rey Resume"
BLOCK = 4096


def spoil(image: Path, content: bytes) -> None:
    """Overwrite the first block of the content wherever it lies on the medium."""
    medium = image.read_bytes()
    at = medium.find(content[:BLOCK])
    assert at > 0, "the file is not on the medium"
    with image.open("r+b") as opened:
        opened.seek(at)
        opened.write(b"\xff" * BLOCK)
        opened.flush()
        os.fsync(opened.fileno())


def save_spoiled(source: DriveSource, image: Path, files: list[FileToSave]) -> Verification:
    def after_writing(state: SaveState) -> None:
        if state is SaveState.VERIFYING:
            spoil(image, files[1].content)

    drive = next(it for it in source.drives() if it.usable)
    return save(source, drive, NAME, files, on_state=after_writing).verification


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Callable[..., tuple[Path, Path]]]:
    """Make a file system by its maker and mount it by a command; gives the mount point and the image."""
    only_as_root()
    with ExitStack() as stack:

        def make(mount: tuple[str, ...], *maker: str) -> tuple[Path, Path]:
            image = real_drives.image(tmp_path, *maker)
            device = stack.enter_context(real_drives.plugged(image))
            point = tmp_path / "point"
            point.mkdir()
            subprocess.run([*mount, device, point], check=True, capture_output=True)
            return point, image

        yield make


@pytest.mark.slow
@pytest.mark.root
def test_a_driver_in_the_kernel_is_read_past_the_memory(
    mounted: Callable[..., tuple[Path, Path]], files: list[FileToSave]
) -> None:
    point, image = mounted(("mount",), "mkfs.ext4", "-q", "-F")
    source = FolderDrives(point)
    first = save(source, source.drives()[0], NAME, [FileToSave("pdf", b"first")])
    assert first.verification is Verification.MEDIUM
    with pytest.raises(NotVerified, match=f"{NAME} .2..docx"):
        save_spoiled(source, image, files)
    assert list((point / NAME).iterdir()) == [first.files[0].path]


@pytest.mark.slow
@pytest.mark.root
def test_a_driver_in_user_space_is_not_said_to_be_read_from_the_medium(
    mounted: Callable[..., tuple[Path, Path]], files: list[FileToSave]
) -> None:
    point, image = mounted(("mount.exfat-fuse",), "mkfs.exfat")
    assert save_spoiled(FolderDrives(point), image, files) is Verification.REREAD


@pytest.mark.slow
@pytest.mark.root
@pytest.mark.usefixtures("udisks")
def test_mounting_again_shows_what_the_medium_holds(tmp_path: Path, files: list[FileToSave]) -> None:
    image = real_drives.image(tmp_path, "mkfs.ntfs", "-F", "-Q", "-L", "STICK")
    with real_drives.plugged(image) as device:
        source = UDisksDrives(offered=lambda block: block.device == device)
        real_drives.until(lambda: [it for it in source.drives() if it.usable], "the new drive")
        with pytest.raises(NotVerified, match=f"STICK .*{NAME}.docx"):
            save_spoiled(source, image, files)
        drive = source.mount(source.drives()[0])
        assert drive.mount is not None
        assert not (drive.mount / NAME).exists()


@pytest.mark.root
def test_memory_is_no_medium(tmpfs: Callable[[str], Path], files: list[FileToSave]) -> None:
    source = FolderDrives(tmpfs("size=4m"))
    assert save(source, source.drives()[0], NAME, files).verification is Verification.REREAD


@pytest.mark.parametrize("verification", Verification)
def test_each_way_of_checking_has_a_sentence(verification: Verification) -> None:
    use("en")
    assert verification.sentence.startswith(("Checked", "Your files"))
    assert ("Checked" in verification.sentence) == (verification is Verification.MEDIUM)
