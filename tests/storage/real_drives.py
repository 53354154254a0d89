"""Real file systems on loop devices, and a UDisks2 of our own on a D-Bus of its own. Needs root.

UDisks2 knows only what udev tells it, so udev runs too, unless it does already.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psutil
import pytest

from kiosk.storage.mounts import mounts
from kiosk.storage.udisks import available

PATIENCE = 20.0
"""Seconds for a program to be ready or a device to be seen, on a busy machine."""

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>system</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/> <allow eavesdrop="true"/> <allow own="*"/>
  </policy>
</busconfig>
"""
UDISKSD = Path("/usr/libexec/udisks2/udisksd")
UDEVD = Path("/lib/systemd/systemd-udevd")
UDEV_STATE = Path("/run/udev")


def until(true: Callable[[], object], what: str) -> None:
    """Wait until it is true; fails the test, saying `what` did not come, when it never is."""
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline, f"{what}: did not come within {PATIENCE} s"
        time.sleep(0.02)


def only_with(*programs: str) -> None:
    """Say loudly what is not tried because a program is missing."""
    missing = [name for name in programs if shutil.which(name) is None and not Path(name).exists()]
    if missing:
        pytest.skip(f"NOT TRIED: {', '.join(missing)} not installed, run ./check all")


@contextmanager
def running(*command: str | Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program in the background and end it."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def udev_runs() -> bool:
    """Whether this computer has its own."""
    return any(process.info["name"] == UDEVD.name for process in psutil.process_iter(["name"]))


def forget_udev() -> None:
    """Remove what a udev of ours left; programs take it for a sign that one runs."""
    shutil.rmtree(UDEV_STATE, ignore_errors=True)


@contextmanager
def own_bus(folder: Path) -> Iterator[None]:
    """Run a bus with nobody on it; it is the system's for this process meanwhile."""
    only_with("dbus-daemon")
    path, config = folder / "bus", folder / "bus.conf"
    config.write_text(BUS.format(socket=path))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={path}")
        with running("dbus-daemon", f"--config-file={config}", "--nofork"):
            until(lambda: _listens(path), "D-Bus")
            yield
        path.unlink(missing_ok=True)


def _listens(path: Path) -> bool:
    """The file is there a moment before anybody listens."""
    with socket.socket(socket.AF_UNIX) as line:
        return line.connect_ex(str(path)) == 0


@contextmanager
def udisks(folder: Path) -> Iterator[None]:
    """Run bus, udev and UDisks2; the bus is the system's for this process meanwhile."""
    only_with(str(UDISKSD), str(UDEVD))
    with ExitStack() as stack:
        if not udev_runs():
            forget_udev()
            stack.callback(forget_udev)
            stack.enter_context(running(UDEVD))
            until((UDEV_STATE / "control").exists, "udev")
        stack.enter_context(own_bus(folder))
        stack.enter_context(running(UDISKSD, "-r"))
        until(lambda: available()[0], "UDisks2")
        yield


@contextmanager
def plugged(image: Path) -> Iterator[str]:
    """Attach an image as a loop device, as if a stick were put in."""
    attach = ["losetup", "--find", "--show", str(image)]
    device = subprocess.run(attach, check=True, capture_output=True, text=True).stdout.strip()
    settle()
    try:
        yield device
    finally:
        unplug(device)


def unplug(device: str) -> None:
    """Detach a loop device; one that is gone already is fine."""
    for mount in mounts():
        if mount.source == device:
            subprocess.run(["umount", mount.point], check=True)
    subprocess.run(["losetup", "--detach", device], check=False, capture_output=True)
    settle()


def settle() -> None:
    """Wait until udev has told everybody: else the next stick on this device is taken for the one before.

    The udev that runs may be of other tests beside these and end at any time, so nothing hangs on it.
    """
    if udev_runs():
        subprocess.run(["udevadm", "settle", "--timeout=5"], check=False)


def plug(device: str, image: Path) -> None:
    """Attach an image to a loop device that was detached."""
    subprocess.run(["losetup", device, str(image)], check=True)


def image(folder: Path, maker: str, *options: str, megabytes: int = 16) -> Path:
    """Make a file with a file system on it."""
    only_with(maker)
    file = folder / f"{maker}.img"
    file.touch()
    os.truncate(file, megabytes * 1024 * 1024)
    subprocess.run([maker, *options, str(file)], check=True, capture_output=True)
    return file
