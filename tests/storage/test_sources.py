"""What every DriveSource must do, tried on all of them: the folder here, UDisks2 with real file systems."""

from __future__ import annotations

import queue
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.errors import DriveError
from kiosk.storage.drive import Drive, DriveSource
from kiosk.storage.folder import FolderDrives
from kiosk.storage.save import FileToSave, Verification, save
from kiosk.storage.udisks import UDisksDrives
from storage import real_drives

NAME = "Ana Rey Resume"


@dataclass(frozen=True)
class Bench:
    """A source with one usable drive; `pull` takes it out, `plug` puts it in again."""

    source: DriveSource
    device: str
    pull: Callable[[], None]
    plug: Callable[[], None]

    def drive(self) -> Drive:
        return next(it for it in self.source.drives() if it.device == self.device)


class DriveSourceTests:
    """The tests; subclasses give `bench` and say how surely a save on it is checked."""

    verification: Verification

    def test_a_drive_that_can_be_used_says_so(self, bench: Bench) -> None:
        drive = bench.drive()
        assert drive.usable
        assert drive.why == ""
        assert drive.size > 0
        assert drive.place

    def test_mounting_makes_its_files_reachable_and_may_be_done_twice(self, bench: Bench) -> None:
        once = bench.source.mount(bench.drive())
        again = bench.source.mount(once)
        assert again == once
        assert once.mount is not None
        assert once.mount.is_dir()
        assert once.free
        assert bench.drive().mount == once.mount

    def test_what_is_saved_is_there_after_letting_go(self, bench: Bench, files: list[FileToSave]) -> None:
        receipt = save(bench.source, bench.drive(), NAME, files)
        assert receipt.verification is self.verification
        bench.source.unmount(bench.drive())
        drive = bench.source.mount(bench.drive())
        assert drive.mount is not None
        folder = drive.mount / NAME
        assert [(folder / it.path.name).read_bytes() for it in receipt.files] == [it.content for it in files]
        assert len(list(folder.iterdir())) == len(files)

    def test_letting_go_may_be_done_twice(self, bench: Bench) -> None:
        drive = bench.source.mount(bench.drive())
        bench.source.unmount(drive)
        bench.source.unmount(drive)
        assert bench.drive().usable

    def test_a_drive_that_was_pulled_out_says_so(self, bench: Bench, files: list[FileToSave]) -> None:
        drive = bench.drive()
        bench.pull()
        real_drives.until(lambda: not [it for it in bench.source.drives() if it.usable], "pulling the drive")
        with pytest.raises(DriveError) as said:
            save(bench.source, drive, NAME, files)
        assert drive.place in said.value.message

    def test_drives_that_come_and_go_are_seen(self, bench: Bench) -> None:
        changes: queue.Queue[bool] = queue.Queue()
        stop = bench.source.watch(
            lambda: changes.put(any(it.device == bench.device and it.usable for it in bench.source.drives()))
        )
        try:
            bench.pull()
            while changes.get(timeout=real_drives.PATIENCE):
                """It may be seen in more than one step."""
            bench.plug()
            while not changes.get(timeout=real_drives.PATIENCE):
                """As above."""
        finally:
            stop()
        stop()

    def test_it_is_known_to_be_there_until_it_is_taken(self, bench: Bench) -> None:
        drive = bench.source.mount(bench.drive())
        bench.source.unmount(drive)
        bench.source.eject(drive)
        assert bench.source.is_there(drive)
        bench.pull()
        real_drives.until(lambda: not bench.source.is_there(drive), "taking the drive")

    def test_watching_can_be_stopped_from_within(self, bench: Bench) -> None:
        stops: queue.Queue[Callable[[], None]] = queue.Queue()
        done: queue.Queue[None] = queue.Queue()

        def changed() -> None:
            stops.get(timeout=real_drives.PATIENCE)()
            done.put(None)

        stop = bench.source.watch(changed)
        stops.put(stop)
        bench.pull()
        done.get(timeout=real_drives.PATIENCE)
        stop()


class TestFolder(DriveSourceTests):
    @pytest.fixture
    def bench(self, tmp_path: Path) -> Bench:
        folder = tmp_path / "drive"
        folder.mkdir()
        return Bench(
            FolderDrives(folder), str(folder), pull=lambda: shutil.rmtree(folder), plug=lambda: folder.mkdir()
        )

    def test_what_is_saved_is_there_after_letting_go(self, bench: Bench, files: list[FileToSave]) -> None:
        """How surely depends on the file system on which the tests run."""
        self.verification = save(bench.source, bench.drive(), "Other Resume", files).verification
        super().test_what_is_saved_is_there_after_letting_go(bench, files)


@pytest.mark.slow
@pytest.mark.root
@pytest.mark.usefixtures("udisks")
class UDisks2Tests(DriveSourceTests):
    maker: tuple[str, ...]
    verification = Verification.MEDIUM

    @pytest.fixture
    def bench(self, tmp_path: Path) -> Iterator[Bench]:
        stick = real_drives.image(tmp_path, *self.maker)
        with ExitStack() as stack:
            device = stack.enter_context(real_drives.plugged(stick))
            source = UDisksDrives(offered=lambda block: block.device == device)
            bench = Bench(
                source,
                device,
                pull=lambda: real_drives.unplug(device),
                plug=lambda: real_drives.plug(device, stick),
            )
            real_drives.until(lambda: [it for it in source.drives() if it.usable], "the new drive")
            yield bench

    def test_a_drive_in_use_is_not_let_go_and_saving_goes_on(
        self, bench: Bench, files: list[FileToSave]
    ) -> None:
        drive = bench.source.mount(bench.drive())
        assert drive.mount is not None
        with (drive.mount / "letter.txt").open("w"):
            assert bench.source.remount(drive) is None
            with pytest.raises(DriveError, match="STICK"):
                bench.source.unmount(drive)
            assert save(bench.source, drive, NAME, files).number == 1
        assert save(bench.source, drive, NAME, files).number == 2

    def test_programs_on_the_drive_cannot_be_started(self, bench: Bench) -> None:
        drive = bench.source.mount(bench.drive())
        asked = subprocess.run(
            ["findmnt", "-no", "OPTIONS", str(drive.mount)], check=True, capture_output=True, text=True
        )
        assert {"nosuid", "nodev", "noexec"} <= set(asked.stdout.strip().split(","))


class TestUDisks2WithExt4(UDisks2Tests):
    maker = ("mkfs.ext4", "-q", "-F", "-L", "STICK")


class TestUDisks2WithNtfs(UDisks2Tests):
    """A driver in user space: only mounting again reads the medium."""

    maker = ("mkfs.ntfs", "-F", "-Q", "-L", "STICK")
