"""The door to D-Bus where there is no bus, no UDisks2, or only silence. Real drives: test_sources.py."""

from __future__ import annotations

import errno
import queue
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from jeepney.io.blocking import open_dbus_connection

from kiosk.errors import DriveError, DriveGone
from kiosk.storage import listener, udisks, udisks_bus
from kiosk.storage.drive import Drive
from kiosk.storage.space import Space
from kiosk.storage.udisks import UDisksDrives, available
from kiosk.storage.udisks_tree import Found
from storage import fake_udisks, real_drives
from storage.fake_udisks import Service

STICK = Drive("/dev/sdz1", "STICK", 10**9, None, None, usable=True)


@pytest.fixture(
    params=[
        "unix:path={folder}/nothing",
        "unix:path={folder}",
        "unix:path={folder}/bus",
        "tcp:host=localhost,port=1",
        "nonsense",
    ],
    ids=["no socket", "a folder", "nobody on the bus", "not a local bus", "no address"],
)
def nobody(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[None]:
    """All the ways in which UDisks2 cannot be asked."""
    with real_drives.own_bus(tmp_path), pytest.MonkeyPatch.context() as patch:
        patch.setenv("DBUS_SYSTEM_BUS_ADDRESS", request.param.format(folder=tmp_path))
        yield


@pytest.mark.usefixtures("nobody")
def test_without_udisks2_there_are_no_drives_and_it_is_said_why() -> None:
    answers, reason = available()
    assert not answers
    assert reason.endswith(".")
    source = UDisksDrives()
    assert source.drives() == ()
    for ask in (source.mount, source.remount, source.unmount):
        with pytest.raises(DriveGone, match="STICK"):
            ask(STICK)


@pytest.mark.usefixtures("nobody")
def test_watching_without_udisks2_can_be_stopped() -> None:
    told: queue.Queue[None] = queue.Queue()
    UDisksDrives().watch(lambda: told.put(None))()
    assert told.empty()


def test_a_silent_bus_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Something listens there, takes the call and never says a word."""
    script = (
        "import socket, sys\n"
        "line = socket.socket(socket.AF_UNIX)\n"
        "line.bind(sys.argv[1])\n"
        "line.listen()\n"
        "kept = []\n"
        "while True: kept.append(line.accept())\n"
    )
    monkeypatch.setattr(udisks_bus, "_CONNECT", 0.2)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path / 'silent'}")
    with real_drives.running(sys.executable, "-c", script, str(tmp_path / "silent")):
        real_drives.until((tmp_path / "silent").exists, "the silent bus")
        assert UDisksDrives().drives() == ()


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    """A UDisks2 that does what the test asks."""
    with fake_udisks.served(tmp_path) as service:
        yield service


class TestWhileUDisks2LooksAnew:
    """After plugging in, UDisks2 takes the files off its list for a moment, once or more."""

    def test_a_drive_is_mounted_all_the_same(self, service: Service) -> None:
        source = UDisksDrives()
        (drive,) = source.drives()
        service.fake.forgets = 2
        assert source.mount(drive).mount == service.fake.point

    def test_it_is_mounted_again_all_the_same(self, service: Service) -> None:
        source = UDisksDrives()
        drive = source.mount(source.drives()[0])
        service.fake.forgets_after = "Unmount"
        again = source.remount(drive)
        assert again is not None
        assert again.mount == service.fake.point

    def test_a_drive_that_was_usable_is_waited_for(
        self, service: Service, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        source = UDisksDrives()
        (drive,) = source.drives()
        service.fake.usage = ""
        looks = source._found

        def look() -> list[Found]:
            """The next look finds the files again."""
            seen = looks()
            service.fake.usage = "filesystem"
            return seen

        monkeypatch.setattr(source, "_found", look)
        assert source.mount(drive).mount == service.fake.point

    def test_it_is_not_waited_for_without_end(
        self, service: Service, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(udisks, "SETTLE", 0.2)
        source = UDisksDrives()
        (drive,) = source.drives()
        service.fake.forgets = 10**6
        with pytest.raises(DriveGone, match="STICK"):
            source.mount(drive)
        service.fake.usage = ""
        with pytest.raises(DriveError, match="has not been set up"):
            source.mount(drive)

    def test_one_that_was_pulled_is_not_waited_for(self, service: Service) -> None:
        source = UDisksDrives()
        (drive,) = source.drives()
        service.fake.plugged = False
        with pytest.raises(DriveGone, match="STICK"):
            source.mount(drive)
        assert service.fake.asked.count("GetManagedObjects") == 2


class TestLettingGo:
    """After unmounting, a drive comes to rest; it is known to be there until it is taken out."""

    def test_what_can_be_stopped_is_stopped_and_still_there(self, service: Service) -> None:
        source = UDisksDrives()
        drive = source.mount(source.drives()[0])
        source.unmount(drive)
        source.eject(drive)
        assert service.fake.asked.count("Eject") == 1
        assert "PowerOff" not in service.fake.asked
        assert source.is_there(drive)
        service.pull()
        assert not source.is_there(drive)

    def test_what_can_only_be_switched_off_counts_as_taken(self, service: Service) -> None:
        service.fake.ejectable = False
        source = UDisksDrives()
        (drive,) = source.drives()
        source.eject(drive)
        assert "PowerOff" in service.fake.asked
        assert not source.is_there(drive)

    @pytest.mark.parametrize("says", ["DeviceBusy", "NotAuthorized", "Failed"])
    def test_a_drive_that_does_not_want_to_is_left_alone(self, service: Service, says: str) -> None:
        service.fake.refuses = {"Eject": says, "PowerOff": says}
        source = UDisksDrives()
        (drive,) = source.drives()
        source.eject(drive)
        assert source.is_there(drive)
        assert "PowerOff" not in service.fake.asked

    def test_what_can_neither_is_left_alone(self, service: Service) -> None:
        service.fake.ejectable = service.fake.can_power_off = False
        source = UDisksDrives()
        (drive,) = source.drives()
        source.eject(drive)
        assert set(service.fake.asked) == {"GetManagedObjects"}
        service.fake.plugged = False
        source.eject(drive)

    @pytest.mark.parametrize(
        ("says", "words"),
        [
            ("DeviceBusy", "Another program still uses STICK"),
            ("MountedByOtherUser", "Somebody else is using STICK"),
            ("NotAuthorized", "is not set up to open STICK"),
            ("Timedout", "STICK stopped answering"),
        ],
    )
    def test_a_drive_that_is_kept_says_by_whom(self, service: Service, says: str, words: str) -> None:
        service.fake.refuses = {"Unmount": says}
        source = UDisksDrives()
        drive = source.mount(source.drives()[0])
        with pytest.raises(DriveError, match=words):
            source.unmount(drive)
        assert source.remount(drive) is None
        assert service.fake.mounted

    @pytest.mark.usefixtures("nobody")
    def test_without_an_answer_it_is_taken_to_be_there(self) -> None:
        UDisksDrives().eject(STICK)
        assert UDisksDrives().is_there(STICK)


class TestSeveral:
    def test_sticks_and_partitions_stand_side_by_side(self, service: Service) -> None:
        service.fake.others = {
            "sdx": fake_udisks.stick("sdx", "PHOTOS"),
            "sdy": fake_udisks.stick("sdy", "BOTH", "sdy1", "sdy2"),
            "sdw": fake_udisks.stick("sdw", "SECRET", usage="crypto"),
        }
        told = [(it.device, it.usable, it.why) for it in UDisksDrives().drives()]
        assert told == [
            ("/dev/sdw", False, "SECRET is locked with a password."),
            ("/dev/sdx", True, ""),
            ("/dev/sdy1", True, ""),
            ("/dev/sdy2", True, ""),
            ("/dev/sdz1", True, ""),
        ]

    def test_pulling_one_leaves_the_others(self, service: Service) -> None:
        service.fake.others = {"sdx": fake_udisks.stick("sdx", "PHOTOS")}
        source = UDisksDrives()
        stays, goes = source.drives()
        service.pull()
        assert (source.is_there(stays), source.is_there(goes)) == (True, False)
        assert [it.label for it in source.drives()] == ["PHOTOS"]

    def test_one_that_another_user_mounted_says_so(
        self, service: Service, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Its mount point lets nobody else in. Root is let in everywhere, so the system's no is made."""

        def closed(_folder: Path) -> Space:
            raise PermissionError(errno.EACCES, "Permission denied")

        service.fake.mounted = True
        monkeypatch.setattr(udisks, "space", closed)
        (drive,) = UDisksDrives().drives()
        assert not drive.usable
        assert drive.why == "Somebody else is using STICK on this computer."
        assert drive.remedy
        with pytest.raises(DriveError, match="Somebody else"):
            UDisksDrives().mount(drive)


class TestWatching:
    def test_plugging_and_pulling_are_told(self, service: Service) -> None:
        told: queue.Queue[int] = queue.Queue()
        source = UDisksDrives()
        stop = source.watch(lambda: told.put(len(source.drives())))
        try:
            service.pull()
            assert told.get(timeout=real_drives.PATIENCE) == 0
            service.fake.plugged = True
            service.changed()
            assert told.get(timeout=real_drives.PATIENCE) == 1
        finally:
            stop()

    def test_signals_without_end_hide_nothing(self, service: Service) -> None:
        """A device that never stops talking, faster than a burst is waited for."""
        told: queue.Queue[None] = queue.Queue()
        stop = UDisksDrives().watch(lambda: told.put(None))
        try:
            service.fake.others = {"sdx": fake_udisks.stick("sdx", "PHOTOS")}
            deadline = time.monotonic() + real_drives.PATIENCE
            while told.empty():
                service.changed()
                assert time.monotonic() < deadline, "nobody was told"
                time.sleep(0.02)
        finally:
            stop()


@pytest.mark.slow
@pytest.mark.root
@pytest.mark.usefixtures("udisks")
class TestWithUDisks2:
    def test_it_answers(self) -> None:
        answers, reason = available()
        assert answers
        assert reason.endswith(".")

    def test_loop_devices_are_never_offered(self, tmp_path: Path) -> None:
        image = real_drives.image(tmp_path, "mkfs.ext4", "-q", "-F", "-L", "STICK")
        with real_drives.plugged(image) as device:
            source = UDisksDrives()
            real_drives.until(lambda: [it for it in source.drives() if it.device == device], "the image")
            (drive,) = [it for it in source.drives() if it.device == device]
            assert drive.why == "STICK is part of this computer."
            with pytest.raises(DriveError, match="part of this computer"):
                source.mount(drive)

    def test_an_empty_stick_and_one_with_a_broken_file_system(self, tmp_path: Path) -> None:
        image = tmp_path / "stick.img"
        image.write_bytes(bytes(16 * 1024 * 1024))
        with real_drives.plugged(image) as device:
            source = UDisksDrives(offered=lambda block: block.device == device)
            real_drives.until(lambda: [it for it in source.drives() if it.device == device], "the image")
            (empty,) = [it for it in source.drives() if it.device == device]
            assert empty.why.endswith("has not been set up to hold files yet.")
            broken = real_drives.image(tmp_path, "mkfs.ext4", "-q", "-F", "-L", "BROKEN", megabytes=8)
            content = bytearray(broken.read_bytes())
            content[4096:] = bytes(len(content) - 4096)
            broken.write_bytes(content)
            real_drives.unplug(device)
            real_drives.plug(device, broken)
            real_drives.until(
                lambda: [it for it in source.drives() if it.label == "BROKEN"], "the broken one"
            )
            with pytest.raises(DriveError, match="This computer cannot open BROKEN"):
                source.mount(source.drives()[0])

    def test_a_read_only_stick_says_so(self, tmp_path: Path) -> None:
        image = real_drives.image(tmp_path, "mkfs.ext4", "-q", "-F", "-L", "LOCKED")
        with real_drives.plugged(image) as device:
            source = UDisksDrives(offered=lambda block: block.device == device)
            subprocess.run(["blockdev", "--setro", device], check=True)
            subprocess.run(["udevadm", "trigger", "--settle", f"--name-match={device}"], check=True)
            real_drives.until(
                lambda: [it for it in source.drives() if it.why == "LOCKED can be read but not written."],
                "the lock switch",
            )
            subprocess.run(["blockdev", "--setrw", device], check=True)

    def test_watching_goes_on_when_the_bus_went_away(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The line is cut under the listener; it opens a new one and sees the drive that came meanwhile."""
        monkeypatch.setattr(listener, "AGAIN", 0.05)
        told: queue.Queue[None] = queue.Queue()
        image = real_drives.image(tmp_path, "mkfs.ext4", "-q", "-F", "-L", "STICK")
        refusals = iter(range(3))

        def unreliable(*args: str, **options: float) -> object:
            if next(refusals, None) is not None:
                raise ConnectionRefusedError
            return open_dbus_connection(*args, **options)

        source = UDisksDrives(offered=lambda block: block.device == device)
        device = ""
        monkeypatch.setattr("kiosk.storage.udisks_bus.open_dbus_connection", unreliable)
        stop = source.watch(lambda: told.put(None))
        try:
            with real_drives.plugged(image) as device:
                told.get(timeout=real_drives.PATIENCE)
                real_drives.until(lambda: [it for it in source.drives() if it.usable], "the new drive")
        finally:
            stop()
