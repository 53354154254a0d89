"""A UDisks2 of our own on a bus of its own, for what real devices do not do when asked.

Sticks that are pulled, that another program keeps, or that UDisks2 is just looking at anew. It speaks real
D-Bus, so that everything of `kiosk/storage/udisks.py` is tried. Interfaces: the UDisks2 reference manual.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jeepney import DBusAddress, HeaderFields, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import unwrap_msg

from storage import real_drives

_PREFIX = "org.freedesktop.UDisks2"
_ROOT = "/org/freedesktop/UDisks2"
_OBJECTS = "org.freedesktop.DBus.ObjectManager"

Faces = dict[str, dict[str, tuple[str, Any]]]
"""Interface, property, D-Bus signature and value: one object of GetManagedObjects."""


class FakeUDisks:
    """One stick at `/dev/sdz1`; what it does is changed by its attributes, from any thread."""

    device = "/dev/sdz1"
    path = f"{_ROOT}/block_devices/sdz1"
    drive_path = f"{_ROOT}/drives/stick"

    def __init__(self, point: Path) -> None:
        self.point = point
        self.plugged = True
        self.mounted = False
        self.usage = "filesystem"
        self.read_only = False
        self.forgets = 0
        """How many of the next calls find a drive that is being looked at anew."""
        self.forgets_after = ""
        """The method after which the next two calls find it so."""
        self.refuses: dict[str, str] = {}
        """Method to the last word of the error's name that it answers."""
        self.asked: list[str] = []
        """Methods called, in order."""
        self.ejectable = True
        self.can_power_off = True
        self.medium = True
        """Whether there is something in the drive; ejecting takes it away."""
        self.others: dict[str, dict[str, Faces]] = {}
        """What else is plugged in, by name: objects as `stick` makes them."""

    def objects(self) -> dict[str, Faces]:
        """All that there is now."""
        rest = {path: faces for objects in self.others.values() for path, faces in objects.items()}
        return {**self._own(), **rest}

    def _own(self) -> dict[str, Faces]:
        if not self.plugged:
            return {}
        faces: Faces = {
            f"{_PREFIX}.Block": {
                "Device": ("ay", f"{self.device}\0".encode()),
                "Drive": ("o", self.drive_path),
                "IdLabel": ("s", "STICK"),
                "IdUsage": ("s", self.usage),
                "IdType": ("s", "vfat"),
                "Size": ("t", 10**9),
                "ReadOnly": ("b", self.read_only),
            }
        }
        if self.usage == "filesystem":
            points = [f"{self.point}\0".encode()] if self.mounted else []
            faces[f"{_PREFIX}.Filesystem"] = {"MountPoints": ("aay", points)}
        drive = drive_faces(self.ejectable, self.can_power_off, self.medium)
        return {self.path: faces, self.drive_path: drive} if self.medium else {self.drive_path: drive}

    def call(self, method: str) -> tuple[str, tuple[Any, ...]] | str:
        """Answer one call: signature and values, or the name of an error."""
        self.asked.append(method)
        if method == "GetManagedObjects":
            return "a{oa{sa{sv}}}", (self.objects(),)
        if self.forgets:
            self.forgets -= 1
            return "org.freedesktop.DBus.Error.UnknownMethod"
        if not self.plugged:
            return "org.freedesktop.DBus.Error.UnknownObject"
        if method == self.forgets_after:
            self.forgets = 2
        if method in self.refuses:
            return f"{_PREFIX}.Error.{self.refuses[method]}"
        if method in ("Eject", "PowerOff"):
            self.medium, self.plugged = False, method == "Eject"
        if method == "Mount":
            self.mounted = True
            return "s", (str(self.point),)
        if method == "Unmount" and not self.mounted:
            return f"{_PREFIX}.Error.NotMounted"
        self.mounted = False if method == "Unmount" else self.mounted
        return "", ()


def drive_faces(ejectable: bool = True, can_power_off: bool = True, medium: bool = True) -> Faces:
    """The thing in the hand."""
    properties = {
        "Removable": True,
        "MediaAvailable": medium,
        "Ejectable": ejectable,
        "CanPowerOff": can_power_off,
    }
    return {f"{_PREFIX}.Drive": {name: ("b", value) for name, value in properties.items()}}


def stick(name: str, label: str, *partitions: str, usage: str = "filesystem") -> dict[str, Faces]:
    """Another stick: `sdy` with the partitions `sdy1`, ..., or with one file system and no partitions."""
    drive = f"{_ROOT}/drives/{name}"
    objects: dict[str, Faces] = {drive: drive_faces()}
    for part in partitions or (name,):
        block = {
            "Device": ("ay", f"/dev/{part}\0".encode()),
            "Drive": ("o", drive),
            "IdLabel": ("s", label),
            "IdUsage": ("s", usage),
            "Size": ("t", 10**9),
        }
        faces: Faces = {f"{_PREFIX}.Block": block}
        if usage == "filesystem":
            faces[f"{_PREFIX}.Filesystem"] = {"MountPoints": ("aay", [])}
        objects[f"{_ROOT}/block_devices/{part}"] = faces
    return objects


class Service:
    """The thread that answers for a FakeUDisks on the system bus of this process."""

    def __init__(self, fake: FakeUDisks) -> None:
        self.fake = fake
        self._connection: DBusConnection = open_dbus_connection("SYSTEM")
        unwrap_msg(self._connection.send_and_get_reply(message_bus.RequestName(_PREFIX)))
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="fake UDisks2")
        self._thread.start()

    def stop(self) -> None:
        """End it and let go of the bus."""
        self._stopping.set()
        self._thread.join()
        self._connection.close()

    def pull(self) -> None:
        """Take the stick out as it is, and say so."""
        self.fake.plugged = self.fake.mounted = False
        emitter = DBusAddress(_ROOT, interface=_OBJECTS)
        gone = (self.fake.path, [f"{_PREFIX}.Block"])
        self._connection.send(new_signal(emitter, "InterfacesRemoved", "oas", gone))

    def changed(self) -> None:
        """Say that something came or went; who listens looks again."""
        emitter = DBusAddress(_ROOT, interface=_OBJECTS)
        self._connection.send(new_signal(emitter, "InterfacesAdded", "oa{sa{sv}}", (self.fake.path, {})))

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                message = self._connection.receive(timeout=0.05)
            except TimeoutError:
                continue
            if message.header.message_type is not MessageType.method_call:
                continue
            answer = self.fake.call(str(message.header.fields[HeaderFields.member]))
            if isinstance(answer, str):
                self._connection.send(new_error(message, answer, "s", ("as the test asked",)))
            else:
                self._connection.send(new_method_return(message, *answer))


@contextmanager
def served(folder: Path) -> Iterator[Service]:
    """Run a bus and a fake UDisks2 on it; the bus is the system's for this process meanwhile."""
    point = folder / "stick"
    point.mkdir()
    with real_drives.own_bus(folder):
        service = Service(FakeUDisks(point))
        try:
            yield service
        finally:
            service.stop()
